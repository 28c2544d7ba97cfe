import type { RequestListener } from "node:http";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cutShort, hang, reset, status } from "../source/support.ts";
import {
  answer,
  besidePackages,
  config,
  copyOf,
  overlay,
  project,
  refresh,
  shop,
  startServer,
  tree,
  type Service,
} from "./refresh-project.ts";
import { runHere } from "./run-here.ts";
import { run } from "./support.ts";

// The real command line against a real server. What each answer means to a download is tested in test/source; here it
// is what becomes of the project.
// Side by side, because many of them wait; not too many, because each starts a process.
vi.setConfig({ maxConcurrency: 3, testTimeout: 60_000, hookTimeout: 60_000 });
let server: Awaited<ReturnType<typeof startServer>>;
/** A service that has one version of its document: 304 to who names its tag, 404 to anybody else. */
let settled: Service;
/** A project that was refreshed from it, when it still gave the document away. */
let made = "";
let first: Awaited<ReturnType<typeof refresh>>;
beforeAll(async () => {
  server = await startServer();
  settled = server.service(answer(shop(), '"one"'), (request, response) =>
    (request.headers["if-none-match"] === '"one"' ? status(304) : status(404))(request, response),
  );
  made = await project({ ...config, source: settled.source });
  first = await refresh(made);
});
afterAll(() => server.close());

const text = (folder: string, path: string): Promise<string> => readFile(join(folder, path), "utf8");
const write = (folder: string, path: string, content: string): Promise<void> => writeFile(join(folder, path), content);
const specFiles = ["SOURCE.md", "config.json", "overlay.xml", "shop.csdl.xml", "shop.source.json"];
const busy = status(503, {}, "Busy");

/** Fails unless a run of `refresh` failed as it should, and left all as it was. */
async function expectFailure(folder: string, args: readonly string[], code: number, message: RegExp): Promise<void> {
  const before = await tree(folder);
  const result = await refresh(folder, ...args);
  expect(result).toEqual({ code, stdout: "", stderr: expect.stringMatching(message) as string });
  expect(result.stderr).toMatch(/^error: .*(\n {2}\S.*)?\n$/);
  expect(await tree(folder)).toEqual(before);
}

describe.concurrent("a document that arrives", () => {
  test("is sliced into the spec folder, and the package is made; a pipe sees no progress", async () => {
    const out = /^spec: 3 files, 3 added\n( {2}added {4}\S+\n){3}out: (\d+) files, \2 added\n$/;
    expect(first).toEqual({ code: 0, stdout: expect.stringMatching(out) as string, stderr: "" });
    expect(await besidePackages(made, "out")).toEqual(specFiles.map((name) => `spec/${name}`));
    const slice = await text(made, "spec/shop.csdl.xml");
    expect([...slice.matchAll(/Type Name="(\w+)"/g)].map(([, name]) => name)).toEqual(["size", "line", "order"]);
    expect(JSON.parse(await text(made, "spec/shop.source.json"))).toMatchObject({ etag: '"one"' });
    expect(await text(made, "out/src/shop/types/received.ts")).toContain("note?: string | null | undefined;");
  });

  const rows: readonly (readonly [name: string, acts: readonly RequestListener[]])[] = [
    ["after 429 and Retry-After", [status(429, { "retry-after": "1" })]],
    ["after 503, twice", [busy, busy]],
    ["after a reset and a body that is cut short", [reset, cutShort]],
  ];
  test.each(rows)("%s", async (_name, acts) => {
    const service = server.service(...acts, answer(shop()));
    const folder = await project({ ...config, source: service.source });
    expect(await refresh(folder)).toMatchObject({ code: 0, stderr: "" });
    expect(service.requests.length).toBe(acts.length + 1);
    expect(await besidePackages(folder, "out")).toEqual(specFiles.map((name) => `spec/${name}`));
  });

  test("is told of in the words of users; so is what the overlay no longer needs", async () => {
    const order = '<Property Name="note" Type="Edm.String" /><Property Name="paid" Type="Edm.Boolean" />';
    const { source } = server.service(answer(shop({ order })));
    const folder = await copyOf(made, { ...config, source });
    const { code, stdout, stderr } = await refresh(folder);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        "warning: spec/overlay.xml:5:26: the metadata has shop.order/note itself now\n  take it out of the overlay\n",
    });
    expect(stdout).toMatch(/^spec: 3 files, 3 changed\n/);
    expect(stdout).toMatch(
      /\n\nwhat the new metadata changes:\nCompatible: 1 change\n {2}member-added\n.*\n {4}shop\.order\/paid {2}Edm\.Boolean\n/,
    );
    expect(stdout).toMatch(/\nminor: 1 compatible change\n$/);
    // A server that gives no tag leaves none behind of an earlier one.
    expect(JSON.parse(await text(folder, "spec/shop.source.json"))).not.toHaveProperty("etag");
    expect(await text(folder, "out/src/shop/types/received.ts")).toContain("paid?: boolean | null | undefined;");
  });

  test("of another version comes from another URL, and SOURCE.md says so", async () => {
    const service = server.service(answer(shop(), '"beta"'));
    const folder = await copyOf(made, { ...config, source: service.source });
    expect(await refresh(folder, "--api", "beta")).toMatchObject({
      code: 0,
      stderr:
        'the config still names another version than beta: change its "source", or give beta an output of its own\n',
    });
    const beta = service.source.replace("v1.0", "beta");
    expect(service.requests.map(({ url }) => url)).toEqual([new URL(beta).pathname]);
    expect(await text(folder, "spec/SOURCE.md")).toContain(`<${beta}>`);
  });

  test("of the version that the config names is nothing to note", async () => {
    const folder = await copyOf(made, { ...config, source: server.service(answer(shop())).source });
    expect(await refresh(folder, "--api", "V1.0")).toMatchObject({ code: 0, stderr: "" });
  });

  test("holds what an overlay refers to that came since", async () => {
    const { source } = server.service(answer(shop()));
    const folder = await copyOf(made, { ...config, source });
    await write(folder, "spec/overlay.xml", overlay.replace("Edm.String", "shop.color"));
    const { code, stderr } = await refresh(folder);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: .*:5:\d+: what changed cannot be told: .* shop\.color, which is not declared\n/);
    expect(await text(folder, "spec/shop.csdl.xml")).toContain('<ComplexType Name="color">');
  });

  test.each(["md", "json", "ts"])("may be called *.%s, and is formatted as what it is", async (suffix) => {
    const { source } = server.service(answer(shop()));
    const folder = await copyOf(made, { ...config, metadata: `shop.${suffix}`, source });
    expect(await refresh(folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await text(folder, `spec/shop.${suffix}`)).toBe(await text(folder, "spec/shop.csdl.xml"));
  });
});

