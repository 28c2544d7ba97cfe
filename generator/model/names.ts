import type { CsdlDocument, TypeReference } from "../csdl/types.ts";

/** The names that one document may use: its aliases, which no other document sees (CSDL 4.1, 5.1). */
export interface Scope {
  readonly file: string;
  readonly aliases: ReadonlyMap<string, string>;
  /** `overlay` where the document corrects the others. */
  readonly origin: "metadata" | "overlay";
}

/** The scope of a document: the aliases of its schemas and of the schemas it includes. */
export function scopeOf(document: CsdlDocument, origin: Scope["origin"]): Scope {
  const aliases = new Map<string, string>();
  for (const { alias, namespace } of document.references.flatMap((reference) => reference.includes)) {
    if (alias !== undefined) aliases.set(alias, namespace);
  }
  for (const { alias, namespace } of document.schemas) {
    if (alias !== undefined) aliases.set(alias, namespace);
  }
  return { file: document.file, aliases, origin };
}

/** A qualified name with its alias replaced; anything else comes back as it is. */
export function resolveName(name: string, scope: Scope): string {
  const dot = name.lastIndexOf(".");
  const namespace = dot < 0 ? undefined : scope.aliases.get(name.slice(0, dot));
  return namespace === undefined ? name : `${namespace}${name.slice(dot)}`;
}

/** `ns.T` or `Collection(ns.T)`, resolved. */
export function resolveTypeText(type: TypeReference, scope: Scope): string {
  const name = resolveName(type.name, scope);
  return type.collection ? `Collection(${name})` : name;
}

/**
 * An annotation target with its aliases replaced: `ns.T/member`, `ns.action(ns.T)/parameter`, `ns.Container/set`
 * (CSDL 14.2.1). Only the first segment and the types in parentheses are qualified here.
 */
export function resolveTarget(target: string, scope: Scope): string {
  const open = target.indexOf("(");
  const slash = target.indexOf("/");
  if (open < 0 || (slash >= 0 && slash < open)) {
    const [first = "", ...rest] = target.split("/");
    return [resolveName(first, scope), ...rest].join("/");
  }
  const close = target.lastIndexOf(")");
  const types = target
    .slice(open + 1, close)
    .split(",")
    .filter((part) => part !== "");
  const resolved = types.map((part) => resolveParameterType(part.trim(), scope)).join(",");
  return `${resolveName(target.slice(0, open), scope)}(${resolved})${target.slice(close + 1)}`;
}

function resolveParameterType(text: string, scope: Scope): string {
  const inner = /^Collection\((.*)\)$/.exec(text)?.[1];
  return inner === undefined ? resolveName(text, scope) : `Collection(${resolveName(inner, scope)})`;
}

/** `ns.Type/a ns.Type/b`, each resolved (CSDL 14.3.7). */
export function resolveEnumMembers(text: string, scope: Scope): string {
  const members = text.split(/\s+/).filter((part) => part !== "");
  return members.map((member) => member.replace(/^[^/]+/, (type) => resolveName(type, scope))).join(" ");
}
