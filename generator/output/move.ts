import { join } from "node:path";
import { BindgenError } from "../errors.ts";
import { atOnce } from "./at-once.ts";
import type { FileSystem } from "./file-system.ts";
import { stagingFolder } from "./folders.ts";
import { lstatIfThere } from "./guard.ts";
import type { Step } from "./journal.ts";
import { hashOf, readRegular } from "./regular-file.ts";
import { moveTo } from "./steps.ts";

/** How a file looked at the last moment, by path; one that is not there has no entry. */
export type Looks = ReadonlyMap<string, string>;

/**
 * Sees once more that nobody has changed what is to be replaced: staging takes its time, because it waits for the disk.
 * @throws BindgenError `input` where somebody has
 */
export async function lookAgain(folder: string, steps: readonly Step[], fs: FileSystem): Promise<Looks> {
  const looks = await atOnce(steps, async ({ path, before }) => {
    const file = join(folder, path);
    // In this order: what is written in between shows later.
    const look = await lookOf(file, fs);
    const found = await readRegular(file, fs);
    const hash = found.kind === "file" ? hashOf(found.bytes) : undefined;
    if (found.kind === "other" || hash !== before) throw changedMeanwhile(file);
    return look === undefined ? [] : [[path, look] as const];
  });
  return new Map(looks.flat());
}

/**
 * Puts all steps in place, one call of the system after the other: until the last of them the folder is neither the old
 * one nor the new one, so nothing is read, hashed or waited for here.
 */
export async function moveAll(
  folder: string,
  { steps, looks }: { readonly steps: readonly Step[]; readonly looks: Looks },
  fs: FileSystem,
): Promise<void> {
  for (const [index, { path, after }] of steps.entries()) {
    const target = join(folder, path);
    if ((await lookOf(target, fs)) !== looks.get(path)) throw changedMeanwhile(target);
    if (after === undefined) await fs.unlink(target);
    else await moveTo(join(stagingFolder(folder), `new-${index}`), target, fs);
  }
}

/** Somebody else has written to a file between the look at it and the write. */
export function changedMeanwhile(file: string): BindgenError {
  const message = "somebody has changed this while the run was at work, so nothing was written";
  return new BindgenError("input", { place: { file }, message, hint: "run again" });
}

async function lookOf(file: string, fs: FileSystem): Promise<string | undefined> {
  const found = await lstatIfThere(file, fs);
  return found && [found.ino, found.size, found.mtimeMs, found.mode].join(" ");
}
