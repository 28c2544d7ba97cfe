import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { documentConfigs } from "../../generator/config/documents.ts";
import { placeSettings, readConfigs, withPlaces } from "../../generator/config/read.ts";
import type { Config } from "../../generator/config/types.ts";
import { BindgenError } from "../../generator/errors.ts";
import { packagePath } from "../../generator/package-root.ts";
import { configOf } from "../plan/support.ts";

const bytes = (text: string): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));
const read = (text: string, location = resolve("/w/spec/config.json")): Promise<readonly Config[]> =>
  readConfigs(location, () => bytes(text));

async function failure(text: string): Promise<{ problems: string[]; hints: (string | undefined)[] }> {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof BindgenError)) throw new Error("it was accepted");
  expect(error.kind).toBe("usage");
  const problems = error.problems.map(({ place, message }) => `${place?.line ?? 0}:${place?.column ?? 0}:${message}`);
  return { problems, hints: error.problems.map(({ hint }) => hint) };
}

describe("several outputs", () => {
  test("take what is shared; an own key replaces it as a whole", async () => {
    const configs = await read(`{
      "$schema": "../config.schema.json",
      "roots": ["A", "B"], "overlay": ["o.xml"], "modules": { "n": "m" }, "apiReport": true,
      "package": { "name": "p", "version": "1.0.0", "license": "MIT" },
      "outputs": {
        "v1.0": { "metadata": "v1.0/m.xml", "out": "../v1.0" },
        "beta": {
          "metadata": "beta/m.xml", "out": "../beta", "roots": "all", "overlay": [], "modules": { "k": "l" },
          "apiReport": false, "package": { "name": "q", "version": "2.0.0" }
        }
      }
    }`);
    const shared = { from: resolve("/w/spec/config.json"), docs: "metadata", derived: new Map() };
    expect(configs).toEqual([
      expect.objectContaining({
        ...shared,
        name: "v1.0",
        metadata: resolve("/w/spec/v1.0/m.xml"),
        out: resolve("/w/v1.0"),
        roots: ["A", "B"],
        overlay: [resolve("/w/spec/o.xml")],
        modules: new Map([["n", "m"]]),
        apiReport: true,
        package: expect.objectContaining({ name: "p", version: "1.0.0", license: "MIT" }) as unknown,
      }),
      expect.objectContaining({
        ...shared,
        name: "beta",
        metadata: resolve("/w/spec/beta/m.xml"),
        out: resolve("/w/beta"),
        roots: "all",
        overlay: [],
        modules: new Map([["k", "l"]]),
        apiReport: false,
        package: expect.objectContaining({ name: "q", version: "2.0.0", license: "UNLICENSED" }) as unknown,
      }),
    ]);
  });

  test("may be one, and take everything from beside it", async () => {
    const configs = await read('{ "metadata": "m", "out": "o", "roots": "all", "outputs": { "only": {} } }');
    expect(configs.map(({ name, out }) => [name, out])).toEqual([["only", resolve("/w/spec/o")]]);
  });
});

const outputs = (first: string, second: string, shared = '"roots": "all"'): string =>
  `{ ${shared}, "outputs": {\n"a": { ${first} },\n"b": { ${second} } } }`;

