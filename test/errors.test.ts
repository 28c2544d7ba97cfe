import { expect, test } from "vitest";
import { comparePlaces, type Place } from "../generator/errors.ts";
import { reason } from "../generator/system-error.ts";

test("places are ordered by file, line and column; what is less exact comes first", () => {
  const places: (Place | undefined)[] = [
    undefined,
    { file: "a" },
    { file: "a", line: 1 },
    { file: "a", line: 1, column: 2 },
    { file: "a", line: 1, column: 10 },
    { file: "a", line: 2, column: 1 },
    { file: "a", line: 10 },
    { file: "b", line: 1 },
  ];
  // `sort` itself never compares what is undefined.
  const boxed = places.map((place) => ({ place }));
  expect([...boxed].reverse().sort((x, y) => comparePlaces(x.place, y.place))).toEqual(boxed);
});

test.each<[error: unknown, text: string]>([
  [Object.assign(new Error("ENOENT: no such file, open 'x'"), { code: "ENOENT" }), "there is no such file or folder"],
  [Object.assign(new Error("EMFILE: too many open files"), { code: "EMFILE" }), "EMFILE: too many open files"],
  [new Error("torn"), "torn"],
  [Object.assign(new Error("numbered"), { code: 7 }), "numbered"],
  ["thrown", "thrown"],
])("%j is told as %s", (error, text) => {
  expect(reason(error)).toBe(text);
});
