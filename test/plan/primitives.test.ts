import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { abstractTypes, primitiveTypes } from "../../generator/edm.ts";
import { packagePath } from "../../generator/package-root.ts";
import { planPrimitive } from "../../generator/plan/primitives.ts";
import type { FacetPlan } from "../../generator/plan/values.ts";
import { declarationsAt, planOf } from "./support.ts";

const none: FacetPlan = { maxLength: undefined, precision: undefined, scale: undefined };

/** Type, written type, guard, shape. */
const rows = [
  ["Edm.Binary", "Binary", "isAnyBinary", "anyBinary"],
  ["Edm.Boolean", "boolean", "isBoolean", "boolean"],
  ["Edm.Byte", "number", "isByte", "byte"],
  ["Edm.Date", "Date", "isDate", "date"],
  ["Edm.DateTimeOffset", "DateTimeOffset", "isAnyDateTimeOffset", "anyDateTimeOffset"],
  ["Edm.Decimal", "Decimal", "isAnyDecimal", "anyDecimal"],
  ["Edm.Double", "Double", "isDouble", "double"],
  ["Edm.Duration", "Duration", "isAnyDuration", "anyDuration"],
  ["Edm.Guid", "Guid", "isGuid", "guid"],
  ["Edm.Int16", "number", "isInt16", "int16"],
  ["Edm.Int32", "number", "isInt32", "int32"],
  ["Edm.Int64", "Int64", "isInt64", "int64"],
  ["Edm.PrimitiveType", "PrimitiveType", "isPrimitive", "primitiveType"],
  ["Edm.SByte", "number", "isSByte", "sbyte"],
  ["Edm.Single", "Single", "isSingle", "single"],
  ["Edm.Stream", "Stream", "isStream", "stream"],
  ["Edm.String", "string", "isAnyString", "anyText"],
  ["Edm.TimeOfDay", "TimeOfDay", "isAnyTimeOfDay", "anyTimeOfDay"],
  ["Edm.GeographyPoint", "GeographyPoint", "isGeographyPoint", "geographyPoint"],
  ["Edm.GeometryCollection", "GeometryCollection", "isGeometryCollection", "geometryCollection"],
] as const;

test.each(rows)("%s is written %s", (name, written, guard, shape) => {
  const plan = planPrimitive(name, none, false);
  expect("keyword" in plan.type ? plan.type.keyword : plan.type.edm).toBe(written);
  expect([plan.guard.name, plan.shape.name, plan.arguments]).toEqual([guard, shape, []]);
});

describe("every primitive type has what its plan names in the run-time library", () => {
  const names = readFileSync(packagePath("templates", "runtime", "edm.ts"), "utf8");
  test.each([...primitiveTypes, "Edm.PrimitiveType"] as const)("%s", async (name) => {
    for (const ieee754 of [false, true]) {
      const { type, guard, shape } = planPrimitive(name, none, ieee754);
      for (const { file, name: wanted } of [guard, shape]) {
        expect(Object.keys(await import(`../../templates/runtime/${file}.ts`))).toContain(wanted);
      }
      if ("edm" in type) expect(names).toMatch(new RegExp(`export (type|interface) ${type.edm}\\b`));
    }
  });
});

describe("facets", () => {
  test.each([
    ["Edm.String", { ...none, maxLength: 5 }, ["5"]],
    ["Edm.Binary", { ...none, maxLength: 5 }, ["5"]],
    ["Edm.Decimal", { ...none, precision: 4, scale: 2 }, ["4", "2"]],
    ["Edm.Decimal", { ...none, scale: 2 }, ["undefined", "2"]],
    ["Edm.Decimal", { ...none, precision: 4 }, ["4"]],
    ["Edm.Decimal", { ...none, scale: "variable" }, ["undefined", '"variable"']],
    ["Edm.Decimal", { ...none, precision: 4, scale: "floating" }, ["4", '"floating"']],
    ["Edm.DateTimeOffset", { ...none, precision: 0 }, ["0"]],
    ["Edm.Duration", { ...none, precision: 3 }, ["3"]],
    ["Edm.TimeOfDay", { ...none, precision: 3 }, ["3"]],
    ["Edm.Int32", { ...none, precision: 3 }, []],
  ] as const)("%s %j: %j", (name, facets, args) => {
    expect(planPrimitive(name, facets, false).arguments).toEqual(args);
  });
});

describe("how 64-bit numbers travel", () => {
  test.each([
    ["Edm.Int64", "Int64String", "isInt64String"],
    ["Edm.Decimal", "DecimalString", "isDecimalString"],
    ["Edm.Double", "Double", "isDouble"],
  ] as const)("%s under ieee754Compatible: %s", (name, written, guard) => {
    const plan = planPrimitive(name, { ...none, precision: 2 }, true);
    expect("edm" in plan.type && plan.type.edm).toBe(written);
    expect(plan.guard.name).toBe(guard);
  });
});

test.each(abstractTypes)("%s as a property's type", (name) => {
  const plan = planOf(
    `<ComplexType Name="T"><Property Name="p" Type="${name}"/><Property Name="q" Type="Collection(${name})"/></ComplexType>`,
  );
  const wanted =
    name === "Edm.PrimitiveType"
      ? "p?: Edm.PrimitiveType | null | undefined; q?: Edm.PrimitiveType[] | undefined"
      : "p?: Edm.Untyped; q?: Edm.Untyped[] | undefined";
  expect(declarationsAt(plan, "n/types/received")[0]).toContain(wanted);
});

test("a type definition's facets hold unless the use has its own; its name is written", () => {
  const plan = planOf(
    '<TypeDefinition Name="D" UnderlyingType="Edm.String" MaxLength="5"/><ComplexType Name="T"><Property Name="a" Type="n.D"/><Property Name="b" Type="n.D" MaxLength="3"/></ComplexType>',
  );
  expect(declarationsAt(plan, "n/types/received")[0]).toContain("a?: D | null | undefined; b?: D | null | undefined");
  const shapes = plan.modules.find(({ path }) => path === "n/shapes");
  const members = shapes?.kind === "shapes" ? shapes.objects[0]?.members : undefined;
  expect(members?.map(({ name, arguments: args }) => [name, args])).toEqual([
    ["a", ["5"]],
    ["b", ["3"]],
  ]);
});
