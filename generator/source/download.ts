import { inputError } from "./failures.ts";
import { fetchBytes, type Attempt, type Setback } from "./fetch-bytes.ts";
import { backoffMs, inWords, type Pace } from "./pace.ts";
import { entityTag } from "./entity-tag.ts";
import type { Retry, Source } from "./types.ts";

/** A download as it is ordered: its bounds, and who is told of it. */
export interface Order extends Pick<Attempt, "location" | "maxBytes" | "etag" | "network" | "onProgress"> {
  /** The most time in all: attempts, redirects and the waits between. */
  readonly timeoutMs: number;
  /** How often to try again. */
  readonly retries: number;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  readonly pace: Pace;
}

// Our own loop: ky and undici's interceptor do not repeat a download that breaks off in its body (undici asks for the
// rest, which a generated document seldom grants), cut a Retry-After short instead of heeding it, and know no deadline
// over all attempts; the releases of ky and p-retry that are kept up want a newer Node.
/**
 * The document behind a URL, asked for again where the failure may pass. An input error says what failed last and how
 * often it was tried.
 */
export async function download(url: URL, order: Order): Promise<Source | "not-modified"> {
  const { location, timeoutMs, pace } = order;
  const deadline = pace.now() + timeoutMs;
  let last: Setback | undefined;
  for (let attempt = 1; ; attempt++) {
    const bounds = { ...order, leftMs: deadline - pace.now(), silenceMs: pace.silenceMs };
    const outcome = await fetchBytes(url, bounds);
    if (outcome.kind === "document") return { file: location, bytes: outcome.bytes, etag: entityTag(outcome.etag) };
    if (outcome.kind === "not-modified") return "not-modified";
    if (outcome.kind === "late") throw tooLate(order, attempt, last);
    const waitMs = Math.max(backoffMs(attempt, pace), outcome.retryAfterMs ?? 0);
    if (attempt > order.retries || pace.now() + waitMs >= deadline) throw givenUp(order, attempt, outcome);
    order.onRetry?.({ attempt, waitMs, reason: outcome.reason });
    await pace.sleep(waitMs);
    last = outcome;
  }
}

function tooLate({ location, timeoutMs }: Order, attempts: number, last: Setback | undefined): Error {
  const before = last === undefined ? "" : ` (tried ${attempts} times; before, ${last.reason})`;
  const hint = last?.hint ?? "the service or the network is slow: try again later; refresh --timeout gives more time";
  return inputError(location, `it did not arrive within ${inWords(timeoutMs)}${before}`, hint, last?.cause);
}

function givenUp({ location, timeoutMs, retries }: Order, attempts: number, setback: Setback): Error {
  const { reason, retryAfterMs: asked = 0, cause } = setback;
  const wait = asked === 0 ? "" : ` and asks to wait ${inWords(asked)}`;
  const tried = attempts === 1 ? "" : ` (tried ${attempts} times)`;
  const noTime = attempts > retries ? "" : `; a download may take ${inWords(timeoutMs)} in all`;
  const hint = asked === 0 ? setback.hint : `try again in ${inWords(asked)}`;
  return inputError(location, `${reason}${wait}${tried}${noTime}`, hint, cause);
}
