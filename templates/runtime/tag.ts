import { type Members, membersOf } from "./own.js";
import type { Wire } from "./shape.js";

/** The two spellings of the discriminator: OData 4.0 and OData 4.01 (OData JSON 4.01 section 4.6.3). */
export type TagKey = "@odata.type" | "@type";

/** What the discriminator of an object says. */
export interface Tag {
  /** The spelling that counts. */
  readonly key: TagKey;
  /** The canonical form; undefined where something is wrong. */
  readonly tag?: string | undefined;
  /** The key at which something legal but not canonical stands. */
  readonly warn?: TagKey | undefined;
  /** What is wrong: there is no string, or the two spellings disagree. */
  readonly code?: "wrong-type" | "unexpected-type";
  readonly expected?: string;
}

/** Says whether a canonical tag names a type that fits. */
export type Names = (tag: string) => boolean;

/** Takes an object, returns what stands as its discriminator in the short form, where guards see it as well. */
export function shortTag(object: Members): unknown {
  const short = object["@type"];
  if (short === undefined) return undefined;
  for (const name in membersOf(object)) if (name === "@type") return short;
  return undefined;
}

/** Takes an object and the tags that fit, returns what its discriminator says; undefined where there is none. */
export function readTag(object: Members, names: Names, wire: Wire): Tag | undefined {
  const long = object["@odata.type"];
  const short = shortTag(object);
  if (!isTextOrAbsent(long)) return { key: "@odata.type", code: "wrong-type", expected: "a string" };
  if (!isTextOrAbsent(short)) return { key: "@type", code: "wrong-type", expected: "a string" };
  const came = long ?? short;
  if (came === undefined) return undefined;
  const key = long === undefined ? "@type" : "@odata.type";
  const tag = canonicalTag(came, names, wire);
  if (short === undefined) return { key, tag, warn: tag === came ? undefined : key };
  if (tag === canonicalTag(short, names, wire)) return { key, tag, warn: "@type" };
  return { key, code: "unexpected-type", expected: 'the same type as in "@type"' };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

/** Takes anything that stands as a discriminator, says whether it names a fitting type in any spelling. */
export function isNaming(value: unknown, names: Names, wire: Wire): boolean {
  return typeof value === "string" && names(canonicalTag(value, names, wire));
}

/**
 * Takes a discriminator as it came, returns `#namespace.name`: the hash added, an alias replaced, the URL of the
 * service's own metadata removed (OData JSON 4.01 section 4.6.3).
 */
export function canonicalTag(tag: string, names: Names, wire: Wire): string {
  if (names(tag)) return tag;
  const isUsual = tag.startsWith("#");
  const name = isUsual ? tag.slice(1) : withoutRoot(tag, wire.serviceRoot);
  // The text that came, where that will do: of a new one the engine knows no hash.
  const whole = isUsual ? tag : `#${name}`;
  // An alias may look like a namespace of the package; what fits as it stands is taken as it stands.
  if (!isUsual && names(whole)) return whole;
  const full = withoutAlias(name, wire.aliases);
  return full === name ? whole : `#${full}`;
}

function withoutRoot(tag: string, serviceRoot: string | undefined): string {
  if (serviceRoot === undefined) return tag;
  const prefix = `${serviceRoot}$metadata#`;
  return tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
}

function withoutAlias(name: string, aliases: Wire["aliases"]): string {
  for (const [alias, namespace] of aliases) {
    const { length } = alias;
    // An alias is one word, and so is what follows it; to look for the last dot takes longest.
    if (name.startsWith(alias) && name.lastIndexOf(".") === length) return namespace + name.slice(length);
  }
  return name;
}
