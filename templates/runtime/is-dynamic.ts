import { isNullableArrayOf, isUntyped } from "./guard.js";
import { isMembers, type Members } from "./own.js";
import type { Wire } from "./shape.js";
import { isNaming } from "./tag.js";

/** The guards of a package by tag, under one presence; emitted once. */
export interface TaggedGuards {
  readonly wire: Wire;
  /** Takes a canonical tag (`#ns.name`), returns the guard of the concrete type that it names. */
  readonly find: (tag: string) => ((value: unknown, depth: number) => boolean) | undefined;
}

/**
 * Judges a dynamic member of an open type (CSDL 4.01 section 6.3). Takes its name, its value and depth, and the guards of
 * the package. An object, or an item of an array, whose tag names a type of the package has to be of that type; of
 * everything else, annotations left out, only the depth counts.
 */
export function isDynamic(name: string, value: unknown, depth: number, guards: TaggedGuards): boolean {
  return name.includes("@") || isDynamicValue(value, depth, guards);
}

function isDynamicValue(value: unknown, depth: number, guards: TaggedGuards): boolean {
  if (Array.isArray(value))
    return isNullableArrayOf(value, depth, (item, inside) => isDynamicValue(item, inside, guards));
  return isMembers(value) ? isDynamicObject(value, depth, guards) : isUntyped(value, depth);
}

function isDynamicObject(value: Members, depth: number, { wire, find }: TaggedGuards): boolean {
  const tag = value["@odata.type"];
  const short = value["@type"];
  const guard = typeof tag === "string" ? find(tag) : undefined;
  if (guard !== undefined) return short === undefined && guard(value, depth);
  const names = (name: string): boolean => find(name) !== undefined;
  // Any other spelling of a type's name is legal, but not canonical.
  return !isNaming(tag, names, wire) && !isNaming(short, names, wire) && isUntyped(value, depth);
}
