import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bytesHash } from "../spec/spec-files.ts";
import { parseState, stateFile, type SourceState } from "../spec/source-state.ts";

/**
 * What an earlier refresh remembered of a document; undefined where any of its files is missing, or the slice is no
 * longer the one that it wrote: then only the whole document mends it.
 * @param metadata the slice, an absolute path
 * @param page file name of the page beside it
 */
export async function readState(metadata: string, page: string): Promise<SourceState | undefined> {
  const files = [stateFile(metadata), metadata, join(dirname(metadata), page)];
  const [text, slice, source] = await Promise.all(files.map(readIfPossible));
  if (text === undefined || slice === undefined || source === undefined) return undefined;
  const state = parseState(text.toString("utf8"));
  return state?.slice === bytesHash(slice) ? state : undefined;
}

/** What cannot be read is written anew, and writing says what is in the way. */
async function readIfPossible(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
