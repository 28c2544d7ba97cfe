import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { BindgenError } from "../../generator/errors.ts";
import type { Pace } from "../../generator/source/pace.ts";
import { readSource, type ReadOptions } from "../../generator/source/read-source.ts";

/** What a call fails with: the kind of the error and its message. */
export async function failure(location: string, options?: ReadOptions): Promise<readonly [string, string]> {
  return await failing(() => readSource(location, options));
}

/** What any work fails with: the kind of the error and its message. */
export async function failing(work: () => Promise<unknown>): Promise<readonly [kind: string, message: string]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof BindgenError) return [error.kind, error.message];
    throw error;
  }
  throw new Error("expected an error, and there was none");
}

export function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A clock that only sleeping moves; it notes for how long. */
export function fakePace(more: Partial<Pace> = {}): { readonly pace: Partial<Pace>; readonly waits: number[] } {
  const waits: number[] = [];
  let time = 0;
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms);
    time += ms;
    return Promise.resolve();
  };
  return { waits, pace: { now: () => time, sleep, random: () => 1, ...more } };
}

/**
 * A server for one test: the first act answers the first request, the second the second, the last all that follow.
 * It notes the requests.
 */
export async function serve(...acts: readonly RequestListener[]): Promise<{
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
  readonly close: () => Promise<void>;
}> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const act = acts[requests.length] ?? acts.at(-1);
    requests.push(request);
    act?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/$metadata`, requests, close };
}

/** Answers with a status and headers, and no body. */
export function status(code: number, headers: Record<string, string> = {}, statusText?: string): RequestListener {
  return (_request, response) => void response.writeHead(code, statusText, headers).end();
}

/** Answers as a server should. */
export const document: RequestListener = (_request, response) => void response.end("<a/>");

/** Promises a hundred bytes, sends three, and hangs up. */
export const cutShort: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-length": "100" }).write("<a>", () => response.destroy());
};

/** Hangs up without a word; a reset and not an end of the connection. */
export const reset: RequestListener = (request) => void request.socket.resetAndDestroy();

/** Says nothing, and stays on the line. */
export const hang: RequestListener = () => undefined;

/** Begins the body, says nothing more, and stays on the line. */
export const hangInBody: RequestListener = (_request, response) => void response.write("<a>");
