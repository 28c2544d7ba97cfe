import { createServer, type RequestListener, type Server } from "node:http";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { BindgenError } from "../../generator/errors.ts";
import { readSource, type ReadOptions } from "../../generator/source/read-source.ts";

/** What a call fails with: the kind of the error and its message. */
async function failure(location: string, options?: ReadOptions): Promise<readonly [kind: string, message: string]> {
  try {
    await readSource(location, options);
  } catch (error) {
    if (error instanceof BindgenError) return [error.kind, error.message];
    throw error;
  }
  throw new Error("expected an error, and there was none");
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe("files", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "source-"));
    await writeFile(join(folder, "a.xml"), "<a/>");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are read whole, under the name that was given", async () => {
    const file = join(folder, "a.xml");
    const source = await readSource(file);
    expect([source.file, text(source.bytes)]).toEqual([file, "<a/>"]);
  });

  it("are read up to the limit and not beyond", async () => {
    const file = join(folder, "a.xml");
    expect((await readSource(file, { maxBytes: 4 })).bytes.length).toBe(4);
    const want = `${file}: it is larger than the limit of 3 bytes`;
    expect((await failure(file, { maxBytes: 3 }))[1]).toContain(want);
  });

  it("are counted while they are read where they have no size", async () => {
    expect((await failure("/dev/zero", { maxBytes: 1000 }))[1]).toContain("larger than the limit of 1000 bytes");
  });

  it.each([
    ["missing", "none.xml", "none.xml: it cannot be read: there is no such file or folder"],
    ["a folder", ".", "it cannot be read: it is a folder"],
    ["below a file", "a.xml/b", "it cannot be read: a part of the path is no folder"],
  ])("%s: an input error", async (_name, path, want) => {
    const [kind, message] = await failure(join(folder, path));
    expect(kind).toBe("input");
    expect(message).toContain(want);
  });

  it.skipIf(process.getuid?.() === 0)("unreadable: an input error", async () => {
    const file = join(folder, "secret.xml");
    await writeFile(file, "<a/>");
    await chmod(file, 0);
    expect((await failure(file))[1]).toContain("it cannot be read: permission denied");
  });
});

describe("locations that are not read", () => {
  it.each([
    ["", "the location of the metadata is empty"],
    ["a\0b", "the path holds a NUL character"],
    ["ftp://example.org/$metadata", "ftp: URLs are not read"],
    ["file:///etc/hosts", "file: URLs are not read"],
    ["http://example.org/$metadata", "http: is read from this machine only"],
    ["HTTP://10.0.0.1/", "http: is read from this machine only"],
    ["http://localhost.example.org/", "http: is read from this machine only"],
    ["https://user:secret@example.org/", "a URL with a user name or password is not read"],
    ["https://user@example.org/", "a URL with a user name or password is not read"],
    ["https://[/", "is no valid URL"],
  ])("%j: a usage error", async (location, want) => {
    const [kind, message] = await failure(location);
    expect(kind).toBe("usage");
    expect(message).toContain(want);
  });
});

describe("downloads", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}/$metadata`;
  }

  it("ask for XML and hand over the body", async () => {
    let accept: string | undefined;
    const url = await serve((request, response) => {
      accept = request.headers.accept;
      response.end("<a/>");
    });
    const source = await readSource(url);
    expect([source.file, text(source.bytes), accept]).toEqual([url, "<a/>", "application/xml"]);
  });

  it("decompress, and count what comes out", async () => {
    const body = gzipSync("x".repeat(100_000));
    const url = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip").end(body);
    });
    expect((await readSource(url)).bytes.length).toBe(100_000);
    const [kind, message] = await failure(url, { maxBytes: 50_000 });
    expect(kind).toBe("input");
    expect(message).toContain("larger than the limit of 50000 bytes");
  });

  it("stop at the limit without waiting for the end", async () => {
    const url = await serve((_request, response) => {
      response.write("x".repeat(2000));
    });
    expect((await failure(url, { maxBytes: 1000 }))[1]).toContain("larger than the limit of 1000 bytes");
  });

  it.each([
    [404, "Not Found", "the server answered 404 Not Found\n  Is the URL right?"],
    [401, "Unauthorized", "the server answered 401 Unauthorized\n  It wants you to sign in"],
    [503, "Busy", "the server answered 503 Busy\n  The service has a problem"],
    [304, "", "the server answered 304"],
  ])("fail with the status %s", async (status, statusText, want) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, statusText).end();
    });
    const [kind, message] = await failure(url);
    expect(kind).toBe("input");
    expect(message).toContain(want);
  });

  it("fail where the body breaks off", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("<a>", () => response.destroy());
    });
    const [kind, message] = await failure(url);
    expect(kind).toBe("input");
    expect(message).toContain("the download broke off");
  });

  it.each(["before the headers", "in the body"])("fail in time where the server is silent %s", async (where) => {
    const url = await serve((_request, response) => {
      if (where === "in the body") response.write("<a>");
    });
    const [kind, message] = await failure(url, { timeoutMs: 100 });
    expect(kind).toBe("input");
    expect(message).toContain("it did not arrive within 100 ms");
  });

  it("fail where nobody listens", async () => {
    const url = await serve(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    const [kind, message] = await failure(url);
    expect(kind).toBe("input");
    expect(message).toMatch(/127\.0\.0\.1:\d+ cannot be reached/);
  });

  it("follow five redirects and not six", async () => {
    const url = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end("<a/>");
    });
    expect(text((await readSource(new URL("/5", url).href)).bytes)).toBe("<a/>");
    expect((await failure(new URL("/6", url).href))[1]).toContain("it redirects more than 5 times");
  });

  it.each([
    ["https://example.org/", "it redirects from http: to https:"],
    ["ftp://example.org/", "it redirects from http: to ftp:"],
    ["file:///etc/hosts", "it redirects from http: to file:"],
    ["http://example.org/", "it redirects to http://example.org/: http: is read from this machine only"],
    ["http://[", "it redirects to http://[, which is no valid URL"],
  ])("do not follow a redirect to %s", async (target, want) => {
    const url = await serve((_request, response) => {
      response.writeHead(301, { location: target }).end();
    });
    const [kind, message] = await failure(url);
    expect(kind).toBe("input");
    expect(message).toContain(want);
  });
});
