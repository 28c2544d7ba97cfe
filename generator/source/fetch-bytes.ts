import { inputError, tooLarge } from "./failures.ts";
import { resolveRedirect } from "./url.ts";

const maxRedirects = 5;

/** Bounds of one download, and what to call it in messages. */
export interface DownloadLimits {
  readonly location: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** The bytes behind a URL; an input error where the server does not hand them all over in time. */
export async function fetchBytes(url: URL, limits: DownloadLimits): Promise<Uint8Array> {
  const { location, timeoutMs } = limits;
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await follow(url, limits, signal);
  try {
    return await readBody(response, limits);
  } catch (error) {
    throw explain(error, location, "the download broke off", signal, timeoutMs);
  }
}

/** Requests a URL and goes where it redirects to, within bounds. */
async function follow(start: URL, { location, timeoutMs }: DownloadLimits, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await request(url, signal).catch((error: unknown) => {
      throw explain(error, location, `${url.host} cannot be reached`, signal, timeoutMs);
    });
    const target = redirectStatuses.includes(response.status) ? response.headers.get("location") : null;
    if (target === null) return response.ok ? response : await refuse(response, location);
    await response.body?.cancel();
    url = await resolveRedirect(location, url, target);
  }
  throw inputError(location, `it redirects more than ${maxRedirects} times`, "Is the URL right?");
}

const redirectStatuses = [301, 302, 303, 307, 308];

function request(url: URL, signal: AbortSignal): Promise<Response> {
  return fetch(url, { headers: { accept: "application/xml" }, redirect: "manual", signal });
}

async function refuse(response: Response, location: string): Promise<never> {
  await response.body?.cancel();
  const { status, statusText } = response;
  const answer = statusText === "" ? String(status) : `${status} ${statusText}`;
  throw inputError(location, `the server answered ${answer}`, statusHint(status));
}

function statusHint(status: number): string | undefined {
  if (status === 401 || status === 403) return "It wants you to sign in: download the metadata and give the file.";
  if (status === 404 || status === 410) return "Is the URL right? It usually ends in $metadata.";
  return status >= 500 || status === 429 ? "The service has a problem: try again later." : undefined;
}

/** Counts while it reads: neither Content-Length nor the size before decompression says what will come. */
async function readBody(response: Response, { location, maxBytes }: DownloadLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  // Leaving the loop by an error cancels the download.
  const body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? [];
  for await (const chunk of body) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(location, maxBytes);
  }
  return Buffer.concat(chunks, total);
}

function explain(error: unknown, location: string, what: string, signal: AbortSignal, timeoutMs: number): unknown {
  if (signal.aborted) return inputError(location, `it did not arrive within ${timeoutMs} ms`, undefined, error);
  if (!(error instanceof TypeError)) return error;
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return inputError(location, `${what}: ${cause}`, "Is the URL right? Is the network up?", error);
}
