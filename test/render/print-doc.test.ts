import { describe, expect, test } from "vitest";
import { flatText, group, groupOf, hardline, indent, line, softline, type Doc } from "../../generator/render/doc.ts";
import { call } from "../../generator/render/layouts.ts";
import { printDoc, printSections } from "../../generator/render/print-doc.ts";

const contents = (width: number): Doc => ["f(", indent([softline, "x".repeat(width - 3)]), softline, ")"];

describe("a group whose text on one line is known", () => {
  test.each([119, 120, 121, 200])("breaks where one breaks that is measured, of %i columns", (width) => {
    const flat = `f(${"x".repeat(width - 3)})`;
    const printed = printDoc(groupOf(flat, () => contents(width)));
    expect(printed).toBe(printDoc(group(contents(width))));
    expect(printed.includes("\n")).toBe(width > 120);
  });

  test.each([1, 2])("makes room for what follows it on its line, of %i columns", (more) => {
    const printed = printDoc([groupOf(`f(${"x".repeat(116)})`, () => contents(119)), ";".repeat(more)]);
    expect(printed.includes("\n")).toBe(more > 1);
  });

  test("is not asked for its contents where it fits, nor inside one that fits", () => {
    const never = (): Doc => expect.unreachable();
    expect(printDoc([groupOf("a", never), hardline, group(["[", groupOf("b", never), "]"])])).toBe("a\n[b]");
  });
});

test("what holds a hard line, or is too wide, has no text on one line", () => {
  expect(flatText(["a", hardline])).toBeUndefined();
  expect(flatText(group(["a", [line, "b"]]))).toBe("a b");
  expect(flatText(Array.from({ length: 121 }, () => "a"))).toBeUndefined();
  expect(printDoc(call("f", [["a", hardline]]))).toBe("f(\n  a\n  ,\n)");
});

test("sections stand below each other, those without anything are left out, however many they are", () => {
  const sections = Array.from({ length: 30_000 }, (_, index): Doc => (index % 3 === 0 ? ["", ""] : `line ${index};`));
  const expected = sections.filter((section) => typeof section === "string").join("\n\n");
  expect(printSections(sections)).toBe(expected);
});
