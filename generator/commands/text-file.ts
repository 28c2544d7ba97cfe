import { readFile } from "node:fs/promises";
import { BindgenError } from "../errors.ts";
import { decodeUtf8 } from "../json.ts";
import { isMissing, reason } from "../system-error.ts";

/** A text file that is to be edited: what the edit must not touch stands beside the text. */
export interface TextFile {
  /** The byte order mark, or nothing. */
  readonly mark: string;
  readonly text: string;
}

/**
 * Reads a file that is to be edited; undefined where there is none.
 * @throws BindgenError `input` where it cannot be read, or an edit would spoil it because it is not UTF-8
 */
export async function readTextFile(file: string): Promise<TextFile | undefined> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw new BindgenError("input", { place: { file }, message: `cannot read it: ${reason(error)}` }, { cause: error });
  });
  if (bytes === undefined) return undefined;
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new BindgenError("input", { place: { file }, message: "this is not UTF-8 text" });
  return { mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\ufeff" : "", text };
}
