import { refusedAddress, startReach, type Network, type Reach } from "./addresses.ts";
import { connectionTrouble } from "./connection.ts";
import { excerpt } from "../excerpt.ts";
import { inputError } from "./failures.ts";
import { inWords, retryAfterMs } from "./pace.ts";
import { readBody } from "./read-body.ts";
import { discard, startSender, type Answer, type Sender } from "./send.ts";
import type { DownloadProgress } from "./types.ts";
import { systemCode } from "../system-error.ts";
import { resolveRedirect } from "./url.ts";
import { late, silent, startWatch, type Watch } from "./watch.ts";

const maxRedirects = 5;
const maxConnectMs = 10_000;
/** What a server says may be of any length. */
const longestPhrase = 100;

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
  readonly network: Network;
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
  const reach = startReach(attempt.network);
  const { etag, network, leftMs } = attempt;
  const connectMs = Math.ceil(Math.min(maxConnectMs, Math.max(1, leftMs)));
  const sender = await startSender({ reach, ca: network.ca, etag, signal: watch.signal, connectMs });
  try {
    const answer = await follow(url, attempt, { watch, reach, send: sender.send });
    return "kind" in answer ? answer : await judge(answer, attempt, watch);
  } finally {
    watch.stop();
    await sender.stop();
  }
}

/** What an attempt is made with. */
interface Tools {
  readonly watch: Watch;
  readonly reach: Reach;
  readonly send: Sender["send"];
}

/** Requests a URL and goes where it redirects to, within bounds. */
async function follow(start: URL, attempt: Attempt, { watch, reach, send }: Tools): Promise<Answer | Outcome> {
  let url = start;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    let answer: Answer;
    try {
      reach.demand(url);
      answer = await send(url);
    } catch (error) {
      return explain(error, `${url.host} cannot be reached`, attempt, watch);
    }
    const target = redirectStatuses.includes(answer.status) ? answer.headers.get("location") : null;
    if (target === null) return answer;
    discard(answer);
    url = resolveRedirect(attempt.location, url, target);
  }
  throw inputError(attempt.location, `it redirects more than ${maxRedirects} times`, "is the URL right?");
}

const redirectStatuses = [301, 302, 303, 307, 308];

/** The answers that are the document (RFC 9110 15.3); 206, say, would be a part that nobody asked for. */
const documentStatuses = [200, 203];
/** The answers that may be others in a moment. */
const passingStatuses = [408, 429, 500, 502, 503, 504];

async function judge(answer: Answer, attempt: Attempt, watch: Watch): Promise<Outcome> {
  const { status, statusText, headers } = answer;
  if (documentStatuses.includes(status)) {
    try {
      const bytes = await readBody(answer, { ...attempt, heard: watch.heard });
      return { kind: "document", bytes, etag: headers.get("etag") ?? undefined };
    } catch (error) {
      return explain(error, "the download broke off", attempt, watch);
    }
  }
  discard(answer);
  if (status === 304) return { kind: "not-modified" };
  const reason = `the server answered ${`${status} ${excerpt(statusText, longestPhrase)}`.trim()}`;
  if (!passingStatuses.includes(status)) throw inputError(attempt.location, reason, statusHint(status));
  const hint = "the service has a problem: try again later";
  return { kind: "setback", reason, hint, retryAfterMs: retryAfterMs(headers) };
}

function statusHint(status: number): string | undefined {
  if (status === 401 || status === 403) return "it wants you to sign in: download the metadata and give the file";
  if (status === 404 || status === 410) return "is the URL right? it usually ends in $metadata";
  return status >= 500 ? "the service has a problem: try again later" : undefined;
}

/** What an error in an attempt comes to; thrown again where it is not about the connection. */
function explain(error: unknown, what: string, { location, silenceMs }: Attempt, { signal }: Watch): Outcome {
  if (signal.reason === late) return { kind: "late" };
  const hint = "is the URL right? is the network up?";
  if (signal.reason === silent) {
    return { kind: "setback", reason: `${what}: nothing came for ${inWords(silenceMs)}`, hint, cause: error };
  }
  // What has no code is no trouble of a connection.
  const code = troubleCode(error);
  if (!(error instanceof Error) || code === undefined) throw error;
  if (code === refusedAddress) {
    const message = `it redirects from the Internet into a private network: ${error.message}`;
    throw inputError(location, message, "give that URL itself if you trust it");
  }
  const { text, passing } = connectionTrouble(error, code);
  const reason = `${what}: ${text}`;
  if (!passing) throw inputError(location, reason, hint, error);
  return { kind: "setback", reason, hint, cause: error };
}

/** Broken HTTP may come without a code. */
function troubleCode(error: unknown): string | undefined {
  return systemCode(error) ?? (error instanceof Error && error.name === "HTTPParserError" ? error.name : undefined);
}
