import { plural } from "../count.ts";
import { isAbsolute, relative } from "node:path";
import { BindgenError, exitCode, formatMore, formatProblem, type Problem } from "../errors.ts";
import { printable } from "../excerpt.ts";
import { groupedBy } from "../group.ts";
import { write, type Terminal } from "./terminal.ts";

/** Tells a person what went wrong, and the shell by the code that it returns. */
export async function report(error: unknown, terminal: Terminal, debug: boolean): Promise<number> {
  await write(terminal.stderr, describe(error, terminal));
  if (debug && error instanceof Error)
    await write(terminal.stderr, `${withCauses(error).split("\n").map(printable).join("\n")}\n`);
  return exitCode(error);
}

function describe(error: unknown, { cwd, colors }: Terminal): string {
  const { red, dim } = colors.stderr;
  if (!(error instanceof BindgenError) || error.kind === "internal") {
    const problems =
      error instanceof BindgenError ? error.problems.map((problem) => formatProblem(shown(problem, cwd))) : [];
    const text =
      problems.join("; ") || printable(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    return `${red("internal error:")} ${text}, please report\n${dim("  --debug shows where it happened")}\n`;
  }
  const lines = error.problems.map((problem) => `${red("error:")} ${formatProblem(shown(problem, cwd))}`);
  return [...lines, ...formatMore(error.more), ""].join("\n");
}

/** What was tolerated during some work, each thing once, however many documents say the same. */
export interface Warnings {
  readonly warn: (found: readonly Problem[]) => void;
  readonly all: () => readonly Problem[];
}

/** Collects warnings until there is time to tell them. */
export function collectWarnings(): Warnings {
  const warnings = new Map<string, Problem>();
  return {
    warn: (found) => {
      for (const problem of found) warnings.set(formatProblem(problem), problem);
    },
    all: () => [...warnings.values()],
  };
}

const maxWarnings = 20;

/** Tells a person what was tolerated, each fact once; the run goes on. */
export async function reportWarnings(warnings: readonly Problem[], { stderr, cwd, colors }: Terminal): Promise<void> {
  const label = colors.stderr.yellow("warning:");
  const facts = factsOf(warnings);
  const lines = facts.slice(0, maxWarnings).map(({ first, others }) => {
    const elsewhere = others > 0 ? `  and in ${plural(others, "more place")}\n` : "";
    return `${label} ${formatProblem(shown(first, cwd))}\n${elsewhere}`;
  });
  const more = facts.length - lines.length;
  await write(stderr, lines.join("") + (more > 0 ? `and ${plural(more, "more warning")}\n` : ""));
}

/** What is said of one file, in all its places. */
interface Fact {
  readonly first: Problem;
  readonly others: number;
}

/** Services make one mistake hundreds of times. Which file it is stays told: of a stray one that is all there is to know. */
function factsOf(warnings: readonly Problem[]): readonly Fact[] {
  const facts = groupedBy(warnings, ({ place, message, hint }) => JSON.stringify([place?.file, message, hint]));
  return [...facts.values()].flatMap(([first, ...others]) => {
    return first === undefined ? [] : [{ first, others: first.place === undefined ? 0 : others.length }];
  });
}

/** A problem as a person in `cwd` would put it, safe to print. */
function shown({ place, message, hint }: Problem, cwd: string): Problem {
  return {
    place: place === undefined ? undefined : { ...place, file: printable(shortPath(place.file, cwd)) },
    message: printable(message),
    hint: hint === undefined ? undefined : printable(hint),
  };
}

/** A path below `cwd` relative to it; anything else as it is. */
export function shortPath(path: string, cwd: string): string {
  if (!isAbsolute(path)) return path;
  const short = relative(cwd, path);
  if (short === "") return ".";
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}

function withCauses(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${withCauses(error.cause)}` : own;
}
