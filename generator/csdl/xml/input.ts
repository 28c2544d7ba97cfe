import { BindgenError } from "../../errors.ts";
import { lineStarts, placeAt } from "./lines.ts";

/** Decoded XML text and the file it came from. */
export interface XmlInput {
  readonly file: string;
  readonly text: string;
}

/** Throws the one problem that ends the reading of a document: what was found at `index`. */
export function fault(input: XmlInput, index: number, message: string, hint?: string): never {
  const place = placeAt(input.file, lineStarts(input.text), index);
  throw new BindgenError("input", { message: clip(message), place, hint });
}

/** The most of what a document says that a message repeats. */
const maxMessage = 400;

/** A message of a length that can be read: names in hostile documents have any length. */
export function clip(message: string): string {
  return message.length > maxMessage ? `${message.slice(0, maxMessage)}…` : message;
}
