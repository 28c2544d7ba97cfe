import { dirname } from "node:path";
import { onDisk } from "../on-disk.ts";
import { BindgenError } from "../errors.ts";

const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
// What Windows refuses in a name, and what the shell or the eye gets wrong elsewhere.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const forbidden = /[<>:"|?*\\\u0000-\u001f\u007f]|[. ]$/;

/**
 * Checks that the paths can be written side by side on every file system: inside the folder, no name that Windows
 * reserves, no two that differ in case only, none that is a file and a folder. A path that fails is our own bug.
 */
export function checkPaths(paths: readonly string[]): void {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const path of paths) {
    const segments = path.split("/");
    const bad = unportable(segments);
    if (bad !== undefined) throw clash(path, `"${bad}" is no portable file name`);
    const key = onDisk(path);
    const other = files.get(key) ?? folders.get(key);
    if (other !== undefined) throw clash(path, `it clashes with "${other}" where case does not count`);
    files.set(key, path);
    for (let depth = 1; depth < segments.length; depth += 1) {
      const folder = segments.slice(0, depth).join("/");
      const known = files.get(onDisk(folder)) ?? folders.get(onDisk(folder));
      if (known !== undefined && known !== folder) throw clash(path, `it clashes with "${known}"`);
      if (files.has(onDisk(folder))) throw clash(path, `"${folder}" is a file and a folder`);
      folders.set(onDisk(folder), folder);
    }
  }
}

/** Whether every file system takes a path, and it stays inside the folder that it starts from. */
export function isPortable(path: string): boolean {
  return unportable(path.split("/")) === undefined;
}

/** The folders that a path leads through, the outermost first. */
export function parents(path: string): string[] {
  const parent = dirname(path);
  return parent === "." ? [] : [...parents(parent), parent];
}

function unportable(segments: readonly string[]): string | undefined {
  return segments.find((name) => name === "" || forbidden.test(name) || deviceName.test(name));
}

function clash(path: string, why: string): BindgenError {
  return new BindgenError("internal", { message: `cannot write the generated file "${path}": ${why}` });
}
