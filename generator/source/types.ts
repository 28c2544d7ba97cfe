/** What was read and what to call it in messages. */
export interface Source {
  /** The path or URL, as shown to people. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The entity tag that the server gave to this version of a document (RFC 9110 8.8.3). */
  readonly etag?: string | undefined;
}

/** How much of a download has arrived; an attempt that follows a failed one begins at 0 again. */
export interface DownloadProgress {
  /** Bytes, counted after decompression. */
  readonly received: number;
  /** Bytes in all, as the server says; undefined where it does not say so, or says how many they are compressed. */
  readonly total?: number | undefined;
}

/** A failed attempt after which there will be another. */
export interface Retry {
  /** Which attempt failed, from 1. */
  readonly attempt: number;
  /** How long the tool waits before the next. */
  readonly waitMs: number;
  readonly reason: string;
}
