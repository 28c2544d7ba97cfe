import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readSource, type DownloadProgress, type Retry } from "../../generator/source/read-source.ts";
import { cutShort, document, failure, fakePace, hang, hangInBody, reset, serve, status, text } from "./support.ts";

const gzipCut: RequestListener = (_request, response) => {
  const half = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 251))).subarray(0, 150);
  response.writeHead(200, { "content-encoding": "gzip" }).write(half, () => response.destroy());
};

/** A date so many seconds after the one that the answer bears. */
function dated(seconds: number): RequestListener {
  const now = new Date("2026-03-01T12:00:00Z").getTime();
  const [date, later] = [now, now + seconds * 1000].map((time) => new Date(time).toUTCString());
  return (_request, response) => {
    response.sendDate = false;
    response.writeHead(429, { date, "retry-after": later }).end();
  };
}

describe("a failure that passes is waited for", () => {
  const rows: readonly (readonly [name: string, first: RequestListener, waitMs: number, reason: RegExp])[] = [
    ["408", status(408), 1000, /^the server answered 408 Request Timeout$/],
    ["429", status(429), 1000, /^the server answered 429 Too Many Requests$/],
    ["429, Retry-After in seconds", status(429, { "retry-after": "7" }), 7000, /429/],
    ["429, Retry-After as a date", dated(12), 12_000, /429/],
    ["429, Retry-After in the past", dated(-12), 1000, /429/],
    ["429, Retry-After 0", status(429, { "retry-after": "0" }), 1000, /429/],
    ["429, Retry-After that is none", status(429, { "retry-after": "soon" }), 1000, /429/],
    ["500", status(500), 1000, /500/],
    ["502", status(502), 1000, /502/],
    ["503", status(503, {}, "Busy"), 1000, /^the server answered 503 Busy$/],
    ["503, Retry-After", status(503, { "retry-after": "30" }), 30_000, /503/],
    ["504", status(504), 1000, /504/],
    ["a reset before the headers", reset, 1000, /^127\.0\.0\.1:\d+ cannot be reached: the connection was reset$/],
    [
      "an end before the headers",
      (request) => void request.socket.destroy(),
      1000,
      /the server closed the connection$/,
    ],
    ["a body cut short", cutShort, 1000, /^the download broke off: the server closed the connection$/],
    ["a chunked body cut short", chunkCut, 1000, /^the download broke off: the server closed the connection$/],
    ["a compressed body cut short", gzipCut, 1000, /^the download broke off: the server closed the connection$/],
    ["silence after the headers", (_request, response) => response.flushHeaders(), 1000, /nothing came for 50 ms$/],
    ["silence in the body", hangInBody, 1000, /^the download broke off: nothing came for 50 ms$/],
  ];

  it.each(rows)("%s", async (_name, first, waitMs, reason) => {
    const { pace, waits } = fakePace({ silenceMs: 50 });
    const retries: Retry[] = [];
    const { url, requests } = await serve(first, document);
    const source = await readSource(url, { pace, onRetry: (retry) => void retries.push(retry) });
    expect([text(source.bytes), requests.length, waits]).toEqual(["<a/>", 2, [waitMs]]);
    expect(retries).toEqual([{ attempt: 1, waitMs, reason: expect.stringMatching(reason) }]);
  });

  function chunkCut(...[, response]: Parameters<RequestListener>): void {
    response.write("<a>", () => response.destroy());
  }

  it("also behind a redirect, from the first URL on", async () => {
    const { url, requests } = await serve(status(302, { location: "/b" }), status(503), document);
    await readSource(url, fakePace());
    expect(requests.map((request) => request.url)).toEqual(["/$metadata", "/b", "/$metadata"]);
  });

  it("and progress begins anew", async () => {
    const seen: DownloadProgress[] = [];
    const { url } = await serve(cutShort, document);
    await readSource(url, { ...fakePace(), onProgress: (progress) => void seen.push(progress) });
    expect(seen).toEqual([
      { received: 3, total: 100 },
      { received: 4, total: 4 },
    ]);
  });

  it("in real time", async () => {
    const { url, requests } = await serve(status(503), status(503), document);
    await readSource(url, { pace: { baseMs: 20 } });
    expect(requests.length).toBe(3);
  });
});

