import { flagsPattern, textPatterns } from "./patterns.ts";

/** What a member or an item may be. */
export type Value =
  | { readonly kind: "any" | "boolean" | "string" }
  | { readonly kind: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "enum"; readonly members: readonly string[] }
  | { readonly kind: "text"; readonly name: string; readonly pattern: string }
  | { readonly kind: "ref"; readonly name: string }
  | { readonly kind: "list"; readonly items: Value }
  /** One value or an array of them, neither null nor an array themselves. */
  | { readonly kind: "one-or-list"; readonly items: Value }
  | { readonly kind: "nullable"; readonly value: Value };

/** An object of one type; the tag is the only one that it may carry. */
export interface ObjectType {
  readonly tag: string;
  readonly members: readonly { readonly name: string; readonly required: boolean; readonly value: Value }[];
}

/** A declared position: the object types by tag, and the one that needs none. */
export interface Position {
  readonly untagged: string | undefined;
  readonly cases: readonly string[];
}

/** What the schemas of all peers are made of: plain data, in the order in which it was reached. */
export interface Ir {
  readonly objects: Readonly<Record<string, ObjectType>>;
  readonly positions: Readonly<Record<string, Position>>;
}

/** A schema of the second judge, and how to find others by their identifier. */
export type Json = boolean | { readonly [keyword: string]: unknown };
export type Find = (id: string) => Json;

/** Takes identifiers of positions, returns what can be reached from them. */
export function irOf(find: Find, roots: readonly string[]): Ir {
  const objects: Record<string, ObjectType> = {};
  const positions: Record<string, Position> = {};
  const waiting = [...roots];
  const done = new Set<string>();
  const refer = (id: string): string => {
    if (!done.has(id)) waiting.push(id);
    done.add(id);
    return nameOf(id);
  };
  const union = (schema: Json, name: string): string => {
    positions[name] = positionOf(schema, refer);
    return name;
  };
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const [, kind = ""] = /^https:\/\/[^/]+\/(\w+)\//.exec(id) ?? [];
    if (kind === "at") positions[nameOf(id)] = positionOf(find(id), refer);
    else if (kind === "exact") objects[nameOf(id)] = objectOf(id, find(id), { refer, union });
    else throw new Error(`no rule for ${id}`);
  }
  return { objects, positions };
}

/** `…/exact/create/microsoft.graph.call` → `CallCreate`; a position has `At` before it. */
export function nameOf(id: string): string {
  const [kind = "", presence = "", type = ""] = id.split("/").slice(3).map(decodeURIComponent);
  const simple = type.replace(/^microsoft\.graph\./, "").replace(/(?:^|\.)(\w)/g, (_, letter: string) => upper(letter));
  return `${kind === "at" ? "At" : ""}${simple}${presence === "received" ? "" : upper(presence)}`;
}

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

interface Names {
  readonly refer: (id: string) => string;
  readonly union: (schema: Json, name: string) => string;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error(`no schema: ${JSON.stringify(value)}`);
  return value as Readonly<Record<string, unknown>>;
}

function positionOf(schema: Json, refer: (id: string) => string): Position {
  const { tagged, ...rest } = record(schema);
  const known = JSON.stringify({ type: "object", properties: { "@type": false } });
  if (JSON.stringify({ type: rest["type"], properties: rest["properties"] }) !== known) unknown(schema);
  const { cases, untagged } = record(tagged) as { cases: Record<string, string>; untagged: string | null };
  return { untagged: untagged === null ? undefined : refer(untagged), cases: Object.values(cases).map(refer) };
}

function objectOf(id: string, schema: Json, names: Names): ObjectType {
  const { properties, required } = record(schema);
  const type = decodeURIComponent(id.split("/").at(-1) ?? "");
  const needed = new Set(required as readonly string[]);
  const members = Object.entries(record(properties)).map(([name, value]) => {
    const path = `${nameOf(id)}${upper(name)}`;
    return { name, required: needed.has(name), value: valueOf(value as Json, path, names) };
  });
  return { tag: `#${type}`, members };
}

function valueOf(schema: Json, path: string, names: Names): Value {
  if (schema === true) return { kind: "any" };
  const { if: condition, then, else: otherwise, type, items, $ref } = record(schema);
  if (typeof $ref === "string") return { kind: "ref", name: names.refer($ref) };
  const isNull = JSON.stringify(condition) === '{"type":"null"}';
  if (isNull) return then === true ? nullable(otherwise as Json, path, names) : valueOf(otherwise as Json, path, names);
  if (JSON.stringify(condition) === '{"type":"array"}') {
    return { kind: "one-or-list", items: { kind: "ref", name: names.union(otherwise as Json, path) } };
  }
  if (type === "array") return { kind: "list", items: valueOf(items as Json, path, names) };
  return leafOf(record(schema));
}

function nullable(schema: Json, path: string, names: Names): Value {
  const value = valueOf(schema, path, names);
  return value.kind === "any" ? value : { kind: "nullable", value };
}

function leafOf(schema: Readonly<Record<string, unknown>>): Value {
  const { type, enum: members, flags, minimum, maximum, ...rest } = schema;
  const texts = Object.keys(rest).filter((keyword) => rest[keyword] === true);
  const [name = ""] = texts;
  const pattern = textPatterns[name];
  if (Array.isArray(members)) return { kind: "enum", members: members as string[] };
  if (type === "string" && Array.isArray(flags)) return textOf("flags", flagsPattern(flags as string[]));
  if (type === "string" && texts.length === 1 && pattern !== undefined) return textOf(name, pattern);
  if (Object.keys(rest).length > 0) unknown(schema);
  if (type === "integer") return { kind: "integer", minimum: Number(minimum), maximum: Number(maximum) };
  if (type === "boolean" || type === "string") return { kind: type };
  return unknown(schema);
}

function textOf(name: string, pattern: string): Value {
  return { kind: "text", name, pattern };
}

function unknown(schema: unknown): never {
  throw new Error(`a rule that the peers do not have yet: ${JSON.stringify(schema)}`);
}
