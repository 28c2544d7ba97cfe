import { sep } from "node:path";
import type { Change, Comparison } from "../diff/types.ts";
import { printableJson } from "../excerpt.ts";
import { gitLocation, parseGitLocation } from "../git-location.ts";
import { shortPath } from "./report.ts";

/** The comparison for programs: keys in this order, `null` for what is not there, one newline at the end. */
export function diffJson({ changes, verdict, semver }: Comparison, { cwd }: { readonly cwd: string }): string {
  const listed = changes.map((change) => plain(change, cwd));
  return `${printableJson({ changes: listed, verdict, semver }, 2)}\n`;
}

function plain({ at, ...change }: Change, cwd: string): Readonly<Record<string, unknown>> {
  return {
    code: change.code,
    path: change.path,
    before: change.before ?? null,
    after: change.after ?? null,
    presences: change.presences ?? null,
    verdict: change.verdict,
    reason: change.reason,
    file: at === undefined ? null : fileName(at.file, cwd),
    line: at?.line ?? null,
  };
}

/** A file below `cwd` relative to it, so that the output is the same on every machine. */
function fileName(file: string, cwd: string): string {
  const git = parseGitLocation(file);
  if (git !== undefined) return gitLocation({ ...git, path: fileName(git.path, cwd) });
  const short = shortPath(file, cwd);
  return short === file ? file : short.split(sep).join("/");
}
