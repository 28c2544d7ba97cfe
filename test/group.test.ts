import { expect, test } from "vitest";
import { append, gathered, groupedBy } from "../generator/group.ts";

test.each<[string, [string, number][], [string, number[]][]]>([
  ["nothing", [], []],
  ["one value", [["a", 1]], [["a", [1]]]],
  [
    "keys in the order of their first value, values in theirs",
    [
      ["b", 2],
      ["a", 1],
      ["b", 1],
      ["b", 1],
    ],
    [
      ["b", [2, 1, 1]],
      ["a", [1]],
    ],
  ],
])("%s is gathered", (_title, pairs, want) => {
  expect([...gathered(pairs)]).toEqual(want);
  expect([...gathered(new Set(pairs))]).toEqual(want);
});

test("items are grouped by what they belong to, whatever it is", () => {
  const items = ["one", "three", "two", "four"];
  expect([...groupedBy(items, ({ length }) => length)]).toEqual([
    [3, ["one", "two"]],
    [5, ["three"]],
    [4, ["four"]],
  ]);
});

test("more items than one call takes as arguments are added to a list", () => {
  const list = [0];
  append(list, Array(300_000).keys());
  expect([list.length, list[1], list.at(-1)]).toEqual([300_001, 0, 299_999]);
});
