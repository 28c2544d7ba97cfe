import { expect, test } from "vitest";
import { caseNames, runCase } from "../golden/cases.ts";
import { gather, goldenFolder } from "../golden/goldens.ts";
import { readTree } from "../golden/tree.ts";

// What test/golden/cases.test.ts compares, each case in a test of its own and without the formatter: a mutant is tried
// on the cases that reach it, and one case takes milliseconds.

const names = caseNames();
const goldens = gather(
  readTree(goldenFolder, (path) => !path.endsWith(".md")),
  names,
);

/** What the formatter never changes: all but blanks, commas, semicolons, bars, round brackets and quotes. */
function kept(text: string): string {
  return text.replace(/[\s,;|()"]+/g, "");
}

/** Files of which there is one golden for all cases. */
function isShared(path: string): boolean {
  return !path.startsWith("src/") || path.startsWith("src/runtime/") || path === "src/source.ts";
}

test.each(names)("%s", async (name) => {
  const golden = goldens.get(name) ?? new Map<string, string>();
  const { files } = await runCase(name);
  const compared = files.filter(({ path }) => golden.has(path) || !isShared(path));
  expect(compared.map(({ path }) => path).sort()).toEqual([...golden.keys()].sort());
  for (const { path, text, canonical = false } of compared) {
    const form = canonical ? String : kept;
    expect([path, form(text)]).toEqual([path, form(golden.get(path) ?? "")]);
  }
});
