import { describe, expect, test } from "vitest";
import { primitiveTypes } from "../../generator/edm.ts";
import { effectiveFacets, facetShift } from "../../generator/diff/facets.ts";
import { accepts, includes, plainly, sameType, type Comparing } from "../../generator/diff/relations.ts";
import { deprecationText, facetsText, typeText } from "../../generator/diff/texts.ts";
import type { FacetPlan, ValuePlan } from "../../generator/plan/values.ts";

type Primitive = Extract<ValuePlan, { readonly kind: "primitive" }>;

function primitive(type: string, facets: Partial<FacetPlan> = {}): Primitive {
  const all = { maxLength: undefined, precision: undefined, scale: undefined, ...facets };
  return { kind: "primitive", type: `Edm.${type}` as Primitive["type"], facets: all };
}

const untyped: ValuePlan = { kind: "untyped" };
const named = (kind: "object" | "enum" | "definition", name: string): ValuePlan => {
  if (kind === "object") return { kind, name, unresolved: false };
  if (kind === "enum") return { kind, name, evolvable: false };
  return { kind, name, type: "Edm.Int32", facets: primitive("Int32").facets };
};
const unresolved = (name: string): ValuePlan => ({ kind: "object", name, unresolved: true });
const resource = (name: string): ValuePlan => ({ kind: "resource", name, types: [] });

const texts = "Binary Date DateTimeOffset Duration Guid Stream String TimeOfDay";
const geography = "Geography GeographyCollection GeographyLineString GeographyMultiLineString GeographyMultiPoint";
const geometry = "Geometry GeometryCollection GeometryLineString GeometryMultiLineString GeometryMultiPoint";

describe("whose JSON values are among whose (OData JSON 7.1)", () => {
  /** Type, the types whose values it has, and those under IEEE754Compatible where it makes a difference. */
  const rows: readonly (readonly [whole: string, parts: string, compatible?: string])[] = [
    ["Binary", "Binary"],
    ["Boolean", "Boolean"],
    ["Byte", "Byte"],
    ["SByte", "SByte"],
    ["Int16", "Byte Int16 SByte"],
    ["Int32", "Byte Int16 Int32 SByte"],
    ["Int64", "Byte Int16 Int32 Int64 SByte", "Int64"],
    ["Decimal", "Byte Decimal Int16 Int32 Int64 SByte", "Decimal"],
    ["Single", "Byte Int16 SByte Single"],
    ["Double", "Byte Decimal Double Int16 Int32 Int64 SByte Single", "Byte Double Int16 Int32 SByte Single"],
    ["Date", "Date"],
    ["DateTimeOffset", "DateTimeOffset"],
    ["Duration", "Duration"],
    ["Guid", "Guid"],
    ["TimeOfDay", "TimeOfDay"],
    ["String", texts, `${texts} Decimal Int64`],
    ["Stream", texts],
    ["Geography", `${geography} GeographyMultiPolygon GeographyPoint GeographyPolygon`],
    ["GeographyPoint", "GeographyPoint"],
    ["Geometry", `${geometry} GeometryMultiPolygon GeometryPoint GeometryPolygon`],
    ["PrimitiveType", `${texts} Boolean Byte Decimal Double Int16 Int32 Int64 PrimitiveType SByte Single`],
  ];
  const all = [...primitiveTypes, "Edm.PrimitiveType"].map((name) => name.slice("Edm.".length)).sort();
  const partsOf = (whole: string, ieee754Compatible: boolean): readonly string[] =>
    all.filter((part) => includes(primitive(whole), primitive(part), { ...plainly, ieee754Compatible }));

  test.each(rows.map(([whole, parts, compatible = parts]) => [whole, parts, compatible] as const))(
    "%s",
    (whole, parts, compatible) => {
      expect(partsOf(whole, false)).toEqual(parts.split(" ").sort());
      expect(partsOf(whole, true)).toEqual(compatible.split(" ").sort());
    },
  );
});

describe("which values are among which", () => {
  const standsAlone = (name: string): boolean => name !== "n.Base";
  const renamed: Comparing = { ...plainly, standsAlone, renamed: new Map([["n.Old", "n.New"]]) };
  const rows: readonly (readonly [what: string, whole: ValuePlan, part: ValuePlan, included: boolean])[] = [
    ["anything has everything", untyped, primitive("String"), true],
    ["anything has anything", untyped, untyped, true],
    ["a string is not anything", primitive("String"), untyped, false],
    ["an enumeration travels as a string", primitive("String"), named("enum", "n.E"), true],
    ["and is a primitive value", primitive("PrimitiveType"), named("enum", "n.E"), true],
    ["but no number", primitive("Int32"), named("enum", "n.E"), false],
    ["an object is no string", primitive("String"), named("object", "n.E"), false],
    ["a string is no enumeration", named("enum", "n.E"), primitive("String"), false],
    ["a definition has what its type has", named("definition", "n.D"), primitive("Int16"), true],
    ["and the other way round", primitive("Int64"), named("definition", "n.D"), true],
    ["one type", named("object", "n.T"), named("object", "n.T"), true],
    ["two types", named("object", "n.T"), named("object", "n.U"), false],
    ["a renamed type", named("object", "n.New"), named("object", "n.Old"), true],
    ["a renamed type, earlier first", named("object", "n.Old"), named("object", "n.New"), true],
    ["discriminator as data has the type itself", unresolved("n.T"), named("object", "n.T"), true],
    ["and its like", unresolved("n.T"), unresolved("n.T"), true],
    ["not where derived types have more", unresolved("n.Base"), named("object", "n.Base"), false],
    ["not another", unresolved("n.T"), named("object", "n.U"), false],
    ["nor an enumeration of the name", unresolved("n.T"), named("enum", "n.T"), false],
    ["the type has none with a discriminator as data", named("object", "n.T"), unresolved("n.T"), false],
    ["resource unions are compared apart", resource("a"), resource("b"), true],
    ["and are no objects", resource("a"), named("object", "a"), false],
  ];
  test.each(rows)("%s", (_, whole, part, included) => {
    expect(includes(whole, part, renamed)).toBe(included);
  });
});

