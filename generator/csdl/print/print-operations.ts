import { childKinds, exposedBy } from "../grammar/container.ts";
import type { ContainerChild, EntityContainer, Operation, Parameter, ReturnType, Term } from "../types.ts";
import { node, sorted, type Node } from "./node.ts";
import { printAnnotations } from "./print-annotations.ts";
import { printFacets, printFlag, printNullable, printType } from "./print-facets.ts";

/** What tells overloads apart: the name, then the parameters, the binding parameter first (CSDL 12.1, 12.3). */
export function operationKey({ name, isBound, parameters }: Operation): string {
  return [name, isBound, ...parameters.map((parameter) => `${printType(parameter.type)} ${parameter.name}`)].join(" ");
}

/** `Action` or `Function`, its parameters in their order. */
export function printOperation(operation: Operation): Node {
  const { kind, name, isBound, isComposable, entitySetPath, parameters, returnType, annotations } = operation;
  return node(
    kind,
    [
      ["Name", name],
      printFlag("IsBound", isBound),
      printFlag("IsComposable", isComposable),
      ["EntitySetPath", entitySetPath],
    ],
    [
      ...parameters.map(printParameter),
      ...(returnType === undefined ? [] : [printReturnType(returnType)]),
      ...printAnnotations(annotations),
    ],
  );
}

function printParameter({ name, type, facets, annotations }: Parameter): Node {
  return node(
    "Parameter",
    [
      ["Name", name],
      ["Type", printType(type)],
      printNullable(type, facets.nullable),
      ...printFacets(type.name, facets),
    ],
    printAnnotations(annotations),
  );
}

function printReturnType({ type, facets, annotations }: ReturnType): Node {
  return node(
    "ReturnType",
    [["Type", printType(type)], printNullable(type, facets.nullable), ...printFacets(type.name, facets)],
    printAnnotations(annotations),
  );
}

/** `Term`. */
export function printTerm({ name, type, annotations }: Term): Node {
  return node(
    "Term",
    [
      ["Name", name],
      ["Type", printType(type)],
    ],
    printAnnotations(annotations),
  );
}

/** `EntityContainer`: its children by kind, then by name. */
export function printEntityContainer(container: EntityContainer): Node {
  return node(
    "EntityContainer",
    [
      ["Name", container.name],
      ["Extends", container.extends],
    ],
    [
      ...sorted(container.children, ({ kind, name }) => `${childKinds.indexOf(kind)} ${name}`, printChild),
      ...printAnnotations(container.annotations),
    ],
  );
}

function printChild({ kind, name, type, annotations }: ContainerChild): Node {
  return node(
    kind,
    [
      ["Name", name],
      [exposedBy[kind], type],
    ],
    printAnnotations(annotations),
  );
}
