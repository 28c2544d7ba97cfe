import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { answer, config, copyOf, project, refresh, shop, startServer, tree } from "./refresh-project.ts";

vi.setConfig({ maxConcurrency: 3, testTimeout: 60_000, hookTimeout: 60_000 });
let server: Awaited<ReturnType<typeof startServer>>;
/** A project that was refreshed. */
let made = "";
beforeAll(async () => {
  server = await startServer();
  made = await project({ ...config, source: server.service(answer(shop())).source });
  expect(await refresh(made)).toMatchObject({ code: 0, stderr: "" });
});
afterAll(() => server.close());

const foreign =
  "this file is not ours, it would be overwritten\n  refresh writes a file of this name beside the metadata; .*";
const noCsdl = 'this is no CSDL XML document, it would be overwritten\n  name another file in "metadata", or .*';
const pom = '<?xml version="1.0" encoding="utf-8"?>\n<project />\n';

describe.concurrent("what somebody else wrote is not replaced, and nothing is asked of the server", () => {
  type Files = Readonly<Record<string, string>>;
  const rows: readonly (readonly [name: string, more: object, files: Files, message: string])[] = [
    ["notes in SOURCE.md", {}, { "SOURCE.md": "# Source\n\nAsk Jo.\n" }, `spec/SOURCE\\.md: ${foreign}`],
    ["JSON beside the document", {}, { "shop.source.json": '{ "a": 1 }' }, `spec/shop\\.source\\.json: ${foreign}`],
    ["a package.json", { metadata: "package.json" }, { "package.json": "{}" }, `spec/package\\.json: ${noCsdl}`],
    ["other XML", { metadata: "pom.xml" }, { "pom.xml": pom }, `spec/pom\\.xml: ${noCsdl}`],
    [
      "JSON that is called as a state would be, beside a document that is new",
      { metadata: "new" },
      { "new.source.json": "[]" },
      `spec/new\\.source\\.json: ${foreign}`,
    ],
    [
      "all of them at once",
      {},
      { "shop.csdl.xml": "mine", "SOURCE.md": "mine", "shop.source.json": "mine" },
      `spec/shop\\.csdl\\.xml: ${noCsdl}\nerror: spec/SOURCE\\.md: ${foreign}\nerror: spec/shop\\.source\\.json: ${foreign}`,
    ],
  ];
  test.each(rows)("%s", async (_name, more, files, message) => {
    const service = server.service(answer(shop()));
    const folder = await copyOf(made, { ...config, ...more, source: service.source });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "spec", name), text);
    const before = await tree(folder);
    expect(await refresh(folder)).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(new RegExp(`^error: ${message}\n$`)) as string,
    });
    expect(await tree(folder)).toEqual(before);
    expect(service.requests).toEqual([]);
  });

  test("the config itself", async () => {
    const folder = await project({ ...config, metadata: "config.json", source: server.service(answer(shop())).source });
    const before = await tree(folder);
    const { code, stderr } = await refresh(folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: .*config\.json:1:\d+: "metadata" names this config/),
    ]);
    expect(await tree(folder)).toEqual(before);
  });
});

describe.concurrent("what is ours is replaced, in whatever state it is", () => {
  const torn = (text: string): string => text.slice(0, text.length / 2);
  const merged = (text: string): string => text.replace(/(.*\n)$/, "<<<<<<< HEAD\n$1=======\n>>>>>>> other\n");
  const rows: readonly (readonly [name: string, file: string, damage: (text: string) => string])[] = [
    ["a slice that is torn", "shop.csdl.xml", torn],
    ["a slice of which nothing is left", "shop.csdl.xml", () => ""],
    ["a slice with a merge in it", "shop.csdl.xml", merged],
    ["a page with a merge in it", "SOURCE.md", merged],
    ["a state with a merge in it", "shop.source.json", merged],
    ["a state of which nothing is left", "shop.source.json", () => ""],
  ];
  test.each(rows)("%s", async (_name, file, damage) => {
    const folder = await copyOf(made, { ...config, source: server.service(answer(shop())).source });
    const path = join(folder, "spec", file);
    await writeFile(path, damage(await readFile(path, "utf8")));
    expect((await refresh(folder)).code).toBe(0);
    // The page and the state name the URL, which is another one.
    const slice = join("spec", "shop.csdl.xml");
    expect(await readFile(join(folder, slice), "utf8")).toBe(await readFile(join(made, slice), "utf8"));
    expect(await readFile(path, "utf8")).not.toMatch(/<<<<|^$/);
  });

  test("and a folder that is not there yet is made", async () => {
    const { source } = server.service(answer(shop()));
    const folder = await project({ ...config, metadata: "new/shop.csdl.xml", source });
    await mkdir(join(folder, "out"));
    expect(await refresh(folder)).toMatchObject({ code: 0, stderr: "" });
  });
});
