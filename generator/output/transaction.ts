import { BindgenError } from "../errors.ts";
import { reason } from "../system-error.ts";
import { explained } from "./failures.ts";
import type { FileSystem } from "./file-system.ts";
import { bestEffort, stagingFolder } from "./folders.ts";
import { demand, refuseLinks } from "./guard.ts";
import { decide, discard, reverse } from "./journal.ts";
import { lookAgain, moveAll, type Looks } from "./move.ts";
import { stage } from "./staging.ts";
import { settle, undoAll } from "./steps.ts";
import type { FileChange } from "./types.ts";
import type { Part } from "./unfinished.ts";

/** What one folder has to become. The folder is absolute and named once. */
export interface Pending {
  readonly folder: string;
  readonly changes: readonly FileChange[];
}

/** A folder in which everything is staged. */
interface Staged extends Part {
  readonly looks: Looks;
}

/**
 * Brings all folders to their new state or none: staged everywhere, decided in the first by one rename, put in place.
 * Interrupted at any moment, `recover` finishes it where it was decided and forgets it where it was not.
 */
export async function transact(targets: readonly Pending[], fs: FileSystem): Promise<void> {
  const [first] = targets;
  if (first === undefined) return;
  const staged = await stageAll(targets, first.folder, fs);
  for (const one of staged) {
    await explained(one.folder, async () => {
      try {
        await moveAll(one.folder, one, fs);
      } catch (error) {
        await rollBack(first.folder, staged, error, fs);
        throw error;
      }
    });
  }
  for (const { folder, steps } of staged) await settle(folder, steps, fs);
  // The leader first: without its decision, what the others hold is rubbish.
  for (const { folder } of staged) await bestEffort(discard(folder, fs));
}

async function stageAll(targets: readonly Pending[], leader: string, fs: FileSystem): Promise<Staged[]> {
  const parts: Part[] = [];
  try {
    for (const { folder, changes } of targets) {
      await explained(folder, async () => {
        parts.push({ folder, steps: await stage({ folder, leader, changes }, fs) });
      });
    }
    const staged: Staged[] = [];
    for (const part of parts) staged.push({ ...part, looks: await explained(part.folder, () => check(part, fs)) });
    const folders = parts.map(({ folder }) => folder);
    await explained(leader, () => decide(leader, folders, fs));
    return staged;
  } catch (error) {
    for (const { folder } of parts) await bestEffort(discard(folder, fs));
    throw error;
  }
}

/** Once more, now that staging has taken its time: links may have been put there meanwhile, and files changed. */
async function check({ folder, steps }: Part, fs: FileSystem): Promise<Looks> {
  await demand(stagingFolder(folder), "folder", fs);
  await refuseLinks(folder, steps, fs);
  return lookAgain(folder, steps, fs);
}

async function rollBack(leader: string, staged: readonly Part[], cause: unknown, fs: FileSystem): Promise<void> {
  try {
    await reverse(leader, fs);
    for (const { folder, steps } of [...staged].reverse()) await undoAll(folder, steps, fs);
    for (const { folder } of staged) await discard(folder, fs);
  } catch (error) {
    const message = `cannot write: ${reason(cause)}; and cannot take back what was written: ${reason(error)}`;
    const hint = `the next run brings it to an end, from ${stagingFolder(leader)}`;
    throw new BindgenError("input", { place: { file: leader }, message, hint }, { cause });
  }
}
