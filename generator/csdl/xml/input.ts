import { BindgenError, clip } from "../../errors.ts";
import { lineStarts, placeAt } from "./lines.ts";

/** Decoded XML text and the file it came from. */
export interface XmlInput {
  readonly file: string;
  readonly text: string;
}

/** What to do where a document is larger than metadata gets. */
export const wrongDocument = "is this really $metadata?";

/** Throws the one problem that ends the reading of a document: what was found at `index`. */
export function fault(input: XmlInput, index: number, message: string, hint?: string): never {
  const place = placeAt(input.file, lineStarts(input.text), index);
  throw new BindgenError("input", { message: clip(message), place, hint });
}
