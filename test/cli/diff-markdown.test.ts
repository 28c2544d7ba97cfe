import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { excerpt, excerptBoth } from "../../generator/excerpt.ts";
import { cell, code, prose } from "../../generator/markdown.ts";
import { rowOf } from "../../generator/commands/diff-rows.ts";
import { changeCodes, type Change, type ChangeCode } from "../../generator/diff/types.ts";
import { calls, change, many, show } from "./diff-changes.ts";
import { hostile, hostileChange } from "./hostile.ts";

test("a pull request's body", () => {
  const body = show(calls.slice(2, 7), "markdown");
  expect(body).toBe(`## Breaks readers and writers: a major version

Of the changes, 3 break readers and writers, 1 compatible, 1 docs only.

### Breaks readers and writers: 3 changes

| where | change | before | after |
| --- | --- | --- | --- |
| \`microsoft.graph.call/answeredBy\` | member-removed | \`participantInfo\` |  |
| \`microsoft.graph.call/callChainId\` | type-changed | \`Edm.Guid\` | \`Edm.Int64\` |
| \`microsoft.graph.call/ringingTimeoutInSeconds\` | member-removed | \`Edm.Int32\` |  |

- member-removed: It can be neither read nor sent.
- type-changed: Values of the two types differ.

### Compatible: 1 change

| where | change | before | after |
| --- | --- | --- | --- |
| \`microsoft.graph.call/meetingCapability\` | member-added |  | \`meetingCapability\` |

- member-added: Nobody has to read or send it.

### Docs only: 1 change

<details>
<summary>1 docs-changed</summary>

| where | change | before | after |
| --- | --- | --- | --- |
| \`microsoft.graph.call/direction\` | docs-changed | \`The direction of the call.\` | \`The direction of the call, as the application sees it: incoming or outgoing.\` |

- docs-changed: Only doc comments differ.

</details>
`);
});

test("where a code has two reasons, the rows say which", () => {
  const reasons = ["A.", "B.", "A."];
  const body = show(
    reasons.map((reason, index) => change("became-nullable", `n.T/${index}`, "breaking", reason)),
    "markdown",
  );
  expect(body.match(/became-nullable \[\d\].*/g)).toEqual([
    "became-nullable [1] |  |  |",
    "became-nullable [2] |  |  |",
    "became-nullable [1] |  |  |",
    "became-nullable [1]: A.",
    "became-nullable [2]: B.",
  ]);
});

describe("text from outside", () => {
  const spans: [text: string, markdown: string][] = [
    ["", ""],
    ["plain", "`plain`"],
    ["<b> @me #1 *a* [x](y) &amp; \\n", "`<b> @me #1 *a* [x](y) &amp; \\n`"],
    ["a|b", "`a\\|b`"],
    ["a\\|b", "`a\\`<!-- -->`\\|b`"],
    ["a`b", "``a`b``"],
    ["`a``", "``` `a`` ```"],
    [" a ", "`  a  `"],
    [" ", "` `"],
    ["a\nb\u001b[1m\u202e", "`a\\u000ab\\u001b[1m\\u202e`"],
  ];
  test.each(spans)("%j in a cell", (text, markdown) => {
    expect(cell(text)).toBe(markdown);
  });

  test("outside of a table, a pipe is a pipe", () => {
    expect(code("a|b\u001b`")).toBe("`` a|b\\u001b` ``");
  });

  const sentences: [text: string, markdown: string][] = [
    ["It's the caller's, and (so far) nobody else's.", "It's the caller's, and (so far) nobody else's."],
    ["A well-known value — 300 of them → none.", "A well-known value — 300 of them → none."],
    ["Values of n.T are refused.", "Values of `n.T` are refused."],
    ["See (https://x.test/), @me, #12 and <b>!", "See (`https://x.test/`), `@me`, `#12` and `<b>`!"],
    ["* a | b", "`*` a `|` b"],
    [":smile: GH-1 www.x.test a@b.test", "`:smile`: `GH-1` `www.x.test` `a@b.test`"],
  ];
  test.each(sentences)("%j as a sentence", (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });
});

/** What a reader sees of inline tokens; fails on anything but text, code and the comment that separates code. */
function seen(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "codespan") return token["text"] as string;
      if (token.type === "html") expect(token.raw).toBe("<!-- -->");
      else {
        expect(token.type).toBe("text");
        expect("tokens" in token ? token.tokens : []).toEqual([]);
        expect(token.raw).not.toMatch(/[<>@#`*_|\\&~]|:\/\/|www\./);
      }
      return token.type === "html" ? "" : token.raw;
    })
    .join("");
}

