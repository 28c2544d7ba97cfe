import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderWith, run } from "./support.ts";

const edmx = (version: string, schema: string): string =>
  `<edmx:Edmx Version="${version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${schema}
</Schema></edmx:DataServices></edmx:Edmx>`;

const good = edmx("4.0", '<ComplexType Name="Thing"><Property Name="name" Type="Edm.String"/></ComplexType>');
const unresolved = edmx("4.0", '<ComplexType Name="Thing"><Property Name="name" Type="shop.Nothing"/></ComplexType>');

let folder = "";
beforeAll(async () => {
  folder = await folderWith({
    "good.xml": good,
    "html.xml": "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n",
    "json.xml": '{ "value": [] }',
    "empty.xml": "",
    "truncated.xml": good.slice(0, 200),
    "v2.xml":
      '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices/></edmx:Edmx>',
    "unresolved.xml": unresolved,
    "mine/package.json": '{ "name": "mine" }',
    "ours/package.json": '{ "generatedBy": "odata-bindgen" }',
    "roots.json": '{\n  "metadata": "good.xml",\n  "out": "out",\n  "roots": ["shop.Thing",\n    "shop.Thang"]\n}',
    "main.json": '{ "metadata": "good.xml", "out": "out", "roots": "all",\n  "mainNamespace": "shopp" }',
    file: "",
  });
});
afterAll(() => rm(folder, { recursive: true }));

const from = (metadata: string, ...rest: string[]): string[] => ["--metadata", metadata, "--out", "out", ...rest];

describe("generate from what cannot be used", () => {
  const cases: [why: string, args: string[], code: number, start: RegExp][] = [
    ["no file", from("none.xml", "--all"), 3, /^none\.xml: .*no such file/],
    ["a folder", from("mine", "--all"), 3, /^mine: .*folder/],
    ["HTML", from("html.xml", "--all"), 3, /^html\.xml:1:1: /],
    ["JSON", from("json.xml", "--all"), 3, /^json\.xml:1:1: /],
    ["nothing", from("empty.xml", "--all"), 3, /^empty\.xml/],
    ["truncated XML", from("truncated.xml", "--all"), 3, /^truncated\.xml:\d+:\d+: /],
    ["OData V2", from("v2.xml", "--all"), 3, /^v2\.xml:1:1: /],
    ["an unresolved type", from("unresolved.xml", "--all"), 3, /^unresolved\.xml:3:\d+: .*shop\.Nothing/],
    ["a root that does not exist", from("good.xml", "--root", "shop.Thang"), 2, /shop\.Thang\n.*shop\.Thing/],
    ["a root of the config that does not exist", ["--config", "roots.json"], 2, /^roots\.json:5:5: .*shop\.Thang\n/],
    [
      "a root in the place of the config's",
      ["--config", "roots.json", "--root", "shop.Thang"],
      2,
      /^there .*shop\.Thang\n/,
    ],
    ["a main namespace that does not exist", ["--config", "main.json"], 2, /^main\.json:2:3: .*shopp\n.*"shop"\?/],
    [
      "a folder of somebody else",
      ["--metadata", "good.xml", "--out", "mine", "--all"],
      2,
      /^mine\/package\.json: .*overwritten/,
    ],
    [
      "a file as folder",
      ["--metadata", "good.xml", "--out", "file", "--all"],
      2,
      /^file: a folder is to be written here/,
    ],
    [
      "a folder inside src of another package",
      ["--metadata", "good.xml", "--out", "ours/src/more", "--all"],
      2,
      /^ours\/src\/more: this folder lies inside "src" of the package .*ours\n {2}what is there belongs/,
    ],
  ];
  test.each(cases)("%s", async (_why, args, code, start) => {
    const before = await readdir(folder, { recursive: true });
    const result = await run(["generate", ...args], { cwd: folder });
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toMatch(/^error: /);
    expect(result.stderr.slice("error: ".length)).toMatch(start);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test.each(["file", "ours/src/more"])("--check says the same of %s: a diff would mend nothing", async (out) => {
    const args = ["generate", "--metadata", "good.xml", "--out", out, "--all"];
    expect(await run([...args, "--check"], { cwd: folder })).toEqual(await run(args, { cwd: folder }));
  });

  test("and what can be used is written, checked and used to validate, with no step in between", async () => {
    const args = from("good.xml", "--root", "shop.Thing");
    expect(await run(args, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(folder, "out", ".odata-bindgen"))).toBe(false);
    expect(await run([...args, "--check"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    const validate = ["validate", "--package", "out", "--type", "shop.Thing", "--json"];
    const { code, stdout } = await run(validate, { cwd: folder, input: '{"name":1}' });
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { ok: false, issues: [{ path: "/name", code: "wrong-type" }] },
    ]);
    const list = await run([...validate, "--collection"], { cwd: folder, input: '{"value":[{"name":"x"}]}' });
    expect(list).toMatchObject({ code: 0, stdout: '{"ok":true,"issues":[]}\n' });
  });
});
