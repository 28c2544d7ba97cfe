import { dirname, join } from "node:path";
import { isRecord } from "../json.ts";
import { systemCode } from "../system-error.ts";
import type { FileSystem } from "./file-system.ts";
import { checkPaths } from "./paths.ts";
import type { FileChange } from "./types.ts";

/** What is to be done to one path; its new text is staged as `new-<n>`, its old one as `old-<n>`. */
export interface Step {
  readonly kind: "added" | "changed" | "removed";
  readonly path: string;
}

/** The staging folder lies inside the target: only there it is surely on the same file system. */
export function stagingFolder(folder: string): string {
  return join(folder, ".odata-bindgen");
}

/** Stages new texts and copies of the old ones. Once the journal is in place, the rest consists of renames. */
export async function stage(folder: string, changes: readonly FileChange[], fs: FileSystem): Promise<Step[]> {
  const staging = stagingFolder(folder);
  await fs.mkdir(staging);
  const steps: Step[] = [];
  for (const change of changes) {
    if (change.kind === "unchanged") continue;
    const index = steps.length;
    if (change.kind !== "added") await fs.copyFile(join(folder, change.path), join(staging, `old-${index}`));
    if (change.kind !== "removed") await writeSynced(join(staging, `new-${index}`), change.after, fs);
    steps.push({ kind: change.kind, path: change.path });
  }
  await writeSynced(join(staging, "journal.tmp"), JSON.stringify(steps), fs);
  await fs.rename(join(staging, "journal.tmp"), join(staging, "journal.json"));
  await syncFolder(staging, fs);
  return steps;
}

/** The steps that an interrupted run had staged completely; undefined where there was none. */
export async function readJournal(folder: string, fs: FileSystem): Promise<Step[] | undefined> {
  try {
    const content: unknown = JSON.parse(await fs.readFile(join(stagingFolder(folder), "journal.json"), "utf8"));
    const steps = Array.isArray(content) ? content.filter(isStep) : [];
    checkPaths(steps.map((step) => step.path));
    return steps;
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR" || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}

/** Carries one step out. Doing it again does no harm, so an interrupted run can be finished by the next. */
export async function apply(folder: string, step: Step, index: number, fs: FileSystem): Promise<void> {
  const target = join(folder, step.path);
  if (step.kind === "removed") return unlessMissing(fs.unlink(target));
  await fs.mkdir(dirname(target), { recursive: true });
  await unlessMissing(fs.rename(join(stagingFolder(folder), `new-${index}`), target));
}

/** Takes one step back. */
export async function undo(folder: string, step: Step, index: number, fs: FileSystem): Promise<void> {
  const target = join(folder, step.path);
  if (step.kind === "added") return unlessMissing(fs.unlink(target));
  await fs.rename(join(stagingFolder(folder), `old-${index}`), target);
}

/** Removes the staging folder; the journal first, so that half a staging folder is never taken for a whole one. */
export async function discard(folder: string, fs: FileSystem): Promise<void> {
  await unlessMissing(fs.unlink(join(stagingFolder(folder), "journal.json")));
  await unlessMissing(fs.rm(stagingFolder(folder), { recursive: true }));
}

/** Removes the folders above a path, up to the target and without it, as far as they are empty. */
export async function prune(folder: string, path: string, fs: FileSystem): Promise<void> {
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    try {
      await fs.rmdir(join(folder, parent));
    } catch {
      return;
    }
  }
}

/** Makes what happened in a folder durable, where the system can. */
export async function syncFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    const handle = await fs.open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows opens no folders; what counts is already in place.
  }
}

async function writeSynced(file: string, text: string, fs: FileSystem): Promise<void> {
  const handle = await fs.open(file, "wx");
  try {
    await handle.writeFile(text, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (systemCode(error) !== "ENOENT" && systemCode(error) !== "ENOTDIR") throw error;
  }
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value) || typeof value["path"] !== "string") return false;
  return value["kind"] === "added" || value["kind"] === "changed" || value["kind"] === "removed";
}
