import { describe, expect, test } from "vitest";
import type { Config } from "../../generator/config/types.ts";
import { problemsOf } from "../model/support.ts";
import { exportsAt, listedAt, moduleAt, planOf } from "./support.ts";

const complex = (name: string, inner = ""): string => `<ComplexType Name="${name}">${inner}</ComplexType>`;
const property = (name: string, type: string, inner = ""): string =>
  `<Property Name="${name}" Type="${type}">${inner}</Property>`;
const schema = (namespace: string, ...types: readonly string[]): string =>
  `<Schema Namespace="${namespace}">${types.map((name) => complex(name)).join("")}</Schema>`;

describe("names that only some things claim", () => {
  const data = property("p", "n.r", '<Annotation Term="Bindgen.UnresolvedDiscriminator"/>');
  const items = property("value", "Collection(n.item)") + property("count", "Edm.Int32");
  const go = (returns: string): string => `<Action Name="go">${returns}</Action>`;
  const union = `<Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="u"/>
    <PropertyValue Property="Types"><Collection><String>n.T</String></Collection></PropertyValue></Record></Annotation>`;
  const held = property("p", "Edm.Untyped", union);
  const rows: readonly (readonly [why: string, with_: string, without: string, name: string])[] = [
    [
      "the type where the discriminator is data",
      complex("T", data) + complex("r") + complex("rUnresolved"),
      complex("T", property("p", "n.r")) + complex("r") + complex("rUnresolved"),
      "RUnresolved",
    ],
    [
      "the function that divides a page",
      complex("page", items) + complex("item") + complex("partitionPage"),
      complex("page") + complex("item") + complex("partitionPage"),
      "partitionPage",
    ],
    ["a result", go('<ReturnType Type="Edm.String"/>') + complex("goResult"), go("") + complex("goResult"), "GoResult"],
    [
      "a resource union of another type",
      complex("S", held) + complex("T", held),
      complex("S", held) + complex("T"),
      "U",
    ],
  ];
  test.each(rows)("%s", (_, taken, free, name) => {
    const [problem, ...others] = problemsOf("unsupported", () => planOf(taken));
    expect(problem?.message).toMatch(new RegExp(` would both be called ${name}$`));
    expect(others).toEqual([]);
    expect(() => planOf(free)).not.toThrow();
  });

  test("two resource unions have their names from the overlay alone", () => {
    const [problem] = problemsOf("unsupported", () => planOf(complex("S", held) + complex("T", held)));
    expect(problem?.hint).toBe("give one of the resource unions another Name in the overlay");
  });
});

describe("the index", () => {
  const indexOf = (text: string, config: Partial<Config> = {}): readonly string[] => {
    const plan = planOf(text, { config });
    const module = moduleAt(plan, "index");
    const namespaces = module.kind === "barrel" ? module.namespaces.map(({ name }) => name) : [];
    return [...listedAt(plan, "index"), ...namespaces];
  };
  const two = schema("a.x", "issue", "edm", "y") + schema("b.y", "part");

  test("has the library's names where no namespace is the main one, whatever the types are called", () => {
    expect(indexOf(two)).toEqual(expect.arrayContaining(["Issue", "Edm", "x", "y"]));
  });

  test("has the library's names beside those of a main namespace that comes later", () => {
    expect(indexOf(two, { mainNamespace: "b.y" })).toEqual(expect.arrayContaining(["Issue", "Edm", "x"]));
  });

  test("leaves them to a main namespace that comes later", () => {
    const names = indexOf(schema("a.x", "part") + schema("b.y", "issue", "edm"), { mainNamespace: "b.y" });
    expect(names).toEqual(expect.not.arrayContaining(["Issue"]));
    expect(names).not.toContain("Edm");
  });

  test("cannot have a namespace under a name of a main one that comes later", () => {
    const text = schema("a.x", "part") + schema("b.y", "x");
    expect(problemsOf("unsupported", () => planOf(text, { config: { mainNamespace: "b.y" } }))).toMatchObject([
      { message: "the namespace a.x would be exported as x, which is a name of b.y already" },
    ]);
  });
});

test("the built-in types give way to a type of that name among the package's types too", () => {
  const namespaces = (text: string): unknown => {
    const module = moduleAt(planOf(text), "types");
    return module.kind === "barrel" ? module.namespaces : undefined;
  };
  expect(namespaces(complex("edm"))).toEqual([]);
  expect(namespaces(complex("eDM"))).toMatchObject([{ name: "Edm" }]);
});

test("enumerations and definitions are listed by the names that they have here", () => {
  const plan = planOf('<EnumType Name="B"/><TypeDefinition Name="a" UnderlyingType="Edm.String"/>');
  expect(exportsAt(plan, "n/types/values")).toEqual(["A", "B"]);
});

test("aliases of schemas that no type is taken of are none of the package's", () => {
  const text = `<Schema Namespace="n" Alias="self"><ComplexType Name="T"/></Schema>
    <Schema Namespace="m" Alias="other"><ComplexType Name="T"/></Schema>`;
  expect(moduleAt(planOf(text, { config: { roots: ["n.T"] } }), "wire")).toMatchObject({
    aliases: [{ alias: "self", namespace: "n" }],
  });
});

test("an operation bound to a built-in type is called after it", () => {
  const bound = (name: string, type: string): string =>
    `<Action Name="${name}" IsBound="true"><Parameter Name="it" Type="${type}"/></Action>`;
  const plan = planOf(bound("print", "Edm.String") + bound("archive", "Collection(Edm.EntityType)"));
  expect(exportsAt(plan, "operations")).toEqual(
    expect.arrayContaining(["StringPrintParameters", "EntityTypeCollectionArchiveParameters"]),
  );
});
