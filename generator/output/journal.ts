import { join, relative, resolve } from "node:path";
import { BindgenError } from "../errors.ts";
import { isRecord } from "../json.ts";
import type { FileSystem } from "./file-system.ts";
import { stagingFolder, syncFolder, unlessMissing } from "./folders.ts";
import { closing, readRegular } from "./regular-file.ts";

/**
 * What is to be done to one path: the hashes of what stands there before and after, undefined where nothing does. The
 * new text is staged as `new-<n>`, the old one as `old-<n>`.
 */
export interface Step {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
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
export const decisionFiles = { apply: "apply.json", undo: "undo.json" } as const;

/** Whether a file of the staging folder belongs to a transaction, by its name. */
export function isStaged(name: string): boolean {
  return /^((new|old)-\d+|(journal|apply|undo)\.json(\.tmp)?)$/.test(name);
}

/** Says that everything is staged. Folders are named relative to each other, so that a checkout may be moved. */
export async function writeJournal(folder: string, { leader, steps }: Journal, fs: FileSystem): Promise<void> {
  await writeAtOnce(folder, journalFile, { leader: relative(folder, leader), steps }, fs);
}

/**
 * What a run had staged completely; undefined where there was none.
 * @throws BindgenError `input` where it is none that we wrote: what has to be done about it is for a person to say
 */
export async function readJournal(folder: string, fs: FileSystem): Promise<Journal | undefined> {
  const content = await readStaged(folder, journalFile, fs);
  if (content === undefined) return undefined;
  if (!isRecord(content) || typeof content["leader"] !== "string" || !Array.isArray(content["steps"])) {
    throw unusable(folder, "it is not in the form that this version writes");
  }
  const steps: readonly unknown[] = content["steps"];
  if (!steps.every(isStep)) throw unusable(folder, "it is not in the form that this version writes");
  return { leader: resolve(folder, content["leader"]), steps };
}

/** A journal that nothing is done about. Nobody knows who wrote it: it may have come with the files of the project. */
export function unusable(folder: string, why: string): BindgenError {
  return new BindgenError("input", {
    place: { file: join(stagingFolder(folder), journalFile) },
    message: `this cannot be what an interrupted run left: ${why}`,
    hint: `see that the files beside it are in order, delete ${stagingFolder(folder)}, and run again`,
  });
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

/** Removes what is staged; the decision first, so that half of it is never taken for the whole. */
export async function discard(folder: string, fs: FileSystem): Promise<void> {
  const staging = stagingFolder(folder);
  for (const name of [decisionFiles.apply, decisionFiles.undo, journalFile]) {
    await unlessMissing(fs.unlink(join(staging, name)));
  }
  for (const name of await namesIn(staging, fs)) {
    if (isStaged(name)) await unlessMissing(fs.unlink(join(staging, name)));
  }
}

/** What lies in a staging folder; nothing where there is none. */
export async function namesIn(staging: string, fs: FileSystem): Promise<readonly string[]> {
  return (await unlessMissing(fs.readdir(staging))) ?? [];
}

/** Writes a new file and waits until the disk has it. */
export async function writeSynced(
  file: string,
  { content, mode }: { readonly content: string | Uint8Array; readonly mode?: number | undefined },
  fs: FileSystem,
): Promise<void> {
  const handle = await fs.open(file, "wx");
  await closing(handle, async () => {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(content);
    await handle.sync();
  });
}

async function writeAtOnce(folder: string, name: string, content: unknown, fs: FileSystem): Promise<void> {
  const file = join(stagingFolder(folder), name);
  await writeSynced(`${file}.tmp`, { content: JSON.stringify(content) }, fs);
  await fs.rename(`${file}.tmp`, file);
  await syncFolder(stagingFolder(folder), fs);
}

async function readStaged(folder: string, name: string, fs: FileSystem): Promise<unknown> {
  const found = await readRegular(join(stagingFolder(folder), name), fs);
  if (found.kind === "nothing") return undefined;
  if (found.kind === "other") throw unusable(folder, `${name} is no plain file`);
  try {
    return JSON.parse(found.bytes.toString("utf8"));
  } catch {
    throw unusable(folder, `${name} is no JSON`);
  }
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value) || typeof value["path"] !== "string") return false;
  const hashes = [value["before"], value["after"]];
  return hashes.every((hash) => hash === undefined || typeof hash === "string");
}