describe("what several outputs cannot have", () => {
  const pair = '"metadata": "m", "out": "o"';
  const other = '"metadata": "n", "out": "p"';
  const cases: [name: string, text: string, problem: string, hint: string | RegExp][] = [
    ["none at all", '{ "outputs": {} }', '1:3:"outputs": found {}; allowed: one at least', /^Several/],
    ["another kind of value", '{ "outputs": [] }', '1:3:"outputs": found []; allowed: an object', /^Several/],
    [
      "an output of another kind",
      outputs(pair, other).replace(`{ ${other} }`, "3"),
      '3:1:"outputs.b": found 3; allowed: an object',
      /^One package/,
    ],
    [
      "a key that nobody says",
      outputs(pair, other, '"docs": "none"').replace(`${pair} `, `${pair}, "roots": "all" `),
      '3:1:"outputs.b" lacks the key "roots"',
      /^What the package has to contain/,
    ],
    [
      "an unknown key",
      outputs(pair, `${other},\n"root": "all"`),
      '4:1:"outputs.b": unknown key "root"',
      'did you mean "roots"?',
    ],
    [
      "outputs of its own",
      outputs(pair, `${other},\n"outputs": {}`),
      '4:1:"outputs.b": unknown key "outputs"',
      /^allowed: metadata, /,
    ],
    [
      "roots of another kind",
      outputs(pair, `${other},\n"roots": 3`),
      '4:1:"outputs.b.roots": found 3; allowed: a list such as ["Orders"], or "all"',
      /^What the package/,
    ],
    [
      "a word that is not allowed",
      outputs(pair, `${other},\n"docs": "some"`),
      '4:1:"outputs.b.docs": found "some"; allowed: "metadata", "overlay", "none"',
      /^Whose/,
    ],
    [
      "a name with a blank",
      outputs(pair, other).replace('"b"', '"b c"'),
      '3:1:"outputs": found the name "b c"; allowed: text such as "v1.0"',
      /^Letters, digits/,
    ],
    [
      "an empty name",
      outputs(pair, other).replace('"b"', '""'),
      '3:1:"outputs": found the name ""; allowed: text such as "v1.0"',
      /^Letters, digits/,
    ],
    [
      "the name of a prototype",
      outputs(pair, other).replace('"b"', '"__proto__"'),
      '3:1:"outputs": found the name "__proto__"; allowed: text such as "v1.0"',
      /^Letters, digits/,
    ],
    [
      "the same folder",
      outputs(pair, '"metadata": "n",\n"out": "./x/../o"'),
      '4:1:the outputs "a" and "b" have the same "out"',
      "give each a folder of its own",
    ],
    [
      "the same folder, but for case",
      outputs(pair, '"metadata": "n",\n"out": "O"'),
      '4:1:the outputs "a" and "b" have the same "out"',
      "give each a folder of its own",
    ],
    [
      "a folder that they share",
      outputs('"metadata": "m"', '"metadata": "n"', '"roots": "all", "out": "o"'),
      '1:19:the outputs "a" and "b" have the same "out"',
      "give each a folder of its own",
    ],
    [
      "a folder inside the other's src",
      outputs(pair, '"metadata": "n",\n"out": "o/src/b"'),
      '4:1:the folder of the output "b" lies inside "src" of the output "a"',
      /give each a folder of its own$/,
    ],
    [
      "a folder with dots inside the other's src",
      outputs(pair, '"metadata": "n",\n"out": "o/src/..b"'),
      '4:1:the folder of the output "b" lies inside "src" of the output "a"',
      /give each a folder of its own$/,
    ],
    [
      "its src around the other's folder",
      outputs('"metadata": "m", "out": "p/src"', other),
      '3:25:the folder of the output "a" lies inside "src" of the output "b"',
      /give each a folder of its own$/,
    ],
    [
      "one document from two places",
      outputs(`${pair}, "source": "https://x.test/1"`, `"metadata": "m", "out": "p",\n"source": "https://x.test/2"`),
      '4:1:the outputs "a" and "b" have the same "metadata" and not the same "source"',
      /put "source" beside "outputs"$/,
    ],
    [
      "documents that are one on many systems",
      outputs('"metadata": "m.xml", "out": "o"', '\n"metadata": "M.xml", "out": "p"'),
      '4:1:"metadata" of the outputs "a" and "b" differs in case only',
      /give each another name$/,
    ],
    [
      "a password, which everybody would read in the package",
      outputs('"metadata": "m.xml", "out": "o"', '"metadata": "n.xml", "out": "p",\n"source": "https://u:p@x.test/m"'),
      '4:1:"source" has a user name or a password',
      "leave it out: packages name the URL",
    ],
    [
      "a password for all",
      `{"source": "https://u:p@x.test/m",\n"roots": ["r"], "outputs": {"a": {${pair}}, "b": {${other}}}}`,
      '1:2:"source" has a user name or a password',
      "leave it out: packages name the URL",
    ],
    [
      "an overlay for a document",
      outputs('"metadata": "m.xml", "out": "o"', '"out": "p",\n"metadata": "n.xml", "overlay": ["./n.xml"]'),
      '4:1:"metadata" names an overlay',
      "an overlay is a document of its own",
    ],
    [
      "the config file itself for a document",
      outputs('"metadata": "m.xml", "out": "o"', '"out": "p",\n"metadata": "../spec/config.json"'),
      '4:1:"metadata" names this config file',
      "name the CSDL XML document that packages are made from",
    ],
    [
      "the config file in another case, alone",
      '{ "out": "p", "roots": "all",\n"metadata": "Config.JSON" }',
      '2:1:"metadata" names this config file',
      "name the CSDL XML document that packages are made from",
    ],
    [
      "one document from one place and from nowhere",
      outputs(`${pair}, "source": "https://x.test/1"`, '"metadata": "m", "out": "p"'),
      '3:1:the outputs "a" and "b" have the same "metadata" and not the same "source"',
      /put "source" beside "outputs"$/,
    ],
  ];
  test.each(cases)("%s", async (_name, text, problem, hint) => {
    const found = await failure(text);
    expect(found.problems).toEqual([problem]);
    expect(found.hints).toEqual([typeof hint === "string" ? hint : expect.stringMatching(hint)]);
  });

  test("several faults in several outputs are all named, each in its place", async () => {
    const { problems } = await failure(outputs(`${pair}, "roots": 3`, `${other}, "roots": ["x", 3], "package": {}`));
    expect(problems).toEqual([
      '2:37:"outputs.a.roots": found 3; allowed: a list such as ["Orders"], or "all"',
      '3:52:"outputs.b.roots[1]": found 3; allowed: text such as "communications"',
      '3:56:"outputs.b.package" lacks the key "name"',
      '3:56:"outputs.b.package" lacks the key "version"',
    ]);
  });

  const fine: [name: string, text: string][] = [
    ["one document for both", outputs(pair, '"metadata": "m", "out": "p"')],
    [
      "one address with two sources",
      outputs(
        '"metadata": "https://x.test/m", "out": "o", "source": "https://x.test/1"',
        '"metadata": "https://x.test/m", "out": "p", "source": "https://x.test/2"',
      ),
    ],
    ["a folder inside the other's, beside src", outputs(pair, '"metadata": "n", "out": "o/b"')],
    ["a folder whose name begins like the other's src", outputs(pair, '"metadata": "n", "out": "o/src-b"')],
  ];
  test.each(fine)("but they can have %s", async (_name, text) => {
    expect((await read(text)).map(({ name }) => name)).toEqual(["a", "b"]);
  });
});

