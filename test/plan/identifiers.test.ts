import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { isIdentifier } from "../../generator/identifier.ts";
import { camel, kebab, pascal, toIdentifier, unreserved } from "../../generator/plan/identifiers.ts";

describe("identifiers", () => {
  /** Name, as identifier, of a type, of a value. */
  const rows: readonly (readonly [string, string, string, string])[] = [
    ["call", "call", "Call", "call"],
    ["CallRecord", "CallRecord", "CallRecord", "callRecord"],
    ["request-id", "request_id", "Request_id", "request_id"],
    ["a.b", "a_b", "A_b", "a_b"],
    ["_private", "_private", "_private", "_private"],
    ["$count", "$count", "$count", "$count"],
    ["1st", "_1st", "_1st", "_1st"],
    ["-", "_", "_", "_"],
    ["", "_", "_", "_"],
    ["größe", "größe", "Größe", "größe"],
    ["船", "船", "船", "船"],
    // Letters beyond the first plane are one letter, not two halves.
    ["\u{10428}x", "\u{10428}x", "\u{10400}x", "\u{10428}x"],
    // Upper case may be two letters.
    ["ßen", "ßen", "SSen", "ßen"],
  ];
  test.each(rows)("%j", (name, identifier, type, value) => {
    expect([toIdentifier(name), pascal(name), camel(name)]).toEqual([identifier, type, value]);
    expect([identifier, type, value].every(isIdentifier)).toBe(true);
  });

  test.each(["", "1a", "a-b", "a b", "a\n", " a", "a.b", "😀"])("%j is none", (text) => {
    expect(isIdentifier(text)).toBe(false);
  });
});

describe("words that cannot name a value in a module", () => {
  /** ECMAScript 12.7.2: keywords, literals, and what strict mode reserves. */
  const words =
    "arguments break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "return static super switch this throw true try typeof var void while with yield";
  const isRefused = (word: string): boolean => {
    try {
      new vm.Script(`"use strict"; const ${word} = 0;`);
      return false;
    } catch {
      return true;
    }
  };

  test.each(words.split(" "))("%s", (word) => {
    expect([unreserved(word), isRefused(word)]).toEqual([`${word}_`, true]);
  });

  // The one is reserved in modules only; to declare the other, code that uses it would see another value; a module
  // that exports the third is a promise without an end to `await import(…)`.
  test.each(["await", "undefined", "then"])("%s", (word) => {
    expect(unreserved(word)).toBe(`${word}_`);
  });

  test.each(["of", "type", "async", "from", "call", "Class", "toString", "__proto__"])("not %s", (word) => {
    expect([unreserved(word), isRefused(word)]).toEqual([word, false]);
  });
});

describe("names of files", () => {
  test.each([
    ["callRecords", "call-records"],
    ["microsoft.graph", "microsoft-graph"],
    ["a__b", "a-b"],
    ["__a__", "a"],
    ["v1Beta2Api", "v1-beta2-api"],
    ["größeÄnderung", "größe-änderung"],
    ["HTTPServer", "httpserver"],
  ])("%s: %s", (name, file) => {
    expect(kebab(name)).toBe(file);
  });
});
