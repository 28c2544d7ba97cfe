import type { Dispatcher } from "undici";
import type { Reach } from "./addresses.ts";
import { acceptedCodings } from "./decompress.ts";

/** What all requests of a download have in common. */
export interface Sending {
  readonly reach: Reach;
  readonly ca: string | undefined;
  readonly etag: string | undefined;
  readonly signal: AbortSignal;
  /** The most time for a connection, which no signal cuts short. */
  readonly connectMs: number;
}

/** An answer, its body not yet read and still compressed. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Dispatcher.ResponseData["body"];
}

export interface Sender {
  /** Requests a URL, without following redirects. */
  readonly send: (url: URL) => Promise<Answer>;
  /** Closes all connections. */
  readonly stop: () => Promise<void>;
}

/**
 * Begins a series of requests. Not by the platform's `fetch`, which cannot be told which addresses to connect to, and
 * takes a compressed body that was cut for a whole one.
 */
export async function startSender({ reach, ca, etag, signal, connectMs }: Sending): Promise<Sender> {
  const { Agent, request } = await import("undici");
  const dispatcher = new Agent({
    connect: { lookup: reach.lookup, timeout: connectMs, ...(ca === undefined ? {} : { ca }) },
  });
  const headers = {
    accept: "application/xml",
    "accept-encoding": acceptedCodings,
    ...(etag === undefined ? {} : { "if-none-match": etag }),
  };
  return {
    send: async (url) => {
      const answer = await request(url, { dispatcher, headers, signal });
      return { ...answer, status: answer.statusCode, headers: headersOf(answer.headers) };
    },
    stop: () => dispatcher.destroy(),
  };
}

/** Lets go of a body that nobody wants; whether it would have arrived does not matter. */
export function discard({ body }: Answer): void {
  body.on("error", () => undefined).destroy();
}

function headersOf(found: Dispatcher.ResponseData["headers"]): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(found)) {
    for (const value of [values ?? []].flat()) headers.append(name, value);
  }
  return headers;
}