describe.concurrent("a document that has not changed", () => {
  test("stays as it is, and the package is made again", async () => {
    const folder = await copyOf(made, { ...config, source: settled.source });
    const before = await tree(folder);
    await write(folder, "out/src/source.ts", "// generated by odata-bindgen\n");
    await rm(join(folder, "out", "src", "index.ts"));
    expect(await refresh(folder)).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^not modified: http:.*\nout: \d+ files, 1 added, 1 changed\n {2}added +src\/index\.ts\n {2}changed +src\/source\.ts\n$/,
      ) as string,
      stderr: "",
    });
    expect(await tree(folder)).toEqual(before);
  });

  // What answers 404 was not asked with the tag: then the whole document is needed.
  const rows: readonly (readonly [name: string, more: object, path: string, content: string])[] = [
    ["there are other roots", { roots: ["customers"] }, "spec/overlay.xml", overlay],
    ["there is another overlay", {}, "spec/overlay.xml", overlay.replace("note", "remark")],
    ["somebody changed the slice", {}, "spec/shop.csdl.xml", shop()],
  ];
  test.each(rows)("is asked for as a whole where %s", async (_name, more, path, content) => {
    const folder = await copyOf(made, { ...config, source: settled.source, ...more });
    await write(folder, path, content);
    await expectFailure(folder, [], 3, /the server answered 404 Not Found$/m);
  });
});

