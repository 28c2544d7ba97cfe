import { describe, expect, it } from "vitest";
import { parse, problemsOf, schema } from "./support.ts";

const edmx = "http://docs.oasis-open.org/odata/ns/edmx";
const outer: readonly (readonly [name: string, text: string, ...want: string[]])[] = [
  ["another root", "<Foo/>", "1:1 the root element is Foo in no namespace, expected: Edmx"],
  ["Edmx in no namespace", '<Edmx Version="4.0"/>', "1:1 the root element is Edmx in no namespace"],
  ["a service document", '<service xmlns="http://www.w3.org/2007/app"/>', "1:1 the root element is service"],
  [
    "OData V3",
    '<e:Edmx Version="1.0" xmlns:e="http://schemas.microsoft.com/ado/2007/06/edmx"/>',
    "1:1 this is metadata of OData V1, V2 or V3",
  ],
  ["OData V3 by version", `<Edmx Version="3.0" xmlns="${edmx}"/>`, '1:7 this is metadata of OData V3 (Version="3.0")'],
  [
    "a schema of V3 in a V4 document, alone",
    schema("").replace('http://docs.oasis-open.org/odata/ns/edm"', 'http://schemas.microsoft.com/ado/2009/11/edm"'),
    "1:99 Schema is in the namespace http://schemas.microsoft.com/ado/2009/11/edm of OData V1 to V3",
  ],
  [
    "a version to come",
    `<Edmx Version="5.0" xmlns="${edmx}"/>`,
    "1:1 Edmx holds no DataServices",
    '1:7 Edmx has Version="5.0", expected: 4.0 or 4.01',
  ],
  ["no DataServices", `\n<Edmx Version="4.0" xmlns="${edmx}"/>`, "2:1 Edmx holds no DataServices"],
  ["no Schema", `<Edmx Version="4.0" xmlns="${edmx}">\r\n<DataServices/></Edmx>`, "2:1 DataServices holds no Schema"],
  [
    "a reserved namespace",
    schema("").replace('<Schema Namespace="n"', '\n<Schema Namespace="Edm"'),
    '2:9 Schema has Namespace="Edm", expected: a namespace',
  ],
  [
    "a bad alias",
    schema("").replace('<Schema Namespace="n"', '\n<Schema Namespace="n" Alias="System"'),
    '2:23 Schema has Alias="System", expected: an OData',
  ],
];

describe("the elements around a schema", () => {
  it.each(outer)("%s", (_name, text, ...want) => {
    const problems = problemsOf(() => parse(text));
    expect(problems.map((problem, index) => problem.slice(0, want[index]?.length))).toEqual(want);
  });
});

describe("many problems", { timeout: 30_000 }, () => {
  it("stops at fifty and says how many there are", () => {
    const problems = problemsOf(() => parse(schema("<EntityType/>\n".repeat(60))));
    expect(problems.length).toBe(50);
    expect(problems[48]).toBe("50:1 EntityType has no attribute Name, which it must have");
    expect(problems[49]).toBe("51:1 EntityType has no attribute Name, which it must have");
    expect(() => parse(schema("<EntityType/>\n".repeat(60)))).toThrow(/\nand 10 more errors$/);
  });

  it("takes linear time for an element with very many attributes", () => {
    const attributes = Array.from({ length: 50_000 }, (_, index) => ` a${index}="1"`).join("");
    const start = process.cpuUsage();
    expect(parse(schema(`<EntityType Name="a"${attributes}/>`)).warnings.length).toBe(50_000);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  });
});

