import type { Operation, Parameter, ReturnType, Term } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { isNamed, optional, withDefault } from "./attributes.ts";
import { readFacets, readType } from "./facets.ts";
import * as kinds from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { at, reportError, type Reading } from "./reading.ts";
import { checkShape, isWithout } from "./shape.ts";

/** `Action` or `Function` (CSDL 12.1, 12.3). */
export function readOperation(reading: Reading, element: XmlElement): Operation {
  const children = checkShape(reading, element);
  const returnType = children.find(({ name }) => name === "ReturnType");
  const operation: Operation = {
    at: at(reading, element.index),
    kind: element.name === "Action" ? "Action" : "Function",
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    isBound: withDefault(reading, element, "IsBound", kinds.boolean, false),
    entitySetPath: optional(reading, element, "EntitySetPath", kinds.path),
    isComposable: element.name === "Function" && withDefault(reading, element, "IsComposable", kinds.boolean, false),
    parameters: children
      .filter(({ name }) => name === "Parameter")
      .map((child) => readParameter(reading, child))
      .filter(isNamed),
    returnType: returnType && readReturnType(reading, returnType),
    annotations: readAnnotations(reading, children),
  };
  checkOperation(reading, element, { operation, children });
  return operation;
}

interface ReadOperation {
  readonly operation: Operation;
  readonly children: readonly XmlElement[];
}

function checkOperation(reading: Reading, element: XmlElement, { operation, children }: ReadOperation): void {
  const { index } = element;
  const { kind, name, isBound } = operation;
  // CSDL 12.3: a function returns something.
  if (kind === "Function" && isWithout(element, children, "ReturnType")) {
    reportError(reading, index, `Function ${name} has no ReturnType, which a function must have`);
  }
  // CSDL 12.9: the first parameter of a bound operation is what it is bound to.
  if (isBound && isWithout(element, children, "Parameter")) {
    reportError(reading, index, `${kind} ${name} has IsBound="true" and no Parameter to be bound to`);
  }
}

function readParameter(reading: Reading, element: XmlElement): Parameter {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    type: readType(reading, element),
    facets: readFacets(reading, element),
    annotations: readAnnotations(reading, children),
  };
}

function readReturnType(reading: Reading, element: XmlElement): ReturnType {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    type: readType(reading, element),
    facets: readFacets(reading, element),
    annotations: readAnnotations(reading, children),
  };
}

/** `Term` (CSDL 14.1). Facets and what it applies to are checked and dropped. */
export function readTerm(reading: Reading, element: XmlElement): Term {
  const children = checkShape(reading, element);
  readFacets(reading, element);
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    type: readType(reading, element),
    baseTerm: optional(reading, element, "BaseTerm", kinds.qualifiedName),
    annotations: readAnnotations(reading, children),
  };
}
