import { collect, collected, type Collector, counted, isFull, startCollecting } from "./collector.js";
import { copyWith } from "./copy.js";
import { type Envelope, isEnvelope, walkEnvelope } from "./envelope-walk.js";
import type { ODataCollection, ODataCollectionIeee754 } from "./envelope.js";
import { changing, failure, noObject, only, unreadable } from "./failure.js";
import { isHole } from "./guard.js";
import type { Issue } from "./issue.js";
import { int64, int64String, isInt64, isInt64String } from "./numbers.js";
import { settings, type Settings, type ValidateOptions } from "./options.js";
import { isMembers, type Members } from "./own.js";
import type { PrimitiveShape } from "./shape.js";
import type { Guard, Validation, Validator } from "./validate.js";

/** The items of a collection: those that are valid, in canonical form, and what is wrong with the others. */
export interface Partition<T> {
  readonly valid: T[];
  readonly invalid: { readonly index: number; readonly issues: readonly Issue[] }[];
  /** Present when there are no items to look at, because the value itself is no collection. */
  readonly issues?: readonly Issue[] | undefined;
}

type Page<T, Count> = Envelope<Count> & { value: T[] };

/** How a count is written. */
interface CountForm<Count> {
  readonly is: Guard<Count>;
  readonly shape: PrimitiveShape;
}

/** Takes the validator of an item, returns that of a collection of them (OData JSON 4.01 section 12). */
export function validateCollection<T>(item: Validator<T>): Validator<ODataCollection<T>> {
  const nonNull = refusingNull(item);
  return (value, options) => validatePage(nonNull, { is: isInt64, shape: int64 }, value, settings(options));
}

/** The same under `IEEE754Compatible=true`, where the count is a string (OData JSON 4.01 section 3.2). */
export function validateCollectionIeee754<T>(item: Validator<T>): Validator<ODataCollectionIeee754<T>> {
  const nonNull = refusingNull(item);
  return (value, options) => validatePage(nonNull, { is: isInt64String, shape: int64String }, value, settings(options));
}

/**
 * Takes the validator of an item, returns a function that sorts the items of a collection into valid ones and the
 * others. Paths begin at the item.
 */
export function partitionCollection<T>(
  item: Validator<T>,
): (value: unknown, options?: ValidateOptions) => Partition<T> {
  const nonNull = refusingNull(item);
  return (value, options) => partitionItems(nonNull, value, options);
}

/** As the function that `partitionCollection` returns; what becomes of an item that is null is for `item` to say. */
export function partitionItems<T>(item: Validator<T>, value: unknown, options?: ValidateOptions): Partition<T> {
  const asked = settings(options);
  const refused = (issue: Issue): Partition<T> => ({ valid: [], invalid: [], issues: only(issue, asked) });
  try {
    if (!isMembers(value)) return refused(noObject(value));
    const items = value["value"];
    return Array.isArray(items) ? divide(item, items, asked) : refused(noItems(items));
  } catch {
    return refused(unreadable(value));
  }
}

function divide<T>(item: Validator<T>, items: readonly unknown[], asked: Settings): Partition<T> {
  const result: Partition<T> = { valid: [], invalid: [] };
  for (let index = 0; index < items.length; index += 1) {
    const judged = judgeItem(item, items, index, asked);
    if (judged.ok) result.valid.push(judged.value);
    else result.invalid.push({ index, issues: judged.issues });
    if (isHole(items, index)) break;
  }
  return result;
}

function validatePage<T, Count>(
  item: Validator<T>,
  count: CountForm<Count>,
  value: unknown,
  asked: Settings,
): Validation<Page<T, Count>> {
  try {
    return judgePage(item, count, value, asked);
  } catch {
    return { ok: false, issues: only(unreadable(value), asked) };
  }
}

function judgePage<T, Count>(
  item: Validator<T>,
  count: CountForm<Count>,
  value: unknown,
  asked: Settings,
): Validation<Page<T, Count>> {
  if (!isMembers(value)) return { ok: false, issues: only(noObject(value), asked) };
  const collector = startCollecting(asked.maxIssues);
  const items: T[] = [];
  const rules = { count: count.shape, strict: asked.strict };
  walkEnvelope(collector, value, rules, (list) => walkList(collector, item, list, asked, items));
  const issues = collected(collector);
  if (collector.errors > 0) return { ok: false, issues };
  const page: Members = holds(value["value"], items) ? value : copyWith(value, new Map([["value", items]]), undefined);
  if (isEnvelope(page, count.is) && carries(page, items)) return { ok: true, value: page, warnings: issues };
  return { ok: false, issues: only(changing(value), asked) };
}

function walkList<T>(collector: Collector, item: Validator<T>, list: unknown, asked: Settings, valid: T[]): void {
  if (!Array.isArray(list)) return collect(collector, noItems(list));
  for (let index = 0; index < list.length && !isFull(collector); index += 1) {
    // The verdict is in the issues, so that each item has room for one.
    const judged = judgeItem(item, list, index, { ...asked, maxIssues: Math.max(1, asked.maxIssues) });
    if (judged.ok) valid.push(judged.value);
    for (const issue of judged.ok ? judged.warnings : judged.issues) {
      if (counted(collector, issue.severity)) {
        collector.issues.push({ ...issue, path: ["value", index, ...issue.path] });
      }
    }
    if (isHole(list, index)) break;
  }
}

/** An item stands within an array within an object. */
function judgeItem<T>(item: Validator<T>, items: readonly unknown[], index: number, asked: Settings): Validation<T> {
  if (isHole(items, index)) {
    return { ok: false, issues: only(failure([], "wrong-type", "a value", undefined), asked) };
  }
  return item(items[index], { ...asked, depth: asked.depth + 2 });
}

/** The validator of an item that may not be null. */
function refusingNull<T>(item: Validator<T>): Validator<T> {
  return (value, options) =>
    value === null
      ? { ok: false, issues: only(failure([], "null-not-allowed", "an object", value), settings(options)) }
      : item(value, options);
}

function noItems(value: unknown): Issue {
  if (value === undefined) return failure(["value"], "missing-required", "an array", value, `"value" is required.`);
  return failure(["value"], value === null ? "null-not-allowed" : "expected-array", "an array", value);
}

/** The proof that a collection holds these very items. */
function carries<T, Count>(page: Envelope<Count>, items: readonly T[]): page is Page<T, Count> {
  return holds(page.value, items);
}

function holds(list: unknown, items: readonly unknown[]): boolean {
  return (
    Array.isArray(list) && list.length === items.length && items.every((item, index) => Object.is(item, list[index]))
  );
}
