import type { RequestListener } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readSource, type DownloadProgress } from "../../generator/source/read-source.ts";
import { document, failure, fakePace, hang, hangInBody, serve, status, text } from "./support.ts";

const once = { retries: 0 };

it("asks for XML and hands over the body", async () => {
  const { url, requests } = await serve(document);
  const source = await readSource(url);
  expect([source.file, text(source.bytes), source.etag]).toEqual([url, "<a/>", undefined]);
  expect(requests[0]?.headers.accept).toBe("application/xml");
  expect(requests[0]?.headers["if-none-match"]).toBeUndefined();
});

describe("size", () => {
  it("is counted after decompression", async () => {
    const body = gzipSync("x".repeat(100_000));
    const { url } = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip").end(body);
    });
    expect((await readSource(url)).bytes.length).toBe(100_000);
    const [kind, message] = await failure(url, { maxBytes: 50_000 });
    expect(kind).toBe("input");
    expect(message).toContain("larger than the limit of 50000 bytes");
  });

  it("of a gzip bomb is not waited for, and it is not asked for again", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const received: number[] = [];
    const { url, requests } = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip").end(bomb);
    });
    const onProgress = (progress: DownloadProgress): void => void received.push(progress.received);
    const [, message] = await failure(url, { maxBytes: 1_000_000, onProgress });
    expect(message).toContain("larger than the limit of 1000000 bytes");
    expect([requests.length, Math.max(...received) <= 1_000_000]).toEqual([1, true]);
  });

  it("is counted without waiting for the end", async () => {
    const { url } = await serve((_request, response) => void response.write("x".repeat(2000)));
    expect((await failure(url, { maxBytes: 1000 }))[1]).toContain("larger than the limit of 1000 bytes");
  });

  it("may be exactly the limit", async () => {
    const { url } = await serve(document);
    expect((await readSource(url, { maxBytes: 4 })).bytes.length).toBe(4);
    expect((await failure(url, { maxBytes: 3 }))[1]).toContain("larger than the limit of 3 bytes");
  });
});

describe("a compressed body", () => {
  const whole = "<a>".repeat(10_000);
  const again = (body: Uint8Array): Uint8Array => gzipSync(body);

  it.each([
    ["gzip", gzipSync(whole)],
    ["x-gzip", gzipSync(whole)],
    ["GZIP", gzipSync(whole)],
    ["identity", Buffer.from(whole)],
    ["deflate", deflateSync(whole)],
    ["br", brotliCompressSync(whole)],
    ["br, gzip", again(brotliCompressSync(whole))],
  ])("is undone: %s", async (encoding, body) => {
    const { url, requests } = await serve((_request, response) => {
      response.setHeader("content-encoding", encoding).end(body);
    });
    expect(text((await readSource(url)).bytes)).toBe(whole);
    expect(requests[0]?.headers["accept-encoding"]).toBe("gzip, deflate, br");
  });

  it.each([
    ["gzip", gzipSync(whole)],
    ["deflate", deflateSync(whole)],
    ["br", brotliCompressSync(whole)],
    ["gzip, gzip", again(gzipSync(whole).subarray(0, -9))],
  ])("that was cut is asked for again, and never taken for a whole one: %s", async (encoding, body) => {
    const { url, requests } = await serve((_request, response) => {
      response.setHeader("content-encoding", encoding).end(encoding === "gzip, gzip" ? body : body.subarray(0, -3));
    });
    const [kind, message] = await failure(url, { retries: 1, ...fakePace() });
    expect([kind, requests.length]).toEqual(["input", 2]);
    expect(message).toContain("the download broke off: what it sends is compressed, and was cut");
  });

  it.each([
    ["zstd", "its body is encoded as zstd"],
    ["gzip, compress", "its body is encoded as compress"],
    ["gzip, gzip, gzip", "its body is encoded as gzip, gzip, gzip"],
  ])("is refused: %s", async (encoding, want) => {
    const { url, requests } = await serve((_request, response) => {
      response.setHeader("content-encoding", encoding).end("<a/>");
    });
    expect((await failure(url))[1]).toContain(want);
    expect(requests.length).toBe(1);
  });

  it.each([["br"], ["deflate"]])("that is none is refused: %s", async (encoding) => {
    const { url } = await serve((_request, response) => {
      response.setHeader("content-encoding", encoding).end("<a/> and more of what is not compressed");
    });
    expect((await failure(url))[1]).toContain("what it sends is not compressed as it says");
  });

  it("twice compressed bombs stop at the limit", async () => {
    const body = gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    const { url } = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip, gzip").end(body);
    });
    expect((await failure(url, { maxBytes: 1_000_000 }))[1]).toContain("larger than the limit of 1000000 bytes");
  });
});

