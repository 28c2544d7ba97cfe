import { join, relative, resolve } from "node:path";
import { isRecord } from "../json.ts";
import { isMissing } from "../system-error.ts";
import type { FileSystem } from "./file-system.ts";
import { checkPaths } from "./paths.ts";

/** What is to be done to one path; its new text is staged as `new-<n>`, its old one as `old-<n>`. */
export interface Step {
  readonly kind: "added" | "changed" | "removed";
  readonly path: string;
}

/** What has been staged in one folder, completely. */
export interface Journal {
  /** The folder whose decision holds for this one as well; itself where it stands alone. */
  readonly leader: string;
  readonly steps: readonly Step[];
}

/** Whether the staged steps are put in place or taken back, and in which folders. Without one, nothing was begun. */
export interface Decision {
  readonly kind: "apply" | "undo";
  readonly folders: readonly string[];
}

const journalFile = "journal.json";
const decisionFiles = { apply: "apply.json", undo: "undo.json" } as const;

/** The staging folder lies inside the target: only there it is surely on the same file system. */
export function stagingFolder(folder: string): string {
  return join(folder, ".odata-bindgen");
}

/** Says that everything is staged. Folders are named relative to each other, so that a checkout may be moved. */
export async function writeJournal(folder: string, { leader, steps }: Journal, fs: FileSystem): Promise<void> {
  await writeAtOnce(folder, journalFile, { leader: relative(folder, leader), steps }, fs);
}

/** What a run had staged completely; undefined where there was none. */
export async function readJournal(folder: string, fs: FileSystem): Promise<Journal | undefined> {
  const content = await readStaged(folder, journalFile, fs);
  if (!isRecord(content) || typeof content["leader"] !== "string" || !Array.isArray(content["steps"])) return undefined;
  const steps = content["steps"].filter(isStep);
  // One by one: a file whose name changes in case only is removed and added.
  for (const { path } of steps) checkPaths([path]);
  return { leader: resolve(folder, content["leader"]), steps };
}

/** The moment at which all folders count as written: a single rename, in the first of them. */
export async function decide(leader: string, folders: readonly string[], fs: FileSystem): Promise<void> {
  const names = folders.map((folder) => relative(leader, folder));
  await writeAtOnce(leader, decisionFiles.apply, names, fs);
}

/** Takes the decision back, so that a run which is interrupted while it undoes is undone by the next. */
export async function reverse(leader: string, fs: FileSystem): Promise<void> {
  await fs.rename(join(stagingFolder(leader), decisionFiles.apply), join(stagingFolder(leader), decisionFiles.undo));
  await syncFolder(stagingFolder(leader), fs);
}

/** What was decided for this folder and those it leads; undefined where nothing was. */
export async function readDecision(leader: string, fs: FileSystem): Promise<Decision | undefined> {
  for (const kind of ["undo", "apply"] as const) {
    const names = await readStaged(leader, decisionFiles[kind], fs);
    if (!Array.isArray(names)) continue;
    return { kind, folders: names.flatMap((name) => (typeof name === "string" ? [resolve(leader, name)] : [])) };
  }
  return undefined;
}

/** Removes the staging folder; the decision first, so that half a staging folder is never taken for a whole one. */
export async function discard(folder: string, fs: FileSystem): Promise<void> {
  for (const file of [decisionFiles.apply, decisionFiles.undo, journalFile]) {
    await unlessMissing(fs.unlink(join(stagingFolder(folder), file)));
  }
  await unlessMissing(fs.rm(stagingFolder(folder), { recursive: true }));
}

/** Writes a new file and waits until the disk has it. */
export async function writeSynced(file: string, text: string, fs: FileSystem): Promise<void> {
  const handle = await fs.open(file, "wx");
  try {
    await handle.writeFile(text, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
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

/** Waits for a change to something that need not be there. */
export async function unlessMissing(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function writeAtOnce(folder: string, name: string, content: unknown, fs: FileSystem): Promise<void> {
  const file = join(stagingFolder(folder), name);
  await writeSynced(`${file}.tmp`, JSON.stringify(content), fs);
  await fs.rename(`${file}.tmp`, file);
  await syncFolder(stagingFolder(folder), fs);
}

async function readStaged(folder: string, name: string, fs: FileSystem): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(join(stagingFolder(folder), name), "utf8"));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value) || typeof value["path"] !== "string") return false;
  return value["kind"] === "added" || value["kind"] === "changed" || value["kind"] === "removed";
}
