import { edm, edmx } from "./grammar/namespaces.ts";
import { node, render, sorted, type Node } from "./print/node.ts";
import { printAnnotations, printTargeted } from "./print/print-annotations.ts";
import { operationKey, printEntityContainer, printOperation, printTerm } from "./print/print-operations.ts";
import { printEnumType, printStructured, printTypeDefinition } from "./print/print-types.ts";
import type { CsdlDocument, Include, Reference, Schema } from "./types.ts";

/**
 * The canonical form of a document: equal for documents that differ only in the order of what has no order, in
 * notation, in defaults written out, in white space and in prefixes, and in what nothing that is generated depends on:
 * referential constraints, navigation property bindings, the EntitySet of imports and the BaseTerm of terms are left out.
 * Reading it and printing it again changes nothing.
 */
export function printCsdl({ version, references, schemas }: CsdlDocument): string {
  const services = node(
    "edmx:DataServices",
    [],
    sorted(schemas, ({ namespace }) => namespace, printSchema),
  );
  const root = node(
    "edmx:Edmx",
    [
      ["Version", version],
      ["xmlns:edmx", edmx],
    ],
    [...sorted(references, ({ uri }) => uri, printReference), services],
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${render(root)}`;
}

function printReference({ uri, includes }: Reference): Node {
  return node(
    "edmx:Reference",
    [["Uri", uri]],
    sorted(includes, ({ namespace }) => namespace, printInclude),
  );
}

function printInclude({ namespace, alias }: Include): Node {
  return node("edmx:Include", [
    ["Namespace", namespace],
    ["Alias", alias],
  ]);
}

function printSchema(schema: Schema): Node {
  return node(
    "Schema",
    [
      ["Namespace", schema.namespace],
      ["Alias", schema.alias],
      ["xmlns", edm],
    ],
    [
      ...sorted(schema.enumTypes, byName, printEnumType),
      ...sorted(schema.typeDefinitions, byName, printTypeDefinition),
      ...sorted(schema.complexTypes, byName, printStructured),
      ...sorted(schema.entityTypes, byName, printStructured),
      ...sorted(schema.actions, operationKey, printOperation),
      ...sorted(schema.functions, operationKey, printOperation),
      ...sorted(schema.terms, byName, printTerm),
      ...sorted(schema.entityContainers, byName, printEntityContainer),
      ...printTargeted(schema.targeted),
      ...printAnnotations(schema.annotations),
    ],
  );
}

function byName({ name }: { readonly name: string }): string {
  return name;
}
