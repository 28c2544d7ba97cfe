import { describe, expect, test } from "vitest";
import type { Config } from "../../generator/config/types.ts";
import { planNamespaces } from "../../generator/plan/namespaces.ts";
import { moduleScope, specifier } from "../../generator/plan/module-scope.ts";
import { problemsOf } from "../model/support.ts";

function plan(
  namespaces: readonly string[],
  mainNamespace?: string,
  modules: Record<string, string> = {},
): readonly string[] {
  const config: Pick<Config, "modules" | "mainNamespace"> = {
    mainNamespace,
    modules: new Map(Object.entries(modules)),
  };
  const plans = [...planNamespaces(namespaces, config).values()];
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
  ];
  test.each(rows)("%j: %j", (namespaces, plans) => {
    expect(plan(namespaces)).toEqual(plans);
    expect(plan([...namespaces].reverse())).toEqual(plans);
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
        message: "the namespaces a.x and b.y would both become the folder y",
        hint: 'name one in the configuration: "modules": { "b.y": "…" }',
      },
    ]);
  });
});

describe("specifiers", () => {
  test.each([
    ["a", "b", "./b.js"],
    ["n/types/received", "n/types/create", "./create.js"],
    ["n/types/received", "n/shapes", "../shapes.js"],
    ["n/types/received", "runtime/edm", "../../runtime/edm.js"],
    ["wire", "n/types/received", "./n/types/received.js"],
    ["n/types", "n/types/received", "./types/received.js"],
    ["n/types/types", "n/types/types/a", "./types/a.js"],
  ])("from %s to %s: %s", (from, to, text) => {
    expect(specifier(from, to)).toBe(text);
  });
});

describe("imports of a file", () => {
  const symbol = (
    module: string,
    name: string,
    typeOnly = true,
  ): Parameters<ReturnType<typeof moduleScope>["use"]>[0] => ({ module, name, typeOnly });
  const shared = (name: string): boolean => name === "User";

  test("follow from use: sorted, once each, types as types", () => {
    const scope = moduleScope("n/guards/received", new Set(["Call"]), shared);
    const used = [
      scope.use(symbol("n/guards/received", "own")),
      scope.use(symbol("runtime/guard", "isObject", false)),
      scope.use(symbol("runtime/guard", "Inspected")),
      scope.use(symbol("n/types/received", "User")),
      scope.use(symbol("m-m/types/received", "User")),
      scope.use(symbol("m-m/types/received", "Call")),
      scope.use(symbol("m-m/guards/received", "checkUser", false)),
      scope.use(symbol("runtime/guard", "Inspected", false)),
    ];
    expect(used).toEqual(["own", "isObject", "Inspected", "User", "MMUser", "MMCall", "checkUser", "Inspected"]);
    expect(
      scope
        .imports()
        .map(({ from, names }) => [from, ...names.map(({ name, as, typeOnly }) => `${name}/${as ?? ""}/${typeOnly}`)]),
    ).toEqual([
      ["../../m-m/guards/received.js", "checkUser//false"],
      ["../../m-m/types/received.js", "Call/MMCall/true", "User/MMUser/true"],
      ["../../runtime/guard.js", "Inspected//false", "isObject//false"],
      ["../types/received.js", "User//true"],
    ]);
  });

  test("a function of another namespace says so at its end", () => {
    const scope = moduleScope("n/x", new Set(["checkUser"]), () => false);
    expect(scope.use(symbol("m-m/guards/received", "checkUser", false))).toBe("checkUserOfMM");
  });

  test("Edm gives way to a type of that name, and is imported only where it is used", () => {
    const scope = moduleScope("n/x", new Set(["Edm"]), () => false);
    expect(scope.imports()).toEqual([]);
    expect([scope.edm(), scope.edm()]).toEqual(["RuntimeEdm", "RuntimeEdm"]);
    expect(scope.imports()).toEqual([{ from: "../runtime/edm.js", names: [], namespace: "RuntimeEdm" }]);
    expect(moduleScope("n/x", new Set(), () => false).edm()).toBe("Edm");
  });
});
