import { describe, expect, test } from "vitest";
import { contentsOf, reasonOf, sliceOf, type SliceSetup } from "./support.ts";

const complex = (name: string, base = "", inner = ""): string =>
  `<ComplexType Name="${name}" ${base === "" ? "" : `BaseType="n.${base}"`}>${inner}</ComplexType>`;
const entity = (name: string, base = "", inner = ""): string =>
  `<EntityType Name="${name}" ${base === "" ? "" : `BaseType="n.${base}"`}>${inner}</EntityType>`;
const property = (name: string, type: string, inner = ""): string =>
  `<Property Name="${name}" Type="${type}">${inner}</Property>`;
const action = (name: string, binding: string, inner = ""): string =>
  `<Action Name="${name}" IsBound="true"><Parameter Name="it" Type="${binding}"/>${inner}</Action>`;
const resources =
  '<Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="u"/>' +
  '<PropertyValue Property="Types"><Collection><String>n.a</String></Collection></PropertyValue></Record></Annotation>';

/** Name, document, roots, what is in. */
const rows: readonly (readonly [string, string, string, readonly string[], SliceSetup?])[] = [
  [
    "members",
    complex("T", "", property("p", "n.M") + property("q", "Collection(n.D)")) +
      '<EnumType Name="M"/><TypeDefinition Name="D" UnderlyingType="Edm.Int32"/>',
    "T",
    ["D", "M", "T"],
  ],
  [
    "navigation",
    entity("E", "", '<NavigationProperty Name="p" Type="Collection(n.F)"/>') + entity("F") + entity("G"),
    "E",
    ["E", "F"],
  ],
  [
    "derived types of what is used, at any distance",
    complex("T", "", property("p", "n.a")) + complex("a") + complex("b", "a") + complex("c", "b"),
    "T",
    ["T", "a", "b", "c"],
  ],
  ["derived types of a root", complex("a") + complex("b", "a"), "a", ["a", "b"]],
  [
    "no derived types of what is a base type only",
    complex("a") + complex("b", "a") + complex("c", "a"),
    "b",
    ["a", "b"],
  ],
  [
    "members of a base type",
    complex("a", "", property("p", "n.x")) + complex("b", "a") + complex("x") + complex("y", "x"),
    "b",
    ["a", "b", "x", "y"],
  ],
  [
    "a base type that turns out to be used",
    complex("a", "", property("p", "n.a")) + complex("b", "a") + complex("c", "a"),
    "b",
    ["a", "b", "c"],
  ],
  ["operations bound to one", entity("E") + action("go", "n.E"), "E", ["E", "action:go(E)"]],
  ["operations bound to many", entity("E") + action("go", "Collection(n.E)"), "E", ["E", "action:go(Collection(E))"]],
  [
    "operations bound to a base type",
    entity("E") + entity("F", "E") + action("go", "n.E"),
    "F",
    ["E", "F", "action:go(E)"],
  ],
  [
    "not those bound to a derived type that is out",
    entity("E") + entity("F", "E") + entity("G", "E") + action("go", "n.G"),
    "F",
    ["E", "F"],
  ],
  [
    "parameters and return types, with what derives from them",
    entity("E") +
      `<Function Name="go" IsBound="true"><Parameter Name="it" Type="n.E"/><Parameter Name="p" Type="n.x"/><ReturnType Type="Collection(n.y)"/></Function>` +
      complex("x") +
      complex("xx", "x") +
      complex("y") +
      complex("z"),
    "E",
    ["E", "x", "xx", "y", "function:go(E;p)"],
  ],
  [
    "a binding type is no use of it",
    entity("E") + entity("F", "E") + action("go", "n.E"),
    "action:n.go(n.E)",
    ["E", "action:go(E)"],
  ],
  [
    "a resource union",
    complex("T", "", property("p", "Edm.Untyped", resources)) + complex("a") + complex("b", "a") + complex("c"),
    "T",
    ["T", "a", "b"],
  ],
  [
    "an unresolved discriminator is no use of its type",
    complex("T", "", property("p", "n.a", '<Annotation Term="Bindgen.UnresolvedDiscriminator"/>')) +
      complex("a") +
      complex("b", "a"),
    "T",
    ["T", "a"],
  ],
  [
    "derived: none",
    complex("T", "", property("p", "n.a")) + complex("a") + complex("b", "a"),
    "T",
    ["T", "a"],
    { derived: { "n.a": "none" } },
  ],
  [
    "derived: none, for the type itself only",
    complex("T", "", property("p", "n.a") + property("q", "n.b")) +
      complex("a") +
      complex("b", "a") +
      complex("c", "b"),
    "T",
    ["T", "a", "b", "c"],
    { derived: { "n.a": "none" } },
  ],
  ["circles", complex("a", "", property("p", "n.b")) + complex("b", "", property("p", "n.a")), "a", ["a", "b"]],
];

