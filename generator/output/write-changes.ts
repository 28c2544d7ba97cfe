import { dirname, join } from "node:path";
import { BindgenError } from "../errors.ts";
import { reason, systemCode } from "../system-error.ts";
import { nodeFileSystem, type FileSystem, type OutputOptions } from "./file-system.ts";
import { refuseForeign, refuseLinks } from "./guard.ts";
import { apply, discard, prune, readJournal, stage, stagingFolder, syncFolder, undo, type Step } from "./staging.ts";
import type { FileChange } from "./types.ts";

/**
 * Brings the folder to the state that `changes` describe: all of them or none. Everything is staged and on disk
 * before the first file changes; a failure after that takes back what was done.
 */
export async function writeChanges(
  folder: string,
  changes: readonly FileChange[],
  { target, fs = nodeFileSystem }: OutputOptions,
): Promise<void> {
  const pending = changes.filter((change) => change.kind !== "unchanged");
  if (pending.length === 0) return;
  await explained(folder, () => (target === "package" ? refuseForeign : refuseLinks)(folder, pending, fs));
  await explained(folder, () => transact(folder, pending, fs));
}

/**
 * Finishes what an interrupted run had begun to put in place, or removes what it had only staged. To be called
 * before the folder is compared with anything.
 */
export async function recover(folder: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  await explained(folder, async () => {
    const steps = await readJournal(folder, fs);
    for (const [index, step] of (steps ?? []).entries()) await apply(folder, step, index, fs);
    await discard(folder, fs);
  });
}

async function transact(folder: string, changes: readonly FileChange[], fs: FileSystem): Promise<void> {
  const made = await makeFolder(folder, fs);
  try {
    await putInPlace(folder, await stageOrClean(folder, changes, fs), fs);
  } catch (error) {
    for (const path of made) await bestEffort(fs.rmdir(path));
    throw error;
  }
}

async function stageOrClean(folder: string, changes: readonly FileChange[], fs: FileSystem): Promise<Step[]> {
  try {
    return await stage(folder, changes, fs);
  } catch (error) {
    // Whoever made the staging folder is at work in it; only what we staged ourselves is ours to remove.
    if (systemCode(error) !== "EEXIST") await bestEffort(discard(folder, fs));
    throw error;
  }
}

async function putInPlace(folder: string, steps: readonly Step[], fs: FileSystem): Promise<void> {
  const begun: (readonly [number, Step])[] = [];
  try {
    for (const [index, step] of steps.entries()) {
      begun.unshift([index, step]);
      await apply(folder, step, index, fs);
    }
  } catch (error) {
    await rollBack(folder, begun, fs, error);
    throw error;
  }
  for (const path of new Set(steps.map((step) => dirname(step.path)))) await syncFolder(join(folder, path), fs);
  for (const step of steps) if (step.kind === "removed") await prune(folder, step.path, fs);
  await bestEffort(discard(folder, fs));
}

async function rollBack(
  folder: string,
  begun: readonly (readonly [number, Step])[],
  fs: FileSystem,
  cause: unknown,
): Promise<void> {
  try {
    for (const [index, step] of begun) {
      await undo(folder, step, index, fs);
      if (step.kind === "added") await prune(folder, step.path, fs);
    }
    await discard(folder, fs);
  } catch (error) {
    const message = `cannot write: ${reason(cause)}; and cannot take back what was written: ${reason(error)}`;
    const hint = `the next run finishes the work from ${stagingFolder(folder)}`;
    throw new BindgenError("input", { place: { file: folder }, message, hint }, { cause });
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

// For tidying up after the outcome is settled: what stays behind, the next run removes.
async function bestEffort(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch {
    return;
  }
}

async function explained(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof BindgenError) throw error;
    const running = systemCode(error) === "EEXIST";
    const message = running ? "another run is writing here" : `cannot write: ${reason(error)}`;
    const hint = running ? "wait until it has ended, then try again" : undefined;
    throw new BindgenError("input", { place: { file: folder }, message, hint }, { cause: error });
  }
}
