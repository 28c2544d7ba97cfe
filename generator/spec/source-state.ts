import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Config } from "../config/types.ts";
import { isRecord } from "../json.ts";

/** What `refresh` remembers of a document between two runs. */
export interface SourceState {
  /** The entity tag of the version that the slice was made from; undefined for a file, or where the server gave none. */
  readonly etag: string | undefined;
  /** SHA-256 of everything but the document that decides the slice. */
  readonly slicing: string;
}

/** Where the state of a document is kept: `v1.0.csdl.xml` → `v1.0.source.json`, beside it. */
export function stateFile(metadata: string): string {
  return join(dirname(metadata), `${basename(metadata).replace(/(\.csdl)?\.xml$/i, "")}.source.json`);
}

/** The state as a file, without line breaks that matter. */
export function printState(state: SourceState): string {
  return JSON.stringify(state, undefined, 2);
}

/** The state that a file holds; undefined where it holds none, so that the document is fetched again. */
export function parseState(text: string): SourceState | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(content) || typeof content["slicing"] !== "string") return undefined;
  const { etag, slicing } = content;
  return { etag: typeof etag === "string" ? etag : undefined, slicing };
}

/** SHA-256, in hexadecimal, of what beside the document decides its slice: where it is from, roots, overlay, the tool. */
export function slicingHash(
  { roots, derived, docs }: Config,
  metadata: string,
  { overlay, version }: { readonly overlay: readonly Uint8Array[]; readonly version: string },
): string {
  const hash = createHash("sha256").update(JSON.stringify([version, metadata, roots, [...derived], docs]));
  for (const bytes of overlay) hash.update("\n").update(bytes);
  return hash.digest("hex");
}
