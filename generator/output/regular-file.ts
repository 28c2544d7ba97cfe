import { createHash } from "node:crypto";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { isMissing, systemCode } from "../system-error.ts";
import type { FileSystem } from "./file-system.ts";

/** What stands at a path: nothing, a plain file, or something that is never read: a link, a folder, a pipe. */
export type Found =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly bytes: Buffer; readonly mode: number }
  | { readonly kind: "other" };

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

/** Reads a plain file. No link is followed, and what would keep a reader waiting is not read. */
export async function readRegular(file: string, fs: FileSystem): Promise<Found> {
  try {
    // Windows cannot be told not to follow.
    if (!(await fs.lstat(file)).isFile()) return { kind: "other" };
    const handle = await fs.open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return await closing(handle, async () => {
      const found = await handle.stat();
      if (!found.isFile()) return { kind: "other" };
      return { kind: "file", bytes: await handle.readFile(), mode: found.mode & 0o777 };
    });
  } catch (error) {
    if (isMissing(error)) return { kind: "nothing" };
    if (systemCode(error) === "ELOOP") return { kind: "other" };
    throw error;
  }
}

/** Does something with an open file and closes it. An error on closing is one: what was written may not be there. */
export async function closing<T>(handle: FileHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await handle.close();
  }
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
