import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { changeCodes, type Change, type ChangeCode, type Verdict } from "../../generator/diff/types.ts";
import { formatFiles } from "../../generator/output/format.ts";
import { changelogEntry } from "../../generator/release/changelog.ts";
import { calls, change, comparison, many } from "../cli/diff-changes.ts";
import { hostileChange } from "../cli/hostile.ts";

const entry = (...changes: readonly Change[]): string => changelogEntry(comparison(changes), "0.2.0");
const lines = (text: string): string[] => text.split("\n").filter((line) => line.startsWith("- "));

test("an entry as users read it", () => {
  expect(entry(...calls)).toBe(`## 0.2.0

### Breaking

#### For readers and writers

- Renamed type: \`microsoft.graph.callTranscript\` → \`microsoft.graph.transcript\`.
- Removed members in \`microsoft.graph.call\`: \`answeredBy\`, \`ringingTimeoutInSeconds\`.
- Type changed in \`microsoft.graph.call\`: \`callChainId\` (\`Edm.Guid\` → \`Edm.Int64\`).
- Renamed member in \`microsoft.graph.mediaInfo\`: \`resourceId\` → \`resourceIdentifier\`.

#### For readers

- More types in the union: \`microsoft.graph.identitySet\` (\`aiInteractionMentionedIdentitySet\`, \`microsoft.graph.callRecords.organizerIdentitySet\`). A switch is no longer exhaustive.
- New value in \`microsoft.graph.callState\`: \`parked\`. A switch is no longer exhaustive.

#### For writers

- Required now (create) in \`microsoft.graph.call\`: \`subject\`.

### Added and compatible

- New operation: \`action:microsoft.graph.hold(microsoft.graph.call)\`.
- New parameter in \`action:microsoft.graph.answer(microsoft.graph.call)\`: \`region\`.
- New member in \`microsoft.graph.call\`: \`meetingCapability\`.
- New member in \`microsoft.graph.onlineMeeting\`: \`allowLiveShare\`.

### Documentation

- 1 doc comment changed.
`);
});

test("without changes it says so", () => {
  expect(entry()).toBe("## 0.2.0\n\nTypes, members and operations are as before.\n");
});

describe("a line", () => {
  const presences = ["create", "update"] as const;
  test.each<[Change[], string]>([
    [
      [change("type-added", "n.A", "compatible", ""), change("type-added", "n.B", "compatible", "")],
      "- New types: `n.A`, `n.B`.",
    ],
    [
      [
        change("member-added", "n.A/a", "breaking-writers", ""),
        change("member-added", "n.A/b", "breaking-writers", ""),
      ],
      "- New required members in `n.A`: `a`, `b`.",
    ],
    [
      [change("became-required", "n.A/a", "breaking-writers", "", { presences })],
      "- Required now (create, update) in `n.A`: `a`.",
    ],
    [
      [change("became-nullable", "n.A/a", "breaking", "", { presences: [...presences, "received", "declared"] })],
      "- May be null now in `n.A`: `a`.",
    ],
    [
      [change("type-changed", "action:n.f()/$ReturnType", "breaking", "", { before: "Edm.Guid", after: "n.A" })],
      "- Type changed: the result of `action:n.f()` (`Edm.Guid` → `A`).",
    ],
    [
      [change("return-added", "action:n.f()/$ReturnType", "compatible", "", { after: "n.A" })],
      "- New: the result of `action:n.f()` (`A`).",
    ],
    [
      [change("return-removed", "action:n.f()/$ReturnType", "breaking-readers", "", { before: "n.A" })],
      "- Removed: the result of `action:n.f()` (`A`).",
    ],
    [[change("base-changed", "n.A", "compatible", "", { after: "n.B" })], "- Base type changed: `n.A` (`none` → `B`)."],
    [
      [change("names-removed", "n.A", "breaking", "", { before: "AUpdate, validateAUpdate" })],
      "- Less is exported: `n.A` (`AUpdate`, `validateAUpdate`).",
    ],
    [
      [change("option-changed", "package.name", "breaking", "", { before: "package.a", after: "package.b" })],
      "- Changed option: `package.name` (`package.a` → `package.b`).",
    ],
    [
      ["a", "b"].map((name) =>
        change("deprecated", `n.A/${name}`, "compatible", "", { after: "since 2026, use c-d." }),
      ),
      "- Deprecated (since 2026, use c-d.) in `n.A`: `a`, `b`.",
    ],
    [[change("deprecated", "n.A", "compatible", "", { after: "deprecated" })], "- Deprecated: `n.A`."],
    [[change("enum-member-added", "n.E/a", "compatible", "")], "- New value in `n.E`: `a`."],
    [
      [change("became-evolvable", "n.E/unknownFutureValue", "breaking-readers", "")],
      "- Evolvable now in `n.E`: `unknownFutureValue`. A switch is no longer exhaustive.",
    ],
  ])("%j", (changes, line) => {
    expect(lines(entry(...changes))).toEqual([line]);
  });

  test("stands apart where the deprecations differ, or the presences", () => {
    const deprecated = ["x", "y"].map((after) => change("deprecated", `n.A/${after}`, "compatible", "", { after }));
    expect(lines(entry(...deprecated))).toHaveLength(2);
    const optional = (["create", "update"] as const).map((presence) =>
      change("became-optional", `n.A/${presence}`, "compatible", "", { presences: [presence] }),
    );
    expect(lines(entry(...optional))).toHaveLength(2);
  });
});

