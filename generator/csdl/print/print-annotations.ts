import type { Annotation, Annotations, Expression, PropertyValue } from "../types.ts";
import { node, sorted, textNode, type Attribute, type Node } from "./node.ts";

/** `Annotation` elements by term, then by qualifier. */
export function printAnnotations(annotations: readonly Annotation[]): readonly Node[] {
  return sorted(annotations, ({ term, qualifier = "" }) => `${term} ${qualifier}`, printAnnotation);
}

function printAnnotation({ term, qualifier, value, annotations }: Annotation): Node {
  const head: readonly Attribute[] = [
    ["Term", term],
    ["Qualifier", qualifier],
  ];
  return printValue("Annotation", head, value, annotations);
}

/** `Annotations` elements by target, then by qualifier. */
export function printTargeted(targeted: readonly Annotations[]): readonly Node[] {
  return sorted(
    targeted,
    ({ target, qualifier = "" }) => `${target} ${qualifier}`,
    ({ target, qualifier, annotations }) => {
      const attributes: readonly Attribute[] = [
        ["Target", target],
        ["Qualifier", qualifier],
      ];
      return node("Annotations", attributes, printAnnotations(annotations));
    },
  );
}

/** Constants and paths as attributes, everything else as an element. */
function printValue(
  name: string,
  head: readonly Attribute[],
  value: Expression | undefined,
  annotations: readonly Annotation[],
): Node {
  const inline = printAnnotations(annotations);
  if (value === undefined) return node(name, head, inline);
  if (value.kind === "Constant" || value.kind === "Path")
    return node(name, [...head, [value.type, value.text]], inline);
  return node(name, head, [printExpression(value), ...inline]);
}

function printExpression(expression: Expression): Node {
  switch (expression.kind) {
    case "Constant":
    case "Path":
      return textNode(expression.type, expression.text);
    case "Collection":
      return node("Collection", [], expression.items.map(printExpression));
    case "Record": {
      const properties = sorted(expression.properties, ({ property }) => property, printPropertyValue);
      return node("Record", [["Type", expression.type]], [...properties, ...printAnnotations(expression.annotations)]);
    }
    case "Null":
      return node("Null", []);
    case "Dynamic":
      return node(expression.element, []);
  }
}

function printPropertyValue({ property, value, annotations }: PropertyValue): Node {
  return printValue("PropertyValue", [["Property", property]], value, annotations);
}
