import { plural } from "./count.ts";
import { compareCodeUnits } from "./sort.ts";

/** A place in an input. Lines and columns count from 1; the column counts UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What kind of failure it is; `exitCode` says what the shell sees. */
export type ErrorKind = "usage" | "input" | "unsupported" | "internal";

/** One problem: what was found, where, and what to do about it. */
export interface Problem {
  readonly message: string;
  readonly place?: Place | undefined;
  readonly hint?: string | undefined;
  /** The keys that lead to it in a configuration, where somebody who has read none finds it; `config` knows the place. */
  readonly setting?: readonly string[] | undefined;
}

const exitCodes: { readonly [K in ErrorKind]: number } = {
  usage: 2,
  input: 3,
  unsupported: 4,
  internal: 70,
};

/** The exit code for an error: that of its kind, 70 for anything that is not ours. */
export function exitCode(error: unknown): number {
  return error instanceof BindgenError ? exitCodes[error.kind] : exitCodes.internal;
}

/** More problems than anybody reads at once. */
export const maxProblems = 50;

/**
 * The one error class of the tool. It carries one or more problems; the message is their text, one problem a
 * paragraph, ready to be shown to a person. Of very many it carries the first, and the number of the others.
 */
export class BindgenError extends Error {
  readonly kind: ErrorKind;
  readonly problems: readonly Problem[];
  /** How many problems were found beside these. */
  readonly more: number;

  constructor(kind: ErrorKind, problems: Problem | readonly Problem[], options: ErrorOptions & { more?: number } = {}) {
    const list = isProblemList(problems) ? problems : [problems];
    const { more: untold = 0, ...cause } = options;
    const shown = list.slice(0, maxProblems);
    const more = untold + list.length - shown.length;
    super([...shown.map(formatProblem), ...formatMore(more)].join("\n"), cause);
    this.name = "BindgenError";
    this.kind = kind;
    this.problems = shown;
    this.more = more;
  }
}

/** The line behind the problems that are told; none where they are all. */
export function formatMore(more: number): readonly string[] {
  return more === 0 ? [] : [`and ${plural(more, "more error")}`];
}

/** By file and place, each once: the same for the same problems, in whatever order they were found. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => comparePlaces(a.place, b.place) || compareCodeUnits(a.message, b.message));
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before?.message !== problem.message || comparePlaces(before.place, problem.place) !== 0;
  });
}

const remedy = "correct the document, or a copy that is named instead; who publishes it will want to know";

/** The same problems; where none of them says what to do, the last that is told says what there is to do about any document. */
export function remedied(problems: readonly Problem[]): readonly Problem[] {
  if (problems.some(({ hint }) => hint !== undefined)) return problems;
  const last = Math.min(problems.length, maxProblems) - 1;
  return problems.map((problem, index) => (index === last ? { ...problem, hint: remedy } : problem));
}

/** Orders two places: by file, then line, then column. */
export function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  return (
    compareCodeUnits(a?.file ?? "", b?.file ?? "") ||
    (a?.line ?? 0) - (b?.line ?? 0) ||
    (a?.column ?? 0) - (b?.column ?? 0)
  );
}

/** The most of what a document says that a message repeats. */
const maxMessage = 400;

/** A message of a length that can be read: names in hostile documents have any length, and what it says follows them. */
export function clip(message: string): string {
  if (message.length <= maxMessage) return message;
  return `${message.slice(0, maxMessage / 2)}…${message.slice(-maxMessage / 2)}`;
}

/** `file:line:column: message` and, indented below it, the hint. */
export function formatProblem(problem: Problem): string {
  const place = problem.place === undefined ? "" : `${formatPlace(problem.place)}: `;
  const hint = problem.hint === undefined ? "" : `\n  ${problem.hint}`;
  return `${place}${problem.message}${hint}`;
}

function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

function isProblemList(problems: Problem | readonly Problem[]): problems is readonly Problem[] {
  return Array.isArray(problems);
}
