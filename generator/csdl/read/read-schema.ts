import type { Schema } from "../types.ts";
import type { XmlElement } from "../xml/tree-types.ts";
import { optional, withDefault } from "./attributes.ts";
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
  return {
    at: at(reading, element.index),
    namespace: withDefault(reading, element, "Namespace", schemaNamespace, ""),
    alias: optional(reading, element, "Alias", alias),
    entityTypes: all("EntityType", readEntityType),
    complexTypes: all("ComplexType", readComplexType),
    enumTypes: all("EnumType", readEnumType),
    typeDefinitions: all("TypeDefinition", readTypeDefinition),
    actions: all("Action", readOperation),
    functions: all("Function", readOperation),
    terms: all("Term", readTerm),
    entityContainers: all("EntityContainer", readEntityContainer),
    targeted: all("Annotations", readTargeted),
    annotations: readAnnotations(reading, children),
  };
}
