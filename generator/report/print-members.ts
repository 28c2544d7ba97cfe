import { ts } from "ts-morph";
import { marked } from "./deprecated.ts";
import { inferType, questionOf } from "./infer-type.ts";
import { inOrder, unquoted } from "./member-order.ts";
import type { Scope, TypePrinter } from "./print-type.ts";
import { has } from "./syntax-module.ts";

/** A printer with the place where it stands. */
export interface Printing {
  readonly print: TypePrinter;
  readonly scope: Scope;
}

/** The members of an interface or an object type in the order of the report, each on a line of its own. */
export function memberLines(members: Iterable<ts.TypeElement>, printing: Printing): readonly string[] {
  return inOrder(members).flatMap((member) => marked(printing.scope.module, member, [memberLine(member, printing)]));
}

/** The members of an object type within another type, on one line. */
export function objectText(members: Iterable<ts.TypeElement>, printing: Printing): string {
  const texts = inOrder(members).map((member) => `${memberLine(member, printing)}; `);
  return texts.length === 0 ? "{}" : `{ ${texts.join("")}}`;
}

/** Type parameters, parameters and result of a function: `<T>(value: T): void`. */
export function signatureText(node: ts.SignatureDeclaration, { print, scope }: Printing): string {
  const own = (node.typeParameters ?? []).map(({ name }) => name.text);
  const inside = { print, scope: { ...scope, parameters: [...scope.parameters, ...own] } };
  const parameters = node.parameters.map((_, index) => parameterText(node.parameters, index, inside));
  const result = node.type === undefined ? "" : `: ${print(node.type, inside.scope)}`;
  return `${typeParametersText(node.typeParameters, inside)}(${parameters.join(", ")})${result}`;
}

/** `<T extends object, U>`, or nothing. */
export function typeParametersText(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  { print, scope }: Printing,
): string {
  if (parameters === undefined || parameters.length === 0) return "";
  return `<${parameters.map((parameter) => print(parameter, scope)).join(", ")}>`;
}

function memberLine(member: ts.TypeElement, { print, scope }: Printing): string {
  if (!ts.isPropertySignature(member)) return print(member, scope).replace(/[;,]$/, "");
  const readonly = has(member, ts.SyntaxKind.ReadonlyKeyword) ? "readonly " : "";
  const question = member.questionToken === undefined ? "" : "?";
  const type = member.type === undefined ? "" : `: ${print(member.type, scope)}`;
  return `${readonly}${print(unquoted(member.name), scope)}${question}${type}`;
}

function parameterText(
  parameters: readonly ts.ParameterDeclaration[],
  index: number,
  { print, scope }: Printing,
): string {
  const parameter = parameters[index];
  if (parameter === undefined) return "";
  const { dotDotDotToken, initializer, name, type: written } = parameter;
  const question = questionOf(parameters, index);
  const rest = dotDotDotToken === undefined ? "" : "...";
  const type = written ?? (initializer === undefined ? undefined : inferType(initializer, "wide"));
  // A default in front of a required parameter: callers have to say `undefined`.
  const undefinedToo = initializer !== undefined && question === undefined ? " | undefined" : "";
  const typeText = type === undefined ? "" : `: ${print(type, scope)}${undefinedToo}`;
  return `${rest}${print(name, scope)}${question === undefined ? "" : "?"}${typeText}`;
}
