import { dirname } from "node:path";
import { BindgenError } from "../errors.ts";
import { reason } from "../system-error.ts";
import { explained } from "./failures.ts";
import type { FileSystem } from "./file-system.ts";
import { decide, discard, readDecision, readJournal, reverse, stagingFolder, type Step } from "./journal.ts";
import { applyAll, bestEffort, reapplyAll, settle, stage, undoAll } from "./staging.ts";
import type { FileChange } from "./types.ts";

/** What one folder has to become. The folder is absolute and named once. */
export interface Pending {
  readonly folder: string;
  readonly changes: readonly FileChange[];
}

/** A folder in which everything is staged. */
interface Staged {
  readonly folder: string;
  readonly steps: readonly Step[];
}

/**
 * Brings all folders to their new state or none: staged everywhere, decided in the first by one rename, put in place.
 * Interrupted at any moment, `recoverFolder` finishes it where it was decided and forgets it where it was not.
 */
export async function transact([first, ...others]: readonly Pending[], fs: FileSystem): Promise<void> {
  if (first === undefined) return;
  const made: string[] = [];
  try {
    await putInPlace(first.folder, await stageAll([first, ...others], first.folder, made, fs), fs);
  } catch (error) {
    for (const path of made) await bestEffort(fs.rmdir(path));
    throw error;
  }
}

/** Finishes or takes back what an interrupted run had decided for this folder, or forgets what it had only staged. */
export async function recoverFolder(folder: string, fs: FileSystem): Promise<void> {
  const leader = (await readJournal(folder, fs))?.leader;
  const decision = leader === undefined ? undefined : await readDecision(leader, fs);
  const decided = leader !== undefined && decision?.folders.includes(folder) === true;
  if (!decided) return discard(folder, fs);
  // The leader's decision goes with its staging folder, so those it leads come along.
  const led = leader === folder ? decision.folders.filter((other) => other !== folder) : [];
  const finished: string[] = [];
  for (const one of [folder, ...led]) {
    const journal = await readJournal(one, fs);
    if (journal?.leader !== leader) continue;
    await (decision.kind === "apply" ? reapplyAll : undoAll)(one, journal.steps, fs);
    await settle(one, journal.steps, fs);
    finished.push(one);
  }
  for (const one of finished) await discard(one, fs);
}

async function stageAll(
  targets: readonly Pending[],
  leader: string,
  made: string[],
  fs: FileSystem,
): Promise<Staged[]> {
  const staged: Staged[] = [];
  try {
    for (const { folder, changes } of targets) {
      await explained(folder, async () => {
        made.unshift(...(await makeFolder(folder, fs)));
        staged.push({ folder, steps: await stage({ folder, leader, changes }, fs) });
      });
    }
    const folders = targets.map(({ folder }) => folder);
    await explained(leader, () => decide(leader, folders, fs));
    return staged;
  } catch (error) {
    for (const { folder } of staged) await bestEffort(discard(folder, fs));
    throw error;
  }
}

async function putInPlace(leader: string, staged: readonly Staged[], fs: FileSystem): Promise<void> {
  for (const { folder, steps } of staged) {
    await explained(folder, async () => {
      try {
        await applyAll(folder, steps, fs);
      } catch (error) {
        await rollBack(leader, staged, error, fs);
        throw error;
      }
    });
  }
  for (const { folder, steps } of staged) await settle(folder, steps, fs);
  // The leader first: without its decision, what the others hold is rubbish.
  for (const { folder } of staged) await bestEffort(discard(folder, fs));
}

async function rollBack(leader: string, staged: readonly Staged[], cause: unknown, fs: FileSystem): Promise<void> {
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

/** Makes a folder; returns those that did not exist before, the deepest first. */
async function makeFolder(folder: string, fs: FileSystem): Promise<string[]> {
  const first = await fs.mkdir(folder, { recursive: true });
  if (first === undefined) return [];
  const made = [folder];
  for (let path = folder; path !== first && path.length > first.length; path = dirname(path)) made.push(dirname(path));
  return made;
}
