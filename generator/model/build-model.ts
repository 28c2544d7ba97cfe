import type { CsdlDocument, ReadingError } from "../csdl/types.ts";
import { gathered } from "../group.ts";
import { sortedBy } from "../sort.ts";
import { indexAnnotations, type AnnotationIndex, type ScopedDocument } from "./annotations.ts";
import { targetsOf, type Targets } from "./annotation-targets.ts";
import { buildOperations } from "./build-operations.ts";
import { buildType, type BuildContext } from "./build-types.ts";
import { linkBases } from "./bases.ts";
import { checkAliases, checkNamespaces } from "./check-aliases.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { checkOwnTerms } from "./check-own-terms.ts";
import { checkContainers } from "./check-containers.ts";
import { checkKeys, keyedTypes } from "./check-keys.ts";
import { checkOperations } from "./check-operations.ts";
import { checkOpen } from "./check-open.ts";
import { checkOverlay } from "./check-overlay.ts";
import { checkNavigation } from "./check-paths.ts";
import { checkTerms } from "./check-terms.ts";
import { checkTypes } from "./check-types.ts";
import { membersOf, type Members } from "./members.ts";
import { referencesOf, type References } from "./references.ts";
import { collectChildren, inPlaceOrder } from "./schema-children.ts";
import { collectDeclarations, type Declaration } from "./declarations.ts";
import type { DocsSource } from "./facts.ts";
import { keyMembers } from "./keys.ts";
import { resolveName, scopeOf } from "./names.ts";
import { overlayEntries } from "./overlay.ts";
import { dropRepeatedMembers } from "./repeated-members.ts";
import { collectProblems, type Problems } from "./problems.ts";
import type { Problem } from "../errors.ts";
import type { OverlayEntry, Model, ModelChild, ModelOperation, ModelType, SchemaAlias } from "./types.ts";

export interface ModelInput {
  readonly metadata: readonly CsdlDocument[];
  readonly overlay: readonly CsdlDocument[];
  readonly docs: DocsSource;
  /** What was found wrong when the documents were read: it is told together with the rest. */
  readonly errors?: readonly ReadingError[] | undefined;
}

/**
 * Links the documents, applies the overlay and understands the annotations.
 * @throws BindgenError `input` for CSDL that the standard does not allow, `unsupported` for an overlay that does not
 *   fit; each with all problems found.
 */
export function buildModel({ metadata, overlay, docs, errors }: ModelInput): Model {
  const problems = collectProblems(errors);
  const base = metadata.map((document): ScopedDocument => ({ document, scope: scopeOf(document, "metadata") }));
  const corrections = overlay.map((document): ScopedDocument => ({ document, scope: scopeOf(document, "overlay") }));
  const documents = [...base, ...corrections];
  const annotations = indexAnnotations(documents);
  const references = referencesOf(collectChildren(documents, problems));
  const published = collectDeclarations(base);
  const declarations = collectDeclarations(corrections, published);
  const bases = linkBases(declarations, references, problems);
  const context: BuildContext = { declarations, bases, annotations, docs, keys: keyMembers(declarations, bases) };
  const built = buildTypes(declarations.values(), context);
  const scopes = new Map(documents.map(({ scope }) => [scope.file, scope]));
  const types = dropRepeatedMembers(membersOf(built, bases), scopes, problems);
  const operations = buildOperations(documents, context);
  const members = membersOf(types, bases);
  const targets = targetsOf(documents, members);
  checkDocuments({ documents, annotations, targets, declarations, members, references, operations, problems });
  problems.raise();
  const declared = corrections.flatMap((document) => [...collectDeclarations([document]).values()]);
  const entries = overlayEntries({ published, overlay: declared, documents, annotations, targets, members, docs });
  return {
    types,
    operations: new Map(sortedBy(operations, ([key]) => key)),
    children: childrenOf(documents),
    derived: derivedTypes(types),
    bound: boundOperations(operations.values()),
    aliases: aliasesOf(metadata),
    overlay: entries,
    vocabularies: vocabulariesOf(documents),
    warnings: [
      ...[...metadata, ...overlay].flatMap(({ warnings }) => warnings),
      ...[...problems.warnings(), ...untold(entries)],
    ],
  };
}

