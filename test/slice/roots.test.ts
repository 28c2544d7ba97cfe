import { describe, expect, test } from "vitest";
import { problemsOf } from "../model/support.ts";
import { contentsOf, sliceOf } from "./support.ts";

const text = `<Schema Namespace="n" Alias="self">
  <EntityType Name="call"/><ComplexType Name="other"/><EnumType Name="state"><Member Name="a"/></EnumType>
  <Action Name="dial"><Parameter Name="p" Type="n.state"/></Action>
  <Action Name="hold" IsBound="true"><Parameter Name="it" Type="n.call"/></Action>
  <Action Name="hold" IsBound="true"><Parameter Name="it" Type="Collection(n.call)"/></Action>
  <Function Name="count"><ReturnType Type="n.other"/></Function>
  <EntityContainer Name="C">
    <Singleton Name="me" Type="self.call"/><EntitySet Name="calls" EntityType="n.call"/>
    <ActionImport Name="dialNow" Action="self.dial"/><FunctionImport Name="countNow" Function="n.count"/>
  </EntityContainer>
</Schema>
<Schema Namespace="m"><ComplexType Name="other"/><ComplexType Name="lone"/></Schema>`;

describe("what a root may be", () => {
  const holds = ["action:hold(Collection(call))", "action:hold(call)"];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["me", ["call", ...holds]],
    ["calls", ["call", ...holds]],
    ["n.call", ["call", ...holds]],
    ["self.call", ["call", ...holds]],
    ["call", ["call", ...holds]],
    ["n.other", ["other"]],
    ["lone", ["m.lone"]],
    ["state", ["state"]],
    ["dialNow", ["state", "action:dial()"]],
    ["countNow", ["other", "function:count()"]],
    ["action:n.dial()", ["state", "action:dial()"]],
    ["n.dial", ["state", "action:dial()"]],
    ["self.count", ["other", "function:count()"]],
    // A bound operation brings its binding type, which brings the other operations bound to it.
    ["action:n.hold(n.call)", ["call", ...holds]],
    ["n.hold", ["call", ...holds]],
  ];
  test.each(rows)("%s: %j", (root, contents) => {
    const slice = sliceOf(text, [root]);
    expect(contentsOf(slice)).toEqual(contents);
    expect(new Set(slice.roots.map(({ asked }) => asked))).toEqual(new Set([root]));
  });

  test("all: every type, every operation and every child of the container", () => {
    const slice = sliceOf(text, "all");
    const types = ["m.lone", "m.other", "call", "other", "state"];
    expect(contentsOf(slice)).toEqual([...types, "action:dial()", ...holds, "function:count()"]);
    const named = slice.roots.slice(0, 9);
    expect(named.filter(({ asked, target }) => asked !== target)).toEqual([]);
    expect(named.map(({ kind }) => kind)).toEqual([...Array(5).fill("type"), ...Array(4).fill("operation")]);
    expect(slice.roots.slice(9).map(({ asked, kind, target }) => `${asked}: ${kind} ${target}`)).toEqual([
      "calls: child n.call",
      "countNow: child n.count",
      "dialNow: child n.dial",
      "me: child n.call",
    ]);
    expect(slice.missing).toEqual([]);
  });

  test("nothing: an empty slice", () => {
    expect(contentsOf(sliceOf(text, []))).toEqual([]);
  });

  test("an entity set whose entity type has the name of an operation stands for the type", () => {
    const both = `<EntityType Name="T"/><EntityType Name="D" BaseType="n.T"/><EntityType Name="U"/>
      <Action Name="T"><Parameter Name="p" Type="n.U"/></Action>
      <EntityContainer Name="C"><EntitySet Name="Ts" EntityType="n.T"/></EntityContainer>`;
    expect(contentsOf(sliceOf(both, ["Ts"]))).toEqual(["D", "T"]);
  });

  test("one thing asked for twice, under two names", () => {
    const { types, roots } = sliceOf(text, ["me", "n.call"]);
    expect([...types.keys()]).toEqual(["n.call"]);
    expect(roots.map(({ asked, kind, target }) => [asked, kind, target])).toEqual([
      ["me", "child", "n.call"],
      ["n.call", "type", "n.call"],
    ]);
  });
});

describe("what it may not be", () => {
  const rows: readonly (readonly [readonly string[], readonly object[]])[] = [
    [
      ["n.cal"],
      [
        {
          message: "there is no type, operation or container child called n.cal",
          hint: 'did you mean "n.call"?',
          setting: ["roots", "0"],
        },
      ],
    ],
    [["n.dials"], [{ message: expect.stringContaining("called n.dials"), hint: 'did you mean "n.dial"?' }]],
    [
      ["somethingElse"],
      [{ message: expect.stringContaining("called somethingElse"), hint: expect.stringContaining("--all") }],
    ],
    [
      ["n.call", "other"],
      [
        {
          message: "the root other is ambiguous",
          hint: "say which: m.other or n.other",
          setting: ["roots", "1"],
        },
      ],
    ],
    [["N.call"], [{ hint: 'did you mean "n.call"?' }]],
    [["x.call"], [{ hint: 'did you mean "n.call"?' }]],
    // Of equally near names the first by code unit, whatever they name.
    [["acall"], [{ hint: 'did you mean "calls"?' }]],
    [["action:n.dial(n.call)"], [{ message: expect.stringContaining("called action:n.dial(n.call)") }]],
    // All at once.
    [
      ["a.b", "n.call", "other"],
      [{ message: expect.stringContaining("a.b") }, { message: expect.stringContaining("other") }],
    ],
  ];
  test.each(rows)("%j", (roots, problems) => {
    expect(problemsOf("usage", () => sliceOf(text, roots))).toMatchObject(problems);
  });
});

describe("for whoever only looks", () => {
  const missing = (roots: readonly string[]): unknown => sliceOf(text, roots, { tolerant: "all" }).missing;

  test("what is not there is told, and what is there is taken", () => {
    const slice = sliceOf(text, ["a.b", "n.call", "c"], { tolerant: "all" });
    expect(slice.missing).toEqual(["a.b", "c"]);
    expect(slice.types.has("n.call")).toBe(true);
    expect(missing(["n.call", "dialNow"])).toEqual([]);
  });

  test("what is ambiguous stays an error", () => {
    expect(problemsOf("usage", () => missing(["other"]))).toMatchObject([{ message: "the root other is ambiguous" }]);
  });
});
