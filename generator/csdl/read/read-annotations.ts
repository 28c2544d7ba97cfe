import { isIdentifier } from "../grammar/names.ts";
import type { Annotation, Annotations, PropertyValue } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { findAttribute, optional, withDefault } from "./attributes.ts";
import { identifier, qualifiedName, qualifier, target } from "./kinds.ts";
import { readValue } from "./read-expressions.ts";
import { at, reportError, reportWarning, type Reading } from "./reading.ts";
import { checkShape, isWithout } from "./shape.ts";

/** The `Annotation` elements among the children of an element (CSDL 14.2). */
export function readAnnotations(reading: Reading, children: readonly XmlElement[]): readonly Annotation[] {
  return children
    .filter(({ name }) => name === "Annotation")
    .map((child) => readAnnotation(reading, child))
    .filter(({ term }) => term !== "");
}

function readAnnotation(reading: Reading, element: XmlElement): Annotation {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    term: withDefault(reading, element, "Term", qualifiedName, ""),
    qualifier: readQualifier(reading, element),
    value: readValue(reading, element, children),
    annotations: readAnnotations(reading, children),
  };
}

/** CSDL 14.2.1: a simple identifier. */
function readQualifier(reading: Reading, element: XmlElement): string | undefined {
  const value = optional(reading, element, "Qualifier", qualifier);
  if (value !== undefined && !isIdentifier(value)) {
    const index = findAttribute(element, "Qualifier")?.index ?? element.index;
    const message = `${element.name} has Qualifier="${value}", and . may not stand in an OData identifier`;
    reportWarning(reading, index, message);
  }
  return value;
}

/** An `Annotations` element: annotations of a target that is named from outside (CSDL 5.2, 14.2.2). */
export function readTargeted(reading: Reading, element: XmlElement): Annotations {
  const children = checkShape(reading, element);
  const qualified = findAttribute(element, "Qualifier");
  for (const child of qualified === undefined ? [] : children) {
    const own = findAttribute(child, "Qualifier");
    const message = "Annotation has a Qualifier beside that of its Annotations, which counts";
    if (own !== undefined) reportWarning(reading, own.index, message);
  }
  if (isWithout(element, children, "Annotation")) {
    reportError(reading, element.index, "Annotations holds no Annotation; at least one is expected");
  }
  return {
    at: at(reading, element.index),
    target: withDefault(reading, element, "Target", target, ""),
    qualifier: readQualifier(reading, element),
    annotations: readAnnotations(reading, children),
  };
}

/** A `PropertyValue` of a record (CSDL 14.4.12). */
export function readPropertyValue(reading: Reading, element: XmlElement): PropertyValue {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    property: withDefault(reading, element, "Property", identifier, ""),
    value: readValue(reading, element, children),
    annotations: readAnnotations(reading, children),
  };
}
