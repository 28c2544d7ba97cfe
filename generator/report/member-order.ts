import { ts } from "ts-morph";
import { isIdentifier } from "../identifier.ts";
import { sortedBy } from "../sort.ts";

/** The order in which members stand means nothing for consumers, except among overloads; so the report has its own. */
export function inOrder<T extends ts.ClassElement | ts.TypeElement>(members: Iterable<T>): T[] {
  // Keys are made once, not at each comparison.
  const keyed = [...members].map((member) => ({ member, key: memberKey(member) }));
  return sortedBy(keyed, ({ key }) => key).map(({ member }) => member);
}

/** The same for overloads of one member: constructors and call signatures first, then index signatures, then members by name, static ones last. */
export function memberKey(member: ts.ClassElement | ts.TypeElement): string {
  if (ts.isConstructorDeclaration(member) || ts.isConstructSignatureDeclaration(member)) return "0";
  if (ts.isCallSignatureDeclaration(member)) return "1";
  if (ts.isIndexSignatureDeclaration(member)) return `2${member.parameters.length}`;
  const isStatic =
    ts.canHaveModifiers(member) && member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  return `${isStatic === true ? 4 : 3}${memberName(member.name)}`;
}

/** The name of a member with quotes where it needs them, whether it is written with them or not. */
export function unquoted(name: ts.PropertyName): ts.PropertyName {
  if (!ts.isStringLiteral(name) || !isIdentifier(name.text)) return name;
  return ts.factory.createIdentifier(name.text);
}

/** The name of a member; all computed ones stand together, as they are declared. */
export function memberName(name: ts.PropertyName | undefined): string {
  if (name === undefined) return "";
  return ts.isComputedPropertyName(name) ? "[" : name.text;
}
