import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideByName } from "../../generator/plan/name-ranges.ts";

function divide(names: readonly string[], bound: number): Record<string, readonly string[]> {
  const ranges = divideByName(names, (name) => name, bound);
  return Object.fromEntries(ranges.map(({ label, items }) => [label, items]));
}

describe("ranges of names", () => {
  test.each<[string, string[], number, Record<string, string[]>]>([
    ["nothing is in no range", [], 1, {}],
    ["few are in one without a label", ["b", "a"], 2, { "": ["b", "a"] }],
    ["more are halved at the middle of the alphabet", ["z", "a", "M"], 2, { "a-m": ["a", "M"], "n-z": ["z"] }],
    [
      "and halved again where there are too many",
      ["a", "g", "h", "z"],
      2,
      { "a-g": ["a", "g"], "h-m": ["h"], "n-z": ["z"] },
    ],
    ["down to a letter", ["a", "b", "c"], 1, { a: ["a"], b: ["b"], "c-d": ["c"] }],
    ["then the second letter counts", ["wind", "word", "x"], 1, { "wa-m": ["wind"], "wn-z": ["word"], "x-z": ["x"] }],
    ["a name that ends stands first", ["wo", "won", "z"], 1, { "woa-m": ["wo"], "won-z": ["won"], "x-z": ["z"] }],
    ["digits stand before the letters", ["t1", "t6", "ta"], 1, { "t0-4": ["t1"], "t5-9": ["t6"], ta: ["ta"] }],
    ["what is neither is the first", ["_a", "a", "é", "z"], 3, { "a-m": ["_a", "a", "é"], "n-z": ["z"] }],
    ["what nothing tells apart stays together", ["名", "前", "_"], 1, { "": ["名", "前", "_"] }],
    ["no file is called as a device", ["con", "coo"], 1, { "con-": ["con"], coo: ["coo"] }],
  ])("%s", (_, names, bound, ranges) => {
    expect(divide(names, bound)).toEqual(ranges);
  });

  const name = fc.stringMatching(/^[a-dwA-D_1é]{1,5}$/);
  const names = fc.uniqueArray(name, { maxLength: 60 });

  test("everything is in one range, ranges are not too long and have labels of their own", () => {
    const property = fc.property(names, fc.integer({ min: 1, max: 9 }), (all, bound) => {
      const ranges = divideByName(all, (one) => one, bound);
      expect(ranges.flatMap(({ items }) => items).sort()).toEqual([...all].sort());
      expect(new Set(ranges.map(({ label }) => label.toLowerCase())).size).toBe(ranges.length);
      const spelled = (one: string): string =>
        one
          .toLowerCase()
          .replace(/[^a-z1]/g, "0")
          .replace(/0+$/, "");
      for (const { items } of ranges)
        expect(items.length <= bound || new Set(items.map(spelled)).size === 1).toBe(true);
    });
    fc.assert(property, { seed: 20261129 });
  });

  test("a further name changes one range, or halves it", () => {
    const property = fc.property(names, name, fc.integer({ min: 2, max: 9 }), (all, more, bound) => {
      fc.pre(!all.includes(more) && all.length > bound);
      const before = divide(all, bound);
      fc.pre(!("" in before));
      const after = divide([...all, more], bound);
      const moved = Object.keys(before).filter((label) => before[label]?.join() !== after[label]?.join());
      expect(moved.length).toBeLessThanOrEqual(1);
    });
    fc.assert(property, { seed: 20261129 });
  });
});
