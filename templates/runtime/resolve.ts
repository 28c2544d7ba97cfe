import { excerpt } from "./excerpt.js";
import type { Members } from "./own.js";
import { add, addMemberFailure, type Run } from "./run.js";
import type { ObjectShape, Presence, ResourceShape } from "./shape.js";
import { type Entry, isData, rootOf, type Table, tableFor, tableOf, type Types, typesOf } from "./table.js";
import { type Names, readTag, shortTag, type Tag, type TagKey } from "./tag.js";

/** The canonical discriminator, where it came in another form, and the key at which to say so. */
export interface Retag {
  readonly tag: string;
  readonly at: TagKey;
}

/** The members that an object is judged by, and what its discriminator becomes. */
export interface Resolved {
  readonly table: Table;
  readonly retag?: Retag | undefined;
}

/**
 * Takes an object and a place for objects, returns what its discriminator makes it where that is canonical or absent, as it
 * nearly always is. Else undefined, and `resolve` has to be asked.
 */
export function resolveUsual(entry: Entry, shape: ObjectShape | ResourceShape, value: Members): Table | undefined {
  if (shortTag(value) !== undefined) return undefined;
  const types = typesOf(entry, shape);
  const tag = value["@odata.type"];
  const variant = tag === undefined ? types.untagged : typeof tag === "string" ? types.tagged.get(tag) : undefined;
  return variant === undefined ? undefined : tableFor(variant);
}

/**
 * As `resolveUsual` for an object in whose members a guard has found something in this place: so its discriminator fits, and
 * is not asked for where one type alone can stand there.
 */
export function resolveKnown(entry: Entry, shape: ObjectShape | ResourceShape, value: Members): Table | undefined {
  const { only } = typesOf(entry, shape);
  return only === undefined ? resolveUsual(entry, shape, value) : tableFor(only);
}

/** Takes an object and a place for objects, returns what its discriminator makes it; undefined after an issue. */
export function resolve(
  run: Run,
  entry: Entry,
  shape: ObjectShape | ResourceShape,
  value: Members,
): Resolved | undefined {
  const { inside } = entry.rules;
  if (shape.kind === "object" && shape.discriminator === "none") return { table: tableOf(shape, inside) };
  if (shape.kind === "object" && isData(shape)) return resolveData(run, shape, inside, value);
  const types = typesOf(entry, shape);
  const tag = readTag(value, (name) => types.tagged.has(name), run.wire);
  const variant = tag.kind === "found" ? types.tagged.get(tag.tag) : undefined;
  return variant === undefined ? refuse(run, value, tag, described(types)) : resolved(tableFor(variant), tag);
}

/**
 * As `resolve` for a dynamic object of which one tag at least names a type that `find` knows; `outside` is the presence of
 * what is around it.
 */
export function resolveDynamic(
  run: Run,
  find: (tag: string) => ObjectShape | undefined,
  names: Names,
  outside: Presence,
  value: Members,
): Resolved | undefined {
  const tag = readTag(value, names, run.wire);
  const type = tag.kind === "found" ? find(tag.tag) : undefined;
  if (type === undefined) return refuse(run, value, tag, "one type, named in one way");
  // No value is of an abstract type.
  if (type.discriminator === "required") {
    return refuse(run, value, tag, described(typesOf(rootOf(type, outside), type)));
  }
  // Only entities are updated.
  const presence = outside === "update" && type.entity !== true ? "create" : outside;
  return resolved(tableOf(type, presence), tag);
}

/** The discriminator is data: any string, left as it is. Where it may be absent, that is nothing unusual. */
function resolveData(run: Run, shape: ObjectShape, presence: Presence, value: Members): Resolved | undefined {
  const tag = readTag(value, () => true, run.wire);
  if (tag.kind !== "found") return refuse(run, value, tag, "any type's name");
  return resolved(tableOf(shape, presence), tag);
}

function resolved(table: Table, tag: Tag): Resolved {
  if (tag.kind !== "found" || tag.warn === undefined) return { table };
  return { table, retag: { tag: tag.tag, at: tag.warn } };
}

function refuse(run: Run, value: Members, tag: Tag, expected: string): undefined {
  if (tag.kind === "absent") {
    const message = `"@odata.type" is missing; expected ${expected}.`;
    add(run, { code: "missing-discriminator", expected, message });
    return undefined;
  }
  const code = tag.kind === "bad" ? tag.code : "unexpected-type";
  // Of two spellings that say different things, one has to give way.
  const wanted = tag.kind === "bad" ? `the same type as in "@type"` : expected;
  const text = code === "wrong-type" ? "a string" : wanted;
  const came = value[tag.key];
  // One place for the discriminator, however it is spelt.
  const message = tag.key === "@type" ? `Expected ${text}, got ${excerpt(came)} in "@type".` : undefined;
  addMemberFailure(run, "@odata.type", code, text, came, message);
  return undefined;
}

/** A collection may hold a million objects that are wrong in the same way. */
function described(types: Types): string {
  return (types.expected ??= describe([...types.tagged.keys()]));
}

function describe(tags: readonly string[]): string {
  if (tags.length === 0) return "a concrete type, of which the package has none here";
  const shown = tags.slice(0, 8).map((tag) => `"${tag}"`);
  const list = shown.join(", ");
  return tags.length > shown.length
    ? `one of ${list} … (${tags.length} in all)`
    : tags.length > 1
      ? `one of ${list}`
      : list;
}
