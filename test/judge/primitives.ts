import type { Definition, Facets, Facts } from "./facts.ts";
import { geoSchema } from "./geo-json.ts";

/** A JSON Schema, as plain data. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

const notFinite = { enum: ["INF", "-INF", "NaN"] };
/** From here on a number rounds to infinity in binary32: halfway between the largest one and 2^128. */
const beyondSingle = 2 ** 128 - 2 ** 103;

/** How numbers of 64 bits and decimal numbers are written (OData JSON 3.2). */
export interface Wire {
  readonly ieee754Compatible: boolean;
}

/** The schema of a primitive type, of a type definition or of an enumeration; undefined for structured types. */
export function valueSchema(facts: Facts, wire: Wire, type: string, facets: Facets): Schema | undefined {
  const enumeration = facts.enums.get(type);
  if (enumeration !== undefined) {
    const { flags, members } = enumeration;
    return members.length === 0 ? false : flags ? { type: "string", flags: members } : { enum: members };
  }
  const definition = facts.definitions.get(type);
  if (definition !== undefined) return primitiveSchema(definition.underlying, facetsOf(definition, facets), wire);
  return type.startsWith("Edm.") ? primitiveSchema(type, facets, wire) : undefined;
}

/** A facet of the definition holds wherever it is used; one that it lacks may be set there (CSDL 11.1). */
function facetsOf({ facets }: Definition, own: Facets): Facets {
  return {
    maxLength: facets.maxLength ?? own.maxLength,
    precision: facets.precision ?? own.precision,
    scale: facets.scale ?? own.scale,
  };
}

/** OData JSON 4.01 section 7.1. */
function primitiveSchema(type: string, { maxLength, precision, scale }: Facets, wire: Wire): Schema {
  const text = (format: string, facet?: unknown): Schema => ({ type: "string", [format]: facet ?? true });
  switch (type) {
    case "Edm.Boolean":
      return { type: "boolean" };
    case "Edm.String":
      return maxLength === undefined ? { type: "string" } : { type: "string", maxLength };
    case "Edm.Stream":
      return { type: "string" };
    case "Edm.Guid":
      return text("edmGuid");
    case "Edm.Binary":
      return text("edmBinary", maxLength);
    case "Edm.Date":
      return text("edmDate");
    case "Edm.DateTimeOffset":
      return text("edmDateTimeOffset", precision);
    case "Edm.TimeOfDay":
      return text("edmTimeOfDay", precision);
    case "Edm.Duration":
      return text("edmDuration", precision);
    case "Edm.Byte":
      return { type: "integer", minimum: 0, maximum: 255 };
    case "Edm.SByte":
      return { type: "integer", minimum: -128, maximum: 127 };
    case "Edm.Int16":
      return { type: "integer", minimum: -(2 ** 15), maximum: 2 ** 15 - 1 };
    case "Edm.Int32":
      return { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
    case "Edm.Int64":
      return wire.ieee754Compatible ? text("edmInt64") : { type: "integer", minimum: -(2 ** 63), maximum: 2 ** 63 };
    case "Edm.Double":
      return { anyOf: [{ type: "number" }, notFinite] };
    case "Edm.Single":
      return {
        anyOf: [{ type: "number", exclusiveMinimum: -beyondSingle, exclusiveMaximum: beyondSingle }, notFinite],
      };
    case "Edm.Decimal":
      return {
        anyOf: [{ type: wire.ieee754Compatible ? "string" : "number", edmDecimal: { precision, scale } }, notFinite],
      };
    case "Edm.Untyped":
      return true;
    case "Edm.PrimitiveType":
      return { type: ["boolean", "number", "string"] };
    default:
      return geoSchema(type);
  }
}
