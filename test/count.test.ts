import { expect, test } from "vitest";
import { largestOf, plural, thousands } from "../generator/count.ts";

test.each([
  [0, "0 files"],
  [1, "1 file"],
  [2, "2 files"],
  [12_345, "12,345 files"],
])("%d: %s", (count, text) => {
  expect(plural(count, "file")).toBe(text);
});

test.each([
  [999, "999"],
  [1_000, "1,000"],
  [1_234_567, "1,234,567"],
])("%d: %s", (count, text) => {
  expect(thousands(count)).toBe(text);
});

test("the largest of nothing, and of more than one call takes as arguments", () => {
  expect([largestOf([]), largestOf([3, 7, 5])]).toEqual([0, 7]);
  expect(largestOf(Array(300_000).keys())).toBe(299_999);
});
