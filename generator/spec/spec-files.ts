import { createHash } from "node:crypto";
import { printCsdl } from "../csdl/print-csdl.ts";
import type { CsdlDocument } from "../csdl/types.ts";
import type { Config } from "../config/types.ts";
import { mergeDocuments } from "./merge-documents.ts";
import type { Kept } from "./kept.ts";
import { sliceDocument } from "./slice-document.ts";

/** The canonical text of what is kept of the metadata. */
export function canonicalSlice(documents: readonly CsdlDocument[], kept: Kept, docs: Config["docs"]): string {
  return printCsdl(mergeDocuments(documents.map((document) => sliceDocument(document, kept, docs))));
}

const opening = '<?xml version="1.0" encoding="utf-8"?>\n<edmx:Edmx ';

/**
 * Whether bytes begin as a CSDL XML document does: what stands before its root element, and that. They may be torn or
 * damaged behind it, or end within it, also at once: then nothing is in them that anybody wants back.
 */
export function beginsAsCsdl(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(wide).decode(bytes);
  if (opening.startsWith(text.trim().replace("\r\n", "\n"))) return true;
  const root = text.replace(/^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)+/, "");
  return /^<(?:[^\s<>:/]+:)?Edmx(?:[\s/>]|$)/.test(root);
}

/** SHA-256, in hexadecimal, of the canonical CSDL of slice and overlay. */
export function sourceHash(canonical: string, overlay: readonly CsdlDocument[]): string {
  const hash = createHash("sha256").update(canonical);
  for (const document of overlay) hash.update(printCsdl(document));
  return hash.digest("hex");
}

/** SHA-256, in hexadecimal, of a document as it was read. */
export function bytesHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
