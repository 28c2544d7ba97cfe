import { expect, test } from "vitest";
import { randomOf } from "../determinism/random.ts";
import { matches, parseGrammar, produce } from "./abnf.ts";
import { grammar } from "./oracles.ts";

const small = parseGrammar(`
a = "x" / %s"y" ; a comment
    / b c
b = 2( "1" "2" )
c = 1*2%x30-32 [ "!" ] *d
d = "."
`);

test.each([
  ["a", "x", true],
  ["a", "X", true],
  ["a", "y", true],
  ["a", "Y", false],
  ["a", "", false],
  ["a", "xx", false],
  ["a", "12120", true],
  ["a", "121202!...", true],
  ["a", "1212!", false],
  ["a", "121233", false],
  ["a", "1212012", false],
  ["b", "12", false],
  ["b", "121212", false],
  ["d", "·", false],
])("rule %s on %j: %j", (rule, text, want) => {
  expect(matches(small, rule, text)).toBe(want);
});

test("what is no ABNF, and rules that are not there, are errors", () => {
  expect(() => parseGrammar("a = {2}")).toThrow("not ABNF");
  expect(() => parseGrammar('a = "x" )')).toThrow("what is");
  expect(() => matches(parseGrammar("a = b"), "a", "x")).toThrow("no rule b");
});

test("every rule for values matches what it produces", () => {
  const random = randomOf(7);
  const wrong = [...grammar.keys()].flatMap((rule) =>
    Array.from({ length: 20 }, () => produce(grammar, rule, random))
      .filter((text) => !matches(grammar, rule, text))
      .map((text) => `${rule}: ${text}`),
  );
  expect(wrong).toEqual([]);
});
