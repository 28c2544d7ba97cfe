import { readLocalFile } from "./read-file.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import type { Source } from "./types.ts";
import { parseUrl } from "./url.ts";

export type { Source } from "./types.ts";

/** Bounds for what is read. */
export interface ReadOptions {
  /** The most bytes that are taken, counted after decompression; 256 MiB when not given. */
  readonly maxBytes?: number | undefined;
  /** The most time that a download may take in all, redirects included; 60 s when not given. */
  readonly timeoutMs?: number | undefined;
}

const defaultMaxBytes = 256 * 1024 * 1024;
const defaultTimeoutMs = 60_000;

/**
 * Reads a file or an http(s) URL to its end. A BindgenError of the kind `input` says why it could not be read, one of
 * the kind `usage` that the location is none that the tool reads.
 */
export async function readSource(location: string, options: ReadOptions = {}): Promise<Source> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const url = parseUrl(location);
  const bytes =
    url === undefined
      ? await readLocalFile(location, maxBytes)
      : await fetchBytes(url, { location, maxBytes, timeoutMs });
  return { file: location, bytes };
}
