import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readState } from "../../generator/commands/refresh-state.ts";
import type { Config } from "../../generator/config/types.ts";
import { bytesHash } from "../../generator/spec/spec-files.ts";
import {
  documentName,
  isState,
  parseState,
  printState,
  slicingHash,
  stateFile,
  type SourceState,
} from "../../generator/spec/source-state.ts";
import { folderWith } from "../cli/support.ts";
import { configOf } from "../plan/support.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const slice = "<slice/>\n";
const state: SourceState = { etag: 'W/"a"', slicing: "12ab", slice: bytesHash(bytes(slice)) };

test.each([
  ["v1.0.csdl.xml", "v1.0", "v1.0.source.json"],
  ["a.XML", "a", "a.source.json"],
  ["metadata", "metadata", "metadata.source.json"],
  ["a.xml.csdl", "a.xml.csdl", "a.xml.csdl.source.json"],
])("%s is called %s, and its state is in %s", (file, name, beside) => {
  expect(documentName(join("/spec", file))).toBe(name);
  expect(stateFile(join("/spec", file))).toBe(join("/spec", beside));
});

describe("a state", () => {
  test.each([state, { ...state, etag: undefined }])("is read as it was printed: %j", (one) => {
    expect(parseState(printState(one))).toEqual(one);
  });

  test("shows all that is in a server's tag", () => {
    const printed = printState({ ...state, etag: '"\u009b\u202e"' });
    expect(printed).toContain("\\u009b\\u202e");
    expect(parseState(printed)?.etag).toBe('"\u009b\u202e"');
  });

  test("holds no member but those three", () => {
    expect(Object.keys(JSON.parse(printState(state)) as object)).toEqual(["etag", "slicing", "slice"]);
  });

  test.each(["", "[]", "null", "{}", '{"slicing":"a"}', '{"slicing":1,"slice":"a"}', '{"slicing":"a","slice":"b"'])(
    "is not in %j",
    (text) => {
      expect(parseState(text)).toBeUndefined();
    },
  );

  test("is known again, also where a merge has left both sides in it", () => {
    const printed = printState({ ...state, slicing: state.slice });
    const merged = printed.replace(/( *"slicing".*\n)/, "<<<<<<< HEAD\n$1=======\n$1>>>>>>> other\n");
    expect([printed, merged, '{"slicing":"a","slice":"b"}'].map(isState)).toEqual([true, true, true]);
    expect(parseState(merged)).toBeUndefined();
  });

  test.each(["", "[]", "{}", '{ "etag": "mine" }', '{ "slice": "of bread" ', `"slice": "${state.slice}"`])(
    "is not what others wrote: %j",
    (text) => {
      expect(isState(text)).toBe(false);
    },
  );

  test("without a tag that is text has none", () => {
    expect(parseState('{"etag":5,"slicing":"a","slice":"b"}')).toEqual({ etag: undefined, slicing: "a", slice: "b" });
  });
});

describe("the hash of what decides the slice", () => {
  const url = "https://x.test/$metadata";
  const config = configOf({ roots: ["a", "b"], docs: "overlay", derived: new Map([["n.T", "none"]]) });
  const rest = { overlay: [bytes("<one/>"), bytes("<two/>")], version: "1.0.0" };
  const hash = slicingHash([config], url, rest);

  const differing: readonly (readonly [string, string])[] = [
    ["another URL", slicingHash([config], `${url}2`, rest)],
    ["a file", slicingHash([config], undefined, rest)],
    ["other roots", slicingHash([{ ...config, roots: ["a"] }], url, rest)],
    ["all roots", slicingHash([{ ...config, roots: "all" }], url, rest)],
    ["other derived types", slicingHash([{ ...config, derived: new Map([["n.T", "all"]]) }], url, rest)],
    ["other docs", slicingHash([{ ...config, docs: "none" }], url, rest)],
    ["another overlay", slicingHash([config], url, { ...rest, overlay: [bytes("<one/>"), bytes("<2/>")] })],
    ["overlays in another order", slicingHash([config], url, { ...rest, overlay: [...rest.overlay].reverse() })],
    ["no overlay", slicingHash([config], url, { ...rest, overlay: [] })],
    ["another version of the tool", slicingHash([config], url, { ...rest, version: "1.0.1" })],
  ];
  test.each(differing)("is another for %s", (_, other) => {
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(hash);
  });

  const same: readonly (readonly [string, Partial<Config>])[] = [
    ["the folders of a machine", { metadata: "/elsewhere/a.xml", out: "/o", from: "/c.json", overlay: ["/x.xml"] }],
    ["what decides names", { names: new Map([["n.T", "U"]]), modules: new Map([["n", "m"]]), mainNamespace: "n" }],
    ["what decides types", { ieee754Compatible: true, openTypes: "index", serviceRoot: "https://x.test/" }],
  ];
  test.each(same)("is the same whatever is said of %s", (_, parts) => {
    expect(slicingHash([{ ...config, ...parts }], url, rest)).toBe(hash);
  });

  test("of several outputs counts what each says, and which overlay is whose", () => {
    const other = { ...config, roots: ["c"], overlay: ["/o"] };
    const hashes = [
      [config],
      [config, other],
      [other, config],
      [config, { ...other, derived: new Map<string, "none" | "all">() }],
      [
        { ...config, overlay: ["/o"] },
        { ...other, overlay: [] },
      ],
    ].map((readers) => slicingHash(readers, url, rest));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("what the last refresh left in a folder", () => {
  const files = { "m.csdl.xml": slice, "SOURCE.md": "# Source\n", "m.source.json": printState(state) };

  async function left(meddle: (folder: string) => Promise<void>): Promise<SourceState | undefined> {
    const folder = await folderWith(files);
    onTestFinished(() => rm(folder, { recursive: true }));
    await meddle(folder);
    return readState(join(folder, "m.csdl.xml"), "SOURCE.md");
  }

  test("counts while all of it is as it was", async () => {
    expect(await left(() => Promise.resolve())).toEqual(state);
  });

  test.each(Object.keys(files))("does not count without %s", async (name) => {
    expect(await left((folder) => rm(join(folder, name)))).toBeUndefined();
  });

  test.each([
    ["m.csdl.xml", `${slice} `],
    ["m.source.json", "{}"],
  ])("does not count when somebody changed %s", async (name, content) => {
    expect(await left((folder) => writeFile(join(folder, name), content))).toBeUndefined();
  });

  test("counts with another page: no byte of it decides anything", async () => {
    expect(await left((folder) => writeFile(join(folder, "SOURCE.md"), "mine"))).toEqual(state);
  });
});
