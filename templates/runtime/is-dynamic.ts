import { type DeepTest, isNullableArrayOf, isUntyped, MAX_DEPTH } from "./guard.js";
import { isControl } from "./is-control.js";
import type { Notes } from "./notes.js";
import { isMembers, type Members } from "./own.js";
import type { Wire } from "./shape.js";
import { isNaming } from "./tag.js";

/** The guards of a package by tag, under one presence; emitted once. */
export interface TaggedGuards {
  readonly wire: Wire;
  /** Takes a canonical tag (`#ns.name`), returns the guard of the members of the concrete type that it names. */
  readonly find: (tag: string) => ((members: Members, depth: number, notes?: Notes) => boolean) | undefined;
}

/**
 * Judges a member that an open type does not declare (CSDL 4.01 section 6.3): control information, or a dynamic member.
 * Takes its name, its value and depth, and the guards of the package. An object, or an item of an array, whose tag names a
 * type of the package has to be of that type; of everything else, annotations left out, only the depth counts.
 */
export function isDynamic(name: string, value: unknown, depth: number, guards: TaggedGuards, notes?: Notes): boolean {
  return name.includes("@") ? isControl(name, value) : isDynamicValue(value, depth, guards, notes);
}

function isDynamicValue(value: unknown, depth: number, guards: TaggedGuards, notes?: Notes): boolean {
  if (Array.isArray(value)) {
    const item: DeepTest = (each, inside, more) => isDynamicValue(each, inside, guards, more);
    return isNullableArrayOf(value, depth, notes, item);
  }
  return isMembers(value) ? isDynamicObject(value, depth, guards, notes) : isUntyped(value, depth);
}

function isDynamicObject(value: Members, depth: number, { wire, find }: TaggedGuards, notes?: Notes): boolean {
  const tag = value["@odata.type"];
  const short = value["@type"];
  const hasMembers = typeof tag === "string" ? find(tag) : undefined;
  if (hasMembers !== undefined) return short === undefined && depth <= MAX_DEPTH && hasMembers(value, depth, notes);
  const names = (name: string): boolean => find(name) !== undefined;
  // Any other spelling of a type's name is legal, but not canonical.
  return !isNaming(tag, names, wire) && !isNaming(short, names, wire) && isUntyped(value, depth);
}

/** What `find` returns for an abstract type: no value is of it. */
export function isAbstract(): boolean {
  return false;
}
