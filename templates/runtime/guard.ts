import { isMembers, own as ownMember } from "./own.js";

/** How many objects and arrays may stand within each other; the root is the first. */
export const MAX_DEPTH = 512;

/** An object whose members the emitted guard loads by these names and no others. */
export type Inspected<K extends PropertyKey> = { readonly [P in K]?: unknown } & { readonly "@odata.type"?: unknown };

/** True for an object that is not an array; name the members that are going to be loaded, so that a typo is an error. */
export function isObject<K extends PropertyKey>(value: unknown): value is Inspected<K> {
  return isMembers(value);
}

/** Takes an inspected object and one of its names, returns the own member; for names that every object inherits. */
export function own<O extends object>(object: O, name: keyof O & string): unknown {
  return ownMember(object, name);
}

/** Says whether context, id and etag are strings where they are present (OData JSON 4.01 section 4.6). */
export function annotations(value: object): boolean {
  if (!isObject<"@odata.context" | "@odata.id" | "@odata.etag">(value)) return false;
  const context = value["@odata.context"];
  if (context !== undefined && typeof context !== "string") return false;
  const id = value["@odata.id"];
  if (id !== undefined && typeof id !== "string") return false;
  const etag = value["@odata.etag"];
  return etag === undefined || typeof etag === "string";
}

/** As `annotations`, and the short form `@type` is absent: it is legal, but not canonical (OData JSON 4.01 section 4.6.3). */
export function control(value: object): boolean {
  return isObject<"@type">(value) && value["@type"] === undefined && annotations(value);
}

/** Takes an array and its depth, hands each item with its own depth to `item`; false where one is null or does not fit. */
export function isArrayOf(value: unknown, depth: number, item: (value: unknown, depth: number) => boolean): boolean {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (value[index] === null || isHole(value, index) || !item(value[index], depth + 1)) return false;
  }
  return true;
}

/** As `isArrayOf`; items may be null. */
export function isNullableArrayOf(
  value: unknown,
  depth: number,
  item: (value: unknown, depth: number) => boolean,
): boolean {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (isHole(value, index) || (value[index] !== null && !item(value[index], depth + 1))) return false;
  }
  return true;
}

/** JSON has none, and there may be four billion of them in one array. */
export function isHole(items: readonly unknown[], index: number): boolean {
  return items[index] === undefined && !(index in items);
}

/** As `isArrayOf` for items without depth: primitive guards take facets where others take the depth. */
export function isListOf(value: unknown, depth: number, item: (value: unknown) => boolean): boolean {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (value[index] === null || !item(value[index])) return false;
  }
  return true;
}

/** As `isListOf`; items may be null. */
export function isNullableListOf(value: unknown, depth: number, item: (value: unknown) => boolean): boolean {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (value[index] !== null && !item(value[index])) return false;
  }
  return true;
}

/** Edm.Untyped: takes anything and its depth, says whether no object or array in it lies beyond the limit or has holes. */
export function isUntyped(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (isHole(value, index) || !isUntyped(value[index], depth + 1)) return false;
    }
    return true;
  }
  return isMembers(value) && Object.keys(value).every((name) => isUntyped(value[name], depth + 1));
}

/** A value of a flags enumeration: members, each once, with commas between them (ABNF `enumValue`). */
export function isFlags(value: unknown, members: readonly string[]): value is string {
  if (typeof value !== "string") return false;
  if (members.includes(value)) return true;
  // One part more than there can be is enough to know.
  const parts = value.split(",", members.length + 1);
  return parts.every((part, index) => members.includes(part) && parts.indexOf(part) === index);
}
