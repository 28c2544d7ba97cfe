import { isFull } from "./collector.js";
import { isHole, isUntyped } from "./guard.js";
import { isMembers } from "./own.js";
import { addFailure, isTooDeep, type Run } from "./run.js";
import type { PrimitiveShape } from "./shape.js";
import type { Entry } from "./table.js";
import { takeNoted } from "./take-notes.js";
import { walkEnum } from "./walk-enum.js";
import { walkObject } from "./walk-object.js";

/** Judges what stands in a place, returns it in canonical form. */
export function walkEntry(run: Run, entry: Entry, value: unknown): unknown {
  const { collection, nullable } = entry.rules;
  if (collection) return walkCollection(run, entry, value);
  if (value !== null) return walkValue(run, entry, value);
  if (!nullable) addNull(run, value);
  return value;
}

function walkCollection(run: Run, entry: Entry, value: unknown): unknown {
  if (Array.isArray(value)) return walkItems(run, entry, value, walkItem);
  const code = value === null ? "null-not-allowed" : "expected-array";
  addFailure(run, code, "an array", value);
  return value;
}

/** Judges an item of the array that stands in a place, returns it in canonical form. */
export function walkItemOf(run: Run, entry: Entry, item: unknown): unknown {
  return entry.rules.collection ? walkItem(run, entry, item) : walkResource(run, entry, item);
}

function walkItem(run: Run, entry: Entry, item: unknown): unknown {
  if (item !== null) return walkValue(run, entry, item);
  if (!entry.rules.nullableItems) addNull(run, item);
  return item;
}

function addNull(run: Run, value: unknown): void {
  addFailure(run, "null-not-allowed", "a value other than null", value);
}

function walkValue(run: Run, entry: Entry, value: unknown): unknown {
  const { shape } = entry;
  switch (shape.kind) {
    case "primitive":
      return walkPrimitive(run, shape, value);
    case "enum":
      return walkEnum(run, shape, entry.rules.inside, value);
    case "untyped":
      return walkUntyped(run, value);
    case "resource":
      return Array.isArray(value) ? walkItems(run, entry, value, walkResource) : walkObject(run, entry, shape, value);
    case "object":
      return walkObject(run, entry, shape, value);
  }
}

function walkResource(run: Run, entry: Entry, item: unknown): unknown {
  const { shape } = entry;
  if (item !== null && shape.kind === "resource") return walkObject(run, entry, shape, item);
  addFailure(run, "null-not-allowed", "an object", item);
  return item;
}

/**
 * Judges an array item by item, returns it in canonical form: itself where every item is. `place` is handed on to
 * `walkItem`, so that no function is made for each array.
 */
export function walkItems<P>(
  run: Run,
  place: P,
  items: readonly unknown[],
  walkItem: (run: Run, place: P, item: unknown) => unknown,
): unknown {
  if (isTooDeep(run, items)) return items;
  run.depth += 1;
  const canonical = walkIndexes(run, place, items, walkItem);
  run.depth -= 1;
  return canonical;
}

function walkIndexes<P>(
  run: Run,
  place: P,
  items: readonly unknown[],
  walkItem: (run: Run, place: P, item: unknown) => unknown,
): unknown {
  const noted = run.notes === undefined ? undefined : takeNoted(run.notes, items);
  let changes: Map<number, unknown> | undefined;
  // By index: iterating costs more than what is done.
  for (let at = 0; at < (noted ?? items).length; at += 1) {
    if (isFull(run)) return items;
    const index = noted === undefined ? at : Number(noted[at]);
    run.path.push(index);
    // What follows would be as many issues as there are holes.
    if (isHole(items, index)) {
      addFailure(run, "wrong-type", "a value", undefined);
      run.path.pop();
      return items;
    }
    const item = items[index];
    const canonical = walkItem(run, place, item);
    if (!Object.is(canonical, item)) (changes ??= new Map<number, unknown>()).set(index, canonical);
    run.path.pop();
  }
  return changes === undefined ? items : copyItems(items, changes);
}

function copyItems(items: readonly unknown[], changes: ReadonlyMap<number, unknown>): unknown[] {
  const copy = items.slice();
  for (const [index, item] of changes) copy[index] = item;
  return copy;
}

/** Looks for objects and arrays beyond the depth limit, and for holes; everything else is fine. */
export function walkUntyped(run: Run, value: unknown): unknown {
  if (!isUntyped(value, run.depth + 1)) lookTooDeep(run, value);
  return value;
}

/** Guards take no notes in there; what they noted of an object that stands here as well is of another place. */
function lookTooDeep(run: Run, value: unknown): void {
  const { notes } = run;
  run.notes = undefined;
  findTooDeep(run, value);
  run.notes = notes;
}

function findTooDeepItem(run: Run, _: undefined, item: unknown): unknown {
  findTooDeep(run, item);
  return item;
}

/** Recursion ends at the limit, so that no input is too deep for the stack. */
function findTooDeep(run: Run, value: unknown): void {
  if (isFull(run)) return;
  if (Array.isArray(value)) {
    walkItems(run, undefined, value, findTooDeepItem);
    return;
  }
  if (!isMembers(value) || isTooDeep(run, value)) return;
  run.depth += 1;
  for (const name of Object.keys(value)) {
    run.path.push(name);
    findTooDeep(run, value[name]);
    run.path.pop();
  }
  run.depth -= 1;
}

function walkPrimitive(run: Run, shape: PrimitiveShape, value: unknown): unknown {
  if (shape.deep === true && !isUntyped(value, run.depth + 1)) {
    lookTooDeep(run, value);
    return value;
  }
  if (value === undefined) addFailure(run, "wrong-type", "a value", value);
  else if (!shape.is(value)) addFailure(run, shape.faultOf(value), shape.expected, value);
  return value;
}
