import { integerRanges } from "../edm.ts";
import { isRecord } from "../json.ts";
import type { TypeUse } from "../model/types.ts";
import { formOf, hasForm } from "./forms.ts";
import { underlyingType, type TypeIndex } from "./type-index.ts";

const numbers: ReadonlySet<string> = new Set([...integerRanges.keys(), "Edm.Decimal", "Edm.Double", "Edm.Single"]);

/** Whether a value is of the kind of JSON that a type asks for; null and the untyped fit anywhere. */
export function kindFits(value: unknown, use: TypeUse, index: TypeIndex): boolean {
  if (value === null) return true;
  if (use.collection) return Array.isArray(value);
  const type = underlyingType(index, use.name);
  if (type === "Edm.Untyped") return true;
  if (index.structured.has(type)) return isRecord(value);
  if (type === "Edm.Boolean") return typeof value === "boolean";
  if (numbers.has(type)) return typeof value === "number";
  if (type.startsWith("Edm.Geo") || type === "Edm.ComplexType" || type === "Edm.EntityType") return isRecord(value);
  return typeof value === "string";
}

/** Whether a value that is no array may stand where a type is declared, by its form as well. */
export function itemFits(value: unknown, name: string, index: TypeIndex): boolean {
  if (
    !kindFits(value, { name, collection: false, maxLength: undefined, precision: undefined, scale: undefined }, index)
  )
    return false;
  const type = underlyingType(index, name);
  if (typeof value === "string") {
    const enumeration = index.enums.get(type);
    return enumeration === undefined ? hasForm(value, type) : enumeration.members.some((one) => one.name === value);
  }
  const range = integerRanges.get(type);
  if (typeof value !== "number" || range === undefined) return true;
  return Number.isInteger(value) && value >= Number(range[0]) && value <= Number(range[1]);
}

/** The primitive type of values that are no objects, from the values alone; undefined where they are of many kinds. */
export function primitiveType(
  values: readonly unknown[],
  stringHabits: ReadonlyMap<string, string>,
): string | undefined {
  if (values.every((value) => typeof value === "boolean")) return "Edm.Boolean";
  if (values.every((value) => typeof value === "number")) {
    const fits = (type: string): boolean => {
      const [low, high] = integerRanges.get(type) ?? [0n, 0n];
      return values.every((value) => Number.isInteger(value) && value >= Number(low) && value <= Number(high));
    };
    return ["Edm.Int32", "Edm.Int64"].find(fits) ?? "Edm.Double";
  }
  if (!values.every((value) => typeof value === "string")) return undefined;
  const [first, ...others] = new Set(values.map(formOf));
  return first === undefined || others.length > 0 ? "Edm.String" : (stringHabits.get(first) ?? first);
}
