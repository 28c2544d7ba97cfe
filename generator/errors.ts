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

/**
 * The one error class of the tool. It carries one or more problems; the message is their text, one problem a
 * paragraph, ready to be shown to a person.
 */
export class BindgenError extends Error {
  readonly kind: ErrorKind;
  readonly problems: readonly Problem[];

  constructor(kind: ErrorKind, problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const list = isProblemList(problems) ? problems : [problems];
    super(list.map(formatProblem).join("\n"), options);
    this.name = "BindgenError";
    this.kind = kind;
    this.problems = list;
  }
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