describe("progress", () => {
  const many = "x".repeat(300_000);

  it.each([
    ["with Content-Length", { "content-length": "300000" }, many, 300_000],
    ["without Content-Length", {}, many, undefined],
    ["compressed", { "content-encoding": "gzip", "content-length": String(gzipSync(many).length) }, gzipSync(many)],
  ])("is told: %s", async (_name, headers, body, total?: number) => {
    const seen: DownloadProgress[] = [];
    const { url } = await serve((_request, response) => void response.writeHead(200, headers).end(body));
    await readSource(url, { onProgress: (progress) => void seen.push(progress) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ received: 300_000, total });
    const counts = seen.map(({ received }) => received);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });
});

describe("answers that nothing mends", () => {
  it.each([
    [404, "Not Found", "the server answered 404 Not Found\n  is the URL right?"],
    [401, "Unauthorized", "the server answered 401 Unauthorized\n  it wants you to sign in"],
    [400, "Bad Request", "the server answered 400 Bad Request"],
    [501, "Not Implemented", "the server answered 501 Not Implemented\n  the service has a problem"],
    [204, "No Content", "the server answered 204 No Content"],
    [206, "Partial Content", "the server answered 206 Partial Content"],
    [302, "Found", "the server answered 302 Found"],
    [304, "", "the server answered 304, the document has not changed\n  it was asked for the whole document"],
  ])("%s %s: one request", async (code, statusText, want) => {
    const { url, requests } = await serve(status(code, {}, statusText));
    const [kind, message] = await failure(url);
    expect(kind).toBe("input");
    expect(message).toContain(want);
    expect(requests.length).toBe(1);
  });

  it("stay what they are where their body is broken", async () => {
    const answer = "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\nno chunk";
    const { url } = await serve((request) => void request.socket.end(answer));
    expect((await failure(url))[1]).toContain("the server answered 404");
  });

  it.each([
    ["no number", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n<a/>"],
    ["twice", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n<a/>"],
  ])("Content-Length %s", async (_name, answer) => {
    const { url, requests } = await serve((request) => void request.socket.end(answer));
    expect((await failure(url))[1]).toMatch(/cannot be reached: Response (?:body length )?does not match/);
    expect(requests.length).toBe(1);
  });

  it("a status that is none", async () => {
    const { url } = await serve((request) => void request.socket.end("HTTP/1.1 000 X\r\n\r\n"));
    expect((await failure(url))[1]).toContain("cannot be reached: what it answers is no HTTP");
  });

  it("no TLS behind https:", async () => {
    const { url } = await serve(document);
    expect((await failure(url.replace("http:", "https:")))[1]).toContain("cannot be reached: it does not agree on TLS");
  });

  it.each<[string, RequestListener]>([
    ["a reason", status(404, {}, "x".repeat(9000))],
    ["a coding", status(200, { "content-encoding": "x".repeat(9000) })],
    ["where it redirects to", status(302, { location: `http://${"x".repeat(9000)}/` })],
    ["a redirect that is no URL", status(302, { location: `http://[${"x".repeat(9000)}` })],
    ["a redirect to https:", status(302, { location: `https://localhost/${"x".repeat(9000)}` })],
  ])("%s of any length is cut in the message", async (_name, act) => {
    const { url } = await serve(act);
    expect((await failure(url))[1]).toMatch(/^[^]{50,600}$/);
  });

  it("a body that is not compressed as it says", async () => {
    const { url, requests } = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip").end("<a/>");
    });
    expect((await failure(url))[1]).toContain("the download broke off: what it sends is not compressed as it says");
    expect(requests.length).toBe(1);
  });
});

