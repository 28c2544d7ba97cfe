import { append } from "../group.ts";
import { join } from "node:path";
import { plural } from "../count.ts";
import { BindgenError, type Problem } from "../errors.ts";
import { explained } from "./failures.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { stagingFolder, unlessMissing } from "./folders.ts";
import { lstatIfThere, refuseLinkedFolders } from "./guard.ts";
import { discard, namesIn } from "./journal.ts";
import { isBusy, type Locks } from "./lock.ts";
import { applyAll, settle, undoAll } from "./steps.ts";
import type { Host, OwnFolder } from "./types.ts";
import { findUnfinished, type Part, type Unfinished } from "./unfinished.ts";

/**
 * Of the folders of a project, those in which an interrupted run left something. Where a run is at work that has not
 * begun to write, there is nothing to wait for.
 */
export async function leftovers(
  owned: readonly OwnFolder[],
  { host, fs = nodeFileSystem }: { readonly host: Host; readonly fs?: FileSystem | undefined },
): Promise<string[]> {
  const found: string[] = [];
  for (const { folder } of owned) {
    await explained(folder, async () => {
      const staging = await lstatIfThere(stagingFolder(folder), fs);
      if (staging === undefined) return;
      // What is no folder is for the lock to refuse.
      const names = staging.isDirectory() ? await namesIn(stagingFolder(folder), fs) : ["journal.json"];
      // Whoever was at work may have gone meanwhile, and the folder with them: then nothing is left.
      const isLeft = names.includes("journal.json") || (await unlessMissing(isBusy(folder, host, fs))) === false;
      if (isLeft) found.push(folder);
    });
  }
  return found;
}

/** The folders in which something was decided and not brought to its end; nothing is written. */
export async function unfinishedFolders(
  owned: readonly OwnFolder[],
  fs: FileSystem = nodeFileSystem,
): Promise<readonly string[]> {
  return (await findUnfinished(owned, fs)).flatMap(({ parts }) => parts.map(({ folder }) => folder));
}

/**
 * Brings what an interrupted run had decided to its end, in all folders that it wrote together, and removes what it had
 * only staged. To be called before anything is read that such a run may have written. Says what it has done.
 * @throws BindgenError `input` where a file was edited since: the edit stays, and everything else is finished
 */
export async function recover(
  owned: readonly OwnFolder[],
  { folders }: Locks,
  fs: FileSystem = nodeFileSystem,
): Promise<Problem[]> {
  const ours = owned.filter(({ folder }) => folders.has(folder));
  const notes: Problem[] = [];
  const edited: Problem[] = [];
  for (const unfinished of await findUnfinished(ours, fs)) {
    for (const part of unfinished.parts) {
      await explained(part.folder, async () => {
        const { moved, kept } = await finish(unfinished.kind, part, fs);
        if (moved > 0) notes.push(finished(unfinished.kind, part.folder, moved));
        append(
          edited,
          kept.map((path) => editedSince(join(part.folder, path))),
        );
      });
    }
    // The leader first: without its decision, what the others hold is rubbish.
    for (const { folder } of unfinished.parts) await explained(folder, () => discard(folder, fs));
  }
  for (const { folder } of ours) await explained(folder, () => discard(folder, fs));
  if (edited.length > 0) throw new BindgenError("input", edited);
  return notes;
}

async function finish(
  kind: Unfinished["kind"],
  { folder, steps }: Part,
  fs: FileSystem,
): Promise<Awaited<ReturnType<typeof applyAll>>> {
  await refuseLinkedFolders(
    folder,
    steps.map(({ path }) => path),
    fs,
  );
  const outcome = await (kind === "apply" ? applyAll : undoAll)(folder, steps, fs);
  await settle(folder, steps, fs);
  return outcome;
}

function finished(kind: Unfinished["kind"], folder: string, moved: number): Problem {
  const what =
    kind === "apply" ? "finished what an interrupted run had begun" : "took back what a failed run had begun";
  return { place: { file: folder }, message: `${what}: ${plural(moved, "file")}` };
}

function editedSince(file: string): Problem {
  const hint = "everything else of that run is in place; look at this file, and run again";
  return { place: { file }, message: "this was changed after a run was interrupted, and stays as it is", hint };
}
