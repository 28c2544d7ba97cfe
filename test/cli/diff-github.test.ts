import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, printable } from "../../generator/excerpt.ts";
import { diffGithub } from "../../generator/commands/diff-github.ts";
import type { FailOn } from "../../generator/commands/diff-summary.ts";
import type { Change, Verdict } from "../../generator/diff/types.ts";
import { calls, change, comparison, many, show } from "./diff-changes.ts";
import { hostile, hostileChange } from "./hostile.ts";

const one = (verdict: Verdict, at?: Change["at"]): Change => change("type-changed", "n.T/m", verdict, "Why.", { at });

test("annotations of a pull request", () => {
  const at = { file: "/repo/repo/spec/v1.0.csdl.xml", line: 12, column: 7 };
  const placed = calls.slice(2, 6).map((each, index) => ({ ...each, at: { ...at, line: 12 + index } }));
  expect(show(placed, "github")).toBe(
    [
      "::error title=major%3A 2 changes break readers and writers::2 changes fail this step",
      "::error file=spec/v1.0.csdl.xml,line=12,col=7,title=member-removed microsoft.graph.call/answeredBy::" +
        "participantInfo%0AIt can be neither read nor sent.",
      "::error file=spec/v1.0.csdl.xml,line=13,col=7,title=type-changed microsoft.graph.call/callChainId::" +
        "Edm.Guid → Edm.Int64%0AValues of the two types differ.",
      "::notice file=spec/v1.0.csdl.xml,line=15,col=7,title=member-added microsoft.graph.call/meetingCapability::" +
        "meetingCapability%0ANobody has to read or send it.",
      "major: 2 changes break readers and writers",
      "",
    ].join("\n"),
  );
});

describe("levels", () => {
  const cases: [failOn: FailOn, levels: string[]][] = [
    ["breaking", ["error", "error", "error", "error", "notice"]],
    ["any", ["error", "error", "error", "error", "error", "error"]],
    ["none", ["warning", "warning", "warning", "warning", "notice"]],
  ];
  test.each(cases)("--fail-on %s", (failOn, levels) => {
    const verdicts: readonly Verdict[] = ["docs", "compatible", "breaking-writers", "breaking-readers", "breaking"];
    const text = show(
      verdicts.map((verdict) => one(verdict)),
      "github",
      { failOn },
    );
    expect(text.match(/^::\w+/gm)?.map((level) => level.slice(2))).toEqual(levels);
  });
});

describe("where an annotation is shown", () => {
  const cases: [file: string, position: string][] = [
    ["/repo/repo/spec/m.xml", "file=spec/m.xml,line=3,title="],
    ["/repo/repo/..odd/m.xml", "file=..odd/m.xml,line=3,title="],
    ["/repo/repo/a,b:c%/m.xml", "file=a%2Cb%3Ac%25/m.xml,line=3,title="],
    ["/repo/repo/a\r\nb.xml", "file=a%0D%0Ab.xml,line=3,title="],
    ["/repo/repo", "title="],
    ["/repo/m.xml", "title="],
    ["/repo/repository/m.xml", "title="],
    ["https://x.test/$metadata", "title="],
    ["git:HEAD~1:/repo/repo/spec/m.xml", "title="],
    ["m.xml", "title="],
  ];
  test.each(cases)("%j", (file, position) => {
    expect(show([one("breaking", { file, line: 3 })], "github")).toContain(`::error ${position}type-changed n.T/m::`);
  });

  test("what is no path is not looked for below the folder", () => {
    const { line, ...context } = { line: 3, cwd: process.cwd(), failOn: "breaking" as const };
    for (const file of ["https://x.test/m.xml", "git:HEAD:/m.xml", "m.xml"])
      expect(diffGithub(comparison([one("breaking", { file, line })]), context)).toMatch(/^::error title=/);
  });

  test("a file without a line, a line without a column", () => {
    const file = "/repo/repo/m.xml";
    expect(show([one("breaking", { file, column: 3 })], "github")).toContain("::error file=m.xml,title=");
    expect(show([one("breaking", { file, line: 3 })], "github")).toContain("::error file=m.xml,line=3,title=");
  });
});

test("the first annotation of a level has the totals, as GitHub shows ten; the most important come next", () => {
  const text = show([...many, one("breaking-readers"), one("breaking")], "github", { failOn: "any" });
  const [first, second] = text.split("\n");
  expect(first).toMatch(
    /^::error title=.*::1,502 changes fail this step; GitHub shows 9 of them here, the log has all$/,
  );
  expect(second).toContain("title=member-removed ");
  expect(text.indexOf("docs-changed")).toBeGreaterThan(text.lastIndexOf("type-changed"));
  const totals = (count: number): string | undefined =>
    show(many.slice(0, 5 * count), "github", { failOn: "none" }).split("\n")[0];
  expect(totals(1)).toMatch(/^::warning title=member-removed /);
  expect(totals(9)).toMatch(/::9 changes break users of the package$/);
  expect(totals(10)).toMatch(/::10 changes break users of the package; GitHub shows 9 /);
});

