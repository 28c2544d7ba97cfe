import { excerpt } from "./excerpt.js";
import type { Issue, IssueCode, IssuePath } from "./issue.js";
import type { Settings } from "./options.js";

/** Takes where and what is wrong with a value, returns the error. */
export function failure(path: IssuePath, code: IssueCode, expected: string, value: unknown, message?: string): Issue {
  const received = excerpt(value);
  const text = message ?? `Expected ${expected}, got ${received}.`;
  return { path, code, severity: "error", message: text, expected, received };
}

/** The list of a single error, where there is room for one. */
export function only(issue: Issue, { maxIssues }: Pick<Settings, "maxIssues">): readonly Issue[] {
  return maxIssues > 0 ? [issue] : [];
}

/** The one error for a value that is no object. */
export function noObject(value: unknown): Issue {
  return failure([], "expected-object", "an object", value);
}

/** The one error for a value whose getter or proxy throws. */
export function unreadable(value: unknown): Issue {
  return failure([], "wrong-type", "a JSON value", value, "The value throws when it is read.");
}

/** The one error for a value that is right at one look and wrong at the next. */
export function changing(value: unknown): Issue {
  const message = "The value changes while it is read, or hides what its type does not allow.";
  return failure([], "wrong-type", "a JSON value", value, message);
}
