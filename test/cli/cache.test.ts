import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEntry, writeEntry, type Entry } from "../../generator/commands/cache-entry.ts";
import { toolHash } from "../../generator/commands/cache-key.ts";
import { cacheFolder, makeCached, type Cache } from "../../generator/commands/cached-package.ts";
import { makePackage, type MadePackage } from "../../generator/commands/make-package.ts";
import { readConfigs } from "../../generator/config/read.ts";
import type { Config } from "../../generator/config/types.ts";
import { formatProblem } from "../../generator/errors.ts";
import { lockFolders } from "../../generator/output/lock.ts";
import type { FileChange } from "../../generator/output/types.ts";
import { writeAll } from "../../generator/output/write-changes.ts";
import type { RunOptions } from "../../generator/read-slice.ts";
import { fakeTerminal } from "./fake-terminal.ts";
import { folderWith, run } from "./support.ts";

const edmx = (content: string): string =>
  `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
${content}</edmx:DataServices></edmx:Edmx>
`;
const thing = (type: string): string =>
  `<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="Thing"><Property Name="name" Type="${type}" Nullable="False"/></ComplexType></Schema>`;
const overlay = (text: string): string =>
  edmx(`<Schema Namespace="more" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<Annotations Target="shop.Thing"><Annotation Term="Org.OData.Core.V1.Description" String="${text}"/></Annotations></Schema>`);

let folder = "";
let entry = "";
beforeEach(async () => {
  const config = { metadata: "m.xml", overlay: ["o.xml"], out: "out", roots: ["shop.Thing"], apiReport: true };
  folder = await folderWith({
    "m.xml": edmx(thing("Edm.String")),
    "o.xml": overlay("A thing."),
    "config.json": JSON.stringify(config),
    "node_modules/x/index.js": "",
  });
  await generate();
  const entries = await readdir(cache().folder);
  entry = join(cache().folder, entries[0] ?? "");
  expect(entries).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  await mark();
});
afterEach(() => rm(folder, { recursive: true }));

const cache = (tool = "this build"): Cache => ({ folder: cacheFolder(join(folder, "out")) ?? "", tool: [tool] });

async function configured(): Promise<Config> {
  const [config] = await readConfigs(join(folder, "config.json"));
  if (config === undefined) throw new Error("no config");
  return config;
}

interface Outcome {
  /** What would be told: of each file what happens to it, and all warnings. */
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}

/** Generates into the folder, as the command does, and says what it would tell. */
async function generate(tool?: string): Promise<Outcome> {
  const config = await configured();
  const { changes, warnings } = await made((options) => makeCached(config, options, cache(tool)));
  const locks = await lockFolders([config.out], { host: fakeTerminal().terminal.host, waiting: () => undefined });
  await writeAll([{ folder: config.out, changes, target: "package" }], locks);
  await locks.release();
  return { changes: shown(changes), warnings };
}

/** What a run without memory would do. */
async function plan(): Promise<Outcome> {
  const config = await configured();
  const { changes, warnings } = await made((options) => makePackage(config, options));
  return { changes: shown(changes), warnings };
}

async function made(
  make: (options: RunOptions) => Promise<MadePackage>,
  overlay = true,
): Promise<{ changes: readonly FileChange[]; warnings: string[] }> {
  const warnings: string[] = [];
  const warn: RunOptions["warn"] = (found) => warnings.push(...found.map(formatProblem));
  return { changes: (await make({ overlay, warn })).changes, warnings };
}

const shown = (changes: readonly FileChange[]): string[] => changes.map(({ kind, path }) => `${kind} ${path}`);

const marker = "told from memory";

/** Puts a warning into the entry that nothing else gives: whoever tells it has believed the entry. */
async function mark(change: (entry: Entry) => Partial<Entry> = () => ({})): Promise<void> {
  const known = await readEntry(entry);
  if (known === undefined) throw new Error("nothing is remembered");
  const warnings = [...known.warnings, { message: marker }];
  await writeEntry(entry, { ...known, warnings, ...change({ ...known, warnings }) });
}

/** What the next run does, and that it is what a run without memory does. */
async function next(tool?: string): Promise<"remembered" | "made"> {
  const expected = await plan();
  const { changes, warnings } = await generate(tool);
  const believed = warnings.includes(marker);
  expect(changes).toEqual(expected.changes);
  expect(warnings.filter((text) => text !== marker)).toEqual(expected.warnings);
  expect((await plan()).changes.filter((text) => !text.startsWith("unchanged"))).toEqual([]);
  return believed ? "remembered" : "made";
}

const at = (path: string): string => join(folder, path);
const edit = async (path: string, change: (text: string) => string): Promise<void> =>
  writeFile(at(path), change(await readFile(at(path), "utf8")));

test("a run that has nothing to do remembers what the last one said, and says it again", async () => {
  expect((await plan()).warnings).toEqual([expect.stringContaining('Nullable="False"')]);
  expect(await next()).toBe("remembered");
  expect(await next()).toBe("remembered");
});

