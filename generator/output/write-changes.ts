import { join, resolve } from "node:path";
import { BindgenError, type Problem } from "../errors.ts";
import { explained } from "./failures.ts";
import { nodeFileSystem, type FileSystem, type OutputOptions } from "./file-system.ts";
import { refuseForeign, refuseLinks } from "./guard.ts";
import { recoverFolder, transact, type Pending } from "./transaction.ts";
import type { FileChange, OutputTarget } from "./types.ts";

/**
 * Brings all folders to the state that their changes describe: all of them or none. Everything is staged and on disk
 * in every folder before the first file changes; a failure after that takes back what was done, wherever it was done.
 * Targets with the same folder are written as one. Throws where the system refuses, where somebody else's files or
 * links stand in the way, and where two targets name the same file.
 */
export async function writeAll(targets: readonly OutputTarget[], fs: FileSystem = nodeFileSystem): Promise<void> {
  const pending = targets.flatMap(({ folder, changes, target }) => {
    const differing = changes.filter((change) => change.kind !== "unchanged");
    return differing.length === 0 ? [] : [{ folder: resolve(folder), changes: differing, target }];
  });
  const merged = byFolder(pending);
  refuseTwice(merged);
  for (const { folder, changes, target } of pending) {
    await explained(folder, () => (target === "package" ? refuseForeign : refuseLinks)(folder, changes, fs));
  }
  await transact(merged, fs);
}

/** `writeAll` for one folder. */
export async function writeChanges(
  folder: string,
  changes: readonly FileChange[],
  { target, fs }: OutputOptions,
): Promise<void> {
  await writeAll([{ folder, changes, target }], fs);
}

/**
 * Brings what an interrupted run had begun in the folder to an end, or removes what it had only staged. To be called
 * before the folder is compared with anything, for every folder that is written together with others.
 */
export async function recover(folder: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  await explained(folder, () => recoverFolder(resolve(folder), fs));
}

function byFolder(targets: readonly Pending[]): Pending[] {
  const folders = new Map<string, FileChange[]>();
  for (const { folder, changes } of targets) folders.set(folder, [...(folders.get(folder) ?? []), ...changes]);
  return [...folders].map(([folder, changes]) => ({ folder, changes }));
}

function refuseTwice(targets: readonly Pending[]): void {
  const seen = new Set<string>();
  const problems = targets.flatMap(({ folder, changes }) =>
    changes.flatMap(({ path }): Problem[] => {
      const file = join(folder, path);
      const first = !seen.has(file);
      seen.add(file);
      if (first) return [];
      const hint = "give each output folders of its own";
      return [{ place: { file }, message: "two outputs would write this file", hint }];
    }),
  );
  if (problems.length > 0) throw new BindgenError("usage", problems);
}
