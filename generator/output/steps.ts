import { dirname, join } from "node:path";
import { atOnce } from "./at-once.ts";
import type { FileSystem } from "./file-system.ts";
import { makeFolder, prune, removeFolders, stagingFolder, syncFolder, unlessMissing } from "./folders.ts";
import { lstatIfThere } from "./guard.ts";
import { unusable, type Step } from "./journal.ts";
import { hasHeader } from "./plan-changes.ts";
import { hashOf, readRegular } from "./regular-file.ts";
import { isMissing } from "../system-error.ts";

/** What came of steps: how many were taken now, and the paths of files that are neither the old nor the new ones. */
export interface Outcome {
  readonly moved: number;
  readonly kept: readonly string[];
}

type One = "done" | "moved" | "kept";

/**
 * Puts all steps in place. Each looks first at what stands there: what is in place already stays, so an interrupted run
 * can be finished by the next; and what somebody has edited stays as well.
 */
export async function applyAll(folder: string, steps: readonly Step[], fs: FileSystem): Promise<Outcome> {
  return gather(steps, (step, index) => apply(folder, step, index, fs));
}

/** Takes back what was begun, by the same rules. */
export async function undoAll(folder: string, steps: readonly Step[], fs: FileSystem): Promise<Outcome> {
  return gather(steps, (step, index) => undo(folder, step, index, fs));
}

/** Once nothing can fail any more: makes it durable, and removes the folders that have become empty. */
export async function settle(folder: string, steps: readonly Step[], fs: FileSystem): Promise<void> {
  const parents = new Set(steps.map((step) => dirname(step.path)));
  await atOnce([...parents], (path) => syncFolder(join(folder, path), fs));
  for (const step of steps) if (step.after === undefined) await prune(folder, step.path, fs);
}

async function gather(steps: readonly Step[], take: (step: Step, index: number) => Promise<One>): Promise<Outcome> {
  const kept: string[] = [];
  let moved = 0;
  for (const [index, step] of steps.entries()) {
    const one = await take(step, index);
    if (one === "kept") kept.push(step.path);
    if (one === "moved") moved += 1;
  }
  return { moved, kept };
}

async function apply(folder: string, step: Step, index: number, fs: FileSystem): Promise<One> {
  const target = join(folder, step.path);
  const now = await look(target, fs);
  if (now.hash === step.after) return "done";
  if (now.hash !== step.before) return "kept";
  if (step.after === undefined) {
    if (!hasHeader(now.text)) return "kept";
    await unlessMissing(fs.unlink(target));
    return "moved";
  }
  await put(folder, { path: step.path, staged: `new-${index}`, hash: step.after }, fs);
  return "moved";
}

async function undo(folder: string, step: Step, index: number, fs: FileSystem): Promise<One> {
  // Never begun while its new text still lies here; what stands in its place is nothing that we wrote.
  const begun = step.after === undefined || !(await isThere(join(stagingFolder(folder), `new-${index}`), fs));
  if (!begun) {
    // Its folder may have been made.
    if (step.before === undefined) await prune(folder, step.path, fs);
    return "done";
  }
  const target = join(folder, step.path);
  const { hash } = await look(target, fs);
  if (hash === step.before) return "done";
  if (hash !== step.after) return "kept";
  if (step.before === undefined) {
    await unlessMissing(fs.unlink(target));
    await prune(folder, step.path, fs);
    return "moved";
  }
  await put(folder, { path: step.path, staged: `old-${index}`, hash: step.before }, fs);
  return "moved";
}

/** Moves a staged file to its place, if it is still the one that was staged. */
async function put(
  folder: string,
  { path, staged, hash }: { readonly path: string; readonly staged: string; readonly hash: string },
  fs: FileSystem,
): Promise<void> {
  const from = join(stagingFolder(folder), staged);
  if ((await look(from, fs)).hash !== hash) throw unusable(folder, `${staged} is not what it names`);
  await moveTo(from, join(folder, path), fs);
}

/** Moves a file, and makes the folder that it goes to where there is none. */
export async function moveTo(from: string, target: string, fs: FileSystem): Promise<void> {
  try {
    return await fs.rename(from, target);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const made = await makeFolder(dirname(target), fs);
  try {
    await fs.rename(from, target);
  } catch (error) {
    await removeFolders(made, fs);
    throw error;
  }
}

/** The hash of what stands at a path: undefined where nothing does, and of no file where it is none. */
async function look(
  file: string,
  fs: FileSystem,
): Promise<{ readonly hash: string | undefined; readonly text: string }> {
  const found = await readRegular(file, fs);
  if (found.kind === "nothing") return { hash: undefined, text: "" };
  if (found.kind === "other") return { hash: "no plain file", text: "" };
  return { hash: hashOf(found.bytes), text: found.bytes.toString("utf8") };
}

async function isThere(file: string, fs: FileSystem): Promise<boolean> {
  return (await lstatIfThere(file, fs)) !== undefined;
}
