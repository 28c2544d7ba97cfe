import { describe, expect, test } from "vitest";
import type { Deprecation } from "../../generator/model/types.ts";
import { docText } from "../../generator/render/doc-comment.ts";

const nothing = { description: undefined, deprecated: undefined, facts: [] };
const undated: Deprecation = { date: undefined, removalDate: undefined, version: undefined, reason: undefined };

describe("paragraphs", () => {
  test.each([
    ["nothing", {}, ""],
    ["a description", { description: "What it is." }, "What it is."],
    ["facts", { facts: ["`n.T`.", "Key."] }, "`n.T`.\n\nKey."],
    ["both", { description: "What it is.", facts: ["`n.T`."] }, "What it is.\n\n`n.T`."],
    ["a blank description", { description: " \n ", facts: ["`n.T`."] }, "`n.T`."],
    ["a description of two paragraphs", { description: "One.\n\nTwo." }, "One.\n\nTwo."],
    ["hostile", { description: "a */ @b" }, "a *\\/ `@b`"],
  ])("%s", (_, plan, text) => {
    expect(docText({ ...nothing, ...plan })).toBe(text);
  });
});

describe("deprecation", () => {
  test.each([
    [{}, "@deprecated"],
    [{ date: "2025-03-01" }, "@deprecated since 2025-03-01"],
    [{ version: "v2" }, "@deprecated version v2"],
    [{ date: "2025-03-01", version: "v2" }, "@deprecated since 2025-03-01, version v2"],
    [{ removalDate: "2027-03-01" }, "@deprecated to be removed on 2027-03-01"],
    [{ reason: "Burns\n\noil." }, "@deprecated Burns oil."],
    [
      { date: "2025-03-01", version: "v2", removalDate: "2027-03-01", reason: "Burns @oil */." },
      "@deprecated since 2025-03-01, version v2; to be removed on 2027-03-01. Burns `@oil` *\\/.",
    ],
  ])("%j", (facts, text) => {
    expect(docText({ ...nothing, deprecated: { ...undated, ...facts } }).trimEnd()).toBe(text);
  });

  test("comes last, after an empty line", () => {
    const text = docText({ description: "A ship.", deprecated: { ...undated, version: "v2" }, facts: ["`n.T`."] });
    expect(text).toBe("A ship.\n\n`n.T`.\n\n@deprecated version v2");
  });
});

describe("lines", () => {
  const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

  test("are broken at spaces, and nothing is lost", () => {
    const text = docText({ ...nothing, description: words(100) });
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(110);
    expect(text.split("\n").length).toBeGreaterThan(4);
    expect(text.replaceAll("\n", " ")).toBe(words(100));
  });

  test("a word that is longer stays whole", () => {
    const long = "x".repeat(200);
    expect(docText({ ...nothing, description: `a ${long} b` })).toBe(`a\n${long}\nb`);
  });

  test.each([
    ["one that fills the width", `${"a".repeat(54)} ${"b".repeat(55)}`, 1],
    ["one that is wider by a letter", `${"a".repeat(54)} ${"b".repeat(56)}`, 2],
    ["a word that is wider alone", "x".repeat(200), 1],
  ])("%s", (_, description, count) => {
    const text = docText({ ...nothing, description });
    expect(text.split("\n")).toHaveLength(count);
    expect(text.replaceAll("\n", " ")).toBe(description);
  });

  test("no line begins with a tag, wherever it is broken", () => {
    for (let length = 90; length < 115; length += 1) {
      const text = docText({ ...nothing, description: `${"x".repeat(length)} @internal */ end` });
      expect(text).not.toMatch(/^@|\*\//m);
    }
  });
});
