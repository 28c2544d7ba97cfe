import { childKinds, exposedBy } from "../grammar/container.ts";
import type { ContainerChild, EntityContainer, NavigationPropertyBinding } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { optional, withDefault } from "./attributes.ts";
import * as kinds from "./kinds.ts";
import { readAnnotations } from "./read-annotations.ts";
import { at, type Reading } from "./reading.ts";
import { checkShape } from "./shape.ts";

/** `EntityContainer` (CSDL 13). */
export function readEntityContainer(reading: Reading, element: XmlElement): EntityContainer {
  const children = checkShape(reading, element);
  return {
    at: at(reading, element.index),
    name: withDefault(reading, element, "Name", kinds.identifier, ""),
    extends: optional(reading, element, "Extends", kinds.qualifiedName),
    children: children
      .flatMap((child) => readChild(reading, child))
      .filter(({ name, type }) => name !== "" && type !== ""),
    annotations: readAnnotations(reading, children),
  };
}

function readChild(reading: Reading, element: XmlElement): readonly ContainerChild[] {
  const kind = childKinds.find((name) => name === element.name);
  if (kind === undefined) return [];
  const children = checkShape(reading, element);
  // What addressing needs and types do not: checked, and dropped.
  optional(reading, element, "IncludeInServiceDocument", kinds.boolean);
  optional(reading, element, "Nullable", kinds.boolean);
  return [
    {
      at: at(reading, element.index),
      kind,
      name: withDefault(reading, element, "Name", kinds.identifier, ""),
      type: withDefault(reading, element, exposedBy[kind], kinds.qualifiedName, ""),
      entitySet: optional(reading, element, "EntitySet", kinds.containerTarget),
      bindings: children
        .filter(({ name }) => name === "NavigationPropertyBinding")
        .map((child) => readBinding(reading, child))
        .filter(({ path, target }) => path !== "" && target !== ""),
      annotations: readAnnotations(reading, children),
    },
  ];
}

/** `NavigationPropertyBinding` (CSDL 13.4). */
function readBinding(reading: Reading, element: XmlElement): NavigationPropertyBinding {
  readAnnotations(reading, checkShape(reading, element));
  return {
    at: at(reading, element.index),
    path: withDefault(reading, element, "Path", kinds.path, ""),
    target: withDefault(reading, element, "Target", kinds.containerTarget, ""),
  };
}
