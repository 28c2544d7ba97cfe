import { excerpt, listed } from "./excerpt.js";
import type { Members } from "./own.js";
import { add, addMemberFailure, type Run } from "./run.js";
import type { ObjectShape, Presence, ResourceShape } from "./shape.js";
import { type Entry, rootOf, type Table, tableFor, tableOf, type Types, typesOf } from "./table.js";
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
export function resolveUsual(
  { demands }: Run,
  entry: Entry,
  shape: ObjectShape | ResourceShape,
  value: Members,
): Table | undefined {
  if (shortTag(value) !== undefined) return undefined;
  const types = typesOf(entry, shape);
  const tag = value["@odata.type"];
  const variant = tag === undefined ? types.untagged : typeof tag === "string" ? types.find(tag) : undefined;
  return variant === undefined ? undefined : tableFor(variant, demands);
}

/**
 * As `resolveUsual` for an object in whose members a guard has found something in this place: so its discriminator fits, and
 * is not asked for where one type alone can stand there.
 */
export function resolveKnown(
  run: Run,
  entry: Entry,
  shape: ObjectShape | ResourceShape,
  value: Members,
): Table | undefined {
  const { only } = typesOf(entry, shape);
  return only === undefined ? resolveUsual(run, entry, shape, value) : tableFor(only, run.demands);
}

/** Takes an object and a place for objects, returns what its discriminator makes it; undefined after an issue. */
export function resolve(
  run: Run,
  entry: Entry,
  shape: ObjectShape | ResourceShape,
  value: Members,
): Resolved | undefined {
  const types = typesOf(entry, shape);
  // What stands at `@odata.type` says nothing then.
  const isFree = shape.kind === "object" && shape.discriminator === "none";
  const tag = isFree ? undefined : readTag(value, (name) => types.find(name) !== undefined, run.wire);
  const variant = isFree ? types.untagged : tag?.tag === undefined ? undefined : types.find(tag.tag);
  if (variant === undefined) return refuse(run, value, tag, described(types));
  return resolved(tableFor(variant, run.demands), tag);
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
  const type = tag?.tag === undefined ? undefined : find(tag.tag);
  if (type === undefined) return refuse(run, value, tag, "one type, named in one way");
  // No value is of an abstract type.
  if (type.discriminator === "required") {
    return refuse(run, value, tag, described(typesOf(rootOf(type, outside), type)));
  }
  // Only entities are updated.
  const presence = outside === "update" && type.entity !== true ? "create" : outside;
  return resolved(tableOf(type, presence, run.demands), tag);
}

function resolved(table: Table, tag: Tag | undefined): Resolved {
  return tag?.tag === undefined || tag.warn === undefined
    ? { table }
    : { table, retag: { tag: tag.tag, at: tag.warn } };
}

function refuse(run: Run, value: Members, tag: Tag | undefined, fitting: string): undefined {
  if (tag === undefined) {
    const message = `"@odata.type" is missing; expected ${fitting}.`;
    add(run, { code: "missing-discriminator", expected: fitting, message });
    return undefined;
  }
  // Of two spellings that say different things, one has to give way.
  const { key, code = "unexpected-type", expected = fitting } = tag;
  const came = value[key];
  // One place for the discriminator, however it is spelt.
  const message = key === "@type" ? `Expected ${expected}, got ${excerpt(came)} in "@type".` : undefined;
  addMemberFailure(run, "@odata.type", code, expected, came, message);
  return undefined;
}

/** A collection may hold a million objects that are wrong in the same way. */
function described(types: Types): string {
  return (types.expected ??= describe([...types.tagged.keys()]));
}

function describe(tags: readonly string[]): string {
  if (tags.length === 0) return "a concrete type, of which the package has none here";
  return (tags.length > 1 ? "one of " : "") + listed(tags, 8);
}
