import { quotedNumbers } from "../edm.ts";
import type { ValuePlan } from "../plan/values.ts";
import type { Comparing } from "./relations.ts";
import { isPrimitive } from "./facets.ts";

/**
 * Whether the compiler sees one type in both of two values, of which the later has no others than the earlier. Where it
 * does not, code that looks for what is gone no longer compiles (TS2367, TS2678), although nothing new comes.
 */
export function compilesAlike(before: ValuePlan, after: ValuePlan, comparing: Comparing): boolean {
  return compiledType(before, comparing) === compiledType(after, comparing);
}

const numbers: ReadonlySet<string> = new Set(["Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.SByte"]);
/** With INF, -INF and NaN beside numbers (OData JSON 7.1). */
const floats: ReadonlySet<string> = new Set(["Edm.Decimal", "Edm.Double", "Edm.Single"]);
/** What is neither a number nor a text. */
const othersThanText: ReadonlySet<string> = new Set(["Edm.Boolean", "Edm.PrimitiveType"]);

function compiledType(value: ValuePlan, comparing: Comparing): string {
  if (isPrimitive(value)) return compiledPrimitive(value.type, comparing.ieee754Compatible);
  switch (value.kind) {
    case "enum":
      return comparing.isCombined(value.name) ? "string" : value.name;
    case "object":
      return value.unresolved ? `any ${value.name}` : value.name;
    case "resource":
    case "untyped":
      return value.kind;
  }
}

function compiledPrimitive(type: string, ieee754Compatible: boolean): string {
  if (ieee754Compatible && quotedNumbers.has(type)) return "string";
  if (numbers.has(type)) return "number";
  if (floats.has(type)) return "float";
  return type.startsWith("Edm.Geo") || othersThanText.has(type) ? type : "string";
}
