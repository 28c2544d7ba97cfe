import type { CsdlDocument, Operation, Schema, TypeReference } from "../csdl/types.ts";
import { gathered } from "../group.ts";
import { overloadTarget, spelledOut, targetOf } from "../model/annotations.ts";
import { operationKeyOf } from "../model/build-operations.ts";
import { resolveName, resolveTarget, scopeOf, type Scope } from "../model/names.ts";
import type { Slice } from "../slice/types.ts";

/** What is kept of a document. */
export interface Kept {
  /** Roots by the names that they were asked for by. */
  readonly asked: ReadonlySet<string>;
  /** Qualified names. */
  readonly types: ReadonlySet<string>;
  /** Operation keys. */
  readonly operations: ReadonlySet<string>;
}

/** What is in a slice. */
export function keptOf({ roots, types, operations }: Slice): Kept {
  return {
    asked: new Set(roots.map(({ asked }) => asked)),
    types: new Set(types.keys()),
    operations: new Set(operations.keys()),
  };
}

/** What one reader of a document needs of it, and the overlay that it reads it with. */
export interface Part {
  readonly slice: Slice;
  readonly overlay: readonly CsdlDocument[];
}

/**
 * What is kept of a document for its readers: what is in their slices, what their overlays speak of, and what of the
 * document itself the kept part of it names, which an overlay may have put something else in the place of. So each reader
 * finds what he would find in the whole, and nothing that the part names is gone, whichever overlay it is read with.
 */
export function keptFor(documents: readonly CsdlDocument[], parts: readonly Part[]): Kept {
  const slices = parts.map(({ slice }) => keptOf(slice));
  const asked = new Set(slices.flatMap((kept) => [...kept.asked]));
  const declared = namesIn(documents);
  const spelled = spelledOut(documents.map((document) => ({ document, scope: scopeOf(document, "metadata") })));
  const [types, operations] = [new Set<string>(), new Set<string>()];
  const waiting: Name[] = [
    ...slices.flatMap((kept) => [...kept.types, ...kept.operations]),
    ...parts.flatMap(({ overlay }) => overlay.flatMap((document) => spokenOf(document, spelled))),
    ...documents.flatMap((document) => exposedBy(document, scopeOf(document, "metadata"), (name) => asked.has(name))),
  ];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const { key, isOperation, names } of declared.get(name) ?? []) {
      const kept = isOperation ? operations : types;
      if (kept.has(key)) continue;
      kept.add(key);
      for (const each of names()) waiting.push(each);
    }
  }
  // What only overlays declare is in slices all the same.
  for (const kept of slices) for (const name of kept.types) types.add(name);
  for (const kept of slices) for (const key of kept.operations) operations.add(key);
  return { asked, types, operations };
}

/** The qualified name of a type; an operation's key or target; or, for all overloads, its name as `overloads` has it. */
type Name = string;

/** Services give one name to a type and an operation. */
function overloads(operation: string): Name {
  return `()${operation}`;
}

interface Declared {
  readonly key: string;
  readonly isOperation: boolean;
  /** What it names. */
  readonly names: () => readonly Name[];
}

/** What documents declare, by its names: operations by theirs, which all overloads have, and by their keys. */
function namesIn(documents: readonly CsdlDocument[]): Map<Name, Declared[]> {
  const all = documents.flatMap((document) => {
    const scope = scopeOf(document, "metadata");
    return document.schemas.flatMap((schema) => [...typesOf(schema, scope), ...operationsOf(schema, scope)]);
  });
  return gathered(all);
}

function typesOf(schema: Schema, scope: Scope): [name: Name, declared: Declared][] {
  const { namespace, entityTypes, complexTypes, enumTypes, typeDefinitions } = schema;
  const declare = (name: string, names: Declared["names"]): [Name, Declared] => {
    const key = `${namespace}.${name}`;
    return [key, { key, isOperation: false, names }];
  };
  return [
    ...[...entityTypes, ...complexTypes].map(({ name, baseType, properties, navigationProperties }) =>
      declare(name, () => [
        ...(baseType === undefined ? [] : [resolveName(baseType, scope)]),
        ...[...properties, ...navigationProperties].map(({ type }) => resolveName(type.name, scope)),
      ]),
    ),
    ...[...enumTypes, ...typeDefinitions].map(({ name }) => declare(name, () => [])),
  ];
}

function operationsOf({ namespace, actions, functions }: Schema, scope: Scope): [name: Name, declared: Declared][] {
  return [...actions, ...functions].flatMap((operation) => {
    const key = operationKeyOf(namespace, operation, scope);
    const declared: Declared = { key, isOperation: true, names: () => namesOf(operation, scope) };
    return [
      [key, declared],
      [overloadTarget(namespace, operation, scope), declared],
      [overloads(`${namespace}.${operation.name}`), declared],
    ];
  });
}

function namesOf({ parameters, returnType }: Operation, scope: Scope): Name[] {
  const uses: TypeReference[] = [
    ...parameters.map(({ type }) => type),
    ...(returnType === undefined ? [] : [returnType.type]),
  ];
  return uses.map(({ name }) => resolveName(name, scope));
}

/**
 * Everything that an overlay declares, annotates or names. What it says of an operation's name is for the overloads that
 * are there, whichever they are.
 */
function spokenOf(document: CsdlDocument, spelled: ReadonlyMap<string, string>): Name[] {
  const scope = scopeOf(document, "overlay");
  const declared = [...namesIn([document])].flatMap(([name, all]) => [name, ...all.flatMap(({ names }) => names())]);
  const targets = document.schemas.flatMap(({ targeted }) => targeted.map(({ target }) => target));
  const annotated = targets.flatMap((target) => targetOf(resolveTarget(target, scope), spelled).split("/")[0] ?? []);
  return [...declared, ...annotated, ...exposedBy(document, scope, () => true)];
}

/** What children of entity containers stand for. */
function exposedBy({ schemas }: CsdlDocument, scope: Scope, isIn: (name: string) => boolean): Name[] {
  const children = schemas
    .flatMap(({ entityContainers }) => entityContainers)
    .flatMap((container) => container.children);
  return children
    .filter(({ name }) => isIn(name))
    .map(({ kind, type }) => {
      const name = resolveName(type, scope);
      return kind === "EntitySet" || kind === "Singleton" ? name : overloads(name);
    });
}
