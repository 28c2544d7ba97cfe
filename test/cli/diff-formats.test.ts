import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { formatOf } from "../../generator/commands/diff-formats.ts";
import { presences } from "../../generator/commands/options.ts";
import { exceeds, stepLine, type FailOn } from "../../generator/commands/diff-summary.ts";
import type { Change, Verdict } from "../../generator/diff/types.ts";
import { calls, change, comparison, many, show } from "./diff-changes.ts";

const one = (verdict: Verdict, more: Partial<Change> = {}): Change => ({
  ...change("type-changed", "n.T/m", verdict, "Why."),
  ...more,
});

describe("what changes add up to", () => {
  const cases: [verdicts: Verdict[], step: string, fails: FailOn[]][] = [
    [[], "no change for users of the package", []],
    [["docs"], "patch: 1 change of docs only", ["any"]],
    [["docs", "docs"], "patch: 2 changes of docs only", ["any"]],
    [["compatible", "docs"], "minor: 1 compatible change", ["any"]],
    [["breaking-readers", "compatible"], "major: 1 change breaks readers", ["breaking", "any"]],
    [["breaking-writers", "breaking-writers"], "major: 2 changes break writers", ["breaking", "any"]],
    [["breaking"], "major: 1 change breaks readers and writers", ["breaking", "any"]],
    [
      ["breaking-readers", "breaking-writers", "breaking-readers", "breaking-readers"],
      "major: 3 changes break readers, 1 breaks writers",
      ["breaking", "any"],
    ],
    [["breaking", "breaking-readers"], "major: 2 changes break readers, 1 breaks writers", ["breaking", "any"]],
    [["breaking", "breaking-writers"], "major: 1 change breaks readers, 2 break writers", ["breaking", "any"]],
  ];
  test.each(cases)("%j: %s", (verdicts, step, fails) => {
    const compared = comparison(verdicts.map((verdict) => one(verdict)));
    expect(stepLine(compared)).toBe(step);
    expect((["breaking", "any", "none"] as const).filter((failOn) => exceeds(compared, failOn))).toEqual(fails);
  });
});

test.each([
  [{}, "text"],
  [{ format: "markdown" }, "markdown"],
  [{ json: true }, "json"],
  [{ json: false, format: "github" }, "github"],
] as const)("%j asks for %s", (flags, format) => {
  expect(formatOf(flags)).toBe(format);
});

test("two formats are one too many", () => {
  expect(() => formatOf({ json: true, format: "text" })).toThrow("--json and --format exclude each other");
});

test.each([
  ["text", "no change for users of the package\n"],
  ["markdown", "## No change\n\nThis is no change for users of the package.\n"],
  ["github", "no change for users of the package\n"],
  ["json", '{\n  "changes": [],\n  "verdict": "none",\n  "semver": "none"\n}\n'],
] as const)("nothing changed, as %s", (format, text) => {
  expect(show([], format)).toBe(text);
});