test.each(rows.map(([name, ...row]) => ({ name, row })))("$name", ({ row: [text, root, contents, setup] }) => {
  expect(contentsOf(sliceOf(text, [root], setup))).toEqual(contents);
});

describe("what is known of a type", () => {
  const text =
    complex("T", "", property("p", "n.a")) +
    complex("a") +
    complex("b", "a") +
    '<ComplexType Name="c" BaseType="n.b" Abstract="true"/>' +
    complex("d", "c") +
    complex("base") +
    complex("S", "base");

  test("used, variants, told apart", () => {
    const { types } = sliceOf(text, ["T", "S"]);
    expect(types.get("n.a")).toMatchObject({ used: true, variants: ["n.b", "n.d"], distinguished: true });
    expect(types.get("n.c")).toMatchObject({ used: true, variants: ["n.d"] });
    expect(types.get("n.base")).toMatchObject({ used: false, variants: ["n.S"], distinguished: true });
  });

  test("the variants of entity types, of those that are in", () => {
    const { types } = sliceOf(entity("E") + entity("F", "E") + entity("G", "F") + entity("H", "E"), ["G"]);
    expect(types.get("n.E")).toMatchObject({ used: false, variants: ["n.F", "n.G"] });
  });

  test("with derived: none nothing is told apart, and what is in for another reason stays a variant", () => {
    const { types } = sliceOf(text, ["T", "b"], { derived: { "n.a": "none" } });
    expect(types.get("n.a")).toMatchObject({ distinguished: false, variants: ["n.b", "n.d"] });
  });
});

describe("reasons", () => {
  const members = (...types: readonly string[]): string => types.map((type) => property(type, `n.${type}`)).join("");
  const text =
    complex("root", "", members("near", "z")) +
    complex("near", "", members("far")) +
    complex("far", "", members("z")) +
    complex("z", "y") +
    complex("y") +
    complex("zz", "z") +
    action("go", "n.root", '<Parameter Name="p" Type="n.param"/><ReturnType Type="n.result"/>') +
    complex("param") +
    complex("result");

  test("are the shortest, and say which step it was", () => {
    const slice = sliceOf(text, ["root"]);
    const reasons: readonly (readonly [string, string])[] = [
      ["n.root", "root root"],
      ["n.near", "member n.root/near"],
      ["n.z", "member n.root/z"],
      ["n.far", "member n.near/far"],
      ["n.y", "base n.z"],
      ["n.zz", "derived n.z"],
      ["action:n.go(n.root)", "bound n.root"],
      ["n.param", "parameter action:n.go(n.root)/p"],
      ["n.result", "return action:n.go(n.root)"],
    ] as const;
    expect(reasons.map(([name]) => [name, reasonOf(slice, name)])).toEqual(reasons);
  });

  test("name the union, and the operation that something is bound to", () => {
    const text =
      complex("T", "", property("p", "Edm.Untyped", resources)) + complex("a") + entity("E") + action("go", "n.E");
    const slice = sliceOf(text, ["T", "action:n.go(n.E)"]);
    expect(reasonOf(slice, "n.a")).toBe("union n.T/p");
    expect(reasonOf(slice, "n.E")).toBe("parameter action:n.go(n.E)");
  });

  test("do not depend on the order of elements and roots", () => {
    const pieces = text.split(/(?=<ComplexType)/);
    const one = sliceOf(text, ["root", "far"]);
    const other = sliceOf([...pieces].reverse().join(""), ["far", "root"]);
    expect([...other.types]).toEqual([...one.types]);
    expect([...other.operations]).toEqual([...one.operations]);
    expect(reasonOf(one, "n.far")).toBe("root far");
  });

  test("of equally short ways the first by name", () => {
    const twice =
      complex("b", "", property("p", "n.t")) +
      complex("a", "", property("z", "n.t") + property("a", "n.t")) +
      complex("t");
    expect(reasonOf(sliceOf(twice, ["b", "a"]), "n.t")).toBe("member n.a/a");
  });
});
