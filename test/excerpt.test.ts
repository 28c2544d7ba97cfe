import { describe, expect, test } from "vitest";
import { excerpt, excerptBoth, inert, printable, printableJson, wrap } from "../generator/excerpt.ts";

describe("what would steer a terminal or turn the direction of writing is escaped", () => {
  /** Text, in messages, in a diff. */
  const rows: readonly (readonly [text: string, printable: string, inert: string])[] = [
    ["plain é 船 \u{1F600}", "plain é 船 \u{1F600}", "plain é 船 \u{1F600}"],
    ["a\tb\r\nc", "a\\u0009b\\u000d\\u000ac", "a\tb\r\nc"],
    ["\u0000\u001b\u007f\u009b", "\\u0000\\u001b\\u007f\\u009b", "\\u0000\\u001b\\u007f\\u009b"],
    ["\u061c\u200e\u202e\u2066", "\\u061c\\u200e\\u202e\\u2066", "\\u061c\\u200e\\u202e\\u2066"],
    ["\u2028\u2029", "\\u2028\\u2029", "\u2028\u2029"],
    ["\u200b\ufeff\u00ad", "\\u200b\\ufeff\\u00ad", "\u200b\ufeff\u00ad"],
    ["\u{e0041}", "\\u{e0041}", "\u{e0041}"],
    ["\uffff\u{1fffe}", "\\uffff\\u{1fffe}", "\uffff\u{1fffe}"],
  ];
  test.each(rows)("%j", (text, inMessages, inDiffs) => {
    expect([printable(text), inert(text)]).toEqual([inMessages, inDiffs]);
  });
});

describe("one line of a log, in which nothing is a command to the runner of a workflow", () => {
  const rows: readonly (readonly [text: string, shown: string])[] = [
    ["a::b", "a::b"],
    [":a", ":a"],
    ["::error::x", "\\u003a:error::x"],
    ["  ::set", "  \\u003a:set"],
    ["#[a ##[group]", "#[a #\\u0023[group]"],
    ["##[a ##[b", "#\\u0023[a #\\u0023[b"],
    ["##vso[task.x] ## [", "#\\u0023vso[task.x] ## ["],
    ["\ud800x\udc00", "\ufffdx\ufffd"],
    ["\n::x", "\\u000a::x"],
  ];
  test.each(rows)("%j", (text, line) => {
    expect(printable(text)).toBe(line);
  });
});

describe("JSON in which nothing is hidden", () => {
  const rows: readonly (readonly [value: unknown, indent: number | undefined, json: string])[] = [
    [{ a: [1, "é"] }, undefined, '{"a":[1,"é"]}'],
    [{ a: [1] }, 2, '{\n  "a": [\n    1\n  ]\n}'],
    ["\n\u202e\u007f\u{e0041}", undefined, '"\\n\\u202e\\u007f\\udb40\\udc41"'],
  ];
  test.each(rows)("%j, indented by %j", (value, indent, json) => {
    expect(printableJson(value, indent)).toBe(json);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe("excerpts", () => {
  const rows: readonly (readonly [text: string, max: number, excerpt: string])[] = [
    ["abcde", 5, "abcde"],
    ["abcdef", 5, "abcd…"],
    ["abcdefghijkl", 5, "abcd…"],
    // Escaping lengthens: what is cut is what is shown.
    ["a\nbc", 5, "a\\u0…"],
    // Half a character is none.
    ["abc\u{1F600}f", 5, "abc…"],
    ["ab\u{1F600}ef", 5, "ab\u{1F600}…"],
    ["\u{1F600}", 1, "…"],
    ["a", 0, "…"],
    ["", 0, ""],
  ];
  test.each(rows)("%j in %i", (text, max, want) => {
    expect(excerpt(text, max)).toBe(want);
  });
});

describe("excerpts of what came before and after", () => {
  const same = "The caller who is in the call, ";
  const rows: readonly (readonly [before: string, after: string, max: number, both: readonly [string, string]])[] = [
    ["short", "shorter", 20, ["short", "shorter"]],
    // Both fit: nothing gives way.
    [`${same}a`, `${same}b`, 32, [`${same}a`, `${same}b`]],
    // One does not: what both begin with gives way, but for the last words.
    [`${same}now`, `${same}then and there`, 40, ["…who is in the call, now", "…who is in the call, then and there"]],
    [`${same}then and there`, `${same}now`, 30, ["…who is in the call, then and…", "…who is in the call, now"]],
    // Close to the beginning there is nothing to win.
    ["abcd x1 and more of it", "abcd y1 and", 20, ["abcd x1 and more of…", "abcd y1 and"]],
    ["abcde x1 and more of it", "abcde y1 and", 20, ["…x1 and more of it", "…y1 and"]],
    // Without a blank the last 24 characters stay.
    [`${"a".repeat(40)}x`, `${"a".repeat(40)}y`, 30, [`…${"a".repeat(24)}x`, `…${"a".repeat(24)}y`]],
    // Nothing differs.
    ["a".repeat(40), "a".repeat(40), 30, [`…${"a".repeat(24)}`, `…${"a".repeat(24)}`]],
    // One text is the beginning of the other.
    [same.repeat(2), `${same.repeat(2)}more`, 40, ["…who is in the call, ", "…who is in the call, more"]],
  ];
  test.each(rows)("%j, %j in %i", (before, after, max, both) => {
    expect(excerptBoth(before, after, max)).toEqual(both);
  });

  test.each([",", "|", "."])("the words that stay begin behind %j", (mark) => {
    const text = (end: string): string => `${"a".repeat(30)}${mark}bcdefghijk${end}`;
    expect(excerptBoth(text("1"), text("2"), 24)).toEqual(["…bcdefghijk1", "…bcdefghijk2"]);
  });
});

describe("lines", () => {
  const rows: readonly (readonly [text: string, width: number, lines: readonly string[]])[] = [
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 6, ["one", "two", "three"]],
    ["  one  two ", 20, ["one two"]],
    ["abcdefgh ij", 5, ["abcd…", "ij"]],
    ["", 5, [""]],
    // A word that comes to begin a line may be a command there.
    ["one ::two", 12, ["one ::two"]],
    ["one two ::x", 8, ["one two", "\\u003a:x"]],
  ];
  test.each(rows)("%j in lines of %i", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
