import { changing, failure, unreadable } from "./failure.js";
import { type Issue, ODataValidationError } from "./issue.js";
import { report, type Report } from "./report.js";
import { settings, type Settings, type ValidateOptions } from "./options.js";
import type { Terms } from "./run.js";
import type { ObjectShape } from "./shape.js";

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
  is: Guard<T>,
  shape: ObjectShape,
  terms: Terms,
  value: unknown,
  options?: ValidateOptions,
): Validation<T> {
  const asked = settings(options);
  const found = attempt(shape, terms, value, asked);
  if (found === undefined) return judgeUnreadable(is, value, asked);
  if (found.failed) return { ok: false, issues: found.issues };
  if (is(found.value)) return { ok: true, value: found.value, warnings: found.issues };
  return { ok: false, issues: [changing(found.value)] };
}

/** Takes what `validate` takes; returns when the guard holds, throws the issues when it does not. */
export function assertValid<T>(is: Guard<T>, shape: ObjectShape, terms: Terms, value: unknown): asserts value is T {
  if (is(value)) return;
  const result = validate(is, shape, terms, value);
  if (!result.ok) throw new ODataValidationError(result.issues);
  const reasons = result.warnings.filter(({ code }) => code === "non-canonical-type" || code === "unknown-enum-member");
  if (reasons.length > 0) throw new ODataValidationError(reasons);
  const message = "The value is legal, but not in canonical form.";
  throw new ODataValidationError([failure([], "non-canonical-type", "the canonical form", value, message)]);
}

/** Takes what `validate` takes, returns the canonical value; throws the issues when there are errors. */
export function parse<T>(is: Guard<T>, shape: ObjectShape, terms: Terms, value: unknown, options?: ValidateOptions): T {
  const result = validate(is, shape, terms, value, options);
  if (result.ok) return result.value;
  throw new ODataValidationError(result.issues);
}

/** Getters and proxies may throw at any time; undefined stands for that. */
function attempt(shape: ObjectShape, terms: Terms, value: unknown, asked: Settings): Report | undefined {
  try {
    return report(shape, terms, value, asked);
  } catch {
    return undefined;
  }
}

/** The walk looks at more than the guard does (undeclared members): where the guard is content, so are we. */
function judgeUnreadable<T>(is: Guard<T>, value: unknown, { strict, depth }: Settings): Validation<T> {
  if (!strict && depth === 0 && is(value)) return { ok: true, value, warnings: [] };
  return { ok: false, issues: [unreadable(value)] };
}