describe("what counts as one type", () => {
  const renamed: Comparing = { ...plainly, renamed: new Map([["n.Old", "n.New"]]) };
  const rows: readonly (readonly [a: ValuePlan, b: ValuePlan, same: boolean])[] = [
    [primitive("Int16"), primitive("Int16", { precision: 1 }), true],
    [primitive("Int16"), primitive("Int32"), false],
    [primitive("Int32"), named("definition", "n.D"), false],
    [named("definition", "n.D"), primitive("Int32"), false],
    [named("definition", "n.D"), named("definition", "n.D"), true],
    // Another kind is told where it is declared.
    [named("enum", "n.E"), named("object", "n.E"), true],
    [named("enum", "n.E"), named("enum", "n.F"), false],
    [named("enum", "n.Old"), named("enum", "n.New"), true],
    [named("enum", "n.New"), named("enum", "n.Old"), true],
    [unresolved("n.T"), unresolved("n.T"), true],
    [unresolved("n.T"), named("object", "n.T"), false],
    [untyped, untyped, true],
    [untyped, primitive("String"), false],
    [resource("a"), resource("b"), true],
    [named("object", "n.T"), primitive("String"), false],
    [primitive("String"), named("object", "n.T"), false],
  ];
  test.each(rows)("%j, %j: %s", (a, b, same) => {
    expect(sameType(a, b, renamed)).toBe(same);
  });
});

describe("facets that decide which values a type has (CSDL 7.2)", () => {
  const facets: FacetPlan = { maxLength: 1, precision: 2, scale: 3 };
  test.each([
    ["String", { maxLength: 1 }, "MaxLength=1"],
    ["Binary", { maxLength: 1 }, "MaxLength=1"],
    ["Decimal", { precision: 2, scale: 3 }, "Precision=2 Scale=3"],
    ["DateTimeOffset", { precision: 2 }, "Precision=2"],
    ["Duration", { precision: 2 }, "Precision=2"],
    ["TimeOfDay", { precision: 2 }, "Precision=2"],
    ["Date", {}, "none"],
    ["Int32", {}, "none"],
  ])("%s", (type, effective, text) => {
    expect(effectiveFacets(primitive(type, facets))).toEqual(effective);
    expect(facetsText(primitive(type, facets))).toBe(text);
  });

  test("only primitive types have them", () => {
    expect(facetsText(named("object", "n.T"))).toBe("none");
    expect(facetsText({ kind: "definition", name: "n.D", type: "Edm.String", facets })).toBe("MaxLength=1");
  });
});

type Decimals = readonly [precision: number | undefined, scale: FacetPlan["scale"]];

function decimal([precision, scale]: Decimals): Primitive {
  return primitive("Decimal", { precision, scale });
}

describe("decimals (CSDL 7.2.3, 7.2.4)", () => {
  const rows: readonly (readonly [whole: Decimals, part: Decimals, accepted: boolean])[] = [
    [[5, 2], [5, 2], true],
    [[5, 2], [4, 2], true],
    [[5, 2], [6, 2], false],
    // One digit more before the point.
    [[5, 2], [5, 1], false],
    [[5, 2], [4, 1], true],
    // One digit more behind the point.
    [[5, 2], [5, 3], false],
    [[5, 2], [2, "variable"], true],
    [[5, 2], [2, undefined], true],
    [[5, 2], [3, "variable"], false],
    [[5, 3], [3, "variable"], false],
    [[6, 3], [3, "variable"], true],
    [[5, 2], [2, "floating"], false],
    [[5, 2], [undefined, 2], false],
    [[undefined, 2], [40, 2], true],
    [[undefined, 2], [40, 3], false],
    [[undefined, undefined], [40, "floating"], true],
    [[undefined, "variable"], [undefined, 7], true],
    [[5, "variable"], [5, 2], true],
    [[5, "variable"], [6, 2], false],
    [[5, "variable"], [5, "floating"], false],
    [[5, "floating"], [5, "floating"], true],
    [[5, "floating"], [6, "floating"], false],
    [[5, "floating"], [5, "variable"], true],
  ];
  test.each(rows)("%j has those of %j: %s", (whole, part, accepted) => {
    expect(accepts(decimal(whole), decimal(part), plainly)).toBe(accepted);
  });
});

