import { plural, largestOf } from "../count.ts";
import type { Change, ChangeCode, Comparison, Verdict } from "../diff/types.ts";
import { excerpt, excerptBoth, wrap } from "../excerpt.ts";
import { runs, type Row, type Run } from "./diff-rows.ts";
import { counts, groups, isBreaking, presences, stepLine, unchanged, type Group } from "./diff-summary.ts";
import { align, type Colors } from "./terminal.ts";

export interface TextContext {
  readonly colors: Colors;
  /** Characters in a line. */
  readonly columns: number;
}

/** A section of one verdict: its colour, and the last reason that it gave for each code. */
interface Section extends TextContext {
  readonly paint: (text: string) => string;
  readonly given: Map<ChangeCode, string>;
}

/** Where the names of a run begin, where what does not fit beside them, and how wide their columns are. */
interface Layout {
  readonly start: number;
  readonly below: number;
  readonly codeWidth: number;
  readonly nameWidth: number;
}

/** Longer texts take no part in alignment, or are cut. */
const widest = { name: 32, path: 400, reason: 1000 };
/** However narrow the terminal says it is. */
const narrowest = 40;

/** The comparison for a person: by verdict, then by type, and at the end what it adds up to. */
export function diffText(comparison: Comparison, context: TextContext): string {
  if (comparison.changes.length === 0) return `${unchanged}\n`;
  const sections = groups(comparison).map((group) => `${section(group, context)}\n`);
  const numbers = counts(comparison);
  const width = largestOf(numbers.map(([count]) => count.length));
  const totals = align(numbers.map(([count, what]) => [count.padStart(width), what]));
  return `${sections.join("")}${totals}\n${context.colors.bold(stepLine(comparison))}\n`;
}

function section({ verdict, title, changes }: Group, context: TextContext): string {
  const paint = colorOf(verdict, context.colors);
  const within: Section = { ...context, paint, given: new Map() };
  const heading = context.colors.bold(paint(`${title}: ${plural(changes.length, "change")}`));
  return [heading, ...runs(changes).flatMap((run) => runLines(run, within))].map((line) => `${line}\n`).join("");
}

function colorOf(verdict: Verdict, { red, green, cyan }: Colors): (text: string) => string {
  if (isBreaking(verdict)) return red;
  return verdict === "compatible" ? green : cyan;
}

function runLines(run: Run, within: Section): string[] {
  return run.by === "owner" ? ownerLines(run, within) : codeLines(run, within);
}

/** A type or operation and, below it, what changed in it; each reason after the first change that has it. */
function ownerLines({ heading, rows }: Run, within: Section): string[] {
  const codeWidth = largestOf(rows.map(({ change }) => change.code.length));
  const names = rows.map(({ name }) => name.length).filter((length) => length <= widest.name);
  const start = 4 + codeWidth + 2;
  const layout = { start, below: start, codeWidth, nameWidth: largestOf(names) };
  return [
    `  ${within.colors.bold(excerpt(heading, widest.path))}`,
    ...rows.flatMap((row) => [...rowLines(row, layout, within), ...reasonLines(row.change, start, within)]),
  ];
}

/** A code, why it has its verdict and, below it, where it happened. */
function codeLines({ heading, rows }: Run, within: Section): string[] {
  const layout = { start: 4, below: 8, codeWidth: 0, nameWidth: 0 };
  const reasons = rows.flatMap(({ change }) => reasonLines(change, 4, within));
  return [`  ${within.paint(heading)}`, ...reasons, ...rows.flatMap((row) => rowLines(row, layout, within))];
}

/** A change in one line if it fits; if not, with its values below the name. */
function rowLines(row: Row, { start, below, codeWidth, nameWidth }: Layout, { columns, paint }: Section): string[] {
  const { code } = row.change;
  const name = excerpt(row.name, widest.path);
  const where = presences(row.change);
  const values = valueLines(row, Math.max(narrowest, columns - below));
  const lead = codeWidth === 0 ? "    " : `    ${paint(code)}${" ".repeat(codeWidth - code.length + 2)}`;
  const lines = [columnsOf(name.padEnd(nameWidth), ...values, where), columnsOf(name, ...values, where)];
  const line = values.length > 1 ? undefined : lines.find((one) => start + one.length <= columns);
  if (line !== undefined) return [`${lead}${line}`.trimEnd()];
  return [`${lead}${columnsOf(name, where)}`.trimEnd(), ...values.map((value) => `${" ".repeat(below)}${value}`)];
}

function columnsOf(...cells: readonly string[]): string {
  return cells.filter((cell) => cell !== "").join("  ");
}

/** What was and what is, in lines of at most `max` characters: in one if both fit, else in two. */
function valueLines({ before, after }: Row, max: number): string[] {
  if (before === undefined || after === undefined) return listLines(before ?? after, max);
  const line = excerptBoth(before, after, max).join(" → ");
  if (line.length <= max) return [line];
  const [old, now] = excerptBoth(before, after, max - 2);
  return [`- ${old}`, `+ ${now}`];
}

/** What only was or only is, which may be a list: in three lines at most. */
function listLines(value: string | undefined, max: number): string[] {
  if (value === undefined) return [];
  const [first = "", second, third, fourth] = wrap(excerpt(value, 4 * max), max);
  const last = third !== undefined && fourth !== undefined ? excerpt(`${third} …`, max) : third;
  return [first, second, last].filter((line) => line !== undefined);
}

/** Why it has the verdict; where the last change with that code had the same reason, that holds on. */
function reasonLines({ code, reason }: Change, indent: number, { columns, colors, given }: Section): string[] {
  if (given.get(code) === reason) return [];
  given.set(code, reason);
  const lines = wrap(excerpt(reason, widest.reason), Math.max(narrowest, columns - indent));
  return lines.map((line) => `${" ".repeat(indent)}${colors.dim(line)}`);
}
