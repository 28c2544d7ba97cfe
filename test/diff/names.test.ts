import { describe, expect, test } from "vitest";
import { movedTypes } from "../../generator/diff/moved-types.ts";
import { areNear, pairUp, unpaired, type Likeness } from "../../generator/diff/pair-up.ts";
import { saysTheSame } from "../../generator/diff/renamed-members.ts";
import { isAbout, requireRoots } from "../../generator/diff/require-roots.ts";
import { mirrored, summarize } from "../../generator/diff/verdicts.ts";
import { changeCodes, type Change, type Verdict } from "../../generator/diff/types.ts";
import type { Surface } from "../../generator/plan/surface/types.ts";
import type { Slice } from "../../generator/slice/types.ts";
import { parse, problemsOf } from "../model/support.ts";

describe("names that are near", () => {
  test.each<[string, string, boolean]>([
    ["callId", "CallID", true],
    ["call_id", "callId", true],
    ["call-id", "call_id", true],
    ["cost", "host", false],
    ["hosts", "costs", false],
    // Six letters, one apart.
    ["colour", "color", false],
    ["colours", "colors", true],
    ["colored", "colores", true],
    ["colours", "colore", false],
    ["größe1", "größe2", true],
    ["größe", "grösse", false],
    ["_", "-", true],
  ])("%s, %s: %s", (a, b, near) => {
    expect([areNear(a, b), areNear(b, a)]).toEqual([near, near]);
  });
});

describe("pairs", () => {
  const things = (...names: readonly string[]): { name: string }[] => names.map((name) => ({ name }));
  const firstLetter: Likeness<{ name: string }> = {
    keysOf: ({ name }) => [name[0] ?? ""],
    matches: (a, b) => a.name[0] === b.name[0],
  };
  const rows: readonly (readonly [gone: string, come: string, pairs: string, left: string])[] = [
    ["a1", "a2", "a1-a2", " / "],
    ["a1 b1", "b2 a2", "a1-a2 b1-b2", " / "],
    ["a1", "b2", "", "a1 / b2"],
    // What fits twice is told of neither.
    ["a1", "a2 a3", "", "a1 / a2 a3"],
    ["a1 a2", "a3", "", "a1 a2 / a3"],
    ["a1 a2 b1", "a3 b2", "b1-b2", "a1 a2 / a3"],
  ];
  test.each(rows)("%s → %s: %s", (gone, come, wanted, left) => {
    const [before, after] = [things(...gone.split(" ")), things(...come.split(" "))];
    const pairs = pairUp(before, after, firstLetter);
    expect([...pairs].map((pair) => pair.join("-")).join(" ")).toBe(wanted);
    const rest = unpaired(before, after, pairs).map((list) => list.map(({ name }) => name).join(" "));
    expect(rest.join(" / ")).toBe(left);
  });
});

test.each<[string | undefined, string | undefined, boolean]>([
  ["One.", "One.", true],
  ["One.", "Two.", false],
  ["One.", undefined, false],
  [undefined, undefined, false],
])("the descriptions %j and %j are the same: %s", (one, other, same) => {
  const described = (name: string, description: string | undefined) => {
    return { name, docs: { description, deprecated: undefined } };
  };
  expect(saysTheSame(described("one", one), described("other", other))).toBe(same);
});

describe("namespaces under another name", () => {
  const names = (text: string): string[] =>
    text.split(" ").flatMap((one) => {
      const [namespace = "", types = ""] = one.split(":");
      return [...types].map((type) => `${namespace}.${type}`);
    });
  const of = (text: string): Surface =>
    ({ types: new Map(names(text).map((name) => [name, {}])) }) as unknown as Surface;
  const rows: readonly (readonly [why: string, before: string, after: string, moved: string])[] = [
    ["all of it", "m:abc", "n:abc", "abc"],
    ["two are enough", "m:ab", "n:ab", "ab"],
    ["one says nothing", "m:a", "n:a", ""],
    ["four of five", "m:abcde", "n:abcdf", "abcd"],
    ["three of four are too few", "m:abcd", "n:abce", ""],
    ["four of five that came", "m:abcd", "n:abcdf", "abcd"],
    ["four of six that came are too few", "m:abcd", "n:abcdfg", ""],
    ["two that it may have become", "m:abc", "n:abc o:abc", ""],
    ["two that it may have been", "l:abc m:abc", "n:abc", ""],
    ["one that stays is not looked at", "m:abc n:abc", "n:abc", ""],
    ["one that was there is not looked at", "m:abc", "m:abc n:abc", ""],
    ["another one that went", "k:xyz m:abc", "n:abc", "abc"],
    ["others beside it", "m:abc k:xyz", "n:abc k:xyz j:uvw", "abc"],
  ];
  test.each(rows)("%s", (_, before, after, moved) => {
    expect([...movedTypes(of(before), of(after))]).toEqual([...moved].map((type) => [`m.${type}`, `n.${type}`]));
  });
});

