import type { ComplexType, EntityType, PropertyRef, StructuredType, TypeDefinition } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { isNamed, optional, withDefault } from "./attributes.ts";
import { readFacets } from "./facets.ts";
import * as kinds from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { readNavigationProperty, readProperty } from "./read-properties.ts";
import { at, reportError, type Reading } from "./reading.ts";
import { checkShape, isWithout } from "./shape.ts";

/** `EntityType` (CSDL 6). */
export function readEntityType(reading: Reading, element: XmlElement): EntityType {
  const children = checkShape(reading, element);
  const key = children.find(({ name }) => name === "Key");
  return {
    kind: "EntityType",
    ...readStructured(reading, element, children),
    hasStream: optional(reading, element, "HasStream", kinds.boolean),
    key: key && readKey(reading, key),
  };
}

/** `ComplexType` (CSDL 9). */
export function readComplexType(reading: Reading, element: XmlElement): ComplexType {
  return { kind: "ComplexType", ...readStructured(reading, element, checkShape(reading, element)) };
}

function readStructured(reading: Reading, element: XmlElement, children: readonly XmlElement[]): StructuredType {
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    baseType: optional(reading, element, "BaseType", kinds.qualifiedName),
    abstract: optional(reading, element, "Abstract", kinds.boolean),
    openType: optional(reading, element, "OpenType", kinds.boolean),
    properties: children
      .filter(({ name }) => name === "Property")
      .map((child) => readProperty(reading, child))
      .filter(isNamed),
    navigationProperties: children
      .filter(({ name }) => name === "NavigationProperty")
      .map((child) => readNavigationProperty(reading, child))
      .filter(isNamed),
    annotations: readAnnotations(reading, children),
  };
}

/** `Key` (CSDL 6.5). */
function readKey(reading: Reading, element: XmlElement): readonly PropertyRef[] {
  const children = checkShape(reading, element);
  if (isWithout(element, children, "PropertyRef")) {
    reportError(reading, element.index, "Key holds no PropertyRef; at least one is expected");
  }
  return children.map((child) => readPropertyRef(reading, child)).filter(isNamed);
}

function readPropertyRef(reading: Reading, element: XmlElement): PropertyRef {
  checkShape(reading, element);
  const name = withDefault(reading, element, "Name", kinds.path, "");
  const alias = optional(reading, element, "Alias", kinds.identifier);
  // CSDL 6.5: a path needs an alias, because the name of a key is an identifier in URLs.
  if (name.includes("/") && alias === undefined) {
    reportError(reading, element.index, `PropertyRef names the path ${name} and has no Alias, which a path needs`);
  }
  return { at: at(reading, element.index), name, alias };
}

/** `TypeDefinition` (CSDL 11). */
export function readTypeDefinition(reading: Reading, element: XmlElement): TypeDefinition {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    underlyingType: withDefault(reading, element, "UnderlyingType", kinds.primitiveType, "Edm.String"),
    // CSDL 11.1: nullability belongs to where a type is used.
    facets: { ...readFacets(reading, element), nullable: undefined },
    annotations: readAnnotations(reading, children),
  };
}
