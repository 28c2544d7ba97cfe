import { expect, test } from "vitest";
import { repeated } from "../../generator/model/check-types.ts";

const at = (line: number): { name: string; at: { file: string; line: number } } => ({
  name: "a",
  at: { file: "t.xml", line },
});

test.each([
  [[1], []],
  [
    [1, 2, 3],
    [2, 3],
  ],
  [[2, 1], [2]],
  [
    [2, 3, 1],
    [3, 2],
  ],
])("of things of one name on the lines %j, those on %j have it again", (lines, again) => {
  expect(repeated([...lines.map(at), { name: "b", at: at(9).at }]).map((item) => item.at.line)).toEqual(again);
});
