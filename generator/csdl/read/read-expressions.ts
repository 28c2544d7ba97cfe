import { isConstant } from "../grammar/constants.ts";
import { dynamicElements, expressionAttributes } from "../grammar/shapes.ts";
import type { ConstantKind, Expression, PathKind } from "../types.ts";
import { contentOf } from "../xml/content.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { excerpt, findAttribute, optional } from "./attributes.ts";
import { readFacets } from "./facets.ts";
import { identifier, qualifiedName, typeReference } from "./kinds.ts";
import { readAnnotations, readPropertyValue } from "./read-annotations.ts";
import { reportError, type Reading } from "./reading.ts";
import { checkShape } from "./shape.ts";

/** The value of an `Annotation` or `PropertyValue`: an attribute, or one element, or none (CSDL 14.2). */
export function readValue(
  reading: Reading,
  element: XmlElement,
  children: readonly XmlElement[],
): Expression | undefined {
  const attributes = expressionAttributes.filter((name) => findAttribute(element, name) !== undefined);
  const elements = children.filter(({ name }) => name !== "Annotation");
  if (attributes.length + elements.length > 1) {
    const found = [...attributes, ...elements.map(({ name }) => name)].join(", ");
    reportError(reading, element.index, `${element.name} has more than one value: ${found}`);
  }
  const expressions = elements.map((child) => readExpression(reading, child));
  const [name] = attributes;
  if (name === undefined) return expressions[0];
  const attribute = findAttribute(element, name);
  return attribute && readText(reading, name, attribute.value, attribute.index);
}

function readExpression(reading: Reading, element: XmlElement): Expression {
  const children = checkShape(reading, element);
  switch (element.name) {
    case "Collection":
      return { kind: "Collection", items: children.map((child) => readExpression(reading, child)) };
    case "Record":
      return readRecord(reading, element, children);
    case "Null":
      readAnnotations(reading, children);
      return { kind: "Null" };
  }
  if (!dynamicElements.includes(element.name))
    return readText(reading, element.name, contentOf(element).text, element.index);
  // What computes at run time is kept by name, yet what stands in it must be CSDL.
  checkDynamic(reading, element);
  readAnnotations(reading, children);
  for (const child of children) if (child.name !== "Annotation") readExpression(reading, child);
  return { kind: "Dynamic", element: element.name };
}

/** The names in an expression that computes (CSDL 14.4.2 to 14.4.9), and the values in its attributes. */
function checkDynamic(reading: Reading, element: XmlElement): void {
  if (element.name === "Apply") optional(reading, element, "Function", qualifiedName);
  if (element.name === "Cast" || element.name === "IsOf") {
    optional(reading, element, "Type", typeReference);
    readFacets(reading, element);
  }
  if (element.name === "LabeledElement") {
    optional(reading, element, "Name", identifier);
    readValue(reading, element, []);
  }
}

/** `Record` (CSDL 14.4.12). */
function readRecord(reading: Reading, element: XmlElement, children: readonly XmlElement[]): Expression {
  return {
    kind: "Record",
    type: optional(reading, element, "Type", qualifiedName),
    properties: children
      .filter(({ name }) => name === "PropertyValue")
      .map((child) => readPropertyValue(reading, child))
      .filter(({ property }) => property !== ""),
    annotations: readAnnotations(reading, children),
  };
}

const constantKinds: readonly ConstantKind[] = [
  "Binary",
  "Bool",
  "Date",
  "DateTimeOffset",
  "Decimal",
  "Duration",
  "EnumMember",
  "Float",
  "Guid",
  "Int",
  "String",
  "TimeOfDay",
];

const pathKinds: readonly PathKind[] = [
  "AnnotationPath",
  "ModelElementPath",
  "NavigationPropertyPath",
  "Path",
  "PropertyPath",
];

/** A constant (CSDL 14.3) or a path (CSDL 14.4.1), from an attribute or from an element of the same name. */
function readText(reading: Reading, name: string, text: string, index: number): Expression {
  const constant = constantKinds.find((kind) => kind === name);
  if (constant === "String") return { kind: "Constant", type: constant, text };
  const collapsed = text.trim().replace(/[ \t\r\n]+/g, " ");
  if (constant !== undefined) {
    if (!isConstant(constant, collapsed)) {
      reportError(reading, index, `${excerpt(text)} is no constant of the kind ${constant}`);
    }
    return { kind: "Constant", type: constant, text: collapsed };
  }
  const path = pathKinds.find((kind) => kind === name);
  return path === undefined ? { kind: "Dynamic", element: name } : { kind: "Path", type: path, text: collapsed };
}
