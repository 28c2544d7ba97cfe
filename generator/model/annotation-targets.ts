import type { Schema } from "../csdl/types.ts";
import { splitName } from "../split-name.ts";
import { overloadTarget, type ScopedDocument } from "./annotations.ts";
import { findMember, structured, type Members } from "./members.ts";
import type { Scope } from "./names.ts";

/** What an annotation is read of. */
export type TargetKind =
  | "type"
  | "property"
  | "navigation property"
  | "member of an enumeration"
  | "operation"
  | "parameter"
  /** Whatever else may be annotated: nothing is read of it. */
  | "other";

/** Everything that an annotation may name. */
export interface Targets {
  /**
   * What a resolved target is: `absent` where its namespace was given and nothing has the name, as far as its first two
   * segments tell, and `elsewhere` where its namespace was not given.
   */
  readonly kindOf: (target: string) => TargetKind | "absent" | "elsewhere";
  /** The targets of an operation's overloads, by its name. */
  readonly overloads: ReadonlyMap<string, readonly string[]>;
}

/** What can be annotated in the documents and in the types that they come to. */
export function targetsOf(documents: readonly ScopedDocument[], members: Members): Targets {
  const kinds = new Map<string, TargetKind>();
  const overloads = new Map<string, string[]>();
  const namespaces = new Set<string>();
  for (const { document, scope } of documents) {
    for (const schema of document.schemas) {
      namespaces.add(schema.namespace);
      addTypes(schema, kinds);
      addOperations(schema, scope, { kinds, overloads });
      addOthers(schema, kinds);
    }
  }
  return { kindOf: (target) => kinds.get(target) ?? unlisted(target, { kinds, namespaces, members }), overloads };
}

type Kinds = Map<string, TargetKind>;
type Named = readonly { readonly name: string }[];

/** Services give one name to a type and an operation: more is read of the type. */
function add(kinds: Kinds, name: string, kind: TargetKind): void {
  if (!kinds.has(name)) kinds.set(name, kind);
}

function addInside(kinds: Kinds, name: string, inner: Named, kind: TargetKind): void {
  for (const child of inner) kinds.set(`${name}/${child.name}`, kind);
}

function addTypes(schema: Schema, kinds: Kinds): void {
  const qualify = (name: string): string => `${schema.namespace}.${name}`;
  for (const { name, properties, navigationProperties } of [...schema.entityTypes, ...schema.complexTypes]) {
    add(kinds, qualify(name), "type");
    addInside(kinds, qualify(name), properties, "property");
    addInside(kinds, qualify(name), navigationProperties, "navigation property");
  }
  for (const { name, members } of schema.enumTypes) {
    add(kinds, qualify(name), "type");
    addInside(kinds, qualify(name), members, "member of an enumeration");
  }
  for (const { name } of schema.typeDefinitions) add(kinds, qualify(name), "type");
}

/** What is said of an operation's name holds for each of its overloads. */
function addOperations(
  { namespace, actions, functions }: Schema,
  scope: Scope,
  { kinds, overloads }: { readonly kinds: Kinds; readonly overloads: Map<string, string[]> },
): void {
  for (const operation of [...actions, ...functions]) {
    const name = `${namespace}.${operation.name}`;
    const target = overloadTarget(namespace, operation, scope);
    const others = overloads.get(name);
    if (others === undefined) overloads.set(name, [target]);
    else others.push(target);
    for (const each of [name, target]) {
      add(kinds, each, "operation");
      addInside(kinds, each, operation.parameters, "parameter");
      add(kinds, `${each}/$ReturnType`, "other");
    }
  }
}

function addOthers({ namespace, terms, entityContainers }: Schema, kinds: Kinds): void {
  for (const { name } of terms) add(kinds, `${namespace}.${name}`, "other");
  for (const { name, children } of entityContainers) {
    add(kinds, `${namespace}.${name}`, "other");
    addInside(kinds, `${namespace}.${name}`, children, "other");
  }
}

interface Known {
  readonly kinds: ReadonlyMap<string, TargetKind>;
  readonly namespaces: ReadonlySet<string>;
  readonly members: Members;
}

/** Of what is not declared under just this name: what is inherited, what is inside, what annotates an annotation. */
function unlisted(target: string, { kinds, namespaces, members }: Known): "other" | "absent" | "elsewhere" {
  // The types of an overload have no slashes.
  const [first = "", second] = target.split("/");
  if (!namespaces.has(splitName(first.replace(/\(.*$/s, ""))[0])) return "elsewhere";
  if (!kinds.has(first)) return "absent";
  if (second === undefined || second.startsWith("@") || second.includes(".")) return "other";
  const type = structured(members.types.get(first));
  const isThere =
    type === undefined
      ? kinds.has(`${first}/${second}`)
      : members.bases.broken.has(first) || findMember(first, second, members) !== undefined;
  return isThere ? "other" : "absent";
}
