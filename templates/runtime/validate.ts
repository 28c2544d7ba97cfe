import { changing, failure, noObject, only, unreadable } from "./failure.js";
import type { Check } from "./guard.js";
import { guarded } from "./guarded.js";
import { type Issue, ODataValidationError } from "./issue.js";
import { report, type Report } from "./report.js";
import { settings, type Settings, type ValidateOptions } from "./options.js";
import { isMembers } from "./own.js";
import type { Terms } from "./run.js";
import type { ObjectShape } from "./shape.js";
import { startNotes } from "./take-notes.js";

export type { ValidateOptions } from "./options.js";
export type { Terms } from "./run.js";

/** The result of a validator: the value in canonical form with warnings, or what is wrong with it. */
export type Validation<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Judges a value; never throws, never changes its input. */
export type Validator<T> = (value: unknown, options?: ValidateOptions) => Validation<T>;

/** A type guard; never throws. */
export type Guard<T> = (value: unknown) => value is T;

/**
 * Takes a guard, the shape of the same type, its terms and a value. Returns the value itself, or a canonical copy where
 * something legal but not canonical was found; either is proved by the guard before it is handed out.
 */
export function validate<T>(
  check: Check<T>,
  shape: ObjectShape,
  terms: Terms,
  value: unknown,
  options?: ValidateOptions,
): Validation<T> {
  const asked = settings(options);
  try {
    // It needs no walk.
    if (!isMembers(value)) return { ok: false, issues: only(noObject(value), asked) };
    // Under `strict` there are warnings that guards know nothing of.
    const notes = asked.strict ? undefined : startNotes();
    if (notes !== undefined && check(value, asked.depth + 1, notes)) return { ok: true, value, warnings: [] };
    const found = outcome(check, report(shape, terms, value, asked, notes));
    if (found !== undefined) return found;
    // What an object was noted for in one place may hide what is wrong with it in another.
    const whole = notes === undefined ? undefined : outcome(check, report(shape, terms, value, asked));
    return whole ?? { ok: false, issues: only(changing(value), asked) };
  } catch {
    // Getters and proxies may throw at any time.
    return judgeUnreadable(check, value, asked);
  }
}

/** What a report comes to; undefined where it finds nothing wrong and the guard still refuses. */
function outcome<T>(check: Check<T>, { failed, issues, value }: Report): Validation<T> | undefined {
  if (failed) return { ok: false, issues };
  return guarded(check, value) ? { ok: true, value, warnings: issues } : undefined;
}

/** Takes what `validate` takes; returns when the guard holds, throws the issues when it does not. */
export function assertValid<T>(check: Check<T>, shape: ObjectShape, terms: Terms, value: unknown): asserts value is T {
  if (guarded(check, value)) return;
  const result = validate(check, shape, terms, value);
  if (!result.ok) throw new ODataValidationError(result.issues);
  const reasons = result.warnings.filter(({ code }) => code === "non-canonical-type" || code === "unknown-enum-member");
  if (reasons.length > 0) throw new ODataValidationError(reasons);
  const message = "The value is legal, but not in canonical form.";
  throw new ODataValidationError([failure([], "non-canonical-type", "the canonical form", value, message)]);
}

/** Takes what `validate` takes, returns the value in canonical form; throws the issues when there are errors. */
export function parse<T>(check: Check<T>, shape: ObjectShape, terms: Terms, value: unknown): T {
  const result = validate(check, shape, terms, value);
  if (result.ok) return result.value;
  throw new ODataValidationError(result.issues);
}

/** The walk looks at more than the guard does (what to say of a member): where the guard is content, so are we. */
function judgeUnreadable<T>(check: Check<T>, value: unknown, asked: Settings): Validation<T> {
  if (!asked.strict && asked.depth === 0 && guarded(check, value)) return { ok: true, value, warnings: [] };
  return { ok: false, issues: only(unreadable(value), asked) };
}
