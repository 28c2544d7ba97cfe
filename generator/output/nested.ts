import { basename, dirname, join } from "node:path";
import { BindgenError, type Problem } from "../errors.ts";
import { onDisk } from "../on-disk.ts";
import type { FileSystem } from "./file-system.ts";
import { parents } from "./paths.ts";
import { isOurPackage } from "./plan-changes.ts";
import type { FileChange } from "./types.ts";

/**
 * Refuses a package that lies inside `src` of another one of ours, and one whose changes would remove files of another
 * that lies inside its own: what is in `src` and carries our header is taken for the outer package's.
 */
export async function refuseNested(folder: string, changes: readonly FileChange[], fs: FileSystem): Promise<void> {
  const outer = await packageAround(folder, fs);
  if (outer !== undefined) {
    throw new BindgenError("usage", {
      place: { file: folder },
      message: `this folder lies inside "src" of the package ${outer}`,
      hint: "what is there belongs to that package; name another folder (`out` in the config, or --out)",
    });
  }
  const removed = changes.flatMap(({ kind, path }) => (kind === "removed" ? parents(path) : []));
  const problems: Problem[] = [];
  for (const path of new Set(removed)) {
    const inner = join(folder, path);
    if (!(await isOurPackage(inner, fs))) continue;
    const hint = "move it elsewhere, or name another folder (`out` in the config, or --out)";
    problems.push({
      place: { file: inner },
      message: "this is a package of its own, its files would be removed",
      hint,
    });
  }
  if (problems.length > 0) throw new BindgenError("usage", problems);
}

/** The nearest package of ours of which the folder lies inside `src`. */
async function packageAround(folder: string, fs: FileSystem): Promise<string | undefined> {
  const above = dirname(folder);
  if (above === folder) return undefined;
  if (onDisk(basename(folder)) === "src" && (await isReadablyOurs(above, fs))) return above;
  return packageAround(above, fs);
}

/** What stands above and cannot be read is in nobody's way. */
async function isReadablyOurs(folder: string, fs: FileSystem): Promise<boolean> {
  try {
    return await isOurPackage(folder, fs);
  } catch {
    return false;
  }
}
