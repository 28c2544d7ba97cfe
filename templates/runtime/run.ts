import { type Collector, counted } from "./collector.js";
import { excerpt } from "./excerpt.js";
import { failure } from "./failure.js";
import type { Issue, IssueCode, IssueSeverity } from "./issue.js";
import { MAX_DEPTH } from "./guard.js";
import type { Notes } from "./notes.js";
import type { Settings } from "./options.js";
import type { Members } from "./own.js";
import type { Rules } from "./presence.js";
import type { Presence, Wire } from "./shape.js";
import type { Entry } from "./table.js";

/** Under which presence a value stands, and what is the same for all types of its package. */
export type Terms =
  | { readonly presence: "received"; readonly wire: Wire; readonly demands?: Demands | undefined }
  | { readonly presence: Presence; readonly wire: Wire; readonly demands: Demands };

/**
 * What is asked where members have to be there, or are not sent: under presences other than received, and of operations'
 * parameters and results. A bundle without any of these has nothing of it.
 */
export interface Demands {
  readonly rules: (facts: number, presence: Presence) => Rules;
  /** Adds the warning that a member is not sent. */
  readonly addUnsent: (run: Run, name: string, value: unknown) => void;
  /** Adds an error for each member that has to be there and is not. */
  readonly addMissing: (run: Run, required: readonly Entry[], value: Members) => void;
}

/** One walk through one value: where it is and what it has found. Changes all the time; belongs to one call only. */
export interface Run extends Collector {
  readonly strict: boolean;
  readonly wire: Wire;
  readonly demands: Demands | undefined;
  readonly path: (string | number)[];
  /** Where to look; undefined where everything is to be looked at. */
  notes: Notes | undefined;
  /** How many objects and arrays there are around the present value. */
  depth: number;
}

/** What is wrong with the present value. */
export interface Finding {
  readonly code: IssueCode;
  readonly severity?: IssueSeverity;
  /** Ends the path, where the issue is about a member and not about the object. */
  readonly step?: string;
  /** What came; not given where nothing did. */
  readonly value?: unknown;
  readonly expected?: string;
  readonly message: string;
}

/** Takes the terms and settings of a call, returns the state that its walk begins with. */
export function startRun({ wire, demands }: Terms, asked: Settings, noted?: Notes): Run {
  const { strict, depth, maxIssues } = asked;
  const notes = noted === undefined || noted.room <= 0 ? undefined : noted;
  return { issues: [], maxIssues, errors: 0, warnings: 0, strict, wire, demands, path: [], notes, depth };
}

/** Adds the error that something else than the present value was expected, as errors nearly always say. */
export function addFailure(run: Run, code: IssueCode, expected: string, value: unknown, message?: string): void {
  if (counted(run, "error")) run.issues.push(failure(run.path.slice(), code, expected, value, message));
}

/** As `addFailure`, of a member of the present value. */
export function addMemberFailure(
  run: Run,
  name: string,
  code: IssueCode,
  expected: string,
  value: unknown,
  message?: string,
): void {
  run.path.push(name);
  addFailure(run, code, expected, value, message);
  run.path.pop();
}

/** Adds the warning that the present value gives way to another; the issue keeps what came. */
export function addReplaced(run: Run, code: IssueCode, expected: string, value: unknown): void {
  if (!counted(run, "warning")) return;
  const issue = failure(run.path.slice(), code, expected, value);
  run.issues.push({ ...issue, severity: "warning", original: value });
}

/** Adds an issue about the present value or one of its members, in its own words. */
export function add(run: Run, finding: Finding): void {
  const { code, severity = "error", step, value, expected, message } = finding;
  if (!counted(run, severity)) return;
  const path = run.path.slice();
  if (step !== undefined) path.push(step);
  const received = value === undefined ? undefined : excerpt(value);
  const issue: { -readonly [K in keyof Issue]: Issue[K] } = { path, code, severity, message };
  if (expected !== undefined) issue.expected = expected;
  if (received !== undefined) issue.received = received;
  run.issues.push(issue);
}

/** Takes an object or array, says whether there is no room for it, and if so adds the issue. */
export function isTooDeep(run: Run, value: object): boolean {
  if (run.depth < MAX_DEPTH) return false;
  const expected = `at most ${MAX_DEPTH} objects and arrays within each other`;
  addFailure(run, "too-deep", expected, value, `Expected ${expected}.`);
  return true;
}
