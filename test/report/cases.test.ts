/*
 * Packages of small documents with hard names and rare facts: the report of each has the names that the compiler finds.
 */
import { format } from "prettier";
import { Project } from "ts-morph";
import { describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { apiReport } from "../../generator/report/api-report.ts";
import { runCase } from "../golden/cases.ts";
import { exportsOf } from "./compiler.ts";
import { namesByEntry, sectionsOf } from "./support.ts";

const cases = [
  "deprecated-revisions",
  "enum-empty",
  "enum-flags-evolvable",
  "global-names",
  "hostile-names-inherited",
  "names-no-identifiers",
  "operation-results",
  "option-open-types-index",
  "reserved-words",
  "two-namespaces-same-name",
  "unicode-names",
];

describe.each(cases)("%s", (name) => {
  test("has the names that the compiler finds", async () => {
    const { files } = await runCase(name);
    const report = apiReport(files);
    const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
    for (const { path, text } of files) if (path.endsWith(".ts")) project.createSourceFile(`/${path}`, text);
    const found = namesByEntry(report);
    expect(found.size).toBeGreaterThan(4);
    for (const [subpath, names] of found) {
      const file = subpath === "." ? "index" : subpath.slice(2);
      const want = [...exportsOf(project.getSourceFileOrThrow(`/src/${file}.ts`)).keys()].sort();
      expect([...names].sort()).toEqual(want);
    }
  });

  test("is as prettier wants it, and the same however the files are formatted", async () => {
    const { files } = await runCase(name);
    const report = apiReport(await formatFiles(files));
    expect(apiReport(files)).toBe(report);
    expect(await format(report, { parser: "markdown", printWidth: 120 })).toBe(report);
  });
});

test("a mark stands above each thing that is deprecated", async () => {
  const { files } = await runCase("deprecated-revisions");
  const source = files.filter(({ path }) => /\/types\//.test(path)).map(({ text }) => text);
  const lines = Object.values(sectionsOf(apiReport(files))).flat();
  const marks = lines.filter((line) => line.trim() === "/** @deprecated */").length;
  expect(marks).toBeGreaterThan(0);
  expect(marks).toBeGreaterThanOrEqual(source.join("\n").match(/^ *(?:\/\*)?\*+ @deprecated/gm)?.length ?? 0);
});