describe.concurrent("several outputs", () => {
  test("that share a document have one that holds what both need", async () => {
    const { source } = server.service(answer(shop()));
    const outputs = { a: { out: "../a", roots: ["orders"] }, b: { out: "../b", roots: ["customers"] } };
    const folder = await project({ metadata: "shop.csdl.xml", source, outputs });
    expect(await refresh(folder)).toMatchObject({ code: 0, stderr: "" });
    const slice = await text(folder, "spec/shop.csdl.xml");
    expect([...slice.matchAll(/EntityType Name="(\w+)"/g)].map(([, name]) => name)).toEqual(["customer", "order"]);
    expect(await text(folder, "a/src/shop/types/received.ts")).not.toContain("Customer");
    expect(await text(folder, "b/src/shop/types/received.ts")).not.toContain("Order");
  });

  test("that share a document and correct it differently: each is cut from it with its own overlay", async () => {
    const { source } = server.service(answer(shop()));
    const note = (type: string): string => overlay.replace("Edm.String", type);
    const outputs = {
      a: { out: "../a", overlay: ["a.xml"] },
      b: { out: "../b", overlay: ["b.xml"] },
      plain: { out: "../plain" },
    };
    const folder = await project(
      { metadata: "shop.csdl.xml", source, roots: ["orders"], outputs },
      { "spec/a.xml": note("shop.color"), "spec/b.xml": note("shop.address") },
    );
    expect(await refresh(folder)).toMatchObject({ code: 0, stderr: "" });
    const slice = await text(folder, "spec/shop.csdl.xml");
    expect([...slice.matchAll(/ComplexType Name="(\w+)"/g)].map(([, name]) => name)).toEqual([
      "address",
      "color",
      "line",
    ]);
    const notes = ["a", "b", "plain"].map(async (name) => {
      return /note\?: \w+/.exec(await text(folder, `${name}/src/shop/types/received.ts`))?.[0];
    });
    expect(await Promise.all(notes)).toEqual(["note?: Color", "note?: Address", undefined]);
    const checked = await run(["generate", "--check", "--config", "spec/config.json"], { cwd: folder });
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    // Who reads what is part of what is remembered.
    await write(folder, "spec/a.xml", note("shop.line"));
    expect(await refresh(folder)).toMatchObject({ code: 0 });
    expect(await text(folder, "spec/shop.csdl.xml")).not.toContain("color");
  });

  const note = (inner: string): string => overlay.replace(/<EntityType[^]*<\/EntityType>/, inner);
  test.each([
    [
      "gives a member another type",
      note('<EntityType Name="order"><Property Name="lines" Type="Collection(shop.color)"/></EntityType>'),
    ],
    [
      "gives a set another type",
      note('<EntityContainer Name="service"><EntitySet Name="orders" EntityType="shop.customer"/></EntityContainer>'),
    ],
    [
      "adds to a type that only another output has",
      note('<ComplexType Name="address"><Property Name="c" Type="shop.color"/></ComplexType>'),
    ],
    [
      "annotates a type that only another output has",
      note('<Annotations Target="shop.address/street"><Annotation Term="Org.OData.Core.V1.Computed"/></Annotations>'),
    ],
  ])("that share a document, of which the overlay of one %s", async (_, corrections) => {
    const { source } = server.service(answer(shop()));
    const outputs = {
      a: { out: "../a", roots: ["orders"], overlay: ["overlay.xml"] },
      b: { out: "../b", roots: ["orders"] },
    };
    const folder = await project({ metadata: "shop.csdl.xml", source, outputs }, { "spec/overlay.xml": corrections });
    const here = (...args: readonly string[]): ReturnType<typeof runHere> =>
      runHere([...args, "--config", "spec/config.json"], { cwd: folder });
    const { code, stderr } = await here("refresh");
    // From the part as from the whole: what is told is the same.
    const checked = await here("generate", "--check");
    expect([code, checked.code, checked.stderr]).toEqual([0, 0, stderr]);
    expect((await here("generate", "--check", "--no-overlay", "--only", "a")).stderr).not.toContain("error:");
    expect((await here("refresh")).stdout).toContain("up to date");
  });

  test("of which one is made from another version than it names: that is noted", async () => {
    const { source } = server.service(answer(shop()));
    const folder = await project({
      roots: ["orders"],
      outputs: {
        old: { metadata: "a.xml", out: "../a", source },
        beta: { metadata: "b.xml", out: "../b", source: source.replace("v1.0", "beta") },
      },
    });
    expect((await refresh(folder, "--api", "beta")).stderr).toBe("");
    expect((await refresh(folder, "--api", "beta", "--only", "old")).stderr).toMatch(/^the config still names another/);
  });

  test("with documents in one folder have pages of their own, and are written all or none", async () => {
    const [one, other] = [server.service(answer(shop())), server.service(answer(shop()))];
    const folder = await project({
      roots: ["orders"],
      outputs: {
        one: { metadata: "one.xml", source: one.source, out: "../one" },
        other: { metadata: "other.csdl.xml", source: other.source, out: "../other" },
      },
    });
    expect(await refresh(folder)).toMatchObject({ code: 0, stderr: "" });
    const names = (name: string, slice: string): string[] => [`${name}.SOURCE.md`, slice, `${name}.source.json`];
    const files = ["config.json", ...names("one", "one.xml"), ...names("other", "other.csdl.xml"), "overlay.xml"];
    expect(await besidePackages(folder, "one", "other")).toEqual(files.map((name) => `spec/${name}`).sort());
    one.act(answer(shop({ order: '<Property Name="paid" Type="Edm.Boolean" />' })));
    other.act(status(404));
    await expectFailure(folder, [], 3, /^error: http:\S+: the server answered 404/);
  });
});