describe("roots that two documents are looked at from", () => {
  const schema = parse(`<Schema Namespace="n"><EntityType Name="E"/><ComplexType Name="C"/>
    <EnumType Name="M"><Member Name="a"/></EnumType><TypeDefinition Name="D" UnderlyingType="Edm.Int32"/>
    <Action Name="act"/><Function Name="count"><ReturnType Type="Edm.Int32"/></Function>
    <EntityContainer Name="K"><EntitySet Name="es" EntityType="n.E"/></EntityContainer></Schema>
    <Schema Namespace="m"><ComplexType Name="Z"/></Schema>`);
  test.each<[readonly string[] | "all", boolean]>([
    ["all", true],
    [["n.E"], true],
    [["C"], true],
    [["self.M"], true],
    [["D"], true],
    [["act"], true],
    [["action:n.act(n.E;p)"], true],
    [["function:n.count()"], true],
    [["es"], true],
    [["m.Z"], true],
    [["nothing", "es"], true],
    [["nothing", "n"], false],
    [["K"], false],
    [["action:n.none(n.E)"], false],
    [[], false],
  ])("%j: %s", (roots, about) => {
    expect(isAbout([schema], roots)).toBe(about);
  });

  const missing = (...names: readonly string[]): Slice => ({ missing: names }) as unknown as Slice;
  test("one that is on neither side is a mistake", () => {
    expect(problemsOf("usage", () => requireRoots(missing("a", "b", "c"), missing("c", "d", "a")))).toEqual(
      ["a", "c"].map((name) => ({
        message: `there is no type, operation or container child called ${name}, before or after`,
        hint: "take it out of the roots, or compare everything with --all",
      })),
    );
  });

  test("one that is on one side is a change", () => {
    expect(() => requireRoots(missing("a"), missing("b"))).not.toThrow();
    expect(() => requireRoots(missing(), missing("b"))).not.toThrow();
  });
});

describe("what changes add up to", () => {
  const change = (verdict: Verdict, parts: Partial<Change> = {}): Change => ({
    code: "type-changed",
    path: "n.T",
    before: undefined,
    after: undefined,
    presences: undefined,
    reason: "",
    at: undefined,
    verdict,
    ...parts,
  });
  test.each<[readonly Verdict[], string, string]>([
    [[], "none", "none"],
    [["docs"], "docs", "patch"],
    [["docs", "compatible"], "compatible", "minor"],
    [["compatible", "breaking-writers"], "breaking-writers", "major"],
    [["breaking-readers", "docs"], "breaking-readers", "major"],
    [["breaking", "compatible"], "breaking", "major"],
    [["breaking-writers", "breaking-readers"], "breaking", "major"],
  ])("%j: %s, %s", (verdicts, verdict, semver) => {
    expect(summarize(verdicts.map((one) => change(one)))).toMatchObject({ verdict, semver });
  });

  test("they are in order of path, code, and what comes", () => {
    const rows: readonly Partial<Change>[] = [
      { path: "a", code: "member-added" },
      { path: "a", code: "type-changed" },
      { path: "a", code: "type-changed", after: "B" },
      { path: "a", code: "type-changed", after: "a" },
      { path: "b", code: "became-open", after: "0" },
    ];
    const sorted = rows.map((parts) => change("docs", parts));
    expect(summarize([...sorted].reverse()).changes).toEqual(sorted);
    expect(summarize([1, 3, 0, 4, 2].flatMap((index) => sorted[index] ?? [])).changes).toEqual(sorted);
  });

  test("seen from the other side, and from there again, each code is itself", () => {
    for (const code of Object.keys(changeCodes) as (keyof typeof changeCodes)[])
      expect(mirrored(mirrored(code))).toBe(code);
    expect(mirrored("type-added")).toBe("type-removed");
  });
});
