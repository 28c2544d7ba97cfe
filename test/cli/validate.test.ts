import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../generator/commands/main.ts";
import { packagePath } from "../../generator/package-root.ts";
import { largest } from "../../generator/source/largest.ts";
import { loadPackage, type LoadedPackage } from "../../generator/validate/load-package.ts";
import { validateLines } from "../../generator/validate/validate-lines.ts";
import { fakeTerminal } from "./fake-terminal.ts";
import { folderWith, run, tinyPackage, type RunOptions } from "./support.ts";

let folder = "";
beforeAll(async () => {
  folder = await folderWith({
    ...tinyPackage,
    "good.json": '\uFEFF{ "name": "x" }',
    "bad.json": '{ "name": 1, "a/b~\\u001b[31m": 2 }',
    "torn.json": '{\n  "name": tru }',
    "latin.json": new Uint8Array([0x22, 0xe9, 0x22]),
    "empty/readme": "",
    "broken/src/registry.ts": "export const registry = {;",
    "old/src/registry.ts": "export const registry = {};",
    "built/dist/registry.js": "export const registry = {}; export const validateCollection = (item) => item;",
    "odd/src/registry.ts": `
      const returns = (result: unknown) => ({ received: { validate: () => result } });
      const types = { "n.No": returns(1), "n.NoIssues": returns({ ok: false }), "n.Odd": returns({ ok: false, issues: [1] }) };
      export const registry = { ...types, "n.Entry": 1, "n.Access": { received: 1 }, "n.Value": { received: { validate: 1 } } };
      export const validateCollection = (item: unknown) => item;`,
    "unresolved/src/registry.ts": 'import "./gone.js";',
    "listed/src/registry.ts": "export const registry = []; export const validateCollection = 1;",
  });
});
afterAll(() => rm(folder, { recursive: true }));

const validate = (args: string[], options: RunOptions = {}) =>
  run(["validate", "--package", ".", ...args], { cwd: folder, ...options });
const thing = ["--type", "shop.Thing"];

