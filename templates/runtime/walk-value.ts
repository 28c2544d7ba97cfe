import { isFull } from "./collector.js";
import { wrongType } from "./fault.js";
import { isHole, isUntyped } from "./guard.js";
import type { Keys } from "./notes.js";
import { isMembers } from "./own.js";
import { add, isTooDeep, type Run } from "./run.js";
import type { PrimitiveShape, ResourceShape, ValueShape } from "./shape.js";
import { takeNoted } from "./take-notes.js";
import { walkEnum } from "./walk-enum.js";
import { walkObject } from "./walk-object.js";

/** Judges a value that is not null, returns it in canonical form. */
export function walkValue(run: Run, shape: ValueShape, value: unknown): unknown {
  switch (shape.kind) {
    case "primitive":
      return walkPrimitive(run, shape, value);
    case "enum":
      return walkEnum(run, shape, value);
    case "untyped":
      return walkUntyped(run, value);
    case "resource":
      return walkResource(run, shape, value);
    case "object":
      return walkObject(run, shape, value);
  }
}

/** Judges an array item by item, returns it in canonical form: itself where every item is. */
export function walkItems(run: Run, items: readonly unknown[], walkItem: (item: unknown) => unknown): unknown {
  if (isTooDeep(run, items)) return items;
  run.depth += 1;
  const noted = run.notes === undefined ? undefined : takeNoted(run.notes, items);
  const canonical = walkIndexes(run, items, noted, walkItem);
  run.depth -= 1;
  return canonical;
}

function walkIndexes(
  run: Run,
  items: readonly unknown[],
  noted: Keys | undefined,
  walkItem: (item: unknown) => unknown,
): unknown {
  let changes: Map<number, unknown> | undefined;
  // By index: iterating costs more than what is done.
  for (let at = 0; at < (noted ?? items).length; at += 1) {
    if (isFull(run)) return items;
    const index = noted === undefined ? at : Number(noted[at]);
    run.path.push(index);
    // What follows would be as many issues as there are holes.
    if (isHole(items, index)) {
      add(run, { code: "wrong-type", expected: "a value", value: undefined });
      run.path.pop();
      return items;
    }
    const item = items[index];
    const canonical = walkItem(item);
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

/** Judges the value of a collection-valued member. */
export function walkCollection(run: Run, shape: ValueShape, value: unknown, nullableItems: boolean): unknown {
  if (Array.isArray(value)) return walkItems(run, value, (item) => walkNullable(run, shape, item, nullableItems));
  const code = value === null ? "null-not-allowed" : "expected-array";
  add(run, { code, expected: "an array", value });
  return value;
}

/** Judges a value that may be null in some places. */
export function walkNullable(run: Run, shape: ValueShape, value: unknown, nullable: boolean): unknown {
  if (value !== null) return walkValue(run, shape, value);
  if (!nullable) add(run, { code: "null-not-allowed", expected: "a value other than null", value });
  return value;
}

/** Looks for objects and arrays beyond the depth limit, and for holes; everything else is fine. */
export function walkUntyped(run: Run, value: unknown): unknown {
  if (!isUntyped(value, run.depth + 1)) findTooDeep(run, value);
  return value;
}

/** Recursion ends at the limit, so that no input is too deep for the stack. */
function findTooDeep(run: Run, value: unknown): void {
  if (isFull(run)) return;
  if (Array.isArray(value)) {
    walkItems(run, value, (item) => (findTooDeep(run, item), item));
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
    findTooDeep(run, value);
    return value;
  }
  const fault = value === undefined ? wrongType("a value") : shape.fault(value);
  if (fault !== undefined) add(run, { code: fault.code, expected: fault.expected, value });
  return value;
}

function walkResource(run: Run, shape: ResourceShape, value: unknown): unknown {
  if (!Array.isArray(value)) return walkObject(run, shape, value);
  return walkItems(run, value, (item) => {
    if (item !== null) return walkObject(run, shape, item);
    add(run, { code: "null-not-allowed", expected: "an object", value: item });
    return item;
  });
}
