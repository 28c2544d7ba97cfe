import { describe, expect, test } from "vitest";
import { compilesAlike } from "../../generator/diff/compiled-types.ts";
import { plainly, type Comparing } from "../../generator/diff/relations.ts";
import { primitiveTypes } from "../../generator/edm.ts";
import type { ValuePlan } from "../../generator/plan/values.ts";
import { changes, complex, document } from "./support.ts";

type Primitive = Extract<ValuePlan, { readonly kind: "primitive" }>;

const primitive = (type: string): ValuePlan => {
  const facets = { maxLength: undefined, precision: undefined, scale: undefined };
  return { kind: "primitive", type: `Edm.${type}` as Primitive["type"], facets };
};

describe("what the compiler takes for one type", () => {
  const alone = primitiveTypes.map((name) => name.slice("Edm.".length)).filter((name) => name.startsWith("Geo"));
  const texts = "Binary Date DateTimeOffset Duration Guid Stream String TimeOfDay";
  const classes = [
    "Byte Int16 Int32 Int64 SByte",
    "Decimal Double Single",
    texts,
    "Boolean",
    "PrimitiveType",
    ...alone,
  ];
  const quoted = [
    "Byte Int16 Int32 SByte",
    "Double Single",
    "Binary Date DateTimeOffset Decimal Duration Guid Int64 Stream String TimeOfDay",
    "Boolean",
    "PrimitiveType",
    ...alone,
  ];

  test.each([
    [false, classes],
    [true, quoted],
  ])("IEEE754Compatible %s", (ieee754Compatible, wanted) => {
    const all = [...primitiveTypes, "Edm.PrimitiveType"].map((name) => name.slice("Edm.".length));
    const found = all.map((one) =>
      all
        .filter((other) => compilesAlike(primitive(one), primitive(other), { ...plainly, ieee754Compatible }))
        .sort()
        .join(" "),
    );
    expect([...new Set(found)].sort()).toEqual([...wanted].sort());
  });

  const untyped: ValuePlan = { kind: "untyped" };
  const enumeration = (name: string): ValuePlan => ({ kind: "enum", name, evolvable: false });
  const object = (name: string, unresolved = false): ValuePlan => ({ kind: "object", name, unresolved });
  const resource: ValuePlan = { kind: "resource", name: "r", types: [] };
  const combined: Comparing = { ...plainly, isCombined: (name) => name === "n.Flags" };
  test.each<[string, ValuePlan, ValuePlan, boolean]>([
    ["an enumeration and itself", enumeration("n.M"), enumeration("n.M"), true],
    ["an enumeration and a text", enumeration("n.M"), primitive("String"), false],
    ["combinations and a text", enumeration("n.Flags"), primitive("String"), true],
    ["an object and itself", object("n.T"), object("n.T"), true],
    ["two objects", object("n.T"), object("n.U"), false],
    ["an object whose type nothing tells, and one", object("n.T", true), object("n.T"), false],
    ["two whose type nothing tells", object("n.T", true), object("n.T", true), true],
    ["two of other types whose type nothing tells", object("n.T", true), object("n.U", true), false],
    ["resources", resource, { ...resource, name: "s" }, true],
    ["a resource and anything", resource, untyped, false],
    ["anything", untyped, untyped, true],
  ])("%s", (_, before, after, alike) => {
    expect(compilesAlike(before, after, combined)).toBe(alike);
    expect(compilesAlike(after, before, combined)).toBe(alike);
  });
});

describe("a discriminator that becomes data, or no longer is", () => {
  const term = '<Annotation Term="OData.Bindgen.V1.UnresolvedDiscriminator"/>';
  const holder = (inner: string): string =>
    `<ComplexType Name="H"><Property Name="p" Type="Shop.T">${inner}</Property></ComplexType>`;
  const told = (before: string, after: string): string[] =>
    changes([document(before)], [document(after)]).filter((change) => change.startsWith("type-changed"));
  const alone = complex("T", []);
  const derived = alone + complex("U", [], 'BaseType="Shop.T"');

  test.each([
    ["nothing else stands where the type is declared", alone, alone, "breaking-readers"],
    ["a derived type may stand there", derived, derived, "breaking"],
    ["a derived type comes", alone, derived, "breaking"],
    ["a derived type goes", derived, alone, "breaking"],
  ])("%s", (_, before, after, verdict) => {
    expect(told(before + holder(""), after + holder(term))).toEqual([`type-changed Shop.H/p: ${verdict}`]);
    expect(told(before + holder(term), after + holder(""))).toEqual(["type-changed Shop.H/p: breaking"]);
  });
});
