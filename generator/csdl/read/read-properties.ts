import { isIdentifier } from "../grammar/names.ts";
import type { NavigationProperty, Property, ReferentialConstraint } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { findAttribute, optional, withDefault, type Kind } from "./attributes.ts";
import { readFacets, readType } from "./facets.ts";
import * as kinds from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { at, reportWarning, type Reading } from "./reading.ts";
import { checkShape } from "./shape.ts";

/** `Property` (CSDL 7). */
export function readProperty(reading: Reading, element: XmlElement): Property {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    name: readPropertyName(reading, element),
    type: readType(reading, element),
    facets: readFacets(reading, element),
    defaultValue: optional(reading, element, "DefaultValue", kinds.anyText),
    annotations: readAnnotations(reading, children),
  };
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
  for (const child of children) if (child.name === "OnDelete") checkOnDelete(reading, child);
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
    constraints: children
      .filter(({ name }) => name === "ReferentialConstraint")
      .map((child) => readConstraint(reading, child))
      .filter(({ property, referencedProperty }) => property !== "" && referencedProperty !== ""),
    containsTarget: withDefault(reading, element, "ContainsTarget", kinds.boolean, false),
    annotations: readAnnotations(reading, children),
  };
}

/** `ReferentialConstraint` (CSDL 8.5). */
function readConstraint(reading: Reading, element: XmlElement): ReferentialConstraint {
  readAnnotations(reading, checkShape(reading, element));
  return {
    at: at(reading, element.index),
    property: withDefault(reading, element, "Property", kinds.path, ""),
    referencedProperty: withDefault(reading, element, "ReferencedProperty", kinds.path, ""),
  };
}

/** `OnDelete` (CSDL 8.6): checked, and dropped, for nothing depends on it. */
function checkOnDelete(reading: Reading, element: XmlElement): void {
  readAnnotations(reading, checkShape(reading, element));
  optional(reading, element, "Action", onDeleteAction);
}
