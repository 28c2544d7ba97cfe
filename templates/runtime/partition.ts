import { partitionCollection, partitionItems, type Partition } from "./collection.js";
import type { Check } from "./guard.js";
import type { ObjectShape } from "./shape.js";
import { type Terms, validate, type ValidateOptions, type Validation } from "./validate.js";

export type { Partition } from "./collection.js";

/**
 * Takes the guard, shape and terms of an item and a value whose `value` holds a collection of such items; sorts them
 * into valid ones and the others, so that one item of a new kind does not cost the rest.
 */
export function partition<T>(
  checkItem: Check<T>,
  itemShape: ObjectShape,
  terms: Terms,
  value: unknown,
  options?: ValidateOptions,
): Partition<T> {
  const item = (each: unknown, judged?: ValidateOptions) => validate(checkItem, itemShape, terms, each, judged);
  return partitionCollection(item)(value, options);
}

/** As `partition`; items may be null. */
export function partitionNullable<T>(
  checkItem: Check<T>,
  itemShape: ObjectShape,
  terms: Terms,
  value: unknown,
  options?: ValidateOptions,
): Partition<T | null> {
  const item = (each: unknown, judged?: ValidateOptions): Validation<T | null> =>
    each === null ? { ok: true, value: each, warnings: [] } : validate(checkItem, itemShape, terms, each, judged);
  return partitionItems(item, value, options);
}
