import { expect, it } from "vitest";
import { decodeXml } from "../../generator/csdl/xml/decode.ts";
import { guardXml } from "../../generator/csdl/xml/guard.ts";
import { problemsOf, source } from "./support.ts";

// Limits that take longer to meet, those on elements and attributes, stand in test/campaigns/guard-time.test.ts.
it("a text has as many characters as the parser can take, and not one more", () => {
  const text = (count: number): string => `<a>${"x".repeat(count)}</a>`;
  expect(guardXml(decodeXml(source(text(16_000_000)))).starts).toEqual([0]);
  expect(problemsOf(() => guardXml(decodeXml(source(text(16_000_001)))))).toEqual([
    "1:4 a text of more than 16000000 characters begins here",
  ]);
});

// Without limits, these would overflow the stack of the engine in a process that compiles no regular expressions.
it.each<[string, (count: number) => string, number, string]>([
  [
    "an attribute's name",
    (count) => `<a ${"b".repeat(count)}="">`,
    100_000,
    "1:4 a name of more than 100000 characters",
  ],
  ["an element's name", (count) => `<${"b".repeat(count)}>`, 100_000, "1:2 a name of more than 100000 characters"],
  ["a decimal reference", (count) => `<a>&#${"65".padStart(count, "0")};`, 1000, "1:4 a bare & stands here"],
  ["a hexadecimal reference", (count) => `<a>&#x${"41".padStart(count, "0")};`, 1000, "1:4 a bare & stands here"],
  ["an entity's name", (count) => `<a>&${"b".repeat(count)};`, 1000, "1:4 a bare & stands here"],
  [
    "white space",
    (count) => `<?xml${" ".repeat(count)}version="1.0"?><a>`,
    1000,
    "1:1 the XML declaration is malformed",
  ],
  ["white space at =", (count) => `<?xml version=${" ".repeat(count)}"1.0"?><a>`, 1000, "1:1 the XML declaration is"],
  ["a version", (count) => `<?xml version="1.${"0".repeat(count)}"?><a>`, 100, "1:1 the XML declaration is malformed"],
])("%s has a limit", (_name, write, limit, want) => {
  const told = (count: number): readonly string[] => problemsOf(() => guardXml(decodeXml(source(write(count)))));
  expect(told(limit)[0]).not.toContain(want);
  expect(told(limit + 1)[0]).toContain(want);
});