/** The documents, and what they come to. */
interface Linked {
  readonly documents: readonly ScopedDocument[];
  readonly annotations: AnnotationIndex;
  readonly targets: Targets;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly members: Members;
  readonly references: References;
  readonly operations: ReadonlyMap<string, ModelOperation>;
  readonly problems: Problems;
}

/** Every rule of the standard that takes more than one element to check. */
function checkDocuments(linked: Linked): void {
  const { documents, annotations, targets, declarations, members, references, operations, problems } = linked;
  for (const document of documents) {
    checkAliases(document, problems);
    checkNamespaces(document, problems);
  }
  const keyed = keyedTypes(declarations);
  checkOverlay(documents, { declarations, members, problems });
  checkOpen(declarations.values(), members, problems);
  checkTypes({ members, references, problems });
  checkKeys(declarations, members, problems);
  checkNavigation(declarations, members, problems);
  checkOperations(documents, { members, references, problems });
  checkContainers(documents, { members, references, keyed, operations: operations.values(), problems });
  checkTerms(documents, references, problems);
  checkAnnotations(documents, targets, problems);
  checkOwnTerms(annotations, targets, { members, problems });
}

/** The types by name, in the order of their names. */
function buildTypes(declarations: Iterable<Declaration>, context: BuildContext): Map<string, ModelType> {
  const sorted = sortedBy(declarations, ({ name }) => name);
  return new Map(sorted.map((declaration) => [declaration.name, buildType(declaration, context)]));
}

/** What overlays say that reaches nothing. */
function untold(entries: readonly OverlayEntry[]): Problem[] {
  return entries.flatMap(({ at, problem }) => (problem === undefined ? [] : { place: at, ...problem }));
}

/** Of two containers' children of one name the overlay's counts, else that of the container that stands later. */
function childrenOf(documents: readonly ScopedDocument[]): Map<string, ModelChild> {
  const children = inPlaceOrder(documents, ({ entityContainers }, scope) =>
    entityContainers
      .flatMap((container) => container.children)
      .map(({ kind, name, type, at }) => ({ kind, name, type: resolveName(type, scope), at })),
  ).map(({ kind, name, type }): ModelChild => ({ kind, name, type }));
  return new Map(sortedBy(children, ({ name }) => name).map((child) => [child.name, child]));
}

function vocabulariesOf(documents: readonly ScopedDocument[]): Set<string> {
  const schemas = documents.flatMap(({ document }) => document.schemas);
  return new Set(schemas.filter(({ terms }) => terms.length > 0).map(({ namespace }) => namespace));
}

function derivedTypes(types: ReadonlyMap<string, ModelType>): Map<string, string[]> {
  const baseOf = (name: string): string | undefined => {
    const type = types.get(name);
    return type?.kind === "entity" || type?.kind === "complex" ? type.base : undefined;
  };
  function* pairs(): Generator<[base: string, type: string]> {
    for (const name of types.keys()) {
      for (let base = baseOf(name); base !== undefined; base = baseOf(base)) yield [base, name];
    }
  }
  return gathered(pairs());
}

function boundOperations(operations: Iterable<ModelOperation>): Map<string, string[]> {
  const sorted = sortedBy(operations, ({ key }) => key);
  return gathered(
    sorted.flatMap(({ key, binding }): [string, string][] => (binding === undefined ? [] : [[binding.type, key]])),
  );
}

function aliasesOf(metadata: readonly CsdlDocument[]): SchemaAlias[] {
  const aliases = metadata
    .flatMap(({ schemas }) => schemas)
    .flatMap(({ alias, namespace }) => (alias === undefined ? [] : [{ alias, namespace }]));
  return sortedBy(aliases, ({ alias, namespace }) => `${alias} ${namespace}`);
}
