import { plural, thousands } from "../count.ts";
import type { Change, Comparison } from "../diff/types.ts";
import { excerpt, excerptBoth } from "../excerpt.ts";
import { cell, prose } from "../markdown.ts";
import { rowOf } from "./diff-rows.ts";
import { counts, groups, presences, title, unchanged, type Group } from "./diff-summary.ts";

/** GitHub takes 65,536 characters for the body of a pull request; others may want to add to it. */
const limit = 60_000;
/** Longer tables are folded. */
const openRows = 20;
const longest = { path: 200, value: 120, reason: 300 };

/** A verdict's changes, ready to be printed as far as there is room. */
interface Section {
  readonly heading: string;
  /** What stands on the fold; undefined for a table that is not folded. */
  readonly summary: string | undefined;
  readonly rows: readonly Line[];
}

interface Line {
  readonly row: string;
  readonly reason: string;
}

/**
 * The comparison as the body of a pull request, in GitHub's Markdown. What does not fit is counted: the more important
 * verdicts come first and take what room they need.
 */
export function diffMarkdown(comparison: Comparison): string {
  if (comparison.changes.length === 0) return `## ${title(comparison)}\n\nThis is ${unchanged}.\n`;
  const total = counts(comparison).map(([count, what]) => `${count} ${what}`);
  const head = `## ${title(comparison)}: a ${comparison.semver} version\n\nOf the changes, ${total.join(", ")}.\n`;
  const sections = groups(comparison).map(sectionOf);
  let text = head;
  sections.forEach((section, index) => {
    const later = sections.slice(index + 1).map((other) => print(other, 0).length);
    const room = limit - text.length - later.reduce((sum, length) => sum + length, 0);
    text += print(section, mostRows(section, room));
  });
  return text;
}

function sectionOf({ verdict, title, changes }: Group): Section {
  const label = labels(changes);
  const folded = verdict === "docs" || changes.length > openRows;
  return {
    heading: `### ${title}: ${plural(changes.length, "change")}`,
    summary: folded ? tally(changes) : undefined,
    rows: changes.map((change) => lineOf(change, label(change))),
  };
}

/** The codes of changes; where one has several reasons, each has a number. */
function labels(changes: readonly Change[]): (change: Change) => string {
  const reasons = new Map<string, string[]>();
  for (const change of changes) {
    const known = reasons.get(change.code);
    if (known === undefined) reasons.set(change.code, [change.reason]);
    else if (!known.includes(change.reason)) known.push(change.reason);
  }
  return ({ code, reason }) => {
    const known = reasons.get(code) ?? [];
    return known.length < 2 ? code : `${code} [${known.indexOf(reason) + 1}]`;
  };
}

function tally(changes: readonly Change[]): string {
  const numbers = new Map<string, number>();
  for (const { code } of changes) numbers.set(code, (numbers.get(code) ?? 0) + 1);
  const sorted = [...numbers].sort(([, a], [, b]) => b - a);
  return sorted.map(([code, count]) => `${thousands(count)} ${code}`).join(", ");
}

function lineOf(change: Change, label: string): Line {
  const { name, before, after } = rowOf(change);
  const values =
    before === undefined || after === undefined
      ? [before, after].map((value) => excerpt(value ?? "", longest.value))
      : excerptBoth(before, after, longest.value);
  const cells = [cell(excerpt(name, longest.path)), `${label} ${presences(change)}`.trim(), ...values.map(cell)];
  return {
    row: `| ${cells.join(" | ")} |`,
    reason: `- ${label}: ${prose(excerpt(change.reason, longest.reason))}`,
  };
}

/** The section with its first rows, and the reasons that these need; nothing is folded away that is not there. */
function print({ heading, summary, rows }: Section, count: number): string {
  const shown = rows.slice(0, count);
  const left = rows.length - count;
  if (count === 0) return block([heading, "not listed here, to keep this short"]);
  const table = ["| where | change | before | after |", "| --- | --- | --- | --- |", ...shown.map(({ row }) => row)];
  const more = left === 0 ? [] : [`and ${thousands(left)} more`];
  const list = [table.join("\n"), ...more, [...new Set(shown.map(({ reason }) => reason))].join("\n")];
  if (summary === undefined) return block([heading, ...list]);
  return block([heading, `<details>\n<summary>${summary}</summary>`, ...list, "</details>"]);
}

function block(parts: readonly string[]): string {
  return parts.map((part) => `\n${part}\n`).join("");
}

/** How many rows fit. */
function mostRows(section: Section, room: number): number {
  let [fits, tooMany] = [0, section.rows.length + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (print(section, middle).length <= room) fits = middle;
    else tooMany = middle;
  }
  return fits;
}
