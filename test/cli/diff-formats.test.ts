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
  type-renamed
    It has another name.
    microsoft.graph.callTranscript → microsoft.graph.transcript
  member-renamed
    It has another name.
    microsoft.graph.mediaInfo/resourceId → resourceIdentifier

Breaks readers: 2 changes
  enum-member-added
    A switch lacks a case.
    microsoft.graph.callState/parked
  union-widened
    A switch is no longer exhaustive.
    microsoft.graph.identitySet
        aiInteractionMentionedIdentitySet,
        microsoft.graph.callRecords.organizerIdentitySet

Breaks writers: 1 change
  became-required
    It has to be sent.
    microsoft.graph.call/subject  optional → required  (create)

Compatible: 4 changes
  parameter-added
    It may be left out.
    action:microsoft.graph.answer(microsoft.graph.call)/region  Edm.String
  operation-added
    Nobody has to call it.
    action:microsoft.graph.hold(microsoft.graph.call)
  member-added
    Nobody has to read or send it.
    microsoft.graph.call/meetingCapability  meetingCapability
    microsoft.graph.onlineMeeting/allowLiveShare  Edm.Boolean

Docs only: 1 change
  docs-changed
    Only doc comments differ.
    microsoft.graph.call/direction
        - The direction of the call.
        + The direction of the call, as the application sees it: incoming or ou…

5  break readers and writers
2  break readers only
1  breaks writers only
4  compatible
1  docs only

major: 7 changes break readers, 6 break writers
`);
  });

  const long = `n.${"aLongName".repeat(6)}/${"ofAMember".repeat(2)}`;
  const cases: [why: string, change: Change, lines: string[]][] = [
    ["neither", one("docs"), ["    n.T/m"]],
    ["all presences", one("docs", { presences: [...presences] }), ["    n.T/m"]],
    ["some presences", one("docs", { presences: ["received", "create"] }), ["    n.T/m  (received, create)"]],
    ["from nothing", one("docs", { after: "n.A, o.B, n.c.D, xn.E" }), ["    n.T/m  A, o.B, n.c.D, xn.E"]],
    ["to nothing", one("docs", { before: "Collection(n.A)" }), ["    n.T/m  Collection(A)"]],
    ["a new enum member", one("docs", { code: "enum-member-added", after: "m" }), ["    n.T/m"]],
    ["a quotation", one("docs", { code: "docs-changed", after: "n.A" }), ["    n.T/m  n.A"]],
    ["a quotation of the name", one("docs", { code: "docs-changed", before: "m" }), ["    n.T/m  m"]],
    ["a value that is the name", one("docs", { before: "m", after: "x" }), ["    n.T/m  m → x"]],
    ["an action", one("docs", { path: "action:n.a(n.T)", after: "action" }), ["    action:n.a(n.T)"]],
    ["in an operation", one("docs", { path: "action:n.a(n.T)/p", after: "n.P" }), ["    action:n.a(n.T)/p  P"]],
    ["a configuration key", one("docs", { path: "openTypes", before: "a", after: "b" }), ["    openTypes  a → b"]],
    ["a long name", one("docs", { path: long, after: "Edm.String" }), [`    ${long}`, "        Edm.String"]],
    [
      "long values",
      one("docs", { before: `Collection(n.${"A".repeat(30)})`, after: `Collection(n.${"B".repeat(90)})` }),
      ["    n.T/m", `        - Collection(${"A".repeat(30)})`, `        + Collection(${"B".repeat(58)}…`],
    ],
    [
      "a long list",
      one("docs", { after: Array.from({ length: 30 }, (_, index) => `n.aType${index}`).join(", ") }),
      [
        "    n.T/m",
        "        aType0, aType1, aType2, aType3, aType4, aType5, aType6, aType7, aType8,",
        "        aType9, aType10, aType11, aType12, aType13, aType14, aType15, aType16,",
        "        aType17, aType18, aType19, aType20, aType21, aType22, aType23, aType24,…",
      ],
    ],
  ];
  test.each(cases)("%s", (_why, given, lines) => {
    const [section = ""] = show([given], "text").split("\n\n");
    expect(section.split("\n").slice(1)).toEqual([`  ${given.code}`, "    Why.", ...lines]);
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

  const told: [where: string, path: (index: number) => string, lines: string[]][] = [
    ["one type", (index) => `n.T/${index}`, ["n.T", "0", "A.", "1", "2", "B.", "3", "A."]],
    ["several types", (index) => `n.T${index}`, ["A.", "n.T0", "n.T1", "B.", "n.T2", "A.", "n.T3"]],
  ];
  test.each(told)("in %s, another reason in between is told, and so is the first one again", (_where, path, lines) => {
    const reasons = ["A.", "A.", "B.", "A."];
    const [text = ""] = show(
      reasons.map((reason, index) => one("docs", { path: path(index), reason })),
      "text",
    ).split("\n\n");
    const words = text.replaceAll("type-changed", "").split("\n").slice(1);
    expect(words.map((word) => word.trim()).filter((word) => word !== "")).toEqual(lines);
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
      at: { file: "/repo/repo/spec/m.xml", line: 3 },
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
    ["/repo/repo/spec/m.xml", "spec/m.xml"],
    ["/repo/other/m.xml", "/repo/other/m.xml"],
    ["git:HEAD~1:/repo/repo/spec/m.xml", "git:HEAD~1:spec/m.xml"],
    ["https://x.test/$metadata", "https://x.test/$metadata"],
  ];
  test.each(files)("%s is %s", (file, shown) => {
    const { changes } = JSON.parse(show([one("docs", { at: { file } })], "json"));
    expect(changes).toMatchObject([{ file: shown, line: null, before: null, after: null, presences: null }]);
  });
});
