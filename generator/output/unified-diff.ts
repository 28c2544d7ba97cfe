import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileChange } from "./types.ts";

// Beyond this many changed lines the shortest script costs more than it tells; all lines are replaced instead.
const maxEditLength = 1500;

/** A patch that `git apply` and `patch -p1` understand: what would change, as files below `prefix`. */
export function unifiedDiff(changes: readonly FileChange[], prefix = ""): string {
  return changes.map((change) => patch(change, prefix)).join("");
}

function patch(change: FileChange, prefix: string): string {
  if (change.kind === "unchanged") return "";
  const before = change.kind === "added" ? "" : change.before;
  const after = change.kind === "removed" ? "" : change.after;
  const from = change.kind === "added" ? "/dev/null" : `a/${prefix}${change.path}`;
  const to = change.kind === "removed" ? "/dev/null" : `b/${prefix}${change.path}`;
  const shared = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const shortest = createTwoFilesPatch(from, to, before, after, undefined, undefined, { ...shared, maxEditLength });
  return shortest?.replace(`--- ${from}\n+++ ${to}\n`, () => header(from, to)) ?? replaceAll(from, to, before, after);
}

/** Of a name with a blank, `patch` takes what stands before it, unless a tab says where it ends. */
function header(from: string, to: string): string {
  const ended = (name: string): string => (name.includes(" ") ? `${name}\t` : name);
  return `--- ${ended(from)}\n+++ ${ended(to)}\n`;
}

function replaceAll(from: string, to: string, before: string, after: string): string {
  const [removed, added] = [lines(before, "-"), lines(after, "+")];
  const hunk = `@@ -${range(removed.count)} +${range(added.count)} @@`;
  return `${header(from, to)}${hunk}\n${removed.text}${added.text}`;
}

function range(count: number): string {
  return count === 0 ? "0,0" : `1,${count}`;
}

function lines(text: string, sign: string): { readonly count: number; readonly text: string } {
  if (text === "") return { count: 0, text: "" };
  const ended = text.endsWith("\n");
  const all = (ended ? text.slice(0, -1) : text).split("\n");
  const end = ended ? "" : "\\ No newline at end of file\n";
  return { count: all.length, text: `${all.map((line) => `${sign}${line}\n`).join("")}${end}` };
}