describe("time", () => {
  it.each([
    ["before the headers", hang],
    ["in the body", hangInBody],
  ])("runs out where the server is silent %s", async (_name, act) => {
    const { url, requests } = await serve(act);
    const [kind, message] = await failure(url, { timeoutMs: 100 });
    expect(kind).toBe("input");
    expect(message).toContain("it did not arrive within 100 ms");
    expect(requests.length).toBe(1);
  });

  it("runs out where there is no handshake, and nothing waits for it any longer", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const [begin, { port }] = [performance.now(), server.address() as AddressInfo];
    expect((await failure(`https://127.0.0.1:${port}/`, { timeoutMs: 200 }))[1]).toContain("200 ms");
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it("runs out where the body drips", async () => {
    const { url } = await serve((_request, response) => {
      const drip = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(drip));
    });
    const pace = { silenceMs: 60 };
    expect((await failure(url, { timeoutMs: 200, pace }))[1]).toContain("it did not arrive within 200 ms");
  });

  it("is no longer watched when the download is over", async () => {
    const [set, clear] = [vi.spyOn(globalThis, "setTimeout"), vi.spyOn(globalThis, "clearTimeout")];
    onTestFinished(() => [set, clear].forEach((spy) => spy.mockRestore()));
    const { url } = await serve(document);
    await readSource(url, { ...fakePace({ silenceMs: 43_210 }), timeoutMs: 54_321 });
    const timers = set.mock.results.filter((_, index) => [54_321, 43_210].includes(Number(set.mock.calls[index]?.[1])));
    expect(timers.length).toBe(2);
    for (const { value } of timers) expect(clear).toHaveBeenCalledWith(value);
  });

  it("runs out over redirects together", async () => {
    const { url } = await serve((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: "/" }).end(), 80);
    });
    expect((await failure(url, { timeoutMs: 200 }))[1]).toContain("it did not arrive within 200 ms");
  });
});

describe("redirects", () => {
  it("are followed five times and not six", async () => {
    const { url } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end("<a/>");
    });
    expect(text((await readSource(new URL("/5", url).href)).bytes)).toBe("<a/>");
    expect((await failure(new URL("/6", url).href))[1]).toContain("it redirects more than 5 times");
  });

  it("in a loop end, without another attempt", async () => {
    const { url, requests } = await serve(status(307, { location: "/$metadata" }));
    expect((await failure(url))[1]).toContain("it redirects more than 5 times\n  is the URL right?");
    expect(requests.length).toBe(6);
  });

  it("are followed though their body breaks off", async () => {
    const cut = { location: "/b", "content-length": "100" };
    const { url } = await serve((_request, response) => {
      response.writeHead(302, cut).write("<a>", () => response.destroy());
    }, document);
    expect(text((await readSource(url, once)).bytes)).toBe("<a/>");
  });

  it.each([
    ["https://example.org/", "it redirects from http: to https:"],
    ["ftp://example.org/", "it redirects from http: to ftp:"],
    ["file:///etc/hosts", "it redirects from http: to file:"],
    ["http://example.org/", "it redirects to http://example.org/: http: is read from this machine only"],
    ["http://[", "it redirects to http://[, which is no valid URL"],
  ])("to %s are not followed", async (target, want) => {
    const { url, requests } = await serve(status(301, { location: target }));
    const [kind, message] = await failure(url, fakePace());
    expect(kind).toBe("input");
    expect(message).toContain(want);
    expect(requests.length).toBe(1);
  });
});