describe("text", () => {
  test("reads well in 80 columns", () => {
    expect(show(calls, "text")).toBe(`Breaks readers and writers: 5 changes
  microsoft.graph.call
    member-removed  answeredBy               participantInfo
                    It can be neither read nor sent.
    type-changed    callChainId              Edm.Guid → Edm.Int64
                    Values of the two types differ.
    member-removed  ringingTimeoutInSeconds  Edm.Int32
  type-renamed      microsoft.graph.callTranscript → microsoft.graph.transcript
                    It has another name.
  member-renamed    microsoft.graph.mediaInfo/resourceId → resourceIdentifier
                    It has another name.

Breaks readers: 2 changes
  enum-member-added    microsoft.graph.callState/parked
                       A switch lacks a case.
  union-widened        microsoft.graph.identitySet
                       aiInteractionMentionedIdentitySet,
                       microsoft.graph.callRecords.organizerIdentitySet
                       A switch is no longer exhaustive.

Breaks writers: 1 change
  became-required    microsoft.graph.call/subject  optional → required  (create)
                     It has to be sent.

Compatible: 4 changes
  parameter-added    action:microsoft.graph.answer(microsoft.graph.call)/region
                     Edm.String
                     It may be left out.
  operation-added    action:microsoft.graph.hold(microsoft.graph.call)
                     Nobody has to call it.
  member-added       microsoft.graph.call/meetingCapability  meetingCapability
                     Nobody has to read or send it.
  member-added       microsoft.graph.onlineMeeting/allowLiveShare  Edm.Boolean

Docs only: 1 change
  docs-changed    microsoft.graph.call/direction
                  - The direction of the call.
                  + The direction of the call, as the application sees it: inco…
                  Only doc comments differ.

5  break readers and writers
2  break readers only
1  breaks writers only
4  compatible
1  docs only

major: 7 changes break readers, 6 break writers
`);
  });

  const long = "microsoft.graph.aVeryLongNameOfATypeThatFillsTheLine/andOfAMemberAsWell";
  const cases: [why: string, change: Change, lines: string[]][] = [
    ["neither", one("docs"), ["  type-changed    n.T/m"]],
    ["all presences", one("docs", { presences: [...presences] }), ["  type-changed    n.T/m"]],
    ["some presences", one("docs", { presences: ["received"] }), ["  type-changed    n.T/m  (received)"]],
    ["from nothing", one("docs", { after: "n.A, o.B" }), ["  type-changed    n.T/m  A, o.B"]],
    ["a new enum member", one("docs", { code: "enum-member-added", after: "m" }), ["  enum-member-added    n.T/m"]],
    ["a quotation", one("docs", { code: "docs-changed", after: "n.A" }), ["  docs-changed    n.T/m  n.A"]],
    ["a long code", one("docs", { code: "items-became-nullable" }), ["  items-became-nullable  n.T/m"]],
    [
      "a long name",
      one("docs", { path: long, after: "Edm.String" }),
      ["  type-changed", `      ${long}`, `${" ".repeat(18)}Edm.String`],
    ],
    [
      "long values",
      one("docs", { before: `Collection(n.${"A".repeat(30)})`, after: `Collection(n.${"B".repeat(60)})` }),
      [
        "  type-changed    n.T/m",
        `${" ".repeat(18)}- Collection(${"A".repeat(30)})`,
        `${" ".repeat(18)}+ Collection(${"B".repeat(48)}…`,
      ],
    ],
  ];
  test.each(cases)("%s", (_why, given, lines) => {
    const [section = ""] = show([given], "text").split("\n\n");
    expect(section.split("\n").slice(1, -1)).toEqual(lines);
  });

  test("values that begin alike show where they differ", () => {
    const alike = "The states that a call goes through from the first ring to the last word, ";
    const values = { before: `${alike}without parking`, after: `${alike}with parking` };
    const shown = show([one("docs", values)], "text");
    expect(shown).toContain("…to the last word, without parking");
    expect(shown).toContain("…to the last word, with parking");
  });

  test("every reason stands once, however many changes have it; lines keep to the width", () => {
    for (const columns of [80, 100, 120]) {
      const text = show([...many, ...calls], "text", { columns });
      for (const reason of ["Reason breaking.", "Reason compatible.", "Reason docs.", "It can be neither"])
        expect(text.split(reason)).toHaveLength(2);
      expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(text).toMatch(
        /^ {2}2 {2}break readers only\n {2}1 {2}breaks writers only\n604 {2}compatible\n601 {2}docs only$/m,
      );
    }
  });

  test("another reason in between is told, and so is the first one again", () => {
    const reasons = ["A.", "A.", "B.", "B.", "A."];
    const text = show(
      reasons.map((reason, index) => one("docs", { path: `n.T/${index}`, reason })),
      "text",
    );
    expect(text.match(/^ +[AB]\.$/gm)?.map((line) => line.trim())).toEqual(["A.", "B.", "A."]);
  });

  test("colours change nothing but colours", () => {
    const { red, bold, dim } = pc.createColors(true);
    const text = show(calls, "text", { colors: true });
    expect(text).toContain(red("member-removed"));
    expect(text).toContain(bold("microsoft.graph.call"));
    expect(text).toContain(dim("It has to be sent."));
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
    expect(text.replaceAll(escapes, "")).toBe(show(calls, "text"));
  });
});

describe("json", () => {
  test("has every key, in order, and null for what is not there", () => {
    const given = one("breaking", {
      before: "a",
      presences: ["create"],
      at: { file: "/work/repo/spec/m.xml", line: 3 },
    });
    expect(show([given], "json")).toBe(`{
  "changes": [
    {
      "code": "type-changed",
      "path": "n.T/m",
      "before": "a",
      "after": null,
      "presences": [
        "create"
      ],
      "verdict": "breaking",
      "reason": "Why.",
      "file": "spec/m.xml",
      "line": 3
    }
  ],
  "verdict": "breaking",
  "semver": "major"
}
`);
  });

  const files: [file: string, shown: string][] = [
    ["/work/repo/spec/m.xml", "spec/m.xml"],
    ["/work/other/m.xml", "/work/other/m.xml"],
    ["git:HEAD~1:/work/repo/spec/m.xml", "git:HEAD~1:spec/m.xml"],
    ["https://x.test/$metadata", "https://x.test/$metadata"],
  ];
  test.each(files)("%s is %s", (file, shown) => {
    const { changes } = JSON.parse(show([one("docs", { at: { file } })], "json"));
    expect(changes).toMatchObject([{ file: shown, line: null, before: null, after: null, presences: null }]);
  });
});
