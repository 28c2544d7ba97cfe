import { primitiveTypes, quotedNumbers } from "../edm.ts";
import type { ValuePlan } from "../plan/values.ts";
import { facetsAccept, isPrimitive } from "./facets.ts";

/** What two values are compared by: renamed types, and how 64-bit numbers travel after the change. */
export interface Comparing {
  /** Later names of types by their earlier ones, where they differ. */
  readonly renamed: Pick<ReadonlyMap<string, string>, "get">;
  readonly ieee754Compatible: boolean;
  /** Whether an enumeration's values are combinations after the change, which the compiler takes for any string. */
  readonly isCombined: (name: string) => boolean;
  /** Whether nothing else stands where a type is declared, before or after. */
  readonly standsAlone: (name: string) => boolean;
  /** Whether open types have an index signature, before and after. */
  readonly indexed: { readonly before: boolean; readonly after: boolean };
  /** Whether the facets of two values are those of a type definition, so that what changed is told there. */
  readonly toldByDefinition: (before: ValuePlan, after: ValuePlan) => boolean;
}

/** Where nothing was renamed. */
export const plainly: Comparing = {
  renamed: new Map(),
  ieee754Compatible: false,
  isCombined: () => false,
  standsAlone: () => true,
  indexed: { before: false, after: false },
  toldByDefinition: () => false,
};

/** A type's later name. */
export function laterName(name: string, { renamed }: Comparing): string {
  return renamed.get(name) ?? name;
}

const strings = ["Binary", "Date", "DateTimeOffset", "Duration", "Guid", "Stream", "String", "TimeOfDay"];
const integers = ["Byte", "Int16", "Int32", "Int64", "SByte"];
const shapes = primitiveTypes.filter((name) => /^Edm\.Geo/.test(name)).map((name) => name.slice(4));
const geographies = shapes.filter((name) => name.startsWith("Geography"));
const geometries = shapes.filter((name) => name.startsWith("Geometry"));

/** By primitive type: the types whose JSON values are all among its own (OData JSON 7.1). */
const among: ReadonlyMap<string, readonly string[]> = new Map([
  ["String", strings],
  // A link, which validators take for any string.
  ["Stream", strings],
  ["Int16", ["Byte", "SByte"]],
  ["Int32", ["Byte", "Int16", "SByte"]],
  ["Int64", integers],
  ["Decimal", integers],
  ["Single", ["Byte", "Int16", "SByte"]],
  ["Double", [...integers, "Decimal", "Single"]],
  ["Geography", geographies],
  ["Geometry", geometries],
  ["PrimitiveType", [...strings, ...integers, "Boolean", "Decimal", "Double", "Single"]],
]);

/** Like `includes`, with the facets of the first: whether everything that was sent as the second is accepted. */
export function accepts(whole: ValuePlan, part: ValuePlan, comparing: Comparing): boolean {
  return includes(whole, part, comparing) && (!isPrimitive(whole) || facetsAccept(whole, part));
}

/**
 * Whether every JSON value of the second is one of the first, facets aside. Types of the model are the same by name;
 * what changed inside them is told where they are declared. Renamed types are one, whichever of the two is the earlier.
 */
export function includes(whole: ValuePlan, part: ValuePlan, comparing: Comparing): boolean {
  if (whole.kind === "untyped") return true;
  if (isPrimitive(whole)) {
    if (isPrimitive(part)) return includesPrimitive(whole.type, part.type, comparing.ieee754Compatible);
    return part.kind === "enum" && ["Edm.String", "Edm.PrimitiveType"].includes(whole.type);
  }
  if (whole.kind === "object" && whole.unresolved && part.kind === "object") {
    // What derived types have is not known where the discriminator is data.
    if (!part.unresolved && !comparing.standsAlone(part.name)) return false;
    return sameType({ ...whole, unresolved: part.unresolved }, part, comparing);
  }
  return sameType(whole, part, comparing);
}

/**
 * Whether both are one primitive type or one type of the model, renamed ones counted as one. Another kind of type under
 * the same name is told where it is declared.
 */
export function sameType(a: ValuePlan, b: ValuePlan, { renamed }: Comparing): boolean {
  if (a.kind === "primitive" && b.kind === "primitive") return a.type === b.type;
  if (isNamed(a) && isNamed(b)) {
    const sameName = a.name === b.name || renamed.get(a.name) === b.name || renamed.get(b.name) === a.name;
    return sameName && isUnresolved(a) === isUnresolved(b);
  }
  return a.kind === b.kind;
}

function isNamed(value: ValuePlan): value is Extract<ValuePlan, { readonly kind: "object" | "enum" | "definition" }> {
  return value.kind === "object" || value.kind === "enum" || value.kind === "definition";
}

function isUnresolved(value: ValuePlan): boolean {
  return value.kind === "object" && value.unresolved;
}

function includesPrimitive(whole: string, part: string, ieee754Compatible: boolean): boolean {
  if (whole === part) return true;
  const [outer, inner] = [whole.slice("Edm.".length), part.slice("Edm.".length)];
  if (ieee754Compatible && outer === "String" && quotedNumbers.has(part)) return true;
  // No number is among them.
  if (ieee754Compatible && outer !== "PrimitiveType" && (quotedNumbers.has(whole) || quotedNumbers.has(part)))
    return false;
  return among.get(outer)?.includes(inner) ?? false;
}