describe("what is tolerated is a warning with a place", () => {
  it.each([
    [
      '<EntityType Name="a" OpenTyp="true"/>',
      "2:22 EntityType has the attribute OpenTyp, which CSDL does not know; it is ignored",
    ],
    [
      '<ComplexType Name="a"><Property Name="b" Type="n.T" ConcurrencyMode="Fixed"/></ComplexType>',
      "2:53 Property has the attribute ConcurrencyMode, which CSDL does not know; it is ignored",
    ],
    [
      '<ComplexType Name="a"><Property Name="request-id" Type="n.T"/></ComplexType>',
      '2:33 Property has Name="request-id", and - may not stand in an OData identifier',
    ],
    [
      '<Annotation Term="n.t" Qualifier="a.b"/>',
      '2:24 Annotation has Qualifier="a.b", and . may not stand in an OData identifier',
    ],
    [
      '<Annotations Target="n.T" Qualifier="q"><Annotation Term="n.t" Qualifier="r"/></Annotations>',
      "2:64 Annotation has a Qualifier beside that of its Annotations, which counts",
    ],
    [
      '<ComplexType Name="a"><NavigationProperty Name="b" Type="Collection(n.T)" Nullable="true"/></ComplexType>',
      "2:75 NavigationProperty of a collection has Nullable, which CSDL does not allow there",
    ],
    ['<EntityType Name="a" Abstract="1"/>', '2:22 EntityType has Abstract="1", expected: true or false'],
    ['<EntityType Name="a" OpenType="True"/>', '2:22 EntityType has OpenType="True", expected: true or false'],
    ['<EntityType Name=" a "/>', '2:13 EntityType has Name=" a ", expected: an OData identifier'],
    [
      '<ComplexType Name="a"><Property Name="b" Type="Edm.String" MaxLength="0"/></ComplexType>',
      '2:60 Property has MaxLength="0", expected: a positive integer or max',
    ],
    [
      '<ComplexType Name="a"><Property Name="b" Type="Edm.String" MaxLength="Max"/></ComplexType>',
      '2:60 Property has MaxLength="Max", expected: a positive integer or max',
    ],
    [
      '<TypeDefinition Name="a" UnderlyingType="Edm.Decimal" Precision="0"/>',
      '2:55 TypeDefinition has Precision="0", expected: a positive integer for Edm.Decimal',
    ],
    [
      '<ComplexType Name="a"><Property Name="b" Type="Edm.Decimal" Scale="Variable"/></ComplexType>',
      '2:61 Property has Scale="Variable", expected: a non-negative integer, variable or floating',
    ],
    [
      '<ComplexType Name="a"><Property Name="b" Type="Edm.Geography" SRID="Variable"/></ComplexType>',
      '2:63 Property has SRID="Variable", expected: a non-negative integer or variable',
    ],
    [
      '<EnumType Name="a" IsFlags="true"><Member Name="b" Value="-1"/></EnumType>',
      '2:52 Member has Value="-1", expected: a non-negative integer of type Edm.Int32',
    ],
  ])("%s", (content, want) => {
    const { warnings } = parse(schema(content));
    expect(warnings.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`)).toEqual([
      expect.stringContaining(want),
    ]);
  });

  it.each([
    ['<Property Name="b" Type="Edm.String" MaxLength="0"/>', "it is read as max: no limit"],
    [
      '<Property Name="b" Type="Collection(Edm.Decimal)" Precision="0" Scale="2"/>',
      "it is read as if it were absent: no limit",
    ],
    ['<Property Name="b" Type="Edm.String" MaxLength=" 5"/>', "it is read as if it were written that way"],
    ['<Property Name="b" Type="Edm.Decimal" Scale="Variable"/>', "it is read as if it were written that way"],
  ])("says what becomes of %s", (property, hint) => {
    expect(parse(schema(`<ComplexType Name="a">${property}</ComplexType>`)).warnings[0]?.hint).toBe(hint);
  });

  it("times may have no fraction", () => {
    const time = '<Property Name="b" Type="Edm.TimeOfDay" Precision="0"/>';
    expect(parse(schema(`<ComplexType Name="a">${time}</ComplexType>`)).warnings).toEqual([]);
  });

  it("says what becomes of a negative flag", () => {
    const flags = '<EnumType Name="a" IsFlags="true"><Member Name="b" Value="-1"/></EnumType>';
    expect(parse(schema(flags)).warnings[0]?.hint).toBe("it is read as it stands");
  });

  it("suggests the name that was meant", () => {
    expect(parse(schema('<EntityType Name="a" OpenTyp="true"/>')).warnings[0]?.hint).toBe('did you mean "OpenType"?');
  });
});