describe("waits", () => {
  it("double, up to half a minute", async () => {
    const { pace, waits } = fakePace();
    const { url } = await serve(status(500));
    await failure(url, { pace, retries: 7, timeoutMs: 1_000_000 });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it.each([
    [0, [500, 1000]],
    [0.5, [750, 1500]],
  ])("are cut by chance, %s, by at most a half", async (random, want) => {
    const { pace, waits } = fakePace({ random: () => random });
    const { url } = await serve(status(500), status(500), document);
    await readSource(url, { pace });
    expect(waits).toEqual(want);
  });
});

describe("giving up", () => {
  it("after five attempts, unless told otherwise", async () => {
    const { url, requests } = await serve(status(500, {}, "Oops"));
    expect(await failure(url, fakePace())).toEqual([
      "input",
      `${url}: the server answered 500 Oops (tried 5 times)\n  the service has a problem: try again later`,
    ]);
    expect(requests.length).toBe(5);
  });

  it.each([
    [0, 1, "the server answered 500 Oops\n"],
    [1, 2, "the server answered 500 Oops (tried 2 times)\n"],
  ])("with %s retries", async (retries, count, want) => {
    const { url, requests } = await serve(status(500, {}, "Oops"));
    expect((await failure(url, { ...fakePace(), retries }))[1]).toContain(want);
    expect(requests.length).toBe(count);
  });

  it("where nobody listens", async () => {
    const { url, close } = await serve(document);
    await close();
    const { pace, waits } = fakePace();
    const [kind, message] = await failure(url, { pace });
    expect(kind).toBe("input");
    expect(message).toMatch(
      /127\.0\.0\.1:\d+ cannot be reached: the connection was refused \(tried 5 times\)\n {2}is the URL right\?/,
    );
    expect(waits.length).toBe(4);
  });

  it("at once where the server asks for more time than there is", async () => {
    const { pace, waits } = fakePace();
    const { url, requests } = await serve(status(429, { "retry-after": "300" }));
    expect(await failure(url, { pace })).toEqual([
      "input",
      `${url}: the server answered 429 Too Many Requests and asks to wait 5 minutes; a download may take 60 seconds in all\n  try again in 5 minutes`,
    ]);
    expect([requests.length, waits]).toEqual([1, []]);
  });

  it("where what is left of the time is too short for the next wait", async () => {
    const { pace, waits } = fakePace();
    const { url } = await serve(status(503, { "retry-after": "25" }, "Busy"));
    expect((await failure(url, { pace }))[1]).toContain(
      "the server answered 503 Busy and asks to wait 25 seconds (tried 3 times); a download may take 60 seconds in all",
    );
    expect(waits).toEqual([25_000, 25_000]);
  });

  it("where the last attempt says when to come back", async () => {
    const { url } = await serve(status(503, { "retry-after": "2" }, "Busy"));
    expect((await failure(url, { ...fakePace(), retries: 1 }))[1]).toContain(
      "the server answered 503 Busy and asks to wait 2 seconds (tried 2 times)\n  try again in 2 seconds",
    );
  });

  it("when time runs out, with what went wrong before", async () => {
    const { url, requests } = await serve(status(503, {}, "Busy"), hang);
    expect((await failure(url, { timeoutMs: 300, pace: { baseMs: 10 } }))[1]).toContain(
      "it did not arrive within 300 ms (tried 2 times; before, the server answered 503 Busy)",
    );
    expect(requests.length).toBe(2);
  });

  it("when time runs out that the waits have used up", async () => {
    const { url } = await serve(status(503, { "retry-after": "30" }), hang);
    expect((await failure(url, { ...fakePace(), timeoutMs: 30_100 }))[1]).toContain(
      "it did not arrive within 31 seconds",
    );
  }, 10_000);

  it("at the first answer that nothing mends", async () => {
    const { url, requests } = await serve(status(503), status(404));
    expect((await failure(url, fakePace()))[1]).toContain("the server answered 404 Not Found");
    expect(requests.length).toBe(2);
  });
});
