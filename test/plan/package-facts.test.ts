import { describe, expect, test } from "vitest";
import type { Config } from "../../generator/config/types.ts";
import { planOf } from "./support.ts";

test("how many there are of each kind", () => {
  const kinds = [
    ...['<EntityType Name="E1"/>', '<ComplexType Name="C1"/>', '<ComplexType Name="C2"/>'],
    ...["M1", "M2", "M3"].map((name) => `<EnumType Name="${name}"/>`),
    ...["a1", "a2", "a3", "a4"].map((name) => `<Action Name="${name}"/>`),
    ...["f1", "f2", "f3", "f4", "f5"].map((name) => `<Function Name="${name}"><ReturnType Type="n.C1"/></Function>`),
    '<TypeDefinition Name="D1" UnderlyingType="Edm.String"/>',
  ];
  expect(planOf(kinds.join("")).package.counts).toEqual({
    entityTypes: 1,
    complexTypes: 2,
    enumTypes: 3,
    actions: 4,
    functions: 5,
  });
});

test("the namespaces with their exports, by name", () => {
  const types = ["n.b", "n", "n.a"].map((name) => `<Schema Namespace="${name}"><ComplexType Name="T"/></Schema>`);
  expect(planOf(types.join("")).package.namespaces).toEqual([
    { namespace: "n", exportName: undefined },
    { namespace: "n.a", exportName: "a" },
    { namespace: "n.b", exportName: "b" },
  ]);
});

describe("the type that the README shows", () => {
  const sample = (text: string, config: Partial<Config> = {}): string | undefined =>
    planOf(text, { config }).package.sample?.name;
  const types = `<ComplexType Name="a"/><ComplexType Name="b"/><EntityType Name="c"/>
    <EntityContainer Name="K"><EntitySet Name="things" EntityType="n.c"/></EntityContainer>`;
  const family = '<ComplexType Name="a"/><ComplexType Name="b" BaseType="n.a"/>';
  const spaces = `<Schema Namespace="a.x"><ComplexType Name="T"/></Schema><Schema Namespace="b.y"><ComplexType Name="T"/></Schema>`;
  test.each<[why: string, text: string, config: Partial<Config>, shown: string | undefined]>([
    ["is the first by name", types, {}, "n.a"],
    ["is the first that was asked for", types, { roots: ["n.b", "n.a"] }, "n.b"],
    ["was asked for as a type", types, { roots: ["things", "n.b", "n.a"] }, "n.b"],
    ["has no derived types", family, {}, "n.b"],
    ["has no derived types, though it was asked for", family, { roots: ["n.a"] }, "n.b"],
    ["is of the main namespace", spaces, { mainNamespace: "b.y" }, "b.y.T"],
    [
      "is of the main namespace, though it was asked for",
      spaces,
      { mainNamespace: "b.y", roots: ["a.x.T", "b.y.T"] },
      "b.y.T",
    ],
    ["is none where there is no main namespace", spaces, {}, undefined],
  ])("%s", (_, text, config, shown) => {
    expect(sample(text, config)).toBe(shown);
  });
});
