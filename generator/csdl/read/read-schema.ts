import type { Schema } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { isNamed, optional, withDefault } from "./attributes.ts";
import { alias, schemaNamespace } from "./kinds.ts";
import { readAnnotations, readTargeted } from "./read-annotations.ts";
import { readEntityContainer } from "./read-container.ts";
import { readEnumType } from "./read-enums.ts";
import { readOperation, readTerm } from "./read-operations.ts";
import { readComplexType, readEntityType, readTypeDefinition } from "./read-types.ts";
import { at, type Reading } from "./reading.ts";
import { checkShape } from "./shape.ts";

/** `Schema` (CSDL 5). */
export function readSchema(reading: Reading, element: XmlElement): Schema {
  const children = checkShape(reading, element);
  function all<T>(name: string, read: (reading: Reading, element: XmlElement) => T): readonly T[] {
    return children.filter((child) => child.name === name).map((child) => read(reading, child));
  }
  function named<T extends { readonly name: string }>(...[name, read]: Parameters<typeof all<T>>): readonly T[] {
    return all(name, read).filter(isNamed);
  }
  return {
    at: at(reading, element.index),
    namespace: withDefault(reading, element, "Namespace", schemaNamespace, ""),
    alias: optional(reading, element, "Alias", alias),
    entityTypes: named("EntityType", readEntityType),
    complexTypes: named("ComplexType", readComplexType),
    enumTypes: named("EnumType", readEnumType),
    typeDefinitions: named("TypeDefinition", readTypeDefinition),
    actions: named("Action", readOperation),
    functions: named("Function", readOperation),
    terms: named("Term", readTerm),
    entityContainers: named("EntityContainer", readEntityContainer),
    targeted: all("Annotations", readTargeted).filter(({ target }) => target !== ""),
    annotations: readAnnotations(reading, children),
  };
}
