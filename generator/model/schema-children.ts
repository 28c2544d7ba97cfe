import type { Schema } from "../csdl/types.ts";
import { comparePlaces, type Place } from "../errors.ts";
import { suggest } from "../suggest.ts";
import type { ScopedDocument } from "./annotations.ts";
import type { Problems } from "./problems.ts";
import type { Scope } from "./names.ts";

/** What a qualified name can be the name of (CSDL 5). */
export type ChildKind =
  | "entity type"
  | "complex type"
  | "enumeration"
  | "type definition"
  | "action"
  | "function"
  | "term"
  | "entity container";

export interface SchemaChild {
  readonly name: string;
  readonly kind: ChildKind;
  readonly at: Place;
  readonly origin: Scope["origin"];
}

/** Everything that the documents declare, by qualified name; of several with one name the first. */
export type SchemaChildren = ReadonlyMap<string, SchemaChild>;

/**
 * Reports names that stand for two things. Names of types are unique within a namespace (CSDL 5), and so are those of
 * operations, terms and containers (CSDL 12.1, 12.3, 13, 14.1); only operations have overloads, and only the overlay
 * declares types and operations again, to add to them. What a name means does not depend on the order of what has none:
 * of two things with one name that which stands first in the file has it.
 */
export function collectChildren(documents: readonly ScopedDocument[], problems: Problems): SchemaChildren {
  const children = new Map<string, SchemaChild>();
  const told = new Set<string>();
  for (const child of inPlaceOrder(documents, childrenOf)) {
    const earlier = children.get(child.name);
    const overload = `${child.kind} ${child.name}`;
    // A type is what a name means that an operation has too.
    if (earlier === undefined || (isOperation(earlier) && !isOperation(child))) children.set(child.name, child);
    // One overload stands for all of them.
    if (earlier !== undefined && !(isOperation(child) && told.has(overload))) checkPair(earlier, child, problems);
    if (isOperation(child)) told.add(overload);
  }
  return children;
}

/** What stands in the documents, by place: what is first does not depend on the order in which documents were given. */
export function inPlaceOrder<T extends { readonly at: Place }>(
  documents: readonly ScopedDocument[],
  read: (schema: Schema, scope: Scope) => readonly T[],
): T[] {
  const all = (origin: Scope["origin"]): T[] =>
    documents
      .filter(({ scope }) => scope.origin === origin)
      .flatMap(({ document, scope }) => document.schemas.flatMap((schema) => read(schema, scope)))
      .sort((a, b) => comparePlaces(a.at, b.at));
  return [...all("metadata"), ...all("overlay")];
}

function childrenOf(schema: Schema, { origin }: Scope): SchemaChild[] {
  const named = (kind: ChildKind, nodes: readonly { readonly name: string; readonly at: Place }[]): SchemaChild[] =>
    nodes.map(({ name, at }) => ({ name: `${schema.namespace}.${name}`, kind, at, origin }));
  return [
    ...named("entity type", schema.entityTypes),
    ...named("complex type", schema.complexTypes),
    ...named("enumeration", schema.enumTypes),
    ...named("type definition", schema.typeDefinitions),
    ...named("action", schema.actions),
    ...named("function", schema.functions),
    ...named("term", schema.terms),
    ...named("entity container", schema.entityContainers),
  ];
}

function isOperation({ kind }: SchemaChild): boolean {
  return kind === "action" || kind === "function";
}

function checkPair(earlier: SchemaChild, later: SchemaChild, problems: Problems): void {
  const { name, kind, at } = later;
  const hint = standsFirst(earlier.at);
  const same = kind === earlier.kind;
  if (isOperation(earlier) || isOperation(later)) {
    // Operations are told from all else by their keys, and services write it: Graph has a type and a function `image`.
    if (!isOperation(earlier) || !isOperation(later))
      problems.warn(at, `${name} is ${aKind(kind)} and ${aKind(earlier.kind)}; CSDL wants two names`, hint);
  } else if (later.origin === "overlay") {
    if (same) return;
    const message = `the overlay declares ${name} as ${aKind(kind)}, and the metadata as ${aKind(earlier.kind)}`;
    problems.conflict(at, message, hint);
  } else {
    const kinds = same ? "" : `, as ${aKind(earlier.kind)} and as ${aKind(kind)}`;
    problems.input(at, `${name} is declared twice${kinds}`, hint);
  }
}

/** Where the first of two stands. */
export function standsFirst({ file, line }: Place): string {
  return `it stands first in ${file}${line === undefined ? "" : `, line ${line}`}`;
}

/** A kind with its article. */
export function aKind(kind: ChildKind): string {
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
}

/** More work than this for the sake of a hint is too much: names and their number are the document's. */
const maxSteps = 20_000_000;

/** The name that was most likely meant: of what is declared, and of what is built in. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  return candidates.length * name.length ** 2 > maxSteps ? undefined : suggest(name, candidates);
}