describe("a config of a git revision", () => {
  const text =
    '{ "metadata": "m.xml", "overlay": ["../o.xml"], "out": "../out", "roots": "all", "outputs": { "a": {}, "b": { "metadata": "https://x.test/m", "out": "p" } } }';

  test("names documents of that revision; URLs and folders stay what they are", async () => {
    const [a, b] = await read(text, `git:HEAD~1:${resolve("/repo/spec/config.json")}`);
    expect(a).toMatchObject({
      from: `git:HEAD~1:${resolve("/repo/spec/config.json")}`,
      metadata: `git:HEAD~1:${resolve("/repo/spec/m.xml")}`,
      overlay: [`git:HEAD~1:${resolve("/repo/o.xml")}`],
      out: resolve("/repo/out"),
      package: { name: "out" },
    });
    expect(b).toMatchObject({ metadata: "https://x.test/m", out: resolve("/repo/spec/p") });
  });

  test("has places with the revision in them, and the reader's own errors", async () => {
    const location = "git:v1:/repo/config.json";
    await expect(read("{}", location)).rejects.toMatchObject({
      problems: [{ place: { file: location, line: 1 } }, {}, {}],
    });
    const error = new BindgenError("usage", { message: "no such revision" });
    await expect(readConfigs(location, () => Promise.reject(error))).rejects.toBe(error);
    const refused = Object.assign(new Error("x"), { code: "ENOENT" });
    await expect(readConfigs(location, () => Promise.reject(refused))).rejects.toThrow(
      "git:v1:/repo/config.json: cannot read the configuration: there is no such file or folder",
    );
  });
});

