import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { assertOk } from "./assert-ok.ts";
import {
  accessTo,
  type Example,
  examplesFolder,
  exampleNames,
  findingsOf,
  readExamples,
  warningsSuffix,
} from "./examples.ts";
import { compileLiterals } from "./literals.ts";
import { updating } from "./mode.ts";
import { diffBetween, readTree, type Tree, writeTree } from "./tree.ts";

const examples = readExamples();
const isWarnings = (path: string): boolean => path.endsWith(warningsSuffix);

/** The golden of a body: what the validator warns of. */
function warningsOf({ type, presence, body }: Example): string {
  const verdict = accessTo(type, presence)?.validate(body);
  return `${JSON.stringify(verdict?.ok === true ? findingsOf(verdict) : "invalid", undefined, 2)}\n`;
}

const wanted: Tree = new Map(examples.map((example) => [`${example.name}${warningsSuffix}`, warningsOf(example)]));
if (updating) writeTree(examplesFolder, wanted, isWarnings);
const stored = readTree(examplesFolder, isWarnings);

test("all 29 bodies of the page are there", () => {
  expect(examples).toHaveLength(29);
});

describe.each(examples)("$name", (example) => {
  const { name, type, presence, body } = example;
  const access = accessTo(type, presence);

  test("is valid in its presence, and handed back as it is", () => {
    const verdict = access?.validate(body);
    assertOk(verdict);
    expect(verdict.value).toBe(body);
    expect(access?.is(body)).toBe(true);
  });

  test("the warnings are those of the golden", () => {
    const file = `${name}${warningsSuffix}`;
    expect(diffBetween(only(stored, file), only(wanted, file))).toBe("");
  });
});

function only(tree: Tree, path: string): Tree {
  const text = tree.get(path);
  return new Map(text === undefined ? [] : [[path, text]]);
}

describe("the goldens of warnings", () => {
  test("each belongs to a body", () => {
    expect([...stored.keys()]).toEqual([...wanted.keys()]);
  });

  const scratch = mkdtempSync(join(tmpdir(), "examples-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test.each<[string, (tree: Map<string, string>, file: string) => void]>([
    ["another warning", (tree, file) => tree.set(file, '[{ "pointer": "/a", "code": "read-only" }]\n')],
    ["a missing golden", (tree, file) => tree.delete(file)],
    ["a golden without a body", (tree) => tree.set(`00-nothing${warningsSuffix}`, "[]\n")],
  ])("%s would be found", (_, damage) => {
    const damaged = new Map(stored);
    damage(damaged, [...wanted.keys()][0] ?? "");
    writeTree(scratch, damaged, isWarnings);
    expect(diffBetween(readTree(scratch, isWarnings), wanted)).not.toBe("");
  });

  test("are not taken for bodies", () => {
    expect(exampleNames(["b.json", "a.json", "a.warnings.json", "notes.md"])).toEqual(["a", "b"]);
  });
});

describe("the bodies as TypeScript", () => {
  /** Bodies with members that their types do not declare, which a literal refuses by design: none at present. */
  const withDynamicMembers: readonly string[] = [];

  test("each compiles as a literal of its type", { timeout: 60_000 }, () => {
    const refused = compileLiterals(examples);
    expect([...refused.keys()]).toEqual(withDynamicMembers);
  });

  test("each is refused with a misspelt member, as the last in it", { timeout: 60_000 }, () => {
    const misspelt = examples.map((example) => ({ ...example, body: { ...(example.body as object), odataTpye: "x" } }));
    const refused = compileLiterals(misspelt);
    expect([...refused.keys()]).toEqual(examples.map(({ name }) => name));
    for (const [, messages] of refused) expect(messages.join()).toMatch(/TS2353|TS2561/);
  });
});
