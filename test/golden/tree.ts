import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { unifiedDiff } from "../../generator/output/unified-diff.ts";
import type { FileChange } from "../../generator/output/types.ts";
import { compareCodeUnits } from "../../generator/sort.ts";

/** Texts by path; paths are relative to some folder, with `/`. */
export type Tree = ReadonlyMap<string, string>;

/** The files below a folder that `keep` wants; none where there is no folder. */
export function readTree(folder: string, keep: (path: string) => boolean = () => true): Tree {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .filter(keep);
  return new Map(paths.sort(compareCodeUnits).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** What would have to change for `stored` to hold what is `wanted`; empty when it does. */
export function changesBetween(stored: Tree, wanted: Tree): FileChange[] {
  const paths = [...new Set([...stored.keys(), ...wanted.keys()])].sort(compareCodeUnits);
  return paths.flatMap((path): FileChange[] => {
    const before = stored.get(path);
    const after = wanted.get(path);
    if (after === undefined) return before === undefined ? [] : [{ kind: "removed", path, before }];
    if (before === undefined) return [{ kind: "added", path, after }];
    return before === after ? [] : [{ kind: "changed", path, before, after }];
  });
}

/** The same as text: nothing, or a unified diff in which `+` is what the generator yields now. */
export function diffBetween(stored: Tree, wanted: Tree): string {
  return unifiedDiff(changesBetween(stored, wanted));
}

/**
 * Writes what is wanted into the folder. Removed is only what stands there, is not wanted any more, and `owns` says is
 * ours; everything else is left for its owner, and for the test to complain about.
 */
export function writeTree(folder: string, wanted: Tree, owns: (path: string, text: string) => boolean): void {
  for (const change of changesBetween(readTree(folder), wanted)) {
    const file = join(folder, change.path);
    if (change.kind === "removed") {
      if (owns(change.path, change.before)) removeFile(file, folder);
    } else if (change.kind !== "unchanged") {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, change.after);
    }
  }
}

/** Removes a file and the folders that it leaves empty. */
function removeFile(file: string, root: string): void {
  rmSync(file);
  for (let folder = dirname(file); relative(root, folder) !== ""; folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}
