import { dirname, join } from "node:path";
import type { FileSystem } from "./file-system.ts";
import { isMissing } from "../system-error.ts";
import { discard, stagingFolder, syncFolder, unlessMissing, writeJournal, writeSynced, type Step } from "./journal.ts";
import type { FileChange } from "./types.ts";

/** The changes of one folder that are to be written together with those of its leader. */
export interface Batch {
  readonly folder: string;
  readonly leader: string;
  readonly changes: readonly FileChange[];
}

/** Stages new texts and copies of the old ones. Once all folders have a journal, the rest consists of renames. */
export async function stage({ folder, leader, changes }: Batch, fs: FileSystem): Promise<Step[]> {
  const staging = stagingFolder(folder);
  await fs.mkdir(staging);
  try {
    const steps: Step[] = [];
    for (const change of changes) {
      if (change.kind === "unchanged") continue;
      const index = steps.length;
      if (change.kind !== "added") await fs.copyFile(join(folder, change.path), join(staging, `old-${index}`));
      if (change.kind !== "removed") await writeSynced(join(staging, `new-${index}`), change.after, fs);
      steps.push({ kind: change.kind, path: change.path });
    }
    await writeJournal(folder, { leader, steps }, fs);
    return steps;
  } catch (error) {
    // Only here: a staging folder that was there before belongs to whoever is at work in it.
    await bestEffort(discard(folder, fs));
    throw error;
  }
}

/** Puts all steps in place. Doing it again does no harm, so an interrupted run can be finished by the next. */
export async function applyAll(folder: string, steps: readonly Step[], fs: FileSystem): Promise<void> {
  for (const [index, step] of steps.entries()) await apply(folder, step, index, fs);
}

/** Does again what an interrupted run had begun: what is no longer staged is in its place. */
export async function reapplyAll(folder: string, steps: readonly Step[], fs: FileSystem): Promise<void> {
  for (const [index, step] of steps.entries()) await unlessMissing(apply(folder, step, index, fs));
}

/** Takes back what was begun. Doing it again does no harm either. */
export async function undoAll(folder: string, steps: readonly Step[], fs: FileSystem): Promise<void> {
  for (const [index, step] of [...steps.entries()].reverse()) {
    await undo(folder, step, index, fs);
    if (step.kind === "added") await prune(folder, step.path, fs);
  }
}

/** Once nothing can fail any more: makes it durable, and removes the folders that have become empty. */
export async function settle(folder: string, steps: readonly Step[], fs: FileSystem): Promise<void> {
  for (const path of new Set(steps.map((step) => dirname(step.path)))) await syncFolder(join(folder, path), fs);
  for (const step of steps) if (step.kind === "removed") await prune(folder, step.path, fs);
}

/** For tidying up after the outcome is settled: what stays behind, the next run removes. */
export async function bestEffort(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch {
    return;
  }
}

async function apply(folder: string, step: Step, index: number, fs: FileSystem): Promise<void> {
  const target = join(folder, step.path);
  if (step.kind === "removed") return unlessMissing(fs.unlink(target));
  await fs.mkdir(dirname(target), { recursive: true });
  await fs.rename(join(stagingFolder(folder), `new-${index}`), target);
}

async function undo(folder: string, step: Step, index: number, fs: FileSystem): Promise<void> {
  const target = join(folder, step.path);
  // Never begun while its new text still lies here; what stands in its place is nothing that we wrote.
  if (step.kind !== "removed" && (await isThere(join(stagingFolder(folder), `new-${index}`), fs))) return;
  if (step.kind === "added") return unlessMissing(fs.unlink(target));
  await unlessMissing(fs.rename(join(stagingFolder(folder), `old-${index}`), target));
}

async function isThere(file: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.lstat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Removes the folders above a path, up to the target and without it, as far as they are empty. */
async function prune(folder: string, path: string, fs: FileSystem): Promise<void> {
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    try {
      await fs.rmdir(join(folder, parent));
    } catch {
      return;
    }
  }
}
