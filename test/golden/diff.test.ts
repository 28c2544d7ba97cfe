import { describe, expect, test } from "vitest";
import { changeCodes, type Comparison } from "../../generator/diff/types.ts";
import { packagePath } from "../../generator/package-root.ts";
import { caseFile, compareCase, facts, sides } from "../diff/cases.ts";
import { updating } from "./mode.ts";
import { diffBetween, readTree, writeTree, type Tree } from "./tree.ts";
import { existsSync } from "node:fs";

const folder = packagePath("test", "golden", "diff");

if (updating) writeTree(folder, new Map(facts.map(golden)), (path) => path.endsWith(".txt"));
const stored = readTree(folder);

/** The golden of a case as it is now: its path and its text. */
function golden(fact: string): readonly [path: string, text: string] {
  return [`${fact}.txt`, goldenText(compareCase(fact))];
}

/** One paragraph for each change, then what they add up to. */
function goldenText({ changes, verdict, semver }: Comparison): string {
  const paragraphs = changes.map(({ code, path, before, after, presences, verdict: own, reason }) =>
    [
      `${code} ${path}`,
      `  ${before ?? "–"} → ${after ?? "–"}${presences === undefined ? "" : ` (${presences.join(", ")})`}`,
      `  ${own}: ${reason}`,
      "",
    ].join("\n"),
  );
  return `${[...paragraphs, `${verdict}, ${semver}`].join("\n")}\n`;
}

describe("each pair of spec/cases/diff gives its golden", () => {
  test.each(facts)("%s", (fact) => {
    const [path, text] = golden(fact);
    const only = (content: string): Tree => new Map([[path, content]]);
    expect(diffBetween(only(stored.get(path) ?? ""), only(text))).toBe("");
  });
});

test("each case has two sides and a golden, each golden a case", () => {
  expect([...stored.keys()]).toEqual(facts.map((fact) => `${fact}.txt`).sort());
  expect(
    facts.flatMap((fact) => sides.map((side) => caseFile(fact, side))).filter((file) => !existsSync(file)),
  ).toEqual([]);
});

test("each code has a case that is called after it or begins with it", () => {
  const shown = new Map<string, readonly string[]>(
    facts.map((fact) => [fact, compareCase(fact).changes.map(({ code }) => code)]),
  );
  const without = Object.keys(changeCodes).filter(
    (code) => ![...shown].some(([fact, codes]) => fact.startsWith(code) && codes.includes(code)),
  );
  expect(without).toEqual([]);
});
