import { append } from "../group.ts";
import { join } from "node:path";
import { constants, type Dirent } from "node:fs";
import { BindgenError } from "../errors.ts";
import { isRecord } from "../json.ts";
import { compareCodeUnits, sortedBy } from "../sort.ts";
import { isMissing, reason } from "../system-error.ts";
import { atOnce } from "./at-once.ts";
import { nodeFileSystem, type FileSystem, type OutputOptions } from "./file-system.ts";
import { checkPaths } from "./paths.ts";
import { API_REPORT, HEADER, PACKAGE_MARKER, type FileChange, type FormattedFile } from "./types.ts";

/**
 * Compares the folder with what was generated; writes nothing. In a package, the report and files below `src/` that
 * carry our header and are no longer generated are to be removed. Every other file in the folder is left alone.
 */
export async function planChanges(
  folder: string,
  files: readonly FormattedFile[],
  { target, fs = nodeFileSystem }: OutputOptions,
): Promise<FileChange[]> {
  checkPaths(files.map((file) => file.path));
  const changes = [...(await atOnce(files, (file) => changeOf(folder, file, fs)))];
  if (target === "named") return sortedBy(changes, (change) => change.path);
  const kept = new Set(files.map((file) => file.path));
  for (const path of [API_REPORT, ...(await sourceFiles(folder, "src", fs))]) {
    const before = kept.has(path) ? undefined : await readIfThere(join(folder, path), fs);
    if (before !== undefined && hasHeader(before)) changes.push({ kind: "removed", path, before });
  }
  return sortedBy(changes, (change) => change.path);
}

async function changeOf(folder: string, { path, text }: FormattedFile, fs: FileSystem): Promise<FileChange> {
  const before = await readIfThere(join(folder, path), fs);
  if (before === undefined) return { kind: "added", path, after: text };
  return before === text ? { kind: "unchanged", path } : { kind: "changed", path, before, after: text };
}

/**
 * The `.ts` files below `src/` of a package that are not in `changes`: nobody generated them and they do not carry our
 * header, so they are never deleted, and yet the package is not what the metadata yields.
 */
export async function strayFiles(
  folder: string,
  changes: readonly FileChange[],
  fs: FileSystem = nodeFileSystem,
): Promise<string[]> {
  const known = new Set(changes.map(({ path }) => path));
  return (await sourceFiles(folder, "src", fs)).filter((path) => !known.has(path));
}

/** Whether text says of itself, in its first three lines, that this tool wrote it. */
export function hasHeader(text: string): boolean {
  return text.split("\n", 3).some((line) => line.toLowerCase().includes(HEADER));
}

/** Whether the folder is a package that this tool wrote. */
export async function isOurPackage(folder: string, fs: FileSystem = nodeFileSystem): Promise<boolean> {
  const text = await readIfThere(join(folder, "package.json"), fs);
  try {
    const content: unknown = text === undefined ? undefined : JSON.parse(text);
    return isRecord(content) && content[PACKAGE_MARKER.key] === PACKAGE_MARKER.value;
  } catch {
    return false;
  }
}

async function readIfThere(file: string, fs: FileSystem): Promise<string | undefined> {
  try {
    // Without waiting for somebody to write, should it be a pipe.
    return await fs.readFile(file, { encoding: "utf8", flag: constants.O_RDONLY | constants.O_NONBLOCK });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new BindgenError("input", {
      place: { file },
      message: `cannot read what is to be replaced: ${reason(error)}`,
    });
  }
}

/** The `.ts` files below `path`, relative to the folder. Links are not followed. */
export async function sourceFiles(folder: string, path: string, fs: FileSystem): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(join(folder, path), { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw new BindgenError("input", {
      place: { file: join(folder, path) },
      message: `cannot list it: ${reason(error)}`,
    });
  }
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) append(found, await sourceFiles(folder, inside, fs));
    else if (entry.isFile() && entry.name.endsWith(".ts")) found.push(inside);
  }
  return found;
}
