import { join, resolve } from "node:path";
import { BindgenError, type Problem } from "../errors.ts";
import { groupedBy } from "../group.ts";
import { explained } from "./failures.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { refuseForeign, refuseLinks, refusePlace } from "./guard.ts";
import type { Locks } from "./lock.ts";
import { transact, type Pending } from "./transaction.ts";
import type { OutputTarget } from "./types.ts";

/**
 * Brings all folders to the state that their changes describe: all of them or none. Everything is staged and on disk
 * in every folder before the first file changes; a failure after that takes back what was done, wherever it was done.
 * Targets with the same folder are written as one. Throws where the system refuses, where somebody else's files or
 * links stand in the way, and where two targets name the same file. The folders have to be locked, and recovered.
 */
export async function writeAll(
  targets: readonly OutputTarget[],
  { folders }: Locks,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const pending = differingOf(targets);
  const merged = byFolder(pending);
  const open = merged.find(({ folder }) => !folders.has(folder));
  if (open !== undefined) throw new BindgenError("internal", { message: `${open.folder} is not locked` });
  refuseTwice(merged);
  for (const { folder, changes, target } of pending) {
    await explained(folder, () => (target === "package" ? refuseForeign : refuseLinks)(folder, changes, fs));
  }
  await transact(merged, fs);
}

/** Throws where packages differ from what is there and could not be written there, whoever wrote that. */
export async function refusePlaces(packages: readonly Pending[], fs: FileSystem = nodeFileSystem): Promise<void> {
  for (const { folder, changes } of differingOf(packages)) {
    await explained(folder, () => refusePlace(folder, changes, fs));
  }
}

function differingOf<T extends Pending>(targets: readonly T[]): T[] {
  return targets.flatMap((target) => {
    const changes = target.changes.filter(({ kind }) => kind !== "unchanged");
    return changes.length === 0 ? [] : [{ ...target, folder: resolve(target.folder), changes }];
  });
}

function byFolder(targets: readonly Pending[]): Pending[] {
  const folders = groupedBy(targets, ({ folder }) => folder);
  return [...folders].map(([folder, all]) => ({ folder, changes: all.flatMap(({ changes }) => changes) }));
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
