import { printable } from "./excerpt.js";

/** What may be wrong with a value; each has one meaning, and the README lists them. */
export type IssueCode =
  | "wrong-type"
  | "out-of-range"
  | "bad-format"
  | "unknown-enum-member"
  | "null-not-allowed"
  | "expected-array"
  | "expected-object"
  | "unexpected-type"
  | "missing-discriminator"
  | "missing-required"
  | "non-canonical-type"
  | "read-only"
  | "undeclared-property"
  | "too-deep";

/** Errors make a value invalid; warnings do not. */
export type IssueSeverity = "error" | "warning";

/** Keys and indexes that lead from the value to one of its parts. */
export type IssuePath = readonly (string | number)[];

/** One thing that is wrong, and where. */
export interface Issue {
  readonly path: IssuePath;
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  /** A sentence for people; safe to print. */
  readonly message: string;
  /** What would have fitted. */
  readonly expected?: string | undefined;
  /** A short, escaped excerpt of what came. */
  readonly received?: string | undefined;
  /** What came, where the canonical value has something else in its place. */
  readonly original?: unknown;
}

/** Takes a path, returns it as a JSON pointer; the root is the empty string (RFC 6901 section 3). */
export function toPointer(path: IssuePath): string {
  return path.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** What `assert…` and `parse…` throw: the issues, the first of them in the message. */
export class ODataValidationError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(summary(issues));
    // An assignment fails where a program has frozen `Error.prototype`, and would lose the issues.
    Object.defineProperty(this, "name", { value: "ODataValidationError", writable: true, configurable: true });
    this.issues = issues;
  }
}

function summary(issues: readonly Issue[]): string {
  const first = issues[0];
  if (first === undefined) return "The value is not valid.";
  const place = first.path.length === 0 ? "the value" : printable(toPointer(first.path), 200);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `${place}: ${first.message}${more}`;
}
