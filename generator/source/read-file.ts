import { open } from "node:fs/promises";
import { reason, systemCode } from "../system-error.ts";
import { inputError, tooLarge, usageError } from "./failures.ts";

/** The most that is read of a file, and what to do about one that has more. */
export interface Limit {
  readonly maxBytes: number;
  /** That of metadata when not given. */
  readonly hint?: string | undefined;
}

/** A file's bytes; an input error where it is missing, a folder, unreadable or larger than allowed. */
export async function readLocalFile(path: string, limit: Limit): Promise<Uint8Array> {
  if (path === "") throw usageError("the location of the metadata is empty", "give a file or an https URL");
  if (path.includes("\0")) throw usageError("the path holds a NUL character");
  try {
    return await readUpTo(path, limit);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw inputError(path, `it cannot be read: ${reason(error)}`, hints.get(code), error);
  }
}

const hints: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "is the path right?"],
  ["EISDIR", "give the metadata file inside it"],
  ["EACCES", "check the file's permissions"],
]);

/** Counts what is read, not what `stat` says: a device or a pipe has no size. */
async function readUpTo(path: string, { maxBytes, hint }: Limit): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw tooLarge(path, maxBytes, hint);
    const chunks: Uint8Array[] = [];
    let total = 0;
    const stream: AsyncIterable<Uint8Array> = file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 });
    for await (const chunk of stream) {
      chunks.push(chunk);
      total += chunk.length;
      if (total > maxBytes) throw tooLarge(path, maxBytes, hint);
    }
    return Buffer.concat(chunks, total);
  } finally {
    await file.close();
  }
}
