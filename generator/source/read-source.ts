import { parseGitLocation } from "../git-location.ts";
import { realNetwork, type Network } from "./addresses.ts";
import { download } from "./download.ts";
import { entityTag } from "./entity-tag.ts";
import { inputError, usageError } from "./failures.ts";
import { readGitFile } from "./git.ts";
import { largest } from "./largest.ts";
import { realPace, type Pace } from "./pace.ts";
import { readLocalFile } from "./read-file.ts";
import type { DownloadProgress, Retry, Source } from "./types.ts";
import { parseUrl } from "./url.ts";

export type { DownloadProgress, Retry, Source } from "./types.ts";

/** Bounds for what is read, and who is told of a download. */
export interface ReadOptions {
  /** The most bytes that are taken, counted after decompression; `largest` when not given. */
  readonly maxBytes?: number | undefined;
  /** The most time that a download may take in all, redirects, attempts and waits included; 60 s when not given. */
  readonly timeoutMs?: number | undefined;
  /** How often a download is tried again after a failure that may pass; 4 times when not given. */
  readonly retries?: number | undefined;
  /** For `readSourceIfChanged`: the tag of the version that one has, `Source.etag` of an earlier download. */
  readonly etag?: string | undefined;
  /** Told of each part of a download that arrives. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Told before the wait for another attempt. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Another clock, for tests. */
  readonly pace?: Partial<Pace> | undefined;
  /** Another network, for tests. */
  readonly network?: Partial<Network> | undefined;
}

const defaultTimeoutMs = 60_000;
const defaultRetries = 4;

/**
 * Reads a file, an http(s) URL, or a file of a git revision (`git:<revision>:<absolute path>`) to its end. A
 * BindgenError of the kind `input` says why it could not be read, one of the kind `usage` that the location is none that
 * the tool reads.
 */
export async function readSource(location: string, options: ReadOptions = {}): Promise<Source> {
  const source = await read(location, { ...options, etag: undefined });
  if (source !== "not-modified") return source;
  const hint = "it was asked for the whole document: does a cache in between go wrong?";
  throw inputError(location, "the server answered 304, the document has not changed", hint);
}

/** The bytes alone of what `readSource` reads, without bounds of one's own. */
export async function readBytes(location: string): Promise<Uint8Array> {
  return (await readSource(location)).bytes;
}

/**
 * Like `readSource`; `"not-modified"` where the server says that its document is still the one with `options.etag`
 * (RFC 9110 13.1.2). Files are always read, and so is everything where the tag is missing or none that a server can
 * have given.
 */
export async function readSourceIfChanged(
  location: string,
  options: ReadOptions = {},
): Promise<Source | "not-modified"> {
  const etag = entityTag(options.etag);
  return etag === undefined ? await readSource(location, options) : await read(location, { ...options, etag });
}

async function read(location: string, options: ReadOptions): Promise<Source | "not-modified"> {
  const { maxBytes = largest, timeoutMs = defaultTimeoutMs, retries = defaultRetries } = options;
  const url = parseUrl(location);
  if (url !== undefined) {
    const { etag, onProgress, onRetry } = options;
    const pace = { ...realPace, ...options.pace };
    const network = { ...realNetwork, ...options.network };
    return await download(url, { location, maxBytes, timeoutMs, retries, etag, onProgress, onRetry, pace, network });
  }
  const place = parseGitLocation(location);
  if (place !== undefined) {
    return { file: location, bytes: await readGitFile(place, { location, maxBytes, timeoutMs }) };
  }
  if (location.startsWith("git:")) {
    throw usageError(`${location} names no file of a revision`, "write git:<revision>:<absolute path>");
  }
  return { file: location, bytes: await readLocalFile(location, { maxBytes }) };
}
