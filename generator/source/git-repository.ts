import { lstat, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Where a folder lies. */
export interface GitPlace {
  /** The folder of the working tree that holds `.git`. */
  readonly top: string;
  /** The folder relative to it, with `/`; empty for the top itself. */
  readonly inside: string;
}

/**
 * The repository around a folder, which need not exist any more; undefined where there is none.
 *
 * Found by looking for `.git`, and not by asking git: in hooks and in `rebase --exec` git sets GIT_DIR, and then takes
 * any folder that it is run in for the top.
 */
export async function findRepository(folder: string): Promise<GitPlace | undefined> {
  const existing = await nearestFolder(folder);
  // Git knows folders by their real names; a link on the way would lead it astray.
  const real = await realpath(existing);
  const top = await climb(real, (candidate) => exists(join(candidate, ".git")));
  if (top === undefined) return undefined;
  const inside = relative(top, join(real, relative(existing, folder)));
  return { top, inside: inside.split(sep).join("/") };
}

async function nearestFolder(folder: string): Promise<string> {
  return (await climb(folder, isFolder)) ?? folder;
}

/** The nearest of a folder and those around it that passes. */
async function climb(folder: string, passes: (folder: string) => Promise<boolean>): Promise<string | undefined> {
  if (await passes(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : await climb(parent, passes);
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** In linked working trees and submodules `.git` is a file. */
async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
