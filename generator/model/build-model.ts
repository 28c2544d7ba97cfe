import type { CsdlDocument } from "../csdl/types.ts";
import { sortedBy } from "../sort.ts";
import { indexAnnotations, type ScopedDocument } from "./annotations.ts";
import { buildOperations } from "./build-operations.ts";
import { buildType, type BuildContext } from "./build-types.ts";
import { checkAliases, checkChildren, checkKeys } from "./check-references.ts";
import { checkOperations, checkTypes } from "./check-types.ts";
import { collectDeclarations, type Declaration } from "./declarations.ts";
import type { DocsSource } from "./facts.ts";
import { keyMembers } from "./keys.ts";
import { resolveName, scopeOf } from "./names.ts";
import { overlayEntries } from "./overlay.ts";
import { dropRepeatedMembers } from "./repeated-members.ts";
import { collectProblems } from "./problems.ts";
import type { Problem } from "../errors.ts";
import type { OverlayEntry, Model, ModelChild, ModelOperation, ModelType, SchemaAlias } from "./types.ts";

export interface ModelInput {
  readonly metadata: readonly CsdlDocument[];
  readonly overlay: readonly CsdlDocument[];
  readonly docs: DocsSource;
}

/**
 * Links the documents, applies the overlay and understands the annotations.
 * @throws BindgenError `input` for CSDL that the standard does not allow, `unsupported` for an overlay that does not
 *   fit; each with all problems found.
 */
export function buildModel({ metadata, overlay, docs }: ModelInput): Model {
  const problems = collectProblems();
  const base = metadata.map((document): ScopedDocument => ({ document, scope: scopeOf(document, "metadata") }));
  const corrections = overlay.map((document): ScopedDocument => ({ document, scope: scopeOf(document, "overlay") }));
  const documents = [...base, ...corrections];
  const annotations = indexAnnotations(documents);
  const published = collectDeclarations(base, problems);
  const declarations = collectDeclarations(corrections, problems, published);
  const context: BuildContext = { declarations, annotations, docs, keys: keyMembers(declarations) };
  const built = buildTypes(declarations.values(), context);
  const scopes = new Map(documents.map(({ scope }) => [scope.file, scope]));
  const types = dropRepeatedMembers(built, scopes, problems);
  const operations = buildOperations(documents, context, problems);
  for (const document of documents) {
    checkAliases(document, problems);
    checkChildren(document, types, operations.values(), problems);
  }
  checkKeys(declarations, problems);
  checkTypes(types, problems);
  checkOperations(operations.values(), types, problems);
  problems.raise();
  const overlayDeclarations = corrections.flatMap((document) => [
    ...collectDeclarations([document], problems).values(),
  ]);
  const entries = overlayEntries(published, overlayDeclarations, documents, annotations);
  return {
    types,
    operations: new Map(sortedBy(operations, ([key]) => key)),
    children: childrenOf(documents),
    derived: derivedTypes(types),
    bound: boundOperations(operations.values()),
    aliases: aliasesOf(metadata),
    overlay: entries,
    warnings: [...[...metadata, ...overlay].flatMap(({ warnings }) => warnings), ...missingTargets(entries)],
  };
}

/** The types by name, in the order of their names. */
function buildTypes(declarations: Iterable<Declaration>, context: BuildContext): Map<string, ModelType> {
  const sorted = sortedBy(declarations, ({ name }) => name);
  return new Map(sorted.map((declaration) => [declaration.name, buildType(declaration, context)]));
}

/** Overlay annotations of something that is not there. */
function missingTargets(entries: readonly OverlayEntry[]): Problem[] {
  return entries
    .filter(({ state }) => state === "missing")
    .map(({ target, at }) => ({ place: at, message: `the overlay annotates ${target}, which is not there` }));
}

function childrenOf(documents: readonly ScopedDocument[]): Map<string, ModelChild> {
  const children = documents.flatMap(({ document, scope }) =>
    document.schemas
      .flatMap(({ entityContainers }) => entityContainers)
      .flatMap((container) => container.children)
      .map(({ kind, name, type }): ModelChild => ({ kind, name, type: resolveName(type, scope) })),
  );
  return new Map(sortedBy(children, ({ name }) => name).map((child) => [child.name, child]));
}

function derivedTypes(types: ReadonlyMap<string, ModelType>): Map<string, string[]> {
  const derived = new Map<string, string[]>();
  for (const type of types.values()) {
    if (type.kind !== "entity" && type.kind !== "complex") continue;
    for (let base = type.base; base !== undefined;) {
      const list = derived.get(base);
      if (list === undefined) derived.set(base, [type.name]);
      else list.push(type.name);
      const next: ModelType | undefined = types.get(base);
      base = next?.kind === "entity" || next?.kind === "complex" ? next.base : undefined;
    }
  }
  return derived;
}

function boundOperations(operations: Iterable<ModelOperation>): Map<string, string[]> {
  const bound = new Map<string, string[]>();
  for (const { key, binding } of sortedBy(operations, (operation) => operation.key)) {
    if (binding !== undefined) bound.set(binding.type, [...(bound.get(binding.type) ?? []), key]);
  }
  return bound;
}

function aliasesOf(metadata: readonly CsdlDocument[]): SchemaAlias[] {
  const aliases = metadata
    .flatMap(({ schemas }) => schemas)
    .flatMap(({ alias, namespace }) => (alias === undefined ? [] : [{ alias, namespace }]));
  return sortedBy(aliases, ({ alias, namespace }) => `${alias} ${namespace}`);
}
