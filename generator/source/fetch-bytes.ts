import { connectionTrouble } from "./connection.ts";
import { inputError, tooLarge } from "./failures.ts";
import { inWords, retryAfterMs } from "./pace.ts";
import type { DownloadProgress } from "./types.ts";
import { resolveRedirect } from "./url.ts";
import { late, silent, startWatch, type Watch } from "./watch.ts";

const maxRedirects = 5;

/** Bounds of one attempt, and what to call the document in messages. */
export interface Attempt {
  readonly location: string;
  readonly maxBytes: number;
  /** The most time that it may take. */
  readonly leftMs: number;
  /** The most time between two parts of the body. */
  readonly silenceMs: number;
  /** Wanted is a document that is not the one with this tag. */
  readonly etag: string | undefined;
  readonly onProgress: ((progress: DownloadProgress) => void) | undefined;
}

/** A failure that may pass. */
export interface Setback {
  readonly kind: "setback";
  readonly reason: string;
  readonly hint: string;
  readonly cause?: unknown;
  /** How long the server asks to wait. */
  readonly retryAfterMs?: number | undefined;
}

/** What comes of one attempt. */
export type Outcome =
  | { readonly kind: "document"; readonly bytes: Uint8Array; readonly etag: string | undefined }
  | { readonly kind: "not-modified" }
  | { readonly kind: "late" }
  | Setback;

/** Asks once for the document behind a URL; an input error for a failure that another attempt would not mend. */
export async function fetchBytes(url: URL, attempt: Attempt): Promise<Outcome> {
  const watch = startWatch(attempt.leftMs, attempt.silenceMs);
  try {
    const response = await follow(url, attempt, watch);
    return response instanceof Response ? await judge(response, attempt, watch) : response;
  } finally {
    watch.stop();
  }
}

/** Requests a URL and goes where it redirects to, within bounds. */
async function follow(start: URL, attempt: Attempt, watch: Watch): Promise<Response | Outcome> {
  let url = start;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await request(url, attempt, watch.signal).catch((error: unknown) =>
      explain(error, `${url.host} cannot be reached`, attempt, watch),
    );
    if (!(response instanceof Response)) return response;
    const target = redirectStatuses.includes(response.status) ? response.headers.get("location") : null;
    if (target === null) return response;
    await discard(response);
    url = await resolveRedirect(attempt.location, url, target);
  }
  throw inputError(attempt.location, `it redirects more than ${maxRedirects} times`, "Is the URL right?");
}

const redirectStatuses = [301, 302, 303, 307, 308];

function request(url: URL, { etag }: Attempt, signal: AbortSignal): Promise<Response> {
  const headers = { accept: "application/xml", ...(etag === undefined ? {} : { "if-none-match": etag }) };
  return fetch(url, { headers, redirect: "manual", signal });
}

/** Lets go of a body that nobody wants; whether it would have arrived does not matter. */
async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}

/** The answers that are the document (RFC 9110 15.3); 206, say, would be a part that nobody asked for. */
const documentStatuses = [200, 203];
/** The answers that may be others in a moment. */
const passingStatuses = [408, 429, 500, 502, 503, 504];

async function judge(response: Response, attempt: Attempt, watch: Watch): Promise<Outcome> {
  const { status, statusText, headers } = response;
  if (documentStatuses.includes(status)) {
    return await readBody(response, attempt, watch).catch((error: unknown) =>
      explain(error, "the download broke off", attempt, watch),
    );
  }
  await discard(response);
  if (status === 304) return { kind: "not-modified" };
  const reason = `the server answered ${statusText === "" ? status : `${status} ${statusText}`}`;
  if (!passingStatuses.includes(status)) throw inputError(attempt.location, reason, statusHint(status));
  const hint = "The service has a problem: try again later.";
  return { kind: "setback", reason, hint, retryAfterMs: retryAfterMs(headers) };
}

function statusHint(status: number): string | undefined {
  if (status === 401 || status === 403) return "It wants you to sign in: download the metadata and give the file.";
  if (status === 404 || status === 410) return "Is the URL right? It usually ends in $metadata.";
  return status >= 500 ? "The service has a problem: try again later." : undefined;
}

/** Counts while it reads: neither Content-Length nor the size before decompression says what will come. */
async function readBody(response: Response, attempt: Attempt, watch: Watch): Promise<Outcome> {
  const chunks: Uint8Array[] = [];
  const total = announced(response.headers);
  let received = 0;
  // Leaving the loop by an error cancels the download.
  const body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? [];
  watch.heard();
  for await (const chunk of body) {
    watch.heard();
    chunks.push(chunk);
    received += chunk.length;
    if (received > attempt.maxBytes) throw tooLarge(attempt.location, attempt.maxBytes);
    attempt.onProgress?.({ received, total });
  }
  const etag = response.headers.get("etag") ?? undefined;
  return { kind: "document", bytes: Buffer.concat(chunks, received), etag };
}

/** The size of the body as it will be counted; that of a compressed one is not known before. */
function announced(headers: Headers): number | undefined {
  const length = headers.get("content-length") ?? "";
  return headers.has("content-encoding") || !/^\d+$/.test(length) ? undefined : Number(length);
}

/** What an error in an attempt comes to; thrown again where it is not about the connection. */
function explain(error: unknown, what: string, { location, silenceMs }: Attempt, { signal }: Watch): Outcome {
  if (signal.reason === late) return { kind: "late" };
  const hint = "Is the URL right? Is the network up?";
  if (signal.reason === silent) {
    return { kind: "setback", reason: `${what}: nothing came for ${inWords(silenceMs)}`, hint, cause: error };
  }
  if (!(error instanceof TypeError)) throw error;
  const { text, passing } = connectionTrouble(error);
  const reason = `${what}: ${text}`;
  if (!passing) throw inputError(location, reason, hint, error);
  return { kind: "setback", reason, hint, cause: error };
}