describe.concurrent("a failure leaves everything as it was, and says in one message what to do", () => {
  const clash = shop({ order: '<Property Name="o" Type="shop.Order" />', types: '<ComplexType Name="Order" />' });
  const v2 = `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
    <edmx:DataServices m:DataServiceVersion="2.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
    <Schema Namespace="shop" xmlns="http://schemas.microsoft.com/ado/2008/09/edm" /></edmx:DataServices></edmx:Edmx>`;
  const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
  const zipped: RequestListener = (_, response) =>
    void response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);

  interface Row {
    readonly act: RequestListener;
    readonly args?: readonly string[];
    readonly code?: number;
    readonly message: RegExp;
  }
  const rows: readonly (readonly [name: string, row: Row])[] = [
    [
      "500 forever",
      { act: status(500), args: ["--retries", "1"], message: /answered 500 .* \(tried 2 times\)\n {2}the service has/ },
    ],
    ["404", { act: status(404), message: /the server answered 404 Not Found\n {2}is the URL right\?/ }],
    ["silence", { act: hang, args: ["--timeout", "0.5"], message: /arrive within 500 ms\n {2}the service or the net/ }],
    [
      "more than --max-size",
      { act: answer(shop()), args: ["--max-size", "0.001"], message: /limit of 1049 bytes\n {2}is this really/ },
    ],
    ["a bomb", { act: zipped, args: ["--max-size", "1"], message: /limit of 1048576 bytes\n {2}is this really/ }],
    [
      "XML that is torn",
      { act: answer(shop().replace("</EntityType>", "")), message: /\$metadata:\d+:\d+: <\/Schema> stands where/ },
    ],
    ["OData V2", { act: answer(v2), message: /\$metadata:1:\d+: .*\n {2}\S/ }],
    [
      "a root that is gone",
      { act: answer(shop().replaceAll("orders", "buys")), code: 2, message: /called orders\n {2}inspect/ },
    ],
    [
      "names that clash",
      { act: answer(clash), code: 4, message: /shop\.csdl\.xml \(new\):\d+:\d+: shop\.Order and .*\n {2}give one/ },
    ],
  ];
  test.each(rows)("%s", async (_name, { act, args = [], code = 3, message }) => {
    const { source } = server.service(act);
    await expectFailure(await copyOf(made, { ...config, source }), args, code, message);
  });

  test("a server that is not there, for `generate` too, which tries again as often", async () => {
    const result = await run(["generate", "--metadata", "http://127.0.0.1:9/$metadata", "--all", "--out", "none"]);
    expect(result).toMatchObject({ code: 3, stdout: "" });
    expect(result.stderr).toMatch(/^error: http:\/\/127\.0\.0\.1:9\/\$metadata: .*\(tried \d times\)\n {2}\S.*\n$/);
  });
});

describe.concurrent("what stands in the way of writing is left alone", () => {
  const changed = shop({ order: '<Property Name="paid" Type="Edm.Boolean" />' });
  const rows: readonly (readonly [
    name: string,
    code: number,
    message: RegExp,
    meddle: (folder: string) => Promise<void>,
  ])[] = [
    [
      "a package of somebody else",
      2,
      /^error: out\/package\.json: this file is not ours, it would be overwritten\n/,
      async (folder) => {
        await rm(join(folder, "out"), { recursive: true });
        await mkdir(join(folder, "out"));
        await write(folder, "out/package.json", "{}");
      },
    ],
    [
      "a folder where the slice should be",
      3,
      /^error: spec\/shop\.csdl\.xml: cannot read what is to be replaced: it is a folder\n/,
      async (folder) => {
        await rm(join(folder, "spec", "shop.csdl.xml"));
        await mkdir(join(folder, "spec", "shop.csdl.xml"));
      },
    ],
  ];
  test.each(rows)("%s", async (_name, code, message, meddle) => {
    const { source } = server.service(answer(changed));
    const folder = await copyOf(made, { ...config, source });
    await meddle(folder);
    await expectFailure(folder, [], code, message);
  });

  // Root may write everywhere, and Windows knows no such folders.
  const canForbid = process.platform !== "win32" && process.getuid?.() !== 0;
  test.runIf(canForbid).each(["spec", "out"])("%s, where the system does not let us write", async (forbidden) => {
    const { source } = server.service(answer(changed));
    const folder = await copyOf(made, { ...config, source });
    await chmod(join(folder, forbidden), 0o555);
    try {
      await expectFailure(folder, [], 3, /: cannot write: permission denied/);
    } finally {
      await chmod(join(folder, forbidden), 0o755);
    }
  });
});
