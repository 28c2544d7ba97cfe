import { describe, expect, test } from "vitest";
import type { Config } from "../../generator/config/types.ts";
import { planNamespaces } from "../../generator/plan/namespaces.ts";
import { problemsOf } from "../model/support.ts";
import { exportsAt, listedAt, planOf } from "./support.ts";

function plan(
  namespaces: readonly string[],
  mainNamespace?: string,
  modules: Record<string, string> = {},
): readonly string[] {
  const config: Pick<Config, "modules" | "mainNamespace"> = {
    mainNamespace,
    modules: new Map(Object.entries(modules)),
  };
  const things = namespaces.map((namespace, index) => ({ namespace, at: { file: "m.xml", line: index + 1 } }));
  const plans = [...planNamespaces(things, config).values()];
  return plans.map(({ namespace, folder, exportName }) => `${namespace}: ${folder} ${exportName ?? "(main)"}`);
}

describe("folders and export names", () => {
  const rows: readonly (readonly [readonly string[], readonly string[]])[] = [
    [["microsoft.graph"], ["microsoft.graph: graph (main)"]],
    [
      ["microsoft.graph.callRecords", "microsoft.graph"],
      ["microsoft.graph: graph (main)", "microsoft.graph.callRecords: call-records callRecords"],
    ],
    [
      ["a.x", "b.y"],
      ["a.x: x x", "b.y: y y"],
    ],
    // As few of the last segments as tell one from the others.
    [
      ["a.x", "b.x"],
      ["a.x: a-x aX", "b.x: b-x bX"],
    ],
    [
      ["a.b.x", "c.b.x", "d"],
      ["a.b.x: a-b-x aBX", "c.b.x: c-b-x cBX", "d: d d"],
    ],
    [
      ["z.a.x", "z.b.x"],
      ["z.a.x: a-x aX", "z.b.x: b-x bX"],
    ],
    [
      ["a.X", "b.x"],
      ["a.X: a-x aX", "b.x: b-x bX"],
    ],
    [
      ["a.b", "a.bc"],
      ["a.b: b b", "a.bc: bc bc"],
    ],
    [
      ["a.runtime", "b"],
      ["a.runtime: runtime-namespace runtimeNamespace", "b: b b"],
    ],
    [
      ["a.Types", "b"],
      ["a.Types: types-namespace typesNamespace", "b: b b"],
    ],
    [
      ["a.con", "b.COM1"],
      ["a.con: con-namespace conNamespace", "b.COM1: com1-namespace com1Namespace"],
    ],
    [
      ["a.default", "b"],
      ["a.default: default default_", "b: b b"],
    ],
    [
      ["a.été", "b"],
      ["a.été: été été", "b: b b"],
    ],
    [
      ["a._", "b"],
      ["a._: namespace namespace", "b: b b"],
    ],
    [
      ["a.dist", "b.node_modules", "c.dynamicMembers"],
      [
        "a.dist: dist-namespace distNamespace",
        "b.node_modules: node-modules-namespace nodeModulesNamespace",
        "c.dynamicMembers: dynamic-members-namespace dynamicMembersNamespace",
      ],
    ],
    // What a file system takes for one name is told apart.
    [
      ["a.ß", "b.SS"],
      ["a.ß: a-ß aSS", "b.SS: b-ss bSs"],
    ],
    [
      ["a.ς", "b.σ"],
      ["a.ς: a-ς aΣ", "b.σ: b-σ bΣ"],
    ],
  ];
  test.each(rows)("%j: %j", (namespaces, plans) => {
    expect(plan(namespaces)).toEqual(plans);
    expect(plan([...namespaces].reverse())).toEqual(plans);
  });

  test.each([
    ["ss", "ß"],
    ["i", "ı"],
    ["\u00e9", "e\u0301"],
  ])("one folder for %s and %s, which some file system takes for one name", (one, other) => {
    const [problem] = problemsOf("unsupported", () => plan([one, other]));
    const both = [`the namespaces ${one} and ${other} would`, `the namespaces ${other} and ${one} would`];
    expect(both.some((start) => problem?.message.startsWith(start))).toBe(true);
  });

  test("one export for two is an error that names both and the option", () => {
    expect(problemsOf("unsupported", () => plan(["x.a1", "x.a_1"]))).toEqual([
      {
        place: { file: "m.xml", line: 2 },
        message: "the namespaces x.a1 and x.a_1 would both become the export a1",
        hint: 'name one in the configuration: "modules": { "x.a_1": "…" }',
      },
    ]);
  });

  test("a name that no file system takes is an error", () => {
    const long = "\u{10400}".repeat(60);
    expect(plan([long.slice(0, 100)])).toHaveLength(1);
    expect(problemsOf("unsupported", () => plan([long]))).toEqual([
      {
        place: { file: "m.xml", line: 1 },
        message: `the name of the namespace ${long} is too long for a folder`,
        hint: `name one in the configuration: "modules": { "${long}": "…" }`,
      },
    ]);
  });

  test("the configuration decides", () => {
    expect(plan(["a.x", "b.y"], "b.y", { "a.x": "shipsAndMore" })).toEqual([
      "a.x: ships-and-more shipsAndMore",
      "b.y: y (main)",
    ]);
  });

  test("one folder for two is an error that names both and the option", () => {
    expect(problemsOf("unsupported", () => plan(["a.x", "b.y"], undefined, { "a.x": "y" }))).toEqual([
      {
        place: { file: "m.xml", line: 2 },
        message: "the namespaces a.x and b.y would both become the folder y",
        hint: 'name one in the configuration: "modules": { "b.y": "…" }',
      },
    ]);
  });
});

test("a name of the run-time library gives way to a namespace of that name", () => {
  const schema = (namespace: string): string =>
    `<Schema Namespace="${namespace}"><ComplexType Name="T"/><ComplexType Name="undefined"/><ComplexType Name="globalThis"/></Schema>`;
  const plan = planOf(`${schema("n")}${schema("n.toPointer")}`);
  expect(listedAt(plan, "index")).not.toContain("toPointer");
  expect(listedAt(plan, "validators")).not.toContain("toPointer");
  expect(listedAt(plan, "index")).toContain("isODataError");
  expect(listedAt(plan, "runtime")).toContain("toPointer");
  // Two names that no declaration can have.
  expect(exportsAt(plan, "factories")).toEqual(expect.arrayContaining(["undefined_", "globalThis_"]));
});
