import { isEachClean, isNoted, type Notes } from "./notes.js";
import { isMembers, membersOf } from "./own.js";

/** How many objects and arrays may stand within each other; the root is the first. */
export const MAX_DEPTH = 512;

/**
 * Judges something and what it holds, without ever throwing anything but what getters throw. Takes the value, its depth
 * and, from validators, notes: with notes it goes on after a fault, and what a validator warns of is a fault as well.
 */
export type DeepTest = (value: unknown, depth: number, notes?: Notes) => boolean;

/** A `DeepTest` whose answer is a proof. */
export type Check<T> = (value: unknown, depth: number, notes?: Notes) => value is T;

/** Takes an array and its depth, hands each item with its own depth to `item`; false where one is null or does not fit. */
export function isArrayOf(value: unknown, depth: number, notes: Notes | undefined, item: DeepTest): boolean {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return false;
  let fits = true;
  for (let index = 0; index < value.length; index += 1) {
    const one: unknown = value[index];
    if (one === null || (one === undefined && isHole(value, index)) || !item(one, depth + 1, notes)) {
      if (!isNoted(notes, value, index)) return false;
      fits = false;
    }
  }
  return isEachClean(notes, value, fits);
}

/** As `isArrayOf`; what is no array is handed to `item` itself. */
export function isOneOrArrayOf(value: unknown, depth: number, notes: Notes | undefined, item: DeepTest): boolean {
  return Array.isArray(value) ? isArrayOf(value, depth, notes, item) : item(value, depth, notes);
}

/** As `isArrayOf`; items may be null. */
export function isNullableArrayOf(value: unknown, depth: number, notes: Notes | undefined, item: DeepTest): boolean {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return false;
  let fits = true;
  for (let index = 0; index < value.length; index += 1) {
    const one: unknown = value[index];
    if ((one === undefined && isHole(value, index)) || (one !== null && !item(one, depth + 1, notes))) {
      if (!isNoted(notes, value, index)) return false;
      fits = false;
    }
  }
  return isEachClean(notes, value, fits);
}

/** JSON has none, and there may be four billion of them in one array. */
export function isHole(items: readonly unknown[], index: number): boolean {
  return items[index] === undefined && !(index in items);
}

/** Edm.Untyped: takes anything and its depth, says whether no object or array in it lies beyond the limit or has holes. */
export function isUntyped(value: unknown, depth: number): boolean {
  if (!isMembers(value) && !Array.isArray(value)) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (isHole(value, index) || !isUntyped(value[index], depth + 1)) return false;
    }
    return true;
  }
  const members = membersOf(value);
  for (const name in members) if (!isUntyped(members[name], depth + 1)) return false;
  return true;
}

/** A value of a flags enumeration: members, each once, with commas between them (ABNF `enumValue`). */
export function isFlags(value: unknown, members: readonly string[]): value is string {
  if (typeof value !== "string") return false;
  if (members.includes(value)) return true;
  // One part more than there can be is enough to know.
  const parts = value.split(",", members.length + 1);
  return parts.every((part, index) => members.includes(part) && parts.indexOf(part) === index);
}