test("every code has words", () => {
  const verdicts: readonly Verdict[] = ["breaking", "breaking-readers", "breaking-writers", "compatible"];
  for (const code of Object.keys(changeCodes) as ChangeCode[]) {
    for (const verdict of verdicts) {
      const [one] = lines(entry(change(code, "n.A/a", verdict, "", { before: "x", after: "y" })));
      expect(one).toMatch(/^- [A-Z][a-z ]+( \(y\))? in `n\.A`: `a`( → `y`| \(`.*`\))?\.( [A-Z][a-z ]+\.)?$/);
    }
  }
});

describe("a long list", () => {
  test("of members is cut, and counted", () => {
    const all = Array.from({ length: 1_030 }, (_, index) => change("member-added", `n.A/m${index}`, "compatible", ""));
    const [line = ""] = lines(entry(...all));
    expect(line).toMatch(/^- New members in `n\.A`: `m0`, .*`m19` and 1,010 more\.$/);
  });

  test("of types is cut, and its changes are counted", () => {
    const all = (["breaking", "breaking-readers", "breaking-writers", "compatible"] as const).flatMap((verdict) =>
      Array.from({ length: 1_000 }, (_, index) => change("became-nullable", `n.T${index}/m`, verdict, "")),
    );
    const text = entry(...all);
    expect(text.split("\n").length).toBeLessThan(300);
    expect(text.match(/^- And 940 more changes\.$/gm)).toHaveLength(4);
    expect(lines(entry(...all.slice(0, 60))).at(-1)).toMatch(/T59/);
    expect(lines(entry(...all.slice(0, 61))).at(-1)).toBe("- And 1 more change.");
  });

  test("of docs is a number", () => {
    expect(lines(entry(...many)).at(-1)).toBe("- 600 doc comments changed.");
  });
});

describe("text from outside", () => {
  /** What a reader sees; fails on anything but text and code. */
  function seen(tokens: readonly Token[]): string {
    const texts = tokens.map((token) => {
      expect(["text", "codespan"]).toContain(token.type);
      if (token.type !== "text") return (token as Tokens.Codespan).text;
      expect("tokens" in token ? token.tokens : []).toEqual([]);
      expect(token.raw).not.toMatch(/[<>@#`*_|\\&~]|:\/\/|www\./);
      return token.raw;
    });
    return texts.join("").replace(/\s+/g, " ").trim();
  }

  function items(text: string): string[] {
    return marked.lexer(text).flatMap((token) => {
      if (token.type !== "list") {
        expect(["heading", "space"]).toContain(token.type);
        return [];
      }
      return (token as Tokens.List).items.map(({ tokens }) => {
        expect(tokens.map(({ type }) => type)).toEqual(["text"]);
        return seen((tokens[0] as Tokens.Text).tokens ?? []);
      });
    });
  }

  async function formatted(text: string): Promise<string> {
    return (await formatFiles([{ path: "CHANGELOG.md", text }])).map((file) => file.text).join("");
  }

  test("is never Markdown, and formatting changes nothing that is seen", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileChange, { minLength: 1, maxLength: 10 }), async (changes) => {
        const text = entry(...changes);
        const once = await formatted(text);
        expect(items(once)).toEqual(items(text));
        expect(await formatted(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  test("that is as names are is formatted already", async () => {
    for (const text of [entry(...calls), entry(...many), entry()]) expect(await formatted(text)).toBe(text);
  });
});
