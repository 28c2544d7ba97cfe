import { isAbsolute, relative, sep } from "node:path";
import { plural } from "../count.ts";
import type { Change, Comparison } from "../diff/types.ts";
import type { Place } from "../errors.ts";
import { excerpt, excerptBoth } from "../excerpt.ts";
import { rowOf, type Row } from "./diff-rows.ts";
import { fails, groups, isBreaking, presences, stepLine, unchanged, type FailOn } from "./diff-summary.ts";

/** What an annotation is shown as. */
type Level = "error" | "warning" | "notice";

export interface GithubContext {
  /** The root of the repository: annotations name files relative to it. */
  readonly cwd: string;
  readonly failOn: FailOn;
}

/** GitHub shows that many annotations of a level for each step; the rest stands in the log only. */
const visible = 10;
const longest = { title: 200, value: 400, reason: 500 };

/**
 * Workflow commands that annotate a pull request. An error is what ends the step; other breaking changes are warnings,
 * compatible ones notices, and changes of docs are only counted.
 */
export function diffGithub(comparison: Comparison, { cwd, failOn }: GithubContext): string {
  if (comparison.changes.length === 0) return `${unchanged}\n`;
  // Not all are shown: the most important first.
  const sorted = groups(comparison).flatMap(({ changes }) => changes);
  const levels = (["error", "warning", "notice"] as const).flatMap((level) => {
    const own = sorted.filter(({ verdict }) => levelOf(verdict, failOn) === level);
    const first = own.length > 1 ? [command(level, { title: stepLine(comparison) }, totalsOf(own.length, level))] : [];
    return [...first, ...own.map((change) => annotation(level, change, cwd))];
  });
  return [...levels, stepLine(comparison)].map((line) => `${line}\n`).join("");
}

function levelOf(verdict: Change["verdict"], failOn: FailOn): Level | undefined {
  if (fails(verdict, failOn)) return "error";
  if (isBreaking(verdict)) return "warning";
  return verdict === "compatible" ? "notice" : undefined;
}

const totals = { error: "fail this step", warning: "break users of the package", notice: "are compatible" };

function totalsOf(count: number, level: Level): string {
  const total = `${plural(count, "change")} ${totals[level]}`;
  // The totals are an annotation themselves.
  return count < visible ? total : `${total}; GitHub shows ${visible - 1} of them here, the log has all`;
}

function annotation(level: Level, change: Change, cwd: string): string {
  const row = rowOf(change);
  const title = `${change.code} ${excerpt(row.name, longest.title)}`;
  const what = [values(row), presences(change)].filter((part) => part !== "").join(" ");
  return command(level, { ...position(change.at, cwd), title }, what, excerpt(change.reason, longest.reason));
}

function values({ before, after }: Row): string {
  if (before === undefined || after === undefined) return excerpt(before ?? after ?? "", longest.value);
  return excerptBoth(before, after, longest.value).join(" → ");
}

/** File, line and column, where the place is a file of the repository's working tree. */
function position(at: Place | undefined, cwd: string): Readonly<Record<string, string>> {
  if (at === undefined || !isAbsolute(at.file)) return {};
  const path = relative(cwd, at.file);
  if (path === "" || isAbsolute(path) || path.split(sep)[0] === "..") return {};
  const file = { file: path.split(sep).join("/") };
  if (at.line === undefined) return file;
  const line = { ...file, line: String(at.line) };
  return at.column === undefined ? line : { ...line, col: String(at.column) };
}

/** `::level key=value,…::text`, in GitHub's escapes. */
function command(level: Level, properties: Readonly<Record<string, string>>, ...lines: readonly string[]): string {
  const parts = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  const text = lines.filter((line) => line !== "").join("\n");
  return `::${level} ${parts.join(",")}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
