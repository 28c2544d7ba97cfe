import { excerpt } from "./excerpt.js";
import type { Members } from "./own.js";
import { add, type Run } from "./run.js";
import type { ObjectShape, ResourceShape } from "./shape.js";
import { tagsOf } from "./table.js";
import { type Names, readTag, type Tag, type TagKey } from "./tag.js";

/** The type that an object is judged as, and what its discriminator becomes. */
export interface Resolved {
  readonly shape: ObjectShape;
  /** The canonical discriminator, where it came in another form, and the key at which to say so. */
  readonly retag?: { readonly tag: string; readonly at: TagKey } | undefined;
}

/** Takes an object and the shape of its place, returns what its discriminator makes it; undefined after an issue. */
export function resolve(run: Run, shape: ObjectShape | ResourceShape, value: Members): Resolved | undefined {
  if (shape.kind === "object" && shape.discriminator === "none") return { shape };
  if (shape.kind === "object" && (shape.discriminator === "data" || shape.discriminator === "dataRequired")) {
    return resolveData(run, shape, value);
  }
  if (isUntagged(value) && shape.kind === "object" && shape.discriminator === undefined) return { shape };
  const types = tagsOf(shape);
  const usual = isUsual(value) ? types.get(value["@odata.type"]) : undefined;
  if (usual !== undefined) return { shape: usual };
  const tag = readTag(value, (name) => types.has(name), run.wire);
  const type = tag.kind === "found" ? types.get(tag.tag) : undefined;
  return type === undefined ? refuse(run, value, tag, described(types)) : resolved(type, tag);
}

function isUntagged(value: Members): boolean {
  return value["@odata.type"] === undefined && value["@type"] === undefined;
}

/** The canonical spelling alone, which is nearly always what comes. */
function isUsual(value: Members): value is Members & { readonly "@odata.type": string } {
  return value["@type"] === undefined && typeof value["@odata.type"] === "string";
}

/** As `resolve` for a dynamic object of which one tag at least names a type that `find` knows. */
export function resolveDynamic(
  run: Run,
  find: (tag: string) => ObjectShape | undefined,
  names: Names,
  value: Members,
): Resolved | undefined {
  const tag = readTag(value, names, run.wire);
  const type = tag.kind === "found" ? find(tag.tag) : undefined;
  if (type === undefined) return refuse(run, value, tag, "one type, named in one way");
  // No value is of an abstract type.
  if (type.discriminator === "required") return refuse(run, value, tag, described(tagsOf(type)));
  return resolved(type, tag);
}

/** The discriminator is data: any string, left as it is. */
function resolveData(run: Run, shape: ObjectShape, value: Members): Resolved | undefined {
  const tag = readTag(value, () => true, run.wire);
  const isRight = tag.kind === "found" || (tag.kind === "absent" && shape.discriminator === "data");
  return isRight ? resolved(shape, tag) : refuse(run, value, tag, "any type's name");
}

function resolved(shape: ObjectShape, tag: Tag): Resolved {
  if (tag.kind !== "found" || tag.warn === undefined) return { shape };
  return { shape, retag: { tag: tag.tag, at: tag.warn } };
}

function refuse(run: Run, value: Members, tag: Tag, expected: string): undefined {
  if (tag.kind === "absent") {
    const message = `"@odata.type" is missing; expected ${expected}.`;
    add(run, { code: "missing-discriminator", expected, message });
    return undefined;
  }
  const code = tag.kind === "bad" ? tag.code : "unexpected-type";
  const disagree = tag.kind === "bad" && tag.code === "unexpected-type";
  const text = code === "wrong-type" ? "a string" : disagree ? `the same type as in "@type"` : expected;
  const came = value[tag.key];
  // One place for the discriminator, however it is spelt.
  const message = tag.key === "@type" ? `Expected ${text}, got ${excerpt(came)} in "@type".` : undefined;
  add(run, { code, step: "@odata.type", expected: text, value: came, message });
  return undefined;
}

const descriptions = /* @__PURE__ */ new WeakMap<ReadonlyMap<string, ObjectShape>, string>();

/** A collection may hold a million objects that are wrong in the same way. */
function described(types: ReadonlyMap<string, ObjectShape>): string {
  let text = descriptions.get(types);
  if (text === undefined) descriptions.set(types, (text = describe([...types.keys()])));
  return text;
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