describe("what is accepted of another type", () => {
  const rows: readonly (readonly [whole: Primitive, part: ValuePlan, accepted: boolean])[] = [
    [primitive("String"), primitive("Date"), true],
    [primitive("String", { maxLength: 1000 }), primitive("Date"), false],
    [primitive("String", { maxLength: 36 }), primitive("Guid"), true],
    [primitive("String", { maxLength: 35 }), primitive("Guid"), false],
    [primitive("String", { maxLength: 36 }), named("enum", "n.E"), false],
    [primitive("String"), named("enum", "n.E"), true],
    [primitive("Stream"), primitive("Guid"), true],
    [decimal([3, 0]), primitive("Byte"), true],
    [decimal([2, 0]), primitive("Byte"), false],
    [decimal([3, 0]), primitive("SByte"), true],
    [decimal([2, 0]), primitive("SByte"), false],
    [decimal([5, 0]), primitive("Int16"), true],
    [decimal([4, 0]), primitive("Int16"), false],
    [decimal([10, 0]), primitive("Int32"), true],
    [decimal([9, 0]), primitive("Int32"), false],
    [decimal([19, 0]), primitive("Int64"), true],
    [decimal([18, 0]), primitive("Int64"), false],
    [decimal([5, 2]), primitive("Byte"), true],
    [decimal([4, 2]), primitive("Byte"), false],
    [decimal([3, "variable"]), primitive("Byte"), true],
    [decimal([undefined, undefined]), primitive("Int64"), true],
    [primitive("Double"), decimal([3, 1]), true],
    [primitive("Double", { precision: 1 }), primitive("Int32"), true],
    [primitive("Int32"), primitive("Int64"), false],
    // The same type: by its facets.
    [primitive("String", { maxLength: 3 }), primitive("String", { maxLength: 3 }), true],
    [primitive("String", { maxLength: 3 }), primitive("String", { maxLength: 4 }), false],
    [primitive("TimeOfDay", { precision: 3 }), primitive("TimeOfDay", { precision: 3 }), true],
    [primitive("TimeOfDay", { precision: 3 }), primitive("TimeOfDay"), false],
    [primitive("Int32", { maxLength: 1, precision: 1 }), primitive("Int32"), true],
  ];
  test.each(rows)("%j, %j: %s", (whole, part, accepted) => {
    expect(accepts(whole, part, plainly)).toBe(accepted);
  });
});

describe("how facets moved", () => {
  const text = (maxLength?: number): Primitive => primitive("String", { maxLength });
  const rows: readonly (readonly [before: ValuePlan, after: ValuePlan, shift: string | undefined])[] = [
    [text(3), text(3), undefined],
    [text(3), text(4), "loosened"],
    [text(4), text(3), "tightened"],
    [text(3), text(), "loosened"],
    [text(), text(3), "tightened"],
    [decimal([5, 2]), decimal([5, 3]), "changed"],
    [text(3), primitive("Binary", { maxLength: 4 }), undefined],
    [text(3), untyped, undefined],
    [untyped, text(3), undefined],
    [named("object", "n.T"), named("object", "n.T"), undefined],
    [{ ...text(3), kind: "definition", name: "n.D", type: "Edm.String" }, text(4), "loosened"],
  ];
  test.each(rows)("%j → %j: %s", (before, after, shift) => {
    expect(facetShift(before, after)).toBe(shift);
  });
});

describe("types as they are shown", () => {
  test.each<[ValuePlan, string]>([
    [primitive("Int32"), "Edm.Int32"],
    [named("definition", "n.D"), "n.D"],
    [named("enum", "n.E"), "n.E"],
    [named("object", "n.T"), "n.T"],
    [unresolved("n.T"), "n.T (discriminator is data)"],
    [resource("goods"), "one or many of goods"],
    [untyped, "Edm.Untyped"],
  ])("%j", (value, text) => {
    expect([typeText(value, false), typeText(value, true)]).toEqual([text, `Collection(${text})`]);
  });
});

test.each([
  [{}, "deprecated"],
  [{ version: "v2" }, "version v2"],
  [{ date: "2025-03-01" }, "since 2025-03-01"],
  [{ removalDate: "2027-03-01" }, "to be removed on 2027-03-01"],
  [{ reason: "Burns oil." }, "Burns oil."],
  [
    { version: "v2", date: "2025-03-01", removalDate: "2027-03-01", reason: "Burns oil." },
    "version v2, since 2025-03-01, to be removed on 2027-03-01, Burns oil.",
  ],
])("the deprecation %j", (facts, text) => {
  const nothing = { version: undefined, date: undefined, removalDate: undefined, reason: undefined };
  expect(deprecationText({ ...nothing, ...facts })).toBe(text);
});
