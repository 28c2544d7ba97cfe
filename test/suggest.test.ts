import { expect, test } from "vitest";
import { closest } from "../generator/closest.ts";
import { didYouMeanAny, oneOf } from "../generator/suggest.ts";

test.each<[name: string, candidates: string[], want: string | undefined]>([
  ["out", ["root", "only"], undefined],
  ["x", ["a", "all"], undefined],
  ["id", ["is", "root"], "is"],
  ["ony", ["only"], "only"],
  ["chekc", ["check"], "check"],
  ["metdaata", ["metadata"], "metadata"],
  ["some.name.space.nope", ["some.name.space.call"], undefined],
  ["some.name.space.cal", ["some.name.space.call"], "some.name.space.call"],
  ["some.nmae.space.call", ["some.name.space.call"], "some.name.space.call"],
])("nearest to %s of %j: %s", (name, candidates, want) => {
  expect(closest(name, candidates)).toBe(want);
});

const known = ["n.Order", "n.Stop", "action:n.stop()", "action:n.stop(n.Order)", "function:n.count(n.Order;of)"];
test.each<[word: string, want: string | undefined]>([
  ["n.Ordre", 'did you mean "n.Order"?'],
  ["count", 'did you mean "function:n.count(n.Order;of)"?'],
  ["n.Count", 'did you mean "function:n.count(n.Order;of)"?'],
  ["function:count", 'did you mean "function:n.count(n.Order;of)"?'],
  ["action:n.count", undefined],
  ["unt", undefined],
  ["action:n.stop", 'did you mean "action:n.stop()" or "action:n.stop(n.Order)"?'],
  ["stop", 'did you mean "n.Stop", "action:n.stop()" or "action:n.stop(n.Order)"?'],
  ["n.Nothing", undefined],
])("%s: %s", (word, want) => {
  expect(didYouMeanAny(word, known)).toBe(want);
});

test.each<[names: string[], want: string]>([
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c", "d", "e", "f"], "a, b, c, d, e or f"],
  [["a", "b", "c", "d", "e", "f", "g", "h"], "a, b, c, d, e, f or one of 2 more"],
])("%j: %s", (names, want) => {
  expect(oneOf(names)).toBe(want);
});