describe("what does not stand as it was remembered is made again", () => {
  const changed: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["an edited source file", () => edit("out/src/index.ts", (text) => `${text}// mine\n`)],
    ["an edited README", () => edit("out/README.md", (text) => text.toUpperCase())],
    ["a byte order mark", () => edit("out/README.md", (text) => `\ufeff${text}`)],
    ["a missing file", () => rm(at("out/package.json"))],
    ["a missing folder", () => rm(at("out"), { recursive: true })],
    ["a file that is a folder no more", () => rm(at("out/src/runtime"), { recursive: true })],
    ["an obsolete file of ours", () => writeFile(at("out/src/old.ts"), "// generated by odata-bindgen\n")],
    ["edited metadata", () => edit("m.xml", (text) => text.replace("Edm.String", "Edm.Guid"))],
    ["an edited overlay", () => edit("o.xml", (text) => text.replace("A thing", "A nice thing"))],
    ["an edited config", () => edit("config.json", (text) => text.replace('"out":', '"openTypes":"index","out":'))],
    ["no report any more", () => edit("config.json", (text) => text.replace('"apiReport":true', '"apiReport":false'))],
  ];
  test.each(changed)("%s", async (_, change) => {
    await change();
    expect(await next()).toBe("made");
    await mark();
    expect(await next()).toBe("remembered");
  });

  test("a file that nobody generated", async () => {
    await writeFile(at("out/src/stray.ts"), "export {};\n");
    expect(await next()).toBe("made");
    await rm(at("out/src/stray.ts"));
  });

  test("what another build of the tool has written", async () => {
    expect(await next("another build")).toBe("made");
  });

  test("another choice of flags", async () => {
    const config = await configured();
    const { changes, warnings } = await made((options) => makeCached(config, options, cache()), false);
    expect(shown(changes)).toContain("changed src/source.ts");
    expect(warnings).not.toContain(marker);
  });
});

describe("an entry that is not what was written is none", () => {
  const body = (text: string): string => text.slice(text.indexOf("\n") + 1);
  const broken: readonly (readonly [string, (text: string) => string])[] = [
    ["empty", () => ""],
    ["cut off", (text) => text.slice(0, -10)],
    ["without its first line", body],
    ["with a byte changed", (text) => text.replace("src/index.ts", "src/Index.ts")],
    ["with another hash", (text) => `${"0".repeat(64)}\n${body(text)}`],
    ["of another form", () => "{}"],
  ];
  test.each(broken)("%s", async (_, breakIt) => {
    await writeFile(entry, breakIt(await readFile(entry, "utf8")));
    expect(await readEntry(entry)).toBeUndefined();
    expect(await next()).toBe("made");
  });

  const odd: readonly (readonly [string, object])[] = [
    ["no key", { key: undefined }],
    ["files that are no list", { files: {} }],
    ["a file without a hash", { files: [{ path: "package.json" }] }],
    ["a warning without a message", { warnings: [{}] }],
  ];
  test.each(odd)("whole, but with %s", async (_, change) => {
    await mark(() => change);
    expect(await readEntry(entry)).toBeUndefined();
    expect(await next()).toBe("made");
  });

  test("with the hashes of an earlier build's files", async () => {
    await mark(({ files }) => ({ files: files.map((file) => ({ ...file, hash: "0".repeat(64) })) }));
    expect(await next()).toBe("made");
  });
});

describe("where nothing can be remembered", () => {
  test("a folder that cannot be written", async () => {
    await rm(at("node_modules/.cache"), { recursive: true });
    await writeFile(at("node_modules/.cache"), "");
    expect(await next()).toBe("made");
    expect(await next()).toBe("made");
  });

  test("an entry that is a folder", async () => {
    await rm(entry);
    await mkdir(entry);
    expect(await next()).toBe("made");
    expect(await readdir(cache().folder)).toHaveLength(1);
  });

  test("no node_modules", () => {
    expect(cacheFolder("/nowhere/at/all")).toBeUndefined();
  });
});

test("the tool is known by its bundle, its templates and its libraries; from its sources it is not", async () => {
  await mkdir(at("dist"));
  await writeFile(at("dist/a.js"), "1");
  const one = toolHash(at("dist"));
  await writeFile(at("dist/a.js.map"), "1");
  expect(toolHash(at("dist"))).toBe(one);
  await writeFile(at("dist/a.js"), "2");
  expect(toolHash(at("dist"))).not.toBe(one);
  expect(toolHash()).toBeUndefined();
});

// Only the bundle remembers.
test.skipIf(process.env["COMMANDS"] === "in-process")("the command line says the same with and without", async () => {
  const args = ["generate", "--config", "config.json"];
  const remembered = async (): Promise<boolean> =>
    (await readFile(entry, "utf8").catch(() => "")).includes('"path":"src/index.ts"');
  await rm(entry);
  const first = await run(args, { cwd: folder });
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining(", up to date\n") });
  expect(await remembered()).toBe(true);
  await mark();
  const { stderr, ...second } = await run(args, { cwd: folder });
  expect({ ...second, stderr: stderr.replace(`warning: ${marker}\n`, "") }).toEqual(first);
  expect(stderr).toContain(marker);
  // A check believes nothing but what it has seen.
  expect((await run([...args, "--check"], { cwd: folder })).stderr).toBe(first.stderr);
});
