import type { Schema } from "../csdl/types.ts";
import { append, gathered } from "../group.ts";
import { splitName } from "../split-name.ts";
import { overloadTarget, type ScopedDocument } from "./annotations.ts";
import { findMember, structured, type Members } from "./members.ts";
import { resolveName, type Scope } from "./names.ts";

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
   * What a resolved target is; where a type and an operation have one name, both. `absent` where its namespace was given
   * and nothing has the name, as far as its first two segments tell, and `elsewhere` where its namespace was not given.
   */
  readonly kindsOf: (target: string) => readonly TargetKind[] | "absent" | "elsewhere";
  /** The targets of an operation's overloads, by its name. */
  readonly overloads: ReadonlyMap<string, readonly string[]>;
}

/** What can be annotated in the documents and in the types that they come to. */
export function targetsOf(documents: readonly ScopedDocument[], members: Members): Targets {
  const known: Known = { kinds: new Map(), extended: new Map(), namespaces: new Set(), members };
  const overloads: [name: string, target: string][] = [];
  for (const { document, scope } of documents) {
    for (const schema of document.schemas) {
      known.namespaces.add(schema.namespace);
      addTypes(schema, known);
      append(overloads, addOperations(schema, scope, known));
      addOthers(schema, scope, known);
    }
  }
  return { kindsOf: (target) => known.kinds.get(target) ?? unlisted(target, known), overloads: gathered(overloads) };
}

interface Known {
  readonly kinds: Map<string, TargetKind[]>;
  /** By containers, those that they extend. */
  readonly extended: Map<string, string>;
  readonly namespaces: Set<string>;
  readonly members: Members;
}

type Named = readonly { readonly name: string }[];

function add({ kinds }: Known, name: string, kind: TargetKind): void {
  const others = kinds.get(name);
  if (others === undefined) kinds.set(name, [kind]);
  else if (!others.includes(kind)) others.push(kind);
}

function addInside(known: Known, name: string, inner: Named, kind: TargetKind): void {
  for (const child of inner) add(known, `${name}/${child.name}`, kind);
}

function addTypes(schema: Schema, known: Known): void {
  const qualify = (name: string): string => `${schema.namespace}.${name}`;
  for (const { name, properties, navigationProperties } of [...schema.entityTypes, ...schema.complexTypes]) {
    add(known, qualify(name), "type");
    addInside(known, qualify(name), properties, "property");
    addInside(known, qualify(name), navigationProperties, "navigation property");
  }
  for (const { name, members } of schema.enumTypes) {
    add(known, qualify(name), "type");
    addInside(known, qualify(name), members, "member of an enumeration");
  }
  for (const { name } of schema.typeDefinitions) add(known, qualify(name), "type");
}

/** What is said of an operation's name holds for each of its overloads. Of what it is bound to nothing is read. */
function addOperations(schema: Schema, scope: Scope, known: Known): [name: string, target: string][] {
  return [...schema.actions, ...schema.functions].map((operation) => {
    const name = `${schema.namespace}.${operation.name}`;
    const target = overloadTarget(schema.namespace, operation, scope);
    const bound = operation.isBound ? 1 : 0;
    for (const each of [name, target]) {
      add(known, each, "operation");
      addInside(known, each, operation.parameters.slice(0, bound), "other");
      addInside(known, each, operation.parameters.slice(bound), "parameter");
      add(known, `${each}/$ReturnType`, "other");
    }
    return [name, target];
  });
}

function addOthers({ namespace, terms, entityContainers }: Schema, scope: Scope, known: Known): void {
  for (const { name } of terms) add(known, `${namespace}.${name}`, "other");
  for (const { name, extends: base, children } of entityContainers) {
    add(known, `${namespace}.${name}`, "other");
    addInside(known, `${namespace}.${name}`, children, "other");
    if (base !== undefined) known.extended.set(`${namespace}.${name}`, resolveName(base, scope));
  }
}

/** Of what is not declared under just this name: what is inherited, what is inside, what annotates an annotation. */
function unlisted(target: string, known: Known): readonly TargetKind[] | "absent" | "elsewhere" {
  const { kinds, namespaces, members } = known;
  // The types of an overload have no slashes.
  const [first = "", second] = target.split("/");
  if (!namespaces.has(splitName(first.replace(/\(.*$/s, ""))[0])) return "elsewhere";
  if (!kinds.has(first)) return "absent";
  if (second === undefined || second.startsWith("@") || second.includes(".")) return ["other"];
  const type = structured(members.types.get(first));
  const isInherited =
    type !== undefined && (members.bases.broken.has(first) || findMember(first, second, members) !== undefined);
  return isInherited || kinds.has(`${first}/${second}`) || isExtended(first, second, known) ? ["other"] : "absent";
}

/** Whether a container that this one extends has the child, or may have it. */
function isExtended(container: string, child: string, { kinds, extended }: Known): boolean {
  const seen = new Set<string>();
  let base = extended.get(container);
  // CSDL 13.1: readers are to be prepared for circles here.
  while (base !== undefined && !seen.has(base)) {
    if (!kinds.has(base) || kinds.has(`${base}/${child}`)) return true;
    seen.add(base);
    base = extended.get(base);
  }
  return false;
}