/** A line as the runner reads it: trimmed, up to the second `::`, properties split at commas, escapes undone. */
function command(line: string): { level: string; properties: Record<string, string>; text: string } | undefined {
  const match = /^::(\S+?)(?: (.*?))?::(.*)$/s.exec(line.trim());
  if (match === null) return undefined;
  const data = (text: string): string => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text: string): string => data(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const pairs = (match[2] ?? "").split(",").map((pair) => /^([^=]*)=(.*)$/s.exec(pair) ?? ["", pair, ""]);
  const properties = Object.fromEntries(pairs.map(([, key = "", value = ""]) => [key, property(value)]));
  return { level: match[1] ?? "", properties, text: data(match[3] ?? "") };
}

test("no text from outside is a command, or a property of one", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileChange, hostile), { minLength: 1, maxLength: 8 }), (pairs) => {
      const changes = pairs.map(([each, file]) => ({ ...each, at: { file: `/repo/repo/spec/${file}`, line: 1 } }));
      const lines = show(changes, "github").split(/\r\n|\r|\n/);
      expect(lines.slice(-2)).toEqual([expect.stringMatching(/^major: [\w ,]+$/), ""]);
      const commands = lines
        .slice(0, -2)
        .map(command)
        .slice(changes.length > 1 ? 1 : 0);
      expect(commands).toHaveLength(changes.length);
      commands.forEach((found, index) => {
        const { code, path, reason } = changes[index] ?? one("docs");
        expect(found?.level).toBe("error");
        expect(Object.keys(found?.properties ?? {}).filter((key) => key !== "file" && key !== "line")).toEqual([
          "title",
        ]);
        expect(found?.properties["title"]).toBe(`${code} ${excerpt(path, 200)}`);
        expect(found?.text.trim().endsWith(excerpt(reason, 500).trim())).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

describe("no text from outside steers a terminal, or the runner that reads its log", () => {
  test.each([80, 120, 1])("text for %i columns", (columns) => {
    fc.assert(
      fc.property(fc.array(hostileChange, { minLength: 1, maxLength: 8 }), (changes) => {
        const text = show(changes, "text", { columns });
        expect(text).not.toMatch(/[\p{Cf}\p{Cs}\u2028\u2029]|(?!\n)\p{Cc}/u);
        for (const line of text.split("\n")) expect(line.trim()).not.toMatch(/^::|##\[/);
      }),
      { numRuns: 200 },
    );
  });

  test("a word that comes to begin a line is no command, and one that is longer than a line is cut", () => {
    const reason = `${"nine char ".repeat(7)}::error::x ${"y".repeat(300)} z`;
    const lines = show([change("type-changed", "n.T", "docs", reason)], "text").split("\n");
    expect(lines).toContain("    \\u003a:error::x");
    expect(lines).toContain(`    ${"y".repeat(75)}…`);
    const behindBlanks = `${"x".repeat(80)}    ::error::x`;
    const others = show([change("type-changed", "n.T", "docs", behindBlanks)], "text").split("\n");
    expect(others).toContain("    \\u003a:error::x");
  });

  test("100 kB are shown by their beginning", () => {
    const huge = "\u202e\u001b[1m|`".repeat(20_000);
    const given = change("type-changed", huge, "breaking", huge, { before: huge, after: `${huge}!` });
    for (const format of ["text", "markdown", "github"] as const) {
      expect(show([given], format).length).toBeLessThan(8_000);
    }
    expect(JSON.parse(show([given], "json"))).toMatchObject({ changes: [{ path: huge, before: huge, reason: huge }] });
  });

  const cases: [text: string, safe: string][] = [
    ["::error::x", "\\u003a:error::x"],
    ["  ::error::x", "  \\u003a:error::x"],
    ["a::b", "a::b"],
    [":", ":"],
    ["a##[error]", "a#\\u0023[error]"],
    ["\ud83d!", "\ufffd!"],
    ["\u{1f600}", "\u{1f600}"],
  ];
  test.each(cases)("%j", (text, safe) => {
    expect(printable(text)).toBe(safe);
  });

  test("an excerpt ends in a whole character, and is never longer than it may be", () => {
    expect(excerpt("ab\u{1f600}cd", 4)).toBe("ab…");
    fc.assert(fc.property(hostile, fc.integer({ min: 1, max: 40 }), (text, max) => excerpt(text, max).length <= max));
  });
});
