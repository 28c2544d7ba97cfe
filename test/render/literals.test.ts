import vm from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentCode, commentText, literal } from "../../generator/render/literals.ts";

const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);

/** Pieces that have ended strings, comments and lines elsewhere. */
const hostile = [
  '"',
  "'",
  "`",
  "\\",
  "\\u0022",
  "${x}",
  "*/",
  "/*",
  "*",
  "/",
  "//",
  "-->",
  "</script>",
  "@deprecated",
  "@",
  "{@link x}",
  "\0",
  "\b",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "\v",
  "\f",
  "\x1b[31m",
  "\x7f",
  "\u0080",
  "\u0085",
  "\u00a0",
  "\u00ad",
  "\u061c",
  "\u180e",
  "\u200b",
  "\u200d",
  "\u200e",
  "\u200f",
  "\u2028",
  "\u2029",
  "\u202a",
  "\u202e",
  "\u202f",
  "\u2060",
  "\u2066",
  "\u2069",
  "\ufeff",
  "\ufff9",
  "\ufffe",
  "\uffff",
  "\ud800",
  "\udc00",
  "😀",
  "\u{e0001}",
  "\u{e0041}",
  "é",
  "e\u0301",
  "ש",
  "a",
  " ",
  "__proto__",
];

const texts = fc.oneof(
  fc.array(fc.constantFrom(...hostile), { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

/** Control characters, line ends, zero-width and bidirectional marks, tag characters, halves of pairs. */
const invisible =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/u;

describe(`literals (FC_SEED=${seed})`, () => {
  test("evaluate to the text, and show all that is in them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = literal(text);
        if (vm.runInNewContext(`(${written})`) !== text) throw new Error(`${written} is another text`);
        if (JSON.parse(written) !== text) throw new Error(`${written} is another text in JSON`);
        if (invisible.test(written)) throw new Error(`${JSON.stringify(written)} holds something invisible`);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test.each([
    ["plain", '"plain"'],
    ["é ש 😀", '"é ש 😀"'],
    ['"\\', '"\\"\\\\"'],
    ["\u2028\u202e\ufeff", '"\\u2028\\u202e\\ufeff"'],
    ["\u{e0041}", '"\\udb40\\udc41"'],
    ["\ud800x", '"\\ud800x"'],
    ["\u00a0\u3164\ufe0f\u{1fffe}", '"\\u00a0\\u3164\\ufe0f\\ud83f\\udffe"'],
    ["</script><!--<b", '"\\u003c/script>\\u003c!--<b"'],
    ["<SCRIPT </s", '"\\u003cSCRIPT </s"'],
  ])("%j", (text, written) => {
    expect(literal(text)).toBe(written);
  });
});

describe(`text for comments (FC_SEED=${seed})`, () => {
  test("cannot end the comment, start a tag or hide anything", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = commentText(text);
        if (written.includes("*/")) throw new Error(`${JSON.stringify(written)} ends the comment`);
        for (const line of written.split("\n")) {
          if (/^\s*\*?\s*@[A-Za-z]/.test(line)) throw new Error(`${JSON.stringify(line)} starts a tag`);
          if (/\{@[A-Za-z]/.test(line)) throw new Error(`${JSON.stringify(line)} holds a tag`);
          if (invisible.test(line)) throw new Error(`${JSON.stringify(line)} holds something invisible`);
          if (line !== line.trimEnd()) throw new Error(`${JSON.stringify(line)} ends in white space`);
        }
      }),
      { seed, numRuns: 5000 },
    );
  });

  test.each([
    ["a */ b", "a *\\/ b"],
    ["a *\u200b/ b", "a *\\/ b"],
    ["@see this", "`@see` this"],
    ["mail a@b.example", "mail a@b.example"],
    ["one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"],
    ["  \n text \n\n", "text"],
    ["bell\x07", "bell"],
    ["a\tb\u00a0c\vd", "a b c\nd"],
    ["a /* b", "a /\\* b"],
    ["/*/", "/\\*\\/"],
    ["/// <reference />", "/\\// <reference />"],
    ["</script><!--<b>", "<\\/script><\\!--<b>"],
    ["<Script>a:///b", "<\\Script>a:///b"],
    ["é@x {@link y}", "é`@x` {`@link` y}"],
    ["@license `@internal` a@preserve", "\\@\\license `@\\internal` a@\\preserve"],
    ["@ts-ignore #__PURE__ # sourceMappingURL=x", "\\@\\ts-ignore #\\__PURE__ #\\ sourceMappingURL=x"],
    ["eslint-disable prettier-ignore webpackIgnore", "eslint\\-disable prettier\\-ignore webpack\\Ignore"],
    ["c8 ignore next, c8", "c8\\ ignore next, c8"],
    ["😀 船", "😀 船"],
    ["@", "\\@"],
    ["@ a\n  @ b", "\\@ a\n  \\@ b"],
  ])("%j", (text, written) => {
    expect(commentText(text)).toBe(written);
  });
});

test.each([
  ["n.T", "n.T"],
  ["https://x.test/\n*/ evil()", "https://x.test/\\u000a*\\/ evil()"],
  ["a\u202eb\u3164", "a\\u202eb\\u3164"],
  ["@ts-nocheck", "@\\ts-nocheck"],
])("a name or an address in a comment: %j", (text, written) => {
  expect(commentCode(text)).toBe(written);
});

test("steering words are taken for such behind any amount of white space, without a loop that has no bounds", () => {
  for (const count of [100, 101, 5000]) {
    expect(commentText(`a #${" ".repeat(count)}sourceMappingURL=x`)).toContain("#\\ ");
    expect(commentText(`v8${" ".repeat(count)}ignore`)).toContain("v8\\ ");
  }
  expect(commentText(`v8${" ".repeat(101)}x`)).toContain("v8\\ ");
  expect(commentText(`@${"a".repeat(1001)}`)).toBe(`\`@${"a".repeat(1000)}\`a`);
});
