import type { Facets, TypeReference } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { findAttribute, optional, withDefault } from "./attributes.ts";
import * as kinds from "./kinds.ts";
import { reportError, reportWarning, type Reading } from "./reading.ts";

// One that fits nearly everywhere, so that nothing more is told of what has none.
const noType: TypeReference = { name: "Edm.String", collection: false };

const decimals: readonly string[] = ["Edm.Decimal", "Collection(Edm.Decimal)"];

/** The attribute `Type` of what has one. */
export function readType(reading: Reading, element: XmlElement): TypeReference {
  return withDefault(reading, element, "Type", kinds.typeReference, noType);
}

/** The facets of a typed element (CSDL 7.2). */
export function readFacets(reading: Reading, element: XmlElement): Facets {
  const facets: Facets = {
    nullable: optional(reading, element, "Nullable", kinds.boolean),
    maxLength: optional(reading, element, "MaxLength", kinds.maxLength),
    precision: readPrecision(reading, element),
    scale: optional(reading, element, "Scale", kinds.scale),
    unicode: optional(reading, element, "Unicode", kinds.boolean),
    srid: optional(reading, element, "SRID", kinds.srid),
  };
  checkScale(reading, element, facets);
  return facets;
}

/** CSDL 7.2.3: times may have no digits behind the point, and a decimal number of none would be 0 alone. */
function readPrecision(reading: Reading, element: XmlElement): number | undefined {
  const precision = optional(reading, element, "Precision", kinds.count);
  const type = findAttribute(element, "Type") ?? findAttribute(element, "UnderlyingType");
  if (precision !== 0 || !decimals.includes(type?.value ?? "")) return precision;
  const index = findAttribute(element, "Precision")?.index ?? element.index;
  const message = `${element.name} has Precision="0", expected: a positive integer for Edm.Decimal`;
  reportWarning(reading, index, message, "it is read as if it were absent: no limit");
  return undefined;
}

/** CSDL 7.2.4: a scale is not larger than the precision. */
function checkScale(reading: Reading, element: XmlElement, { precision, scale }: Facets): void {
  if (precision === undefined || typeof scale !== "number" || scale <= precision) return;
  const index = findAttribute(element, "Scale")?.index ?? element.index;
  const message = `${element.name} has Scale="${scale}", which is more than its Precision="${precision}"`;
  reportError(reading, index, message, { element: element.index });
}
