import { dirname, join } from "node:path";
import { isMissing, systemCode } from "../system-error.ts";
import type { FileSystem } from "./file-system.ts";
import { closing } from "./regular-file.ts";

/** The folder for what is not to be seen. Only inside the target is it surely on the same file system. */
export function stagingFolder(folder: string): string {
  return join(folder, ".odata-bindgen");
}

/** Keeps what an interrupted run leaves there out of commits. */
export const ignoreFile = ".gitignore";

/**
 * Makes a folder and those above it, one by one: asked to make all at once, Node tries for ever where a folder exists
 * and takes no entries, as `/proc` does. Returns those that did not exist before, the deepest first.
 */
export async function makeFolder(folder: string, fs: FileSystem): Promise<string[]> {
  if (await makeOne(folder, fs)) return [folder];
  if (await isFolder(folder, fs)) return [];
  const above = await makeFolder(dirname(folder), fs);
  try {
    await fs.mkdir(folder);
    return [folder, ...above];
  } catch (error) {
    // Another run may have been quicker.
    if (systemCode(error) === "EEXIST" && (await isFolder(folder, fs))) return above;
    await removeFolders(above, fs);
    throw error;
  }
}

/** Removes folders as far as they are empty, in the order in which they come. */
export async function removeFolders(folders: readonly string[], fs: FileSystem): Promise<void> {
  for (const folder of folders) await bestEffort(fs.rmdir(folder));
}

/** Removes the folders above a path, up to the folder and without it, as far as they are empty. */
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
  // Windows opens no folders; what counts is already in place.
  await bestEffort(fs.open(folder, "r").then((handle) => closing(handle, () => handle.sync())));
}

/** Waits for something to be done, and returns what comes of it: undefined where what it is done to is not there. */
export async function unlessMissing<T>(done: Promise<T>): Promise<T | undefined> {
  try {
    return await done;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** For tidying up after the outcome is settled: what stays behind, the next run removes. */
export async function bestEffort(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch {
    return;
  }
}

/** Whether it was made: false where it exists, or the folder above it does not. */
async function makeOne(folder: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.mkdir(folder);
    return true;
  } catch (error) {
    const code = systemCode(error);
    // Some systems refuse to make the root of a drive with codes of their own.
    if (code === "EEXIST" || code === "ENOENT" || dirname(folder) === folder) return false;
    if (await isFolder(folder, fs)) return false;
    throw error;
  }
}

async function isFolder(folder: string, fs: FileSystem): Promise<boolean> {
  try {
    return (await fs.stat(folder)).isDirectory();
  } catch (error) {
    if (isMissing(error) && dirname(folder) !== folder) return false;
    throw error;
  }
}
