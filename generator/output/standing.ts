import { constants } from "node:fs";
import { join } from "node:path";
import { sortedBy } from "../sort.ts";
import { atOnce } from "./at-once.ts";
import { nodeFileSystem, type FileSystem } from "./file-system.ts";
import { sourceFiles } from "./plan-changes.ts";
import { hashOf } from "./regular-file.ts";
import { API_REPORT, type FormattedFile } from "./types.ts";

/** A file of a package by what it holds: SHA-256 in hexadecimal. `path` is relative to the folder, with `/`. */
export interface FileHash {
  readonly path: string;
  readonly hash: string;
}

/** The hashes of files as they are written; sorted by path. */
export function hashesOf(files: readonly FormattedFile[]): FileHash[] {
  return sortedBy(
    files.map(({ path, text }) => ({ path, hash: hashOf(text) })),
    ({ path }) => path,
  );
}

/**
 * Whether a package stands in its folder exactly like this, byte by byte, with nothing beside it that would be removed
 * or told of. What cannot be read does not stand there.
 */
export async function standsThere(
  folder: string,
  files: readonly FileHash[],
  fs: FileSystem = nodeFileSystem,
): Promise<boolean> {
  const known = new Set(files.map(({ path }) => path));
  try {
    const found = await sourceFiles(folder, "src", fs);
    if (!found.every((path) => known.has(path))) return false;
    if (!known.has(API_REPORT) && (await fs.readdir(folder)).includes(API_REPORT)) return false;
    const same = await atOnce(files, async ({ path, hash }) => {
      // Without waiting for somebody to write, should it be a pipe.
      const flag = constants.O_RDONLY | constants.O_NONBLOCK;
      return hashOf(await fs.readFile(join(folder, path), { flag })) === hash;
    });
    return same.every(Boolean);
  } catch {
    return false;
  }
}
