import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isIdentifier, isKnownEverywhere } from "../generator/identifier.ts";
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

/** Every character beyond ASCII that `accepts`; halves of pairs are none. */
function beyondAscii(accepts: (character: string) => boolean): readonly string[] {
  const codes = Array.from({ length: 0x110000 - 0x80 }, (_, index) => index + 0x80);
  return codes
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter(accepts);
}

// Compared with the compilers character by character in test/campaigns/letters.test.ts.
test("the letters that are known everywhere have not changed since the compilers last agreed", () => {
  const letters = beyondAscii(isKnownEverywhere);
  expect(
    letters.filter((letter) => !/\p{ID_Continue}/u.test(letter) || /\p{Default_Ignorable_Code_Point}/u.test(letter)),
  ).toEqual([]);
  expect([letters.length, createHash("sha256").update(letters.join("")).digest("hex")]).toEqual([
    128460,
    "00e5b579c2f0eaf977cb00d299d95a3f07e320ea39b47ce2de08548917f480ac",
  ]);
});

test.each([
  ["", true, false],
  ["a b~", true, false],
  ["$_a1", true, true],
  ["1a", true, false],
  ["a-b", true, false],
  ["名a", true, true],
  ["a名!", true, false],
  ["a\u1c8a", false, false],
  ["\u1c8aa", false, false],
  ["a\u007f", false, false],
  ["a\n", false, false],
])("%j: known everywhere %j, an identifier %j", (text, known, identifier) => {
  expect([isKnownEverywhere(text), isIdentifier(text)]).toEqual([known, identifier]);
});
