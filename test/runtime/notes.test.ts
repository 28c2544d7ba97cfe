import { expect, test } from "vitest";
import { isArrayOf } from "../../templates/runtime/guard.ts";
import { isClean, isComplete, isEachClean, isNoted } from "../../templates/runtime/notes.ts";
import { settings } from "../../templates/runtime/options.ts";
import { report } from "../../templates/runtime/report.ts";
import { takeNoted, startNotes } from "../../templates/runtime/take-notes.ts";
import { call, wire } from "./model.ts";

const isFive = (value: unknown): boolean => value === 5;

test("without notes a guard stops at once", () => {
  expect(isNoted(undefined, {}, "a")).toBe(false);
  expect(isNoted(undefined, [], 0)).toBe(false);
  expect(isClean(undefined, {})).toBe(true);
  expect(isComplete(undefined, {}, 0)).toBe(true);
  expect(isComplete(undefined, {}, 1)).toBe(false);
});

test("with notes it goes on, and each place is known once, in its order", () => {
  const notes = startNotes();
  const object = {};
  expect(["b", "a", "b"].map((name) => isNoted(notes, object, name))).toEqual([true, true, true]);
  expect([...(takeNoted(notes, object) ?? [])]).toEqual(["b", "a"]);
  expect(isClean(notes, object)).toBe(false);
  expect(isComplete(notes, object, 0)).toBe(false);
  expect(isClean(notes, {})).toBe(true);
  expect(isComplete(notes, {}, 0)).toBe(true);
  expect(isComplete(notes, {}, 2)).toBe(false);
});

test.each([
  ["every item is looked at", [5, 6, 5, 7], [1, 3]],
  ["nothing is noted of a short array that is right", [5, 5], undefined],
  ["a long one is remembered", new Array<number>(16).fill(5), []],
])("%s", (_title, items, want) => {
  const notes = startNotes();
  expect(isArrayOf(items, 1, notes, isFive)).toBe(want === undefined || want.length === 0);
  const found = takeNoted(notes, items);
  expect(found === undefined ? undefined : [...found]).toEqual(want);
});

test("what is right in one place does not hide what is wrong with it in another", () => {
  const notes = startNotes();
  const items = new Array<number>(20).fill(5);
  expect(isArrayOf(items, 1, notes, (item) => item === 6)).toBe(false);
  expect(isArrayOf(items, 1, notes, isFive)).toBe(true);
  expect([...(takeNoted(notes, items) ?? [])].length).toBe(20);
});

test.each([1, 100])("places of %i objects are found by their object", (count) => {
  const notes = startNotes();
  const objects = Array.from({ length: count }, () => ({}));
  const right = new Array<number>(16).fill(5);
  expect(isArrayOf(right, 1, notes, isFive)).toBe(true);
  for (const object of objects) for (const name of ["b", "a", "b"]) isNoted(notes, object, name);
  for (const object of objects) expect([...(takeNoted(notes, object) ?? [])]).toEqual(["b", "a"]);
  expect([...(takeNoted(notes, right) ?? ["all"])]).toEqual([]);
  expect(takeNoted(notes, {})).toBeUndefined();
  for (const object of [...objects, right]) expect(takeNoted(notes, object)).toBeUndefined();
});

test("a guard gives up where there is no end of faults", () => {
  const notes = startNotes();
  let judged = 0;
  const items = new Array<number>(1_000_000).fill(6);
  expect(isArrayOf(items, 1, notes, () => (judged += 1) < 0)).toBe(false);
  expect(notes.room).toBe(0);
  expect(judged).toBeLessThan(20_000);
});

// A guard takes the array for one of dynamic values, all of which are right.
test.each([
  ["#demo.call", 0],
  ["demo.call", 16],
])("what a guard has noted below the tag %s hides all but %i faults", (tag, faults) => {
  const notes = startNotes();
  const value = { "@odata.type": tag, modalities: new Array<number>(16).fill(5) };
  isEachClean(notes, value.modalities, true);
  isNoted(notes, value, "modalities");
  isNoted(notes, value, "another");
  const { issues } = report(call, { presence: "received", wire }, value, settings({}), notes);
  expect(issues.filter(({ severity }) => severity === "error")).toHaveLength(faults);
});
