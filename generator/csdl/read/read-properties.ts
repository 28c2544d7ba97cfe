import { isIdentifier } from "../grammar/names.ts";
import type { NavigationProperty, Property } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { findAttribute, optional, withDefault, type Kind } from "./attributes.ts";
import { readFacets, readType } from "./facets.ts";
import * as kinds from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { at, reportError, reportWarning, type Reading } from "./reading.ts";
import { checkShape } from "./shape.ts";

/** `Property` (CSDL 7). */
export function readProperty(reading: Reading, element: XmlElement): Property {
  const children = checkShape(reading, element);
  const property: Property = {
    at: at(reading, element.index),
    name: readPropertyName(reading, element),
    type: readType(reading, element),
    facets: readFacets(reading, element),
    defaultValue: optional(reading, element, "DefaultValue", kinds.anyText),
    annotations: readAnnotations(reading, children),
  };
  checkScale(reading, element, property);
  return property;
}

/** CSDL 7.2.4: a scale is not larger than the precision. */
function checkScale(reading: Reading, element: XmlElement, { facets: { precision, scale } }: Property): void {
  if (precision === undefined || typeof scale !== "number" || scale <= precision) return;
  const index = findAttribute(element, "Scale")?.index ?? element.index;
  reportError(reading, index, `${element.name} has Scale="${scale}", which is more than its Precision="${precision}"`);
}

/** Names of properties become JSON member names, where a hyphen does no harm: it is tolerated. */
function readPropertyName(reading: Reading, element: XmlElement): string {
  const name = withDefault(reading, element, "Name", kinds.propertyName, "");
  if (name !== "" && !isIdentifier(name)) {
    const index = findAttribute(element, "Name")?.index ?? element.index;
    reportWarning(reading, index, `${element.name} has Name="${name}", and - may not stand in an OData identifier`);
  }
  return name;
}

const onDeleteAction: Kind<string> = {
  parse: (text) => ["Cascade", "None", "SetNull", "SetDefault"].find((action) => action === text),
  expected: "Cascade, None, SetNull, SetDefault",
};

/** `NavigationProperty` (CSDL 8). */
export function readNavigationProperty(reading: Reading, element: XmlElement): NavigationProperty {
  const children = checkShape(reading, element);
  for (const child of children) checkConstraint(reading, child);
  const type = readType(reading, element);
  const nullable = optional(reading, element, "Nullable", kinds.boolean);
  if (type.collection && nullable !== undefined) {
    const index = findAttribute(element, "Nullable")?.index ?? element.index;
    // CSDL 8.3: such a collection may be empty, and its items are never null.
    reportWarning(reading, index, "NavigationProperty of a collection has Nullable, which CSDL does not allow there");
  }
  return {
    at: at(reading, element.index),
    name: readPropertyName(reading, element),
    type,
    nullable,
    partner: optional(reading, element, "Partner", kinds.path),
    containsTarget: withDefault(reading, element, "ContainsTarget", kinds.boolean, false),
    annotations: readAnnotations(reading, children),
  };
}

/** `ReferentialConstraint` (CSDL 8.5) and `OnDelete` (CSDL 8.6): checked, and dropped, for nothing depends on them. */
function checkConstraint(reading: Reading, element: XmlElement): void {
  if (element.name === "Annotation") return;
  readAnnotations(reading, checkShape(reading, element));
  if (element.name === "OnDelete") {
    optional(reading, element, "Action", onDeleteAction);
  } else {
    optional(reading, element, "Property", kinds.path);
    optional(reading, element, "ReferencedProperty", kinds.path);
  }
}