describe("the schema", () => {
  interface Schema {
    readonly title?: string;
    readonly description?: string;
    readonly examples?: readonly unknown[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly definitions?: Readonly<Record<string, Schema>>;
    readonly anyOf?: readonly Schema[];
    readonly items?: Schema;
    readonly propertyNames?: Schema;
    readonly additionalProperties?: Schema | boolean;
    readonly $ref?: string;
  }
  const schema = JSON.parse(readFileSync(packagePath("spec", "config.schema.json"), "utf8")) as Schema;

  test("gives an output every key of the file, but $schema and outputs", () => {
    const keys = Object.keys(schema.properties ?? {}).filter((key) => key !== "$schema" && key !== "outputs");
    const own = Object.entries(schema.definitions?.["output"]?.properties ?? {});
    expect(own.map(([key, value]) => [key, value.$ref])).toEqual(keys.map((key) => [key, `#/properties/${key}`]));
  });

  test("has a title, a description and examples for everything, and the examples keep to it", () => {
    const ajv = new Ajv({ strictTypes: false }).addSchema(schema);
    let count = 0;
    const visit = (part: Schema, pointer: string): void => {
      if (part.$ref !== undefined) return;
      count += 1;
      expect([part.title, part.description], pointer).toEqual([expect.any(String), expect.any(String)]);
      expect(part.examples?.length ?? 0, pointer).toBeGreaterThan(0);
      for (const example of part.examples ?? []) {
        expect(ajv.validate({ $ref: `urn:odata-bindgen:config#${pointer}` }, example), pointer).toBe(true);
      }
      for (const group of ["properties", "definitions", "anyOf"] as const) {
        for (const [key, inner] of Object.entries(part[group] ?? {})) visit(inner, `${pointer}/${group}/${key}`);
      }
      for (const key of ["items", "propertyNames", "additionalProperties"] as const) {
        const inner = part[key];
        if (typeof inner === "object") visit(inner, `${pointer}/${key}`);
      }
    };
    visit(schema, "");
    expect(count).toBeGreaterThan(25);
  });
});

describe("documentConfigs", () => {
  test("has each document once, with what all who read it keep of it, and who they are", () => {
    const first = configOf({ metadata: "/m", roots: ["A", "B"], overlay: ["/o"], docs: "overlay" });
    const second = configOf({ metadata: "/m", roots: ["B", "C"], overlay: ["/p"], docs: "metadata" });
    const other = configOf({ metadata: "/n" });
    const [merged, alone, ...more] = documentConfigs([first, other, second]);
    const { name, from, source, roots, docs } = first;
    const own = { name, from, metadata: "/m", source };
    expect(merged).toEqual({ ...own, roots: ["A", "B", "C"], docs: "metadata", readers: [first, second] });
    const apart = { name, from, metadata: "/n", source, roots: other.roots, docs: other.docs, readers: [other] };
    expect([alone, more]).toEqual([apart, []]);
    expect(documentConfigs([first])).toEqual([{ ...own, roots, docs, readers: [first] }]);
  });

  test("keeps everything where one of them does, whichever it is", () => {
    const [some, all] = [configOf({ metadata: "/m" }), configOf({ metadata: "/m", roots: "all" })];
    expect(documentConfigs([some, all])[0]?.roots).toBe("all");
    expect(documentConfigs([all, some])[0]?.roots).toBe("all");
    expect(documentConfigs([])).toEqual([]);
  });
});

describe("settings that somebody else finds wrong", () => {
  const text = `{ "roots": ["a",
    "b"], "names": { "n.x": "X" }, "outputs": {
    "one": { "metadata": "m", "out": "o" },
    "two": { "metadata": "m", "out": "p", "roots": [
      "c"] } } }`;

  test.each([
    ["one", ["roots", "1"], "2:5"],
    ["two", ["roots", "0"], "5:7"],
    ["two", ["roots", "7"], "4:43"],
    ["two", ["names", "n.x"], "2:22"],
    [undefined, ["names"], "2:11"],
    ["two", ["mainNamespace"], "4:5"],
  ])("in %s, %j is at %s", async (name, setting, want) => {
    const folder = await mkdtemp(join(tmpdir(), "settings-"));
    const from = join(folder, "config.json");
    await writeFile(from, text);
    const config = { ...configOf({}), from, name };
    const other = { message: "elsewhere", place: { file: "x" } };
    const [found, kept] = await placeSettings([{ message: "m", setting }, other], config);
    expect(`${found?.place?.line ?? 0}:${found?.place?.column ?? 0}`).toBe(want);
    expect([found?.place?.file, kept]).toEqual([from, other]);
    await rm(folder, { recursive: true });
    // What is read from no file keeps its words.
    expect(await placeSettings([{ message: "m", setting }], config)).toEqual([{ message: "m", setting }]);
  });

  test("errors of others stay what they are", async () => {
    const errors = [new Error("e"), new BindgenError("input", { message: "m" })];
    expect(await Promise.all(errors.map((error) => withPlaces(error, configOf({}))))).toEqual(errors);
  });
});
