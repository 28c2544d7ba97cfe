import { integerRanges } from "../../edm.ts";
import type { ConstantKind } from "../types.ts";
import { isIdentifier, isQualifiedName } from "./names.ts";

const year = "-?(?:0[0-9]{3}|[1-9][0-9]{3,})";
const date = `${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])`;
const hourMinute = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
const timeOfDay = `${hourMinute}(?::[0-5][0-9](?:\\.[0-9]{1,12})?)?`;
const number = "[+-]?[0-9]+(?:\\.[0-9]+)?";

/* OData ABNF, the primitive literals; all of them without nested repetition, hence linear. */
const patterns: { readonly [K in ConstantKind]: RegExp | undefined } = {
  Binary: /^[A-Za-z0-9_-]*={0,2}$/,
  Bool: /^(?:true|false)$/,
  Date: new RegExp(`^${date}$`),
  DateTimeOffset: new RegExp(`^${date}T${timeOfDay}(?:Z|[+-]${hourMinute})$`, "i"),
  Decimal: new RegExp(`^(?:${number}(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$`),
  Duration:
    /^[+-]?P(?!$)(?:\d+D)?(?:T\d+(?:H(?:\d+(?:M(?:\d+(?:\.\d+)?S)?|(?:\.\d+)?S))?|M(?:\d+(?:\.\d+)?S)?|(?:\.\d+)?S))?$/i,
  EnumMember: undefined,
  Float: new RegExp(`^(?:${number}(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$`),
  Guid: /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/,
  Int: /^[+-]?[0-9]+$/,
  String: undefined,
  TimeOfDay: new RegExp(`^${timeOfDay}$`),
};

/** More digits than any number is written with; the engine keeps a way back for each of them. */
const longest = 10_000;

/** Whether a text is a constant of its kind (CSDL 14.3). */
export function isConstant(kind: ConstantKind, text: string): boolean {
  if (kind === "String") return true;
  if (kind === "EnumMember") return isEnumMembers(text);
  if (kind !== "Binary" && text.length > longest) return false;
  if (kind === "Int" && !isInteger(text)) return false;
  return patterns[kind]?.test(text) ?? false;
}

/** `ns.Type/Member`, for flags several with white space between them (CSDL 14.3.7). */
function isEnumMembers(text: string): boolean {
  return text.split(/\s+/).every((member) => {
    const [type = "", name = "", ...rest] = member.split("/");
    return rest.length === 0 && isQualifiedName(type) && isIdentifier(name);
  });
}

/** The names of the types that may underlie an enumeration (CSDL 10.1). */
export const enumUnderlyingTypes: readonly string[] = [...integerRanges.keys()];

/** Whether a text is a decimal integer in the range of a type; the 64 bits of Edm.Int64 when none is named. */
export function isInteger(text: string, type = "Edm.Int64"): boolean {
  // Longer texts are out of every range, and BigInt takes more than linear time for them.
  const digits = /^[+-]?0*(0|[1-9][0-9]*)$/.exec(text)?.[1];
  if (digits === undefined || digits.length > 19) return false;
  const value = BigInt(text.startsWith("-") ? `-${digits}` : digits);
  const [low, high] = integerRanges.get(type) ?? [-(2n ** 63n), 2n ** 63n - 1n];
  return value >= low && value <= high;
}
