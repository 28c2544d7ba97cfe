import type { Issue, IssueSeverity } from "./issue.js";

/** Gathers issues in order, no more of them than can be reported. */
export interface Collector {
  readonly issues: Issue[];
  readonly maxIssues: number;
  errors: number;
  warnings: number;
}

/** Takes how many issues there is room for, returns an empty collector. */
export function startCollecting(maxIssues: number): Collector {
  return { issues: [], maxIssues, errors: 0, warnings: 0 };
}

/** Counts an issue, says whether there is room for it; most of a million are never made. */
export function counted(collector: Collector, severity: IssueSeverity): boolean {
  const count = severity === "error" ? (collector.errors += 1) : (collector.warnings += 1);
  return count <= collector.maxIssues;
}

/** Adds an issue unless there are enough of its severity already. */
export function collect(collector: Collector, issue: Issue): void {
  if (counted(collector, issue.severity)) collector.issues.push(issue);
}

/** True when another error would change nothing, so that the walk can end. */
export function isFull(collector: Collector): boolean {
  return collector.errors > 0 && collector.errors >= collector.maxIssues;
}

/** Returns what is to be reported: errors first in line for a place, everything in its order. */
export function collected({ issues, maxIssues, errors, warnings }: Collector): readonly Issue[] {
  if (errors + warnings <= maxIssues) return issues;
  let room = Math.max(0, maxIssues - errors);
  return issues.filter(({ severity }) => severity === "error" || room-- > 0);
}
