import { isMembers } from "./own.js";

/** How a value is to be judged. */
export interface ValidateOptions {
  /** Undeclared members of closed types become errors, dynamic members of open types warnings. */
  readonly strict?: boolean | undefined;
  /** How many issues to report at most, 100 when not given; warnings are dropped first. */
  readonly maxIssues?: number | undefined;
  /** How many objects and arrays there are around the value already; 0 when not given. */
  readonly depth?: number | undefined;
}

/** The options with their defaults filled in. */
export interface Settings {
  readonly strict: boolean;
  readonly maxIssues: number;
  readonly depth: number;
}

const MAX_ISSUES = 100;

const defaults: Settings = { strict: false, maxIssues: MAX_ISSUES, depth: 0 };

/** Takes options as they came, from plain JavaScript anything at all; what cannot be meant or read has the default. */
export function settings(options: unknown): Settings {
  if (options === undefined) return defaults;
  try {
    if (!isMembers(options)) return defaults;
    const { strict, maxIssues, depth } = options;
    return { strict: Boolean(strict), maxIssues: count(maxIssues, MAX_ISSUES), depth: count(depth, 0) };
  } catch {
    return defaults;
  }
}

/** A number from zero up, without its fraction. */
function count(value: unknown, otherwise: number): number {
  if (typeof value !== "number" || Number.isNaN(value)) return otherwise;
  return Math.max(0, Math.floor(value));
}
