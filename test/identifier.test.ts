import { expect, test } from "vitest";
import { camel, kebab, pascal, toIdentifier } from "../generator/plan/identifiers.ts";

test.each([
  ["a\u200bb", "a_b"],
  ["a\u202eb", "a_b"],
  ["\u3164a", "_a"],
  ["a\ufe0f", "a_"],
  // Letters of Unicode 16, of 15, and one of old.
  ["\u1c8aa", "_a"],
  ["a\u{1e030}", "a_"],
  ["a\u{10400}", "a\u{10400}"],
  ["名\u0301", "名\u0301"],
  ["1a", "_1a"],
])("%j becomes %j", (name, identifier) => {
  expect(toIdentifier(name)).toBe(identifier);
});

test.each([
  ["\u019bx", "\u019bx", "\u019bx"],
  ["\u1c8ax", "_x", "_x"],
  ["ßx", "SSx", "ßx"],
  ["İx", "İx", "i\u0307x"],
  ["undefined", "Undefined", "undefined"],
])("%j in either case: %j, %j", (name, upper, lower) => {
  expect([pascal(name), camel(name)]).toEqual([upper, lower]);
});

test.each([
  ["e\u0301te\u0301", "été"],
  ["ﬁn", "fin"],
  ["ſo", "so"],
  ["\u212aelvin", "kelvin"],
  ["İ", "i"],
  ["a\u3164b", "a-b"],
  ["\u1c8a", ""],
])("%j as a folder: %j", (name, folder) => {
  expect(kebab(name)).toBe(folder);
});
