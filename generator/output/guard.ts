import type { Stats } from "node:fs";
import { join } from "node:path";
import { BindgenError, type Problem } from "../errors.ts";
import { atOnce } from "./at-once.ts";
import type { FileSystem } from "./file-system.ts";
import { unlessMissing } from "./folders.ts";
import { refuseNested } from "./nested.ts";
import { parents } from "./paths.ts";
import { hasHeader, isOurPackage } from "./plan-changes.ts";
import type { FileChange } from "./types.ts";

/**
 * Refuses to write where no package can be, and where writing would overwrite what somebody else wrote.
 * In a folder whose `package.json` is ours, every generated path is ours; anywhere else only files with our header.
 */
export async function refuseForeign(folder: string, changes: readonly FileChange[], fs: FileSystem): Promise<void> {
  await refusePlace(folder, changes, fs);
  if (await isOurPackage(folder, fs)) return;
  const problems = changes.flatMap((change): Problem[] => {
    if (change.kind !== "changed" || hasHeader(change.before)) return [];
    const hint = "name another folder (`out` in the config, or --out), or move that file away";
    return [
      { place: { file: join(folder, change.path) }, message: "this file is not ours, it would be overwritten", hint },
    ];
  });
  if (problems.length > 0) throw new BindgenError("usage", problems);
}

/** Refuses to write a package where writing would follow a link, replace a folder, or mix it with another package. */
export async function refusePlace(folder: string, changes: readonly FileChange[], fs: FileSystem): Promise<void> {
  await refuseLinks(folder, changes, fs);
  await refuseNested(folder, changes, fs);
}

/** Refuses links and wrong kinds of file at the folder and at every place inside it that a change touches. */
export async function refuseLinks(
  folder: string,
  changes: readonly { readonly path: string }[],
  fs: FileSystem,
): Promise<void> {
  const paths = changes.map(({ path }) => path);
  await refuseLinkedFolders(folder, paths, fs);
  await atOnce(paths, (path) => demand(join(folder, path), "file", fs));
}

/** Refuses the folder, and those inside it on the way to a path, where they are links. */
export async function refuseLinkedFolders(folder: string, paths: readonly string[], fs: FileSystem): Promise<void> {
  await demand(folder, "folder", fs);
  for (const path of new Set(paths.flatMap(parents))) await demand(join(folder, path), "folder", fs);
}

/** Refuses a link, and what is of the other kind; what is not there is fine. */
export async function demand(file: string, kind: "file" | "folder", fs: FileSystem): Promise<void> {
  const found = await lstatIfThere(file, fs);
  if (found === undefined) return;
  const hint = "name another folder (`out` in the config, or --out), or move it away";
  if (found.isSymbolicLink()) {
    throw new BindgenError("usage", {
      place: { file },
      message: "this is a symbolic link; nothing is written through it",
      hint,
    });
  }
  if (kind === "folder" ? !found.isDirectory() : !found.isFile()) {
    throw new BindgenError("usage", {
      place: { file },
      message: `a ${kind} is to be written here, and this is none`,
      hint,
    });
  }
}

/** What stands at a path, links not followed; undefined where nothing does. */
export async function lstatIfThere(file: string, fs: FileSystem): Promise<Stats | undefined> {
  // A missing parent is fine as well; a parent that is no folder is reported for itself.
  return await unlessMissing(fs.lstat(file));
}
