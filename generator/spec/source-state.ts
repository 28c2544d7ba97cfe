import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Config } from "../config/types.ts";
import { printableJson } from "../excerpt.ts";
import { isRecord } from "../json.ts";

/** What `refresh` remembers of a document between two runs. */
export interface SourceState {
  /** The entity tag of the version that the slice was made from; undefined for a file, or where the server gave none. */
  readonly etag: string | undefined;
  /** SHA-256 of everything but the document that decides the slice. */
  readonly slicing: string;
  /** SHA-256 of the slice itself, so that one that somebody changed is made again. */
  readonly slice: string;
}

/** The name that the files of a document have in common: `v1.0` for `v1.0.csdl.xml`. */
export function documentName(metadata: string): string {
  return basename(metadata).replace(/(\.csdl)?\.xml$/i, "");
}

/** Where the state of a document is kept: `v1.0.csdl.xml` → `v1.0.source.json`, beside it. */
export function stateFile(metadata: string): string {
  return join(dirname(metadata), `${documentName(metadata)}.source.json`);
}

/** The state as a file, without line breaks that matter. */
export function printState({ etag, slicing, slice }: SourceState): string {
  return printableJson({ etag, slicing, slice }, 2);
}

/** The state that a file holds; undefined where it holds none, so that the document is fetched again. */
export function parseState(text: string): SourceState | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(content)) return undefined;
  const { etag, slicing, slice } = content;
  if (typeof slicing !== "string" || typeof slice !== "string") return undefined;
  return { etag: typeof etag === "string" ? etag : undefined, slicing, slice };
}

/** Whether text is a state that `refresh` wrote, also one that no longer parses: a merge leaves both sides in it. */
export function isState(text: string): boolean {
  return parseState(text) !== undefined || /^\s*\{[^]*"slic(?:ing|e)": ?"[0-9a-f]{64}"/.test(text);
}

/**
 * SHA-256, in hexadecimal, of what beside the document decides its slice: the URL that it is from, the version of the tool,
 * and roots, overlay, derived types and the source of comments of each output that reads it. Of a file, not even the name: the folders of a machine must not show, and a file has no tag.
 */
export function slicingHash(
  readers: readonly Config[],
  url: string | undefined,
  { overlay, version }: { readonly overlay: readonly Uint8Array[]; readonly version: string },
): string {
  const facts = readers.flatMap(({ roots, derived, docs }) => [roots, [...derived], docs]);
  // Of several outputs, which overlay is whose counts too.
  const shares = readers.length > 1 ? readers.map((reader) => reader.overlay.length) : [];
  const hash = createHash("sha256").update(JSON.stringify([version, url ?? null, ...facts, ...shares]));
  for (const bytes of overlay) hash.update("\n").update(bytes);
  return hash.digest("hex");
}
