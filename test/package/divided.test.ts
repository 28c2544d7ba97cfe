/*
 * Every case as if its namespaces were too large for a file each: one type a file, where names tell them apart. The
 * package is to be the same for its users.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import type { FormattedFile } from "../../generator/output/types.ts";
import { apiReport } from "../../generator/report/api-report.ts";
import { plainReport } from "../../generator/report/plain-report.ts";
import type { RenderedFile } from "../../generator/render/types.ts";
import { loadPackage } from "../../generator/validate/load-package.ts";
import { namesByEntry } from "../report/support.ts";
import { caseNames, casesFolder, runCase } from "../golden/cases.ts";
import { compilePackages } from "../golden/compile.ts";
import { writeTree, type Tree } from "../golden/tree.ts";

const names = caseNames();
const whole = new Map<string, readonly RenderedFile[]>();
const divided = new Map<string, readonly RenderedFile[]>();

function treeOf(files: readonly FormattedFile[] = []): Tree {
  return new Map(files.map(({ path, text }) => [path, text]));
}

const folder = mkdtempSync(join(tmpdir(), "divided-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  for (const name of names) {
    whole.set(name, (await runCase(name)).files);
    divided.set(name, (await runCase(name, casesFolder, 1)).files);
  }
}, 60_000);

test("files are divided by the names of what stands in them", () => {
  const paths = (divided.get("operation-results") ?? []).map(({ path }) => path);
  const own = paths.filter((path) => /^src\/(registry|ferry\/(types|shapes|values|operations\/types))/.test(path));
  expect(own).toMatchInlineSnapshot(`
    [
      "src/ferry/operations/types/a.ts",
      "src/ferry/operations/types/b.ts",
      "src/ferry/operations/types/e-g.ts",
      "src/ferry/operations/types/hok-l.ts",
      "src/ferry/operations/types/hom.ts",
      "src/ferry/operations/types/ma-d.ts",
      "src/ferry/operations/types/me-g.ts",
      "src/ferry/operations/types/mn-z.ts",
      "src/ferry/operations/types/pa-m.ts",
      "src/ferry/operations/types/pn-z.ts",
      "src/ferry/operations/types/unload0-9.ts",
      "src/ferry/operations/types/unloada.ts",
      "src/ferry/shapes/ca-m.ts",
      "src/ferry/shapes/cn-z.ts",
      "src/ferry/shapes/n-z.ts",
      "src/ferry/types/create/ca-m.ts",
      "src/ferry/types/create/cn-z.ts",
      "src/ferry/types/create/n-z.ts",
      "src/ferry/types/declared/ca-m.ts",
      "src/ferry/types/declared/cn-z.ts",
      "src/ferry/types/declared/n-z.ts",
      "src/ferry/types/received/ca-m.ts",
      "src/ferry/types/received/cn-z.ts",
      "src/ferry/types/received/n-z.ts",
      "src/ferry/types/update/n-z.ts",
      "src/ferry/types/values/a-m.ts",
      "src/ferry/types/values/n-z.ts",
      "src/ferry/values/shapes/a-m.ts",
      "src/registry.ts",
      "src/registry/ferry/operations/a.ts",
      "src/registry/ferry/operations/b.ts",
      "src/registry/ferry/operations/e-g.ts",
      "src/registry/ferry/operations/hok-l.ts",
      "src/registry/ferry/operations/hom.ts",
      "src/registry/ferry/operations/ma-d.ts",
      "src/registry/ferry/operations/me-g.ts",
      "src/registry/ferry/operations/mn-z.ts",
      "src/registry/ferry/operations/pa-m.ts",
      "src/registry/ferry/operations/pn-z.ts",
      "src/registry/ferry/operations/unload0-9.ts",
      "src/registry/ferry/operations/unloada.ts",
      "src/registry/ferry/types/ca-m.ts",
      "src/registry/ferry/types/cn-z.ts",
      "src/registry/ferry/types/n-z.ts",
    ]
  `);
});

test("all of them compile, as one program", { timeout: 180_000 }, () => {
  expect(compilePackages(new Map([...divided].map(([name, files]) => [name, treeOf(files)])))).toEqual([]);
});

test.each(names)("%s: prettier leaves the files as they are, and both readers read them", async (name) => {
  const files = divided.get(name) ?? [];
  const canonical = files.filter((file) => file.canonical === true);
  const formatted = await formatFiles(canonical.map(({ path, text }) => ({ path, text })));
  expect(treeOf(canonical)).toEqual(treeOf(formatted));
  const report = apiReport(files);
  expect(plainReport(files) ?? report).toBe(report);
  expect(namesByEntry(report)).toEqual(namesByEntry(apiReport(whole.get(name) ?? [])));
});

test.each(names)("%s: the registry has the same keys, and what is behind them judges", async (name) => {
  const keysOf = async (tree: Tree): Promise<Record<string, unknown>> => {
    writeTree(join(folder, name), tree, () => true);
    const { types } = await loadPackage(join(folder, name));
    return Object.fromEntries(
      [...types].map(([key, presences]) => [
        key,
        [...presences].map(([at, validate]) => [at, validate({}, { strict: true })]),
      ]),
    );
  };
  expect(await keysOf(treeOf(divided.get(name)))).toEqual(await keysOf(treeOf(whole.get(name))));
});
