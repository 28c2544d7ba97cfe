import { expect, test } from "vitest";
import * as g from "../../templates/runtime/guard.ts";
import { own } from "../../templates/runtime/own.ts";

const isFive = (value: unknown): boolean => value === 5;
const isEven = (value: unknown, depth: number): boolean => value === 5 && depth % 2 === 0;

test.each([
  [[], true, true],
  [[5, 5], true, true],
  [[5, null], false, true],
  [[5, undefined], false, false],
  [new Array(1), false, false],
  [[5, 6], false, false],
  [[6, 5], false, false],
  [{ length: 0 }, false, false],
  [null, false, false],
])("arrays of fives: %j", (value, plain, nullable) => {
  expect(g.isArrayOf(value, 1, undefined, isFive)).toBe(plain);
  expect(g.isNullableArrayOf(value, 1, undefined, isFive)).toBe(nullable);
  expect(g.isArrayOf(value, 1, undefined, isEven)).toBe(plain);
  expect(g.isNullableArrayOf(value, 1, undefined, isEven)).toBe(nullable);
});

test("arrays beyond the limit and items that would accept null", () => {
  for (const is of [g.isArrayOf, g.isNullableArrayOf]) {
    expect(is([], g.MAX_DEPTH, undefined, () => true)).toBe(true);
    expect(is([], g.MAX_DEPTH + 1, undefined, () => true)).toBe(false);
  }
  expect(g.isArrayOf([null], 1, undefined, () => true)).toBe(false);
});

test.each([
  [5, true],
  [[5, 5], true],
  [[5, 6], false],
  [6, false],
  [[[5]], false],
  [[null], false],
])("%j is a five or an array of fives: %s", (value, want) => {
  expect(g.isOneOrArrayOf(value, 1, undefined, isFive)).toBe(want);
});

test.each([
  ["read", true],
  ["read,write", true],
  ["write,read", true],
  ["", false],
  [",", false],
  ["read,", false],
  [",read", false],
  ["read,read", false],
  ["read;write", false],
  ["Read", false],
  ["read,write,read", false],
  [5, false],
  [["read"], false],
])("%j is a flags value: %s", (value, want) => {
  expect(g.isFlags(value, ["read", "write"])).toBe(want);
});

test("a flags value of a million parts is refused at once", () => {
  expect(g.isFlags("read,".repeat(1_000_000), ["read", "write"])).toBe(false);
});

test("own members only", () => {
  const bare: { toString?: unknown } = Object.fromEntries([]);
  expect(own(bare, "toString")).toBe(undefined);
  expect(own({ toString: 5 }, "toString")).toBe(5);
  const parsed = JSON.parse('{"__proto__":5}') as { readonly ["__proto__"]: unknown };
  expect(own(parsed, "__proto__")).toBe(5);
});
