import type { Issue } from "./issue.js";

/** How many issues are reported when the caller does not say. */
const MAX_ISSUES = 100;

/** Gathers issues in order, no more of them than can be reported. */
export interface Collector {
  readonly issues: Issue[];
  readonly maxIssues: number;
  errors: number;
  warnings: number;
}

/** Takes the limit that the caller asked for, returns an empty collector. */
export function startCollecting(maxIssues: number = MAX_ISSUES): Collector {
  return { issues: [], maxIssues: Math.max(0, maxIssues), errors: 0, warnings: 0 };
}

/** Adds an issue unless there are enough of its severity already. */
export function collect(collector: Collector, issue: Issue): void {
  const count = issue.severity === "error" ? (collector.errors += 1) : (collector.warnings += 1);
  if (count <= collector.maxIssues) collector.issues.push(issue);
}

/** True when another error would change nothing, so that the walk can end. */
export function isFull(collector: Collector): boolean {
  return collector.errors > 0 && collector.errors >= collector.maxIssues;
}

/** Returns what is to be reported: errors first in line for a place, everything in its order. */
export function collected({ issues, maxIssues, errors }: Collector): readonly Issue[] {
  let room = Math.max(0, maxIssues - errors);
  return issues.filter(({ severity }) => severity === "error" || room-- > 0);
}
