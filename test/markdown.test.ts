import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { excerpt } from "../generator/excerpt.ts";
import { cell, code, link, plain, prose } from "../generator/markdown.ts";
import { hostile } from "./cli/hostile.ts";

// More of it, in tables and beside other text: test/cli/diff-markdown.test.ts.

/** The text of a paragraph as it is seen; fails on whatever is not text. */
function read(markdown: string): string {
  return marked.lexer(markdown).map(seen).join("");
}

function seen(token: Token): string {
  expect(["paragraph", "text", "escape", "space"]).toContain(token.type);
  const { tokens } = token as { readonly tokens?: readonly Token[] };
  if (tokens !== undefined) return tokens.map(seen).join("");
  return token.type === "space" ? "" : (token as { readonly text: string }).text;
}

describe("text that stays text", () => {
  const rows: readonly (readonly [text: string, markdown: string, seen: string])[] = [
    ["A call, and a caller's name.", "A call, and a caller's name.", "A call, and a caller's name."],
    ["\\a `b` *c* _d_", "\\\\a \\`b\\` \\*c\\* \\_d\\_", "\\a `b` *c* _d_"],
    ["[a](b) ![c]", "\\[a\\](b) !\\[c\\]", "[a](b) ![c]"],
    ["<b>a</b> | ~~c~~", "\\<b\\>a\\</b\\> \\| \\~\\~c\\~\\~", "<b>a</b> | ~~c~~"],
    ["&lt; $x$", "\\&lt; \\$x\\$", "&lt; $x$"],
    ["mail a@b.test, @me", "mail a\\@b.test, @me", "mail a@b.test, @me"],
    ["see https://x.test: yes", "see https\\://x.test: yes", "see https://x.test: yes"],
    ["www.x.test WWW.x.test w.x", "www\\.x.test WWW\\.x.test w.x", "www.x.test WWW.x.test w.x"],
    ["# a # b", "\\# a # b", "# a # b"],
    ["+ a + b", "\\+ a + b", "+ a + b"],
    ["- a - b", "\\- a - b", "- a - b"],
    ["=== a", "\\=== a", "=== a"],
    ["1. a 2. b", "1\\. a 2. b", "1. a 2. b"],
    ["12) a", "12\\) a", "12) a"],
    ["a1. b (c)", "a1. b (c)", "a1. b (c)"],
    ["ab. c", "ab. c", "ab. c"],
    [" a\n\n  # b\t\tc ", "a # b c", "a # b c"],
    ["a\u202eb", "a\\\\u202eb", "a\\u202eb"],
  ];
  test.each(rows)("%j", (text, markdown, shown) => {
    expect(plain(text)).toBe(markdown);
    expect(read(markdown)).toBe(shown);
  });

  test("whatever it holds", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(plain(text))).toBe(excerpt(text.replace(/\s+/g, " ").trim(), Infinity));
      }),
      { numRuns: 500 },
    );
  });
});

describe("an address is a link where nothing in it is more than an address", () => {
  const rows: readonly (readonly [address: string, markdown: string])[] = [
    ["https://x.test/a?b=c&d=%20#e", "<https://x.test/a?b=c&d=%20#e>"],
    ["http://127.0.0.1:8080/$metadata", "<http://127.0.0.1:8080/$metadata>"],
    ["HTTPS://X.test/~a/(b)/[c]/*+,;!@'", "<HTTPS://X.test/~a/(b)/[c]/*+,;!@'>"],
    ["https://x.test/<b>", "`https://x.test/<b>`"],
    ["https://x.test/a b", "`https://x.test/a b`"],
    ["https://x.test/\n", "`https://x.test/\\u000a`"],
    ["https://x.test/|`", "`` https://x.test/\\|` ``"],
    ["https://", "`https://`"],
    ["see https://x.test/", "`see https://x.test/`"],
    ["javascript:alert(1)", "`javascript:alert(1)`"],
    ["", ""],
  ];
  test.each(rows)("%j", (address, markdown) => {
    expect(link(address)).toBe(markdown);
    const tokens = marked.lexer(markdown).flatMap((token) => ("tokens" in token ? (token.tokens ?? []) : []));
    const links = tokens.filter((token): token is Tokens.Link => token.type === "link").map(({ href }) => href);
    expect(links).toEqual(markdown.startsWith("<") ? [address] : []);
  });
});

describe("blanks and backticks at the ends of code are seen", () => {
  const rows: readonly (readonly [text: string, markdown: string])[] = [
    [" a", "` a`"],
    ["a ", "`a `"],
    [" a ", "`  a  `"],
    ["  ", "`  `"],
    ["`a", "`` `a ``"],
    ["a`", "`` a` ``"],
    ["a``b`c", "```a``b`c```"],
  ];
  test.each(rows)("%j", (text, markdown) => {
    expect([code(text), cell(text)]).toEqual([markdown, markdown]);
    expect(marked.parseInline(markdown, { async: false })).toBe(`<code>${text}</code>`);
  });
});

describe("a sentence, whose words stay as they are while they mean nothing else", () => {
  const rows: readonly (readonly [text: string, markdown: string])[] = [
    ["  several   blanks ", "several blanks"],
    ['"', '"'],
    ["(((", "((("],
    ["...", "..."],
    ["“(a.b)”", "“(`a.b`)”"],
    ["a(b", "`a(b`"],
    ["it's it’s e\u0301t’e\u0301", "it's it’s e\u0301t’e\u0301"],
    ["a'b.c a'", "`a'b.c` a'"],
    ["12 1a", "12 `1a`"],
    ["", ""],
  ];
  test.each(rows)("%j", (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });
});

test.each([
  [1000, "a".repeat(1000)],
  [1001, `\`${"a".repeat(1001)}\``],
  [20_000_000, `\`${"a".repeat(20_000_000)}\``],
])("a word of %i letters", (count, want) => {
  expect(prose("a".repeat(count)) === want).toBe(true);
});
