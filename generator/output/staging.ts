import { join } from "node:path";
import { atOnce } from "./at-once.ts";
import type { FileSystem } from "./file-system.ts";
import { bestEffort, stagingFolder } from "./folders.ts";
import { discard, writeJournal, writeSynced, type Step } from "./journal.ts";
import { changedMeanwhile } from "./move.ts";
import { hashOf, readRegular } from "./regular-file.ts";
import type { FileChange } from "./types.ts";

/** The changes of one folder that are to be written together with those of its leader. */
export interface Batch {
  readonly folder: string;
  readonly leader: string;
  readonly changes: readonly FileChange[];
}

/** Stages new texts and copies of the old ones. Once all folders have a journal, the rest consists of renames. */
export async function stage({ folder, leader, changes }: Batch, fs: FileSystem): Promise<readonly Step[]> {
  try {
    const differing = changes.flatMap((change) => (change.kind === "unchanged" ? [] : [change]));
    const steps = await atOnce(differing, (change, index) => stageOne(folder, change, index, fs));
    await writeJournal(folder, { leader, steps }, fs);
    return steps;
  } catch (error) {
    await bestEffort(discard(folder, fs));
    throw error;
  }
}

/** What was compared is what is replaced: a file that somebody has changed since is not copied, and not lost. */
async function stageOne(
  folder: string,
  change: Exclude<FileChange, { kind: "unchanged" }>,
  index: number,
  fs: FileSystem,
): Promise<Step> {
  const { path } = change;
  const file = join(folder, path);
  const old = await readRegular(file, fs);
  const before = change.kind === "added" ? undefined : change.before;
  const now = old.kind === "file" ? old.bytes.toString("utf8") : undefined;
  if (old.kind === "other" || now !== before) throw changedMeanwhile(file);
  const step = { path, before: old.kind === "file" ? hashOf(old.bytes) : undefined };
  const mode = old.kind === "file" ? old.mode : undefined;
  if (old.kind === "file") await writeSynced(staged(folder, `old-${index}`), { content: old.bytes, mode }, fs);
  if (change.kind === "removed") return step;
  await writeSynced(staged(folder, `new-${index}`), { content: change.after, mode }, fs);
  return { ...step, after: hashOf(change.after) };
}

function staged(folder: string, name: string): string {
  return join(stagingFolder(folder), name);
}