/** The rows of all tables, as they are seen; fails on any block that the format does not make. */
function rowsOf(body: string): string[][] {
  const rows: string[][] = [];
  for (const token of marked.lexer(body)) {
    if (token.type === "table") {
      const table = token as Tokens.Table;
      expect(table.header.map(({ text }) => text)).toEqual(["where", "change", "before", "after"]);
      rows.push(...table.rows.map((cells) => cells.map(({ tokens }) => seen(tokens))));
    } else if (token.type === "list") {
      for (const { tokens } of (token as Tokens.List).items) {
        expect(tokens.map(({ type }) => type)).toEqual(["text"]);
        seen((tokens[0] as Tokens.Text).tokens ?? []);
      }
    } else if (token.type === "html") {
      expect(token.raw.trim()).toMatch(/^(?:<details>\n<summary>[\w ,-]+<\/summary>|<\/details>)$/);
    } else {
      expect(["heading", "paragraph", "space"]).toContain(token.type);
      expect(token.raw).toMatch(/^[\w#:,. \n-]*$/);
    }
  }
  return rows;
}

describe("no text from outside is Markdown", () => {
  const expected = (change: Change): string[] => {
    const { name, before, after } = rowOf(change);
    const values = before === undefined || after === undefined ? [before ?? "", after ?? ""] : [before, after];
    const [first, second] = excerptBoth(values[0] ?? "", values[1] ?? "", 120);
    return [excerpt(name, 200), "", first, second].map((text) => text.trim());
  };

  test("whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(hostileChange, { minLength: 1, maxLength: 30 }), (changes) => {
        const rows = rowsOf(show(changes, "markdown"));
        expect(rows.map(([, label]) => label?.split(" ")[0])).toEqual(changes.map(({ code }) => code));
        expect(rows.map((cells) => cells.map((text, index) => (index === 1 ? "" : text.trim())))).toEqual(
          changes.map(expected),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("code and sentences are seen as they were written", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [row] = rowsOf(`| where | change | before | after |\n| - | - | - | - |\n| ${cell(text)} | a | b | c |\n`);
        expect(row?.[0]?.trim()).toBe(excerpt(text, Infinity).trim());
        const [list] = marked.lexer(`- a: ${prose(text)}\n`);
        const words = seen(((list as Tokens.List).items[0]?.tokens[0] as Tokens.Text).tokens ?? []);
        expect(words.split(/\s+/).join("")).toBe(`a:${excerpt(text, Infinity).split(/\s+/).join("")}`);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a long list", () => {
  const codes = Object.keys(changeCodes) as ChangeCode[];
  const huge = "`|\\".repeat(30_000);
  const lists: [why: string, changes: Change[]][] = [
    ["1,500 changes", [...many]],
    ["1,500 changes that break", many.map((each) => ({ ...each, verdict: "breaking" }))],
    ["every verdict in plenty", [...many, ...many.map((each) => ({ ...each, verdict: "breaking-readers" as const }))]],
    ["100 kB in each text", codes.map((name) => change(name, huge, "compatible", huge, { before: huge, after: huge }))],
    ["a reason for each", many.map((each, index) => ({ ...each, reason: `${index} ${huge.slice(0, 500)}` }))],
  ];

  test.each(lists)("of %s stays below the limit, and counts what is left out", (_why, changes) => {
    const body = show(changes, "markdown");
    expect(body.length).toBeLessThanOrEqual(60_000);
    const sections = body.split(/^### /m).slice(1);
    const listed = sections.map((section) => section.match(/^\| `.*\|$/gm)?.length ?? 0);
    const left = sections.map((section) => Number(/^and ([\d,]+) more$/m.exec(section)?.[1]?.replace(",", "") ?? 0));
    const totals = sections.map((section) => Number(/: ([\d,]+) change/.exec(section)?.[1]?.replace(",", "")));
    const whole = listed.map((rows, index) => (rows === 0 ? 0 : rows + (left[index] ?? 0)));
    expect(whole).toEqual(totals.map((total, index) => (listed[index] === 0 ? 0 : total)));
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(changes.length);
    // The first section is cut last, and every later one only after the ones behind it.
    const cut = listed.findIndex((rows, index) => rows < (totals[index] ?? 0));
    if (cut !== -1) expect(listed.slice(cut + 1).every((rows) => rows <= 2)).toBe(true);
  });

  test("is folded, and says on the fold what it holds", () => {
    const body = show(many, "markdown");
    expect(body).toContain("<summary>300 member-removed</summary>");
    expect(body).toContain("<summary>600 member-added</summary>");
    expect(body.split("<details>").length).toBe(body.split("</details>").length);
  });
});
