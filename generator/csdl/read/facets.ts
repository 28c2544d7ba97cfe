import type { Facets, TypeReference } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { optional, withDefault } from "./attributes.ts";
import * as kinds from "./kinds.ts";
import type { Reading } from "./reading.ts";

const noType: TypeReference = { name: "", collection: false };

/** The attribute `Type` of what has one. */
export function readType(reading: Reading, element: XmlElement): TypeReference {
  return withDefault(reading, element, "Type", kinds.typeReference, noType);
}

/** The facets of a typed element (CSDL 7.2). */
export function readFacets(reading: Reading, element: XmlElement): Facets {
  return {
    nullable: optional(reading, element, "Nullable", kinds.boolean),
    maxLength: optional(reading, element, "MaxLength", kinds.maxLength),
    precision: optional(reading, element, "Precision", kinds.count),
    scale: optional(reading, element, "Scale", kinds.scale),
    unicode: optional(reading, element, "Unicode", kinds.boolean),
    srid: optional(reading, element, "SRID", kinds.srid),
  };
}
