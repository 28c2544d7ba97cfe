import { ts } from "ts-morph";
import { marked } from "./deprecated.ts";
import { inferType } from "./infer-type.ts";
import { inOrder, memberKey, unquoted } from "./member-order.ts";
import { signatureText, type Printing } from "./print-members.ts";
import { has } from "./syntax-module.ts";

/** The modifiers that consumers notice, in the order in which they are written. */
const visibleModifiers: readonly (readonly [kind: ts.ModifierSyntaxKind, word: string])[] = [
  [ts.SyntaxKind.ProtectedKeyword, "protected"],
  [ts.SyntaxKind.StaticKeyword, "static"],
  [ts.SyntaxKind.AbstractKeyword, "abstract"],
  [ts.SyntaxKind.ReadonlyKeyword, "readonly"],
];

/** The members of a class that are not private. Where there are others, a last line says so: they count for `extends`. */
export function classLines({ members }: ts.ClassDeclaration, printing: Printing): readonly string[] {
  const all = [...members.flatMap(parameterProperties), ...members];
  const shown = inOrder(all.filter((member) => isShown(member)));
  const overloaded = new Set(shown.filter((member) => isOverload(member)).map(memberKey));
  const lines = shown.flatMap((member) => {
    if (hasBody(member) && overloaded.has(memberKey(member))) return [];
    return marked(printing.scope.module, member, [memberText(member, printing)]);
  });
  return all.some((member) => isPrivate(member)) ? [...lines, "#private"] : lines;
}

/** `constructor(readonly name: string)` declares a property. */
function parameterProperties(member: ts.ClassElement): readonly ts.ClassElement[] {
  if (!ts.isConstructorDeclaration(member)) return [];
  return member.parameters.flatMap((parameter) => {
    const { modifiers, name, questionToken, type } = parameter;
    if (modifiers === undefined || !ts.isIdentifier(name)) return [];
    return [ts.factory.createPropertyDeclaration(modifiers, name, questionToken, type, parameter.initializer)];
  });
}

function isShown(member: ts.ClassElement): boolean {
  if (ts.isClassStaticBlockDeclaration(member) || ts.isSemicolonClassElement(member)) return false;
  return ts.isConstructorDeclaration(member) || !isPrivate(member);
}

function isPrivate(member: ts.ClassElement): boolean {
  if (ts.isConstructorDeclaration(member)) return false;
  const { name } = member;
  return has(member, ts.SyntaxKind.PrivateKeyword) || (name !== undefined && ts.isPrivateIdentifier(name));
}

function isOverload(member: ts.ClassElement): boolean {
  const isCallable = ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member);
  return isCallable && !hasBody(member) && !has(member, ts.SyntaxKind.AbstractKeyword);
}

function hasBody(member: ts.ClassElement): boolean {
  return (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) && member.body !== undefined;
}

function memberText(member: ts.ClassElement, printing: Printing): string {
  const { print, scope } = printing;
  const words = visibleModifiers.filter(([kind]) => has(member, kind)).map(([, word]) => `${word} `);
  const start = words.join("");
  if (ts.isConstructorDeclaration(member)) return `${start}${constructorText(member, printing)}`;
  if (member.name === undefined) return print(member, scope).replace(/;$/, "");
  const name = print(unquoted(member.name), scope);
  if (ts.isPropertyDeclaration(member)) return `${start}${name}${propertyText(member, printing)}`;
  if (ts.isMethodDeclaration(member)) {
    return `${start}${name}${member.questionToken === undefined ? "" : "?"}${signatureText(member, printing)}`;
  }
  if (ts.isGetAccessor(member)) return `${start}get ${name}${signatureText(member, printing)}`;
  if (ts.isSetAccessor(member)) return `${start}set ${name}${signatureText(member, printing)}`;
  return print(member, scope).replace(/;$/, "");
}

/** Nobody outside can call a private one, so that its parameters are its own affair. */
function constructorText(member: ts.ConstructorDeclaration, printing: Printing): string {
  if (has(member, ts.SyntaxKind.PrivateKeyword)) return "private constructor()";
  return `constructor${signatureText(member, printing)}`;
}

function propertyText(member: ts.PropertyDeclaration, { print, scope }: Printing): string {
  const manner = has(member, ts.SyntaxKind.ReadonlyKeyword) ? "literal" : "wide";
  const type = member.type ?? (member.initializer === undefined ? undefined : inferType(member.initializer, manner));
  const question = member.questionToken === undefined ? "" : "?";
  return `${question}${type === undefined ? "" : `: ${print(type, scope)}`}`;
}
