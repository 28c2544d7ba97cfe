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
