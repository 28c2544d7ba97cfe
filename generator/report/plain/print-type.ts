import { isIdentifier } from "../../identifier.ts";
import { sortedBy } from "../../sort.ts";
import { DEPRECATED, saysDeprecated } from "../layout.ts";
import { nameIn, type Names, type Scope } from "../names.ts";
import { quoted } from "../quoted.ts";
import type { Member, Parameter, Signature, Type, TypeParameter } from "./syntax.ts";
import { valueOf } from "./tokens.ts";

/** What knows the names, and where something stands. */
export interface Place {
  readonly names: Names;
  readonly scope: Scope;
}

/** A type on one line, with the names that consumers know. */
export function typeText(type: Type, place: Place): string {
  const text = (one: Type): string => typeText(one, place);
  switch (type.kind) {
    case "name": {
      const inner = type.inner.length === 0 ? "" : `<${type.inner.map(text).join(", ")}>`;
      return `${nameIn(place.names, place.scope, type.path)}${inner}`;
    }
    case "verbatim":
      return type.text;
    case "string":
      return quoted(type.value);
    case "union":
      return type.parts.map(text).join(" | ");
    case "intersection":
      return type.parts.map(text).join(" & ");
    case "object":
      return objectText(type.members, place);
    case "array":
      return `${text(type.item)}[]`;
    case "indexed":
      return `${text(type.object)}[${text(type.index)}]`;
    case "tuple":
      return `[${type.items.map(text).join(", ")}]`;
    case "operator":
      return `${type.word} ${text(type.of)}`;
    case "parentheses":
      return `(${text(type.of)})`;
    case "function":
      return functionText(type.signature, place);
    case "predicate":
      return `${type.start} ${text(type.of)}`;
  }
}

/** Members in the order of the report, each on a line of its own. */
export function memberLines(members: readonly Member[], place: Place): readonly string[] {
  return sortedBy(members, ({ key }) => key).flatMap((member) => {
    const line = memberLine(member, place);
    return saysDeprecated(member.doc) ? [DEPRECATED, line] : [line];
  });
}

function objectText(members: readonly Member[], place: Place): string {
  const texts = sortedBy(members, ({ key }) => key).map((member) => `${memberLine(member, place)}; `);
  return texts.length === 0 ? "{}" : `{ ${texts.join("")}}`;
}

function memberLine({ readonly, name, index, optional, type }: Member, place: Place): string {
  const text = index === undefined ? memberName(name) : `[${name}: ${typeText(index, place)}]`;
  return `${readonly ? "readonly " : ""}${text}${optional ? "?" : ""}: ${typeText(type, place)}`;
}

function memberName(written: string): string {
  if (!/^["']/.test(written)) return written;
  const value = valueOf(written);
  return isIdentifier(value) ? value : quoted(value);
}

/** Type parameters, parameters and result of a function: `<T>(value: T): void`. */
export function signatureText(signature: Signature, place: Place): string {
  const inside = within(place, signature.typeParameters);
  const parameters = signature.parameters.map((_, index) => declaredParameter(signature.parameters, index, inside));
  const result = signature.result === undefined ? "" : `: ${typeText(signature.result, inside)}`;
  return `${typeParametersText(signature.typeParameters, inside)}(${parameters.join(", ")})${result}`;
}

/** `<T extends object, U>`, or nothing. */
export function typeParametersText(parameters: readonly TypeParameter[], place: Place): string {
  if (parameters.length === 0) return "";
  const texts = parameters.map(({ name, constraint, default: other }) => {
    const bound = constraint === undefined ? "" : ` extends ${typeText(constraint, place)}`;
    return `${name}${bound}${other === undefined ? "" : ` = ${typeText(other, place)}`}`;
  });
  return `<${texts.join(", ")}>`;
}

/** A place inside something with type parameters: their names are nobody else's. */
export function within({ names, scope }: Place, parameters: readonly TypeParameter[]): Place {
  const own = parameters.map(({ name }) => name);
  return { names, scope: { ...scope, parameters: [...scope.parameters, ...own] } };
}

function functionText(signature: Signature, place: Place): string {
  const inside = within(place, signature.typeParameters);
  const parameters = signature.parameters.map((one) => parameterText(one, one.optional, inside));
  const result = signature.result === undefined ? "" : typeText(signature.result, inside);
  return `${typeParametersText(signature.typeParameters, inside)}(${parameters.join(", ")}) => ${result}`;
}

/** A default makes a parameter optional where all behind it are; else callers have to say `undefined`. */
function declaredParameter(parameters: readonly Parameter[], index: number, place: Place): string {
  const parameter = parameters[index];
  if (parameter === undefined) return "";
  if (!parameter.hasDefault) return parameterText(parameter, parameter.optional, place);
  const isLast = parameters.slice(index + 1).every(({ rest, optional, hasDefault }) => rest || optional || hasDefault);
  const text = parameterText(parameter, isLast, place);
  return isLast ? text : `${text} | undefined`;
}

function parameterText({ rest, name, type }: Parameter, optional: boolean, place: Place): string {
  return `${rest ? "..." : ""}${name}${optional ? "?" : ""}: ${typeText(type, place)}`;
}
