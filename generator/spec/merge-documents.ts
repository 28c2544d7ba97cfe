import type { CsdlDocument, Schema } from "../csdl/types.ts";

/** One document with the schemas of all; schemas of one namespace become one. The input is not empty. */
export function mergeDocuments(documents: readonly CsdlDocument[]): CsdlDocument {
  const [first] = documents;
  if (first === undefined) throw new TypeError("there is no document to merge");
  const schemas = new Map<string, Schema>();
  for (const schema of documents.flatMap((document) => document.schemas)) {
    const earlier = schemas.get(schema.namespace);
    schemas.set(schema.namespace, earlier === undefined ? schema : mergeSchemas(earlier, schema));
  }
  return { ...first, schemas: [...schemas.values()] };
}

function mergeSchemas(a: Schema, b: Schema): Schema {
  return {
    ...a,
    alias: a.alias ?? b.alias,
    entityTypes: [...a.entityTypes, ...b.entityTypes],
    complexTypes: [...a.complexTypes, ...b.complexTypes],
    enumTypes: [...a.enumTypes, ...b.enumTypes],
    typeDefinitions: [...a.typeDefinitions, ...b.typeDefinitions],
    actions: [...a.actions, ...b.actions],
    functions: [...a.functions, ...b.functions],
    entityContainers: [...a.entityContainers, ...b.entityContainers],
  };
}
