import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { caseNames, caseOutput, configNames, runCase, wholePackage } from "./cases.ts";
import { below, common, folders, goldenFolder, isGolden, layOut } from "./goldens.ts";
import { updating } from "./mode.ts";
import { diffBetween, readTree, type Tree, writeTree } from "./tree.ts";

const names = caseNames();
let wanted: Tree = new Map();
let stored: Tree = new Map();

beforeAll(async () => {
  const outputs = new Map<string, Tree>();
  for (const name of names) outputs.set(name, await caseOutput(name));
  wanted = layOut(outputs);
  if (updating) writeTree(goldenFolder, wanted, isGolden);
  stored = readTree(goldenFolder);
}, 180_000);

describe("each case of spec/cases gives its golden", () => {
  test.each([common, ...names])("%s", (name) => {
    expect(diffBetween(below(stored, name), below(wanted, name))).toBe("");
  });
});

describe("no orphans", () => {
  test("each case has a golden, each golden a case", () => {
    expect(folders(stored).sort()).toEqual([common, ...names].sort());
  });

  test("each configuration belongs to a case", () => {
    expect(configNames().filter((name) => !names.includes(name))).toEqual([]);
  });

  test("no case is called as the folder of what they share", () => {
    expect(names).not.toContain(common);
  });

  test("the whole package is compared in one case", () => {
    const whole = ["README.md", "package.json", "src/source.ts", "tsconfig.json"];
    expect([...below(wanted, wholePackage).keys()]).toEqual(expect.arrayContaining(whole));
    expect([...wanted.keys()].filter((path) => whole.some((file) => path.endsWith(`/${file}`)))).toHaveLength(4);
  });
});

test("the run-time library goes out as it is, every file of it", async () => {
  const { files } = await runCase(wholePackage);
  const emitted = files.filter(({ path }) => path.startsWith("src/runtime/"));
  const library = readTree(packagePath("templates", "runtime"));
  const bodies = emitted.map(
    ({ path, text }) => [path.slice("src/runtime/".length), text.replace(/^.*\n\n/, "")] as const,
  );
  expect(new Map(bodies)).toEqual(library);
  expect(readdirSync(packagePath("templates", "runtime")).length).toBe(emitted.length);
});
