import { type Members, membersOf } from "./own.js";
import type { Wire } from "./shape.js";

/** The two spellings of the discriminator: OData 4.0 and OData 4.01 (OData JSON 4.01 section 4.6.3). */
export type TagKey = "@odata.type" | "@type";

/**
 * What the discriminator of an object says.
 * `absent`: there is none. `bad`: it is no string, or the two spellings disagree. `found`: `tag` is the canonical form;
 * `warn` is the key at which something legal but not canonical stands.
 */
export type Tag =
  | { readonly kind: "absent" }
  | { readonly kind: "bad"; readonly key: TagKey; readonly code: "wrong-type" | "unexpected-type" }
  | { readonly kind: "found"; readonly key: TagKey; readonly tag: string; readonly warn: TagKey | undefined };

/** Says whether a canonical tag names a type that fits. */
export type Names = (tag: string) => boolean;

/** Takes an object, returns what stands as its discriminator in the short form, where guards see it as well. */
export function shortTag(object: Members): unknown {
  const short = object["@type"];
  if (short === undefined) return undefined;
  for (const name in membersOf(object)) if (name === "@type") return short;
  return undefined;
}

/** Takes an object and the tags that fit, returns what its discriminator says. */
export function readTag(object: Members, names: Names, wire: Wire): Tag {
  const long = object["@odata.type"];
  const short = shortTag(object);
  if (long !== undefined && typeof long !== "string") return { kind: "bad", key: "@odata.type", code: "wrong-type" };
  if (short !== undefined && typeof short !== "string") return { kind: "bad", key: "@type", code: "wrong-type" };
  if (long === undefined) return short === undefined ? { kind: "absent" } : found("@type", short, names, wire);
  if (short === undefined) return found("@odata.type", long, names, wire);
  const tag = canonicalTag(long, names, wire);
  if (tag !== canonicalTag(short, names, wire)) return { kind: "bad", key: "@odata.type", code: "unexpected-type" };
  return { kind: "found", key: "@odata.type", tag, warn: "@type" };
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

function found(key: TagKey, value: string, names: Names, wire: Wire): Tag {
  const tag = canonicalTag(value, names, wire);
  return { kind: "found", key, tag, warn: key === "@type" || tag !== value ? key : undefined };
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
