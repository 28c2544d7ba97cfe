import type { ValuePlan } from "../plan/values.ts";
import type { Deprecation } from "../model/types.ts";
import { effectiveFacets, isPrimitive } from "./facets.ts";

/** A type as CSDL writes it: `Collection(Edm.String)`. */
export function typeText(value: ValuePlan, collection: boolean): string {
  const text = valueText(value);
  return collection ? `Collection(${text})` : text;
}

function valueText(value: ValuePlan): string {
  switch (value.kind) {
    case "primitive":
      return value.type;
    case "definition":
    case "enum":
      return value.name;
    case "object":
      return value.unresolved ? `${value.name} (discriminator is data)` : value.name;
    case "resource":
      return `one or many of ${value.name}`;
    case "untyped":
      return "Edm.Untyped";
  }
}

/** Facets as CSDL writes them, `none` where there are none. */
export function facetsText(value: ValuePlan): string {
  if (!isPrimitive(value)) return "none";
  const { maxLength, precision, scale } = effectiveFacets(value);
  const written = Object.entries({ MaxLength: maxLength, Precision: precision, Scale: scale });
  return written.flatMap(([name, facet]) => (facet === undefined ? [] : [`${name}=${facet}`])).join(" ") || "none";
}

/** What a deprecation says, in one line. */
export function deprecationText({ date, removalDate, version, reason }: Deprecation): string {
  const parts = [
    version === undefined ? [] : `version ${version}`,
    date === undefined ? [] : `since ${date}`,
    removalDate === undefined ? [] : `to be removed on ${removalDate}`,
    reason ?? [],
  ].flat();
  return parts.join(", ") || "deprecated";
}