describe("one payload", () => {
  test("valid: from a file, from standard input, with a byte order mark", async () => {
    expect(await validate([...thing, "good.json"])).toEqual({ code: 0, stdout: "valid\n", stderr: "" });
    expect(await validate([...thing, "-"], { input: '{"name":"x"}' })).toEqual({
      code: 0,
      stdout: "valid\n",
      stderr: "",
    });
    expect(await validate(thing, { input: '{"name":"x"}' })).toEqual({ code: 0, stdout: "valid\n", stderr: "" });
  });

  test("valid with warnings, which --strict makes errors", async () => {
    const input = '{"other":1}';
    const warned = await validate([...thing, "-"], { input });
    expect(warned).toMatchObject({
      code: 0,
      stdout: "/other  undeclared-property  warning  Not declared.\nvalid, 1 warning\n",
    });
    expect(await validate([...thing, "--strict", "-"], { input })).toMatchObject({ code: 1 });
  });

  test("invalid: pointers escaped, columns aligned, control characters shown as text", async () => {
    const { code, stdout } = await validate([...thing, "bad.json"]);
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      "/name              wrong-type           error    Expected a string.",
      "/a~1b~0\\u001b[31m  undeclared-property  warning  Not declared.",
      "invalid, 1 error, 1 warning",
      "",
    ]);
  });

  test("--json prints what a program reads", async () => {
    const { code, stdout } = await validate([...thing, "--json", "-"], { input: "3" });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      issues: [{ path: "", code: "expected-object", severity: "error", message: "Expected an object." }],
    });
    expect((await validate([...thing, "-"], { input: "3" })).stdout).toMatch(/^"" {2}expected-object/);
  });

  test("collections", async () => {
    const input = '{"value":[{"name":"x"},{"name":1}]}';
    const { code, stdout } = await validate([...thing, "--collection", "-"], { input });
    expect([code, stdout.split(" ")[0]]).toEqual([1, "/value/1/name"]);
  });

  test("operations have the create presence", async () => {
    const buy = ["--type", "action:shop.Buy(shop.Thing)"];
    expect(await validate([...buy, "good.json"])).toMatchObject({ code: 0 });
    expect(await validate([...buy, "--presence", "create", "good.json"])).toMatchObject({ code: 0 });
    const { code, stderr } = await validate([...buy, "--presence", "received", "good.json"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('has no presence "received"; it has: create')]);
  });

  // A stream that fails when all is over would end the process in its own way.
  test.each([
    [["--type", "shop.Nothing"], 2, 'the package has no type "shop.Nothing"'],
    [["--type", "shop.Thing", "--presence", "update"], 2, "it has: received, create, declared"],
  ])("%j and no such file is one message", async (args, code, message) => {
    const result = await validate([...args, "none.json"]);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr).not.toMatch(/\n\s+at |ENOENT/);
  });

  const refused: [args: string[], code: number, message: string][] = [
    [
      ["--type", "Thing", "good.json"],
      2,
      'the package has no type "Thing"; did you mean "shop.Thing"?\n  to include a type',
    ],
    [["--type", "shop.Thong", "good.json"], 2, 'did you mean "shop.Thing"?'],
    [["--type", "shop.Buy", "good.json"], 2, 'no type "shop.Buy"; did you mean "action:shop.Buy(shop.Thing)"?'],
    [["--type", "action:Buy", "good.json"], 2, 'did you mean "action:shop.Buy(shop.Thing)"?'],
    [["--type", "a.b", "good.json"], 2, "give --root a.b, and generate again"],
    [["--type", "action:shop.Buy(shop.Thing)", "--collection", "good.json"], 2, "is an operation, and there are no"],
    [["--type", "__proto__", "good.json"], 2, 'the package has no type "__proto__"'],
    [["--type", "constructor", "good.json"], 2, 'the package has no type "constructor"'],
    [["--type", "shop.Thing", "--presence", "update", "good.json"], 2, "it has: received, create, declared"],
    [["--type", "shop.Thing", "none.json"], 3, "none.json: cannot read it: there is no such file or folder"],
    [["--type", "shop.Thing", "empty"], 3, "empty: cannot read it: it is a folder"],
    [["--type", "shop.Thing", "torn.json"], 3, 'torn.json:2:11: this is not JSON: invalid symbol at "tru"'],
    [["--type", "shop.Thing", "latin.json"], 3, "latin.json: this is not UTF-8 text"],
    [["--type", "shop.Thing", "-"], 3, "standard input:1:1: this is not JSON: value expected"],
  ];
  test.each(refused)("%j is refused", async (args, code, message) => {
    const result = await validate(args);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test("more than a string can hold is refused for that reason", async () => {
    const file = join(folder, "large.json");
    await writeFile(file, "");
    await truncate(file, largest + 1);
    expect(await validate([...thing, "large.json"])).toEqual({
      code: 3,
      stdout: "",
      stderr: `error: large.json: it is larger than the limit of ${largest} bytes\n  --ndjson takes more, one case a line\n`,
    });
  });

  const packages: [path: string, message: string][] = [
    ["none", "none: there is no such folder"],
    ["empty", "empty: this is no generated package: it lacks src/registry.ts"],
    ["broken", 'registry.ts:1:26: Expected identifier but found ";"'],
    ["old", "exports no registry or no validateCollection"],
    ["listed", "exports no registry or no validateCollection"],
    ["unresolved", 'registry.ts:1:8: Could not resolve "./gone.js"\n  a generated package is not edited by hand'],
  ];
  test.each(packages)("the package %s is refused", async (path, message) => {
    const result = await run(["validate", ...thing, "--package", path, "good.json"], { cwd: folder });
    expect(result).toMatchObject({ code: 3, stdout: "" });
    expect(result.stderr).toContain(message);
  });

  test.each([
    ["n.No", 70, "internal error: TypeError: the validator returned no result"],
    ["n.NoIssues", 70, "internal error: TypeError: the validator returned no issues"],
    ["n.Odd", 70, "internal error: TypeError: the validator returned an issue that is none"],
    ["n.Entry", 2, '"n.Entry" has no presence "create"; it has: '],
    ["n.Access", 2, '"n.Access" has no presence "create"; it has: '],
    ["n.Value", 2, '"n.Value" has no presence "create"; it has: '],
  ])("what a package says of %s is not believed", async (type, code, message) => {
    const result = await run(["validate", "--type", type, "--package", "odd", "good.json"], { cwd: folder });
    expect(result).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) as string });
  });

  test("in a checkout, the package is the checkout's", async () => {
    const args = ["validate", "--type", "microsoft.graph.identitySet", "-"];
    expect(await run(args, { cwd: folder, input: "{}" })).toEqual({ code: 0, stdout: "valid\n", stderr: "" });
  });

  test("who would have to type the payload is asked for a file", async () => {
    const { terminal, stderr } = fakeTerminal({ cwd: folder, stdinIsTty: true });
    expect(await main(["validate", ...thing, "--package", "."], terminal)).toBe(2);
    expect(stderr()).toBe("error: no file to validate\n  give a file, or - for standard input\n");
    const asked = fakeTerminal({ cwd: folder, stdinIsTty: true, stdin: Readable.from([Buffer.from("{}")]) });
    expect(await main(["validate", ...thing, "--package", ".", "-"], asked.terminal)).toBe(0);
  });

  test("a URL is no file", async () => {
    const { terminal, stderr } = fakeTerminal({ cwd: folder });
    expect(await main(["validate", ...thing, "--package", ".", "https://shop.example/orders"], terminal)).toBe(2);
    expect(stderr()).toBe(
      "error: validate reads files\n  download it, or hand it over: curl … | odata-bindgen validate --type … -\n",
    );
  });

  test("a package without sources is loaded as built", async () => {
    const result = await run(["validate", ...thing, "--package", "built", "good.json"], { cwd: folder });
    expect(result).toMatchObject({ code: 2 });
  });

  test("nesting and size are no danger", async () => {
    const deep = `${'{"name":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    expect(await validate([...thing, "-"], { input: deep })).toMatchObject({ code: 1, stderr: "" });
    const torn = await validate([...thing, "-"], { input: "[".repeat(100_000) });
    expect(torn).toMatchObject({ code: 3 });
    expect(torn.stderr).toContain("this is not JSON");
    const big = `{"name":"${"x".repeat(20_000_000)}"}`;
    expect(await validate([...thing, "-"], { input: big })).toMatchObject({ code: 0 });
  });
});

describe("--ndjson", () => {
  let loaded: Promise<LoadedPackage>;
  beforeAll(() => {
    loaded = loadPackage(folder);
  });

  const cases: [line: string, result: unknown, code: number][] = [
    ['{"type":"shop.Thing","json":{"name":"x"}}', { ok: true, issues: [] }, 0],
    [
      '{"type":"shop.Thing","json":{"more":1}}',
      {
        ok: true,
        issues: [{ path: "/more", code: "undeclared-property", severity: "warning", message: "Not declared." }],
      },
      0,
    ],
    ['{"type":"shop.Thing","strict":true,"json":{"more":1}}', { ok: false, issues: [{ path: "/more" }] }, 1],
    [
      '{"type":"shop.Thing","collection":true,"json":{"value":[{"name":1}]}}',
      { ok: false, issues: [{ path: "/value/0/name" }] },
      1,
    ],
    ['{"type":"shop.Thing","presence":"declared","json":null}', { ok: false, issues: [{ path: "" }] }, 1],
    ['{"type":"shop.Thing","json":{"name":"\u2028 \u2029"}}', { ok: true }, 0],
    ['{"type":"action:shop.Buy(shop.Thing)","json":{}}', { ok: true }, 0],
    [
      '{"type":"action:shop.Buy(shop.Thing)","collection":true,"json":{}}',
      { ok: false, error: { code: "bad-case" } },
      2,
    ],
    [
      '{"type":"shop.Other","json":{}}',
      { ok: false, error: { code: "unknown-type", message: expect.stringContaining('add it to "roots"') as unknown } },
      2,
    ],
    ['{"type":"__proto__","json":{}}', { ok: false, error: { code: "unknown-type" } }, 2],
    ['{"type":"shop.Thing","presence":"update","json":{}}', { ok: false, error: { code: "unknown-presence" } }, 2],
    ['{"type":"shop.Thing","presence":"constructor","json":{}}', { ok: false, error: { code: "unknown-presence" } }, 2],
    ['{"json":{}}', { ok: false, error: { code: "bad-case" } }, 2],
    ['{"type":"shop.Thing"}', { ok: false, error: { code: "bad-case" } }, 2],
    ['{"type":"shop.Thing","collection":"yes","json":{}}', { ok: false, error: { code: "bad-case" } }, 2],
    ['{"type":"shop.Thing","presence":1,"json":{}}', { ok: false, error: { code: "bad-case" } }, 2],
    ['{"type":"shop.Thing","strict":1,"json":{}}', { ok: false, error: { code: "bad-case" } }, 2],
    ['{"type":["shop.Thing"],"json":{}}', { ok: false, error: { code: "bad-case" } }, 2],
    ["[]", { ok: false, error: { code: "bad-case" } }, 2],
    ['{"type":', { ok: false, error: { code: "malformed-json" } }, 3],
  ];

  test.each(cases)("%s", async (line, result, code) => {
    const out: unknown[] = [];
    const defaults = { type: undefined, presence: undefined, collection: false, strict: false };
    const emit = (text: string): Promise<boolean> => Promise.resolve(out.push(JSON.parse(text)) > 0);
    expect(await validateLines(await loaded, Readable.from([Buffer.from(line)]), defaults, emit)).toBe(code);
    expect(out).toMatchObject([result]);
  });

  const whatever = { type: undefined, presence: undefined, collection: false, strict: false };
  test.each([
    ["[".repeat(100_000), "this line is not JSON: it does not parse"],
    [`{"type":${"x".repeat(50)}}`, `this line is not JSON: invalid symbol at "${"x".repeat(40)}…" (column 9)`],
  ])("%.10s… is refused in few words", async (line, message) => {
    const out: unknown[] = [];
    const emit = (text: string): Promise<boolean> => Promise.resolve(out.push(JSON.parse(text)) > 0);
    expect(await validateLines(await loaded, Readable.from([line]), whatever, emit)).toBe(3);
    expect(out).toEqual([{ ok: false, error: { code: "malformed-json", message } }]);
  });

  test("stops where nobody reads any more, with what was judged until then", async () => {
    const out: string[] = [];
    const emit = (text: string): Promise<boolean> => Promise.resolve(out.push(text) < 2);
    const input = Readable.from([1, 2, 3, 4].map((n) => Buffer.from(`{"type":"shop.Thing","json":{"name":${n}}}\n`)));
    expect(await validateLines(await loaded, input, whatever, emit)).toBe(1);
    expect(out).toHaveLength(2);
  });

  test("only bytes and text have lines", async () => {
    const judging = validateLines(await loaded, Readable.from([1]), whatever, () => Promise.resolve(true));
    await expect(judging).rejects.toThrow("a stream of bytes is needed");
  });

  test("judges all lines, in order, blank ones skipped; the exit code is the highest", async () => {
    const input = `\uFEFF${cases.map(([line]) => line).join("\r\n\n  \n")}\n`;
    const { code, stdout } = await validate(["--ndjson"], { input });
    const results: unknown[] = stdout
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(results).toMatchObject(cases.map(([, result]) => result));
    expect(code).toBe(3);
  });

  test("a line that is no UTF-8 spoils only itself", async () => {
    const good = Buffer.from('{"type":"shop.Thing","json":{}}\n');
    const { code, stdout } = await validate(["--ndjson", "-"], {
      input: Buffer.concat([good, Buffer.from([0xff, 0x0a]), good]),
    });
    expect(stdout.split("\n").map((line) => line.slice(0, 11))).toEqual([
      '{"ok":true,',
      '{"ok":false',
      '{"ok":true,',
      "",
    ]);
    expect(code).toBe(3);
  });

  test("flags hold for lines that omit them", async () => {
    const input = '{"json":{"a":1}}\n{"json":{"a":1},"strict":false}\n{"type":"shop.None","json":1}\n';
    const { stdout } = await validate(["--ndjson", ...thing, "--strict", "--presence", "declared", "-"], { input });
    expect(stdout.split("\n").map((line) => line.slice(0, 30))).toEqual([
      '{"ok":false,"issues":[{"path":',
      '{"ok":true,"issues":[{"path":"',
      '{"ok":false,"error":{"code":"u',
      "",
    ]);
  });

  test("nothing in, nothing out", async () => {
    expect(await validate(["--ndjson", "-"], { input: "\n" })).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await validate(["--ndjson", "none.ndjson"])).toMatchObject({ code: 3, stdout: "" });
  });

  test("answers each line before the next one comes", async () => {
    const child = spawn(process.execPath, [packagePath("dist", "cli.js"), "validate", "--ndjson", "--package", folder]);
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (let index = 0; index < 3; index += 1) {
      child.stdin.write(`{"type":"shop.Thing","json":{"n${index}":1}}\n`);
      expect((await answers.next()).value).toContain(`"/n${index}"`);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test("ends quietly when nobody reads any more", async () => {
    const child = spawn(process.execPath, [packagePath("dist", "cli.js"), "validate", "--ndjson", "--package", folder]);
    let stderr = "";
    child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
    child.stdin.on("error", () => undefined);
    child.stdin.write('{"type":"shop.Thing","json":{}}\n');
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.end('{"type":"shop.Thing","json":{}}\n'.repeat(100_000));
    await once(child, "close");
    expect(stderr).toBe("");
  });

  test("needs no more memory for more lines", async () => {
    const line = `{"type":"shop.Thing","json":{"name":"${"x".repeat(1000)}"}}\n`;
    const child = spawn(process.execPath, [
      "--max-old-space-size=48",
      packagePath("dist", "cli.js"),
      "validate",
      "--ndjson",
      "--package",
      folder,
    ]);
    let count = 0;
    child.stdout.on("data", (chunk: Buffer) => (count += chunk.toString().split("\n").length - 1));
    for (let sent = 0; sent < 100; sent += 1)
      if (!child.stdin.write(line.repeat(1000))) await once(child.stdin, "drain");
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
    expect(count).toBe(100_000);
  });

  test("a line may be long and come in pieces", async () => {
    const input = `{"type":"shop.Thing","json":{"name":"${"é".repeat(3_000_000)}"}}`;
    expect(await validate(["--ndjson", "-"], { input })).toMatchObject({ code: 0 });
  });
});
