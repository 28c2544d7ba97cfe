import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configFromFlags } from "../../generator/config/flags.ts";
import { readConfigs } from "../../generator/config/read.ts";
import type { Config } from "../../generator/config/types.ts";
import { BindgenError } from "../../generator/errors.ts";
import { packagePath } from "../../generator/package-root.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "config-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string | Uint8Array): Promise<Config> {
  const file = join(folder, "config.json");
  await writeFile(file, text);
  const [only, ...others] = await readConfigs(file);
  if (only === undefined) throw new Error("no configuration");
  expect(others).toEqual([]);
  return only;
}

async function failure(text: string | Uint8Array): Promise<{ kind: string; problems: string[]; hints: string[] }> {
  try {
    await read(text);
  } catch (error) {
    if (!(error instanceof BindgenError)) throw error;
    const problems = error.problems.map(({ place, message }) =>
      [place?.line, place?.column, message].filter((part) => part !== undefined).join(":"),
    );
    return { kind: error.kind, problems, hints: error.problems.map(({ hint }) => hint ?? "") };
  }
  throw new Error("it was accepted");
}

const least = '"metadata": "m.xml", "out": "out/My Shop", "roots": "all"';

describe("readConfigs", () => {
  test("fills defaults in and makes paths absolute, relative to the file", async () => {
    expect(await read(`{ ${least} }`)).toEqual({
      name: undefined,
      from: join(folder, "config.json"),
      metadata: join(folder, "m.xml"),
      source: undefined,
      overlay: [],
      out: join(folder, "out/My Shop"),
      roots: "all",
      derived: new Map(),
      docs: "metadata",
      serviceRoot: undefined,
      mainNamespace: undefined,
      modules: new Map(),
      names: new Map(),
      openTypes: "closed",
      ieee754Compatible: false,
      apiReport: false,
      package: {
        name: "my-shop",
        version: "0.0.0",
        description: "TypeScript types and validators made from OData metadata.",
        license: "UNLICENSED",
        keywords: [],
      },
    });
  });

  test("keeps what is written", async () => {
    const config = await read(
      `\uFEFF{ "metadata": "https://x.test/$metadata", "out": "o", "roots": ["A", "n.B"], "overlay": ["a.xml"],
        "derived": { "n.T": "none" }, "modules": { "n": "m" }, "names": { "n.T": "X" }, "docs": "none",
        "serviceRoot": "https://x.test/", "mainNamespace": "n", "openTypes": "index", "ieee754Compatible": true, "apiReport": true,
        "source": "https://x.test/$metadata", "package": { "name": "p", "version": "1.2.3" } }`,
    );
    expect(config).toMatchObject({
      metadata: "https://x.test/$metadata",
      roots: ["A", "n.B"],
      overlay: [join(folder, "a.xml")],
      derived: new Map([["n.T", "none"]]),
      modules: new Map([["n", "m"]]),
      names: new Map([["n.T", "X"]]),
      serviceRoot: "https://x.test/",
      openTypes: "index",
      ieee754Compatible: true,
      apiReport: true,
      package: { name: "p", version: "1.2.3", license: "UNLICENSED" },
    });
  });

  test("takes the last of what stands twice in a revision, where nobody can correct it", async () => {
    const text = `{ ${least}, "docs": "none", "docs": "overlay" }`;
    const file = `git:HEAD:${join(folder, "config.json")}`;
    const configs = await readConfigs(file, () => Promise.resolve(new TextEncoder().encode(text)));
    expect(configs.map(({ docs }) => docs)).toEqual(["overlay"]);
  });

  test("reads the flagship's", async () => {
    const configs = await readConfigs(packagePath("spec", "graph", "config.json"));
    expect(configs.map(({ out }) => out)).toEqual([packagePath("generated")]);
  });

  type Row = [name: string, text: string | Uint8Array, kind: string, problem: string, hint: string];
  const cases: Row[] = [
    ["no JSON", "{\n  oops }", "input", '2:3:this is not JSON: invalid symbol at "oops"', ""],
    ["nothing", "", "input", "1:1:this is not JSON: value expected", ""],
    ["no UTF-8", new Uint8Array([0xff, 0xfe, 0x7b]), "input", "this is not UTF-8 text", ""],
    ["an array", "[]", "usage", "1:1:the configuration: found []; allowed: an object", ""],
    [
      "an unknown key",
      `{ ${least},\n  "root": [] }`,
      "usage",
      '2:3:the configuration: unknown key "root"',
      'did you mean "roots"?',
    ],
    [
      "an unknown key inside",
      `{ ${least},\n  "package": { "name": "x", "version": "1.0.0", "licence": "MIT" } }`,
      "usage",
      '2:49:"package": unknown key "licence"',
      'did you mean "license"?',
    ],
    [
      "a key that stands twice",
      `{ ${least},\n  "names": { "a": "B:", "c": "D" },\n  "names": {} }`,
      "usage",
      '3:3:"names" stands here again',
      "only the last would count: write down one of them",
    ],
    [
      "a key that stands twice inside, in another spelling",
      `{ ${least},\n  "names": { "a": "B\\":", "\\u0061": "C" } }`,
      "usage",
      '2:27:"a" stands here again',
      "only the last would count: write down one of them",
    ],
    [
      "a key that stands twice, beside lists within each other",
      `{ ${least},\n  "docs": "none",\n  "docs": "none",\n  "x": ${"[".repeat(2500)}${"]".repeat(2500)} }`,
      "usage",
      '3:3:"docs" stands here again',
      "only the last would count: write down one of them",
    ],
    [
      "lists within each other",
      "[".repeat(100_000) + "]".repeat(100_000),
      "usage",
      "the configuration: found what is nested too deep; allowed: an object",
      "",
    ],
    ["a missing key", '{ "metadata": "m", "roots": "all" }', "usage", '1:1:the configuration lacks the key "out"', ""],
    [
      "another word than allowed",
      `{ ${least}, "docs": "all" }`,
      "usage",
      '1:62:"docs": found "all"; allowed: "metadata", "overlay", "none"',
      "",
    ],
    [
      "roots of another kind",
      '{ "metadata": "m", "out": "o", "roots": 3 }',
      "usage",
      '1:32:"roots": found 3; allowed: a list such as ["Orders"], or "all"',
      "",
    ],
    [
      "roots of another kind that are long",
      `{ "metadata": "m", "out": "o", "roots": ${JSON.stringify({ a: "x".repeat(60) })} }`,
      "usage",
      `1:32:"roots": found {"a":"${"x".repeat(54)}…; allowed: a list such as ["Orders"], or "all"`,
      "",
    ],
    [
      "a root that is there twice",
      '{ "metadata": "m", "out": "o", "roots": ["a", "a"] }',
      "usage",
      '1:32:"roots": found ["a","a"]; the items [0] and [1] are the same',
      "",
    ],
    ...["1.0.0-01", "1.0.0-.", "1.0.0-a..b", "1.0.0+", "01.0.0", "1.0"].map((version): Row => [
      `the version ${version}`,
      `{ ${least}, "package": { "name": "x", "version": "${version}" } }`,
      "usage",
      `1:88:"package.version": found "${version}"; allowed: text such as "0.1.0"`,
      "A semantic version.",
    ]),
    [
      "a root of another kind",
      '{ "metadata": "m", "out": "o", "roots": ["a", 3] }',
      "usage",
      '1:47:"roots[1]": found 3; allowed: text such as "communications"',
      "",
    ],
    [
      "roots that are one text",
      '{ "metadata": "m", "out": "o", "roots": "Orders" }',
      "usage",
      '1:32:"roots": found "Orders"; allowed: a list such as ["Orders"], or "all"',
      "",
    ],
    [
      "no root",
      '{ "metadata": "m", "out": "o", "roots": [] }',
      "usage",
      '1:32:"roots": found []; allowed: a list such as ["Orders"], or "all"',
      "",
    ],
    [
      "an empty name of a document",
      '{ "metadata": "", "out": "o", "roots": "all" }',
      "usage",
      '1:3:"metadata": found ""; it must not be empty',
      "The CSDL XML document to generate from: a file name, or an http or https URL.",
    ],
    [
      "a source that is no URL",
      `{ ${least}, "source": "notaurl" }`,
      "usage",
      '1:62:"source": found "notaurl"; allowed: text such as "https://graph.microsoft.com/v1.0/$metadata"',
      "",
    ],
    [
      "a text where there are two answers",
      `{ ${least}, "apiReport": "yes" }`,
      "usage",
      '1:62:"apiReport": found "yes"; allowed: true or false',
      "",
    ],
    [
      "one overlay that is no list",
      `{ ${least}, "overlay": "o.xml" }`,
      "usage",
      '1:62:"overlay": found "o.xml"; allowed: a list such as ["overlay.csdl.xml"]',
      "",
    ],
    [
      "a name of a package that no registry takes",
      `{ ${least}, "package": { "name": "${"x".repeat(215)}", "version": "1.0.0" } }`,
      "usage",
      `1:75:"package.name": found "${"x".repeat(59)}…; allowed: at most 214 characters`,
      "The name under which the package is published.",
    ],
    [
      "a module name that is none",
      `{ ${least}, "modules": { "n.s": "../x" } }`,
      "usage",
      '1:75:"modules.n.s": found "../x"; allowed: text such as "call-records"',
      "",
    ],
  ];
  test.each(cases)("refuses %s", async (_name, text, kind, problem, hint) => {
    const found = await failure(text);
    expect(found).toMatchObject({ kind, problems: [problem] });
    if (hint !== "") expect(found.hints).toEqual([hint]);
  });

  test.each(["1.0.0-0", "1.0.0-a.b-1.0", "1.0.0-0a+1.01", "0.0.0"])("takes the version %s", async (version) => {
    const config = await read(`{ ${least}, "package": { "name": "x", "version": "${version}" } }`);
    expect(config.package.version).toBe(version);
  });

  test("names all violations at once", async () => {
    expect((await failure('{ "roots": 1, "docs": 2 }')).problems).toHaveLength(4);
  });

  test("says why a file cannot be read", async () => {
    await expect(readConfigs(join(folder, "none.json"))).rejects.toThrow(/there is no such file or folder/);
    await expect(readConfigs(folder)).rejects.toThrow(/it is a folder/);
  });
});

describe("configFromFlags", () => {
  const flags = { cwd: "/w", metadata: "m.xml", out: "o", roots: "all", ieee754Compatible: false } as const;

  test("takes paths relative to the working folder, URLs as they are", () => {
    expect(configFromFlags(flags)).toMatchObject({
      from: "command line",
      metadata: resolve("/w/m.xml"),
      out: resolve("/w/o"),
      docs: "metadata",
    });
    expect(configFromFlags({ ...flags, metadata: "HTTP://x.test/m" }).metadata).toBe("HTTP://x.test/m");
  });

  const names: [out: string, name: string][] = [
    ["shop", "shop"],
    ["My Shop!", "my-shop"],
    ["_x.y", "x.y"],
    ["日本", "odata-bindings"],
    ["node_modules", "odata-bindings"],
  ];
  test.each(names)("makes of the folder %s the package name %s", (out, name) => {
    expect(configFromFlags({ ...flags, out }).package.name).toBe(name);
  });
});
