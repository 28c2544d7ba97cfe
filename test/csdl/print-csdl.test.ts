import { describe, expect, it } from "vitest";
import { printCsdl } from "../../generator/csdl/print-csdl.ts";
import { everything, printed } from "./everything.ts";
import { parse, schema } from "./support.ts";

function print(text: string): string {
  return printCsdl(parse(text));
}

describe("the canonical form", () => {
  it("holds everything that is kept, in one order and one notation", () => {
    expect(print(everything)).toBe(printed);
  });

  it("reads to what it was printed from: printing it again changes nothing", () => {
    expect(print(printed)).toBe(printed);
  });

  it("does not alter the document", () => {
    const document = parse(everything);
    const before = structuredClone(document);
    printCsdl(document);
    expect(document).toEqual(before);
  });
});

const equal: readonly (readonly [name: string, a: string, b: string])[] = [
  [
    "order of types",
    '<ComplexType Name="b"/><ComplexType Name="a"/>',
    '<ComplexType Name="a"/><ComplexType Name="b"/>',
  ],
  ["order of kinds", '<EntityType Name="a"/><EnumType Name="b"/>', '<EnumType Name="b"/><EntityType Name="a"/>'],
  [
    "order of overloads",
    '<Action Name="a" IsBound="true"><Parameter Name="x" Type="n.T"/></Action><Action Name="a"/>',
    '<Action Name="a"/><Action Name="a" IsBound="true"><Parameter Name="x" Type="n.T"/></Action>',
  ],
  [
    "order of annotations that differ in their values only",
    '<Annotation Term="n.t" Int="2"/><Annotation Term="n.t" Int="1"/>',
    '<Annotation Term="n.t" Int="1"/><Annotation Term="n.t" Int="2"/>',
  ],
  [
    "defaults written out",
    '<EntityType Name="a" Abstract="false" OpenType="false" HasStream="false"/>',
    '<EntityType Name="a"/>',
  ],
  ["notation of values", '<Annotation Term="n.t" Int="1"/>', '<Annotation Term="n.t"><Int> 1 </Int></Annotation>'],
  [
    "order of enumeration members",
    '<EnumType Name="a"><Member Name="y" Value="10"/><Member Name="x" Value="9"/></EnumType>',
    '<EnumType Name="a"><Member Name="x" Value="9"/><Member Name="y" Value="10"/></EnumType>',
  ],
  [
    "values of enumeration members left out",
    '<EnumType Name="a"><Member Name="y"/><Member Name="x"/></EnumType>',
    '<EnumType Name="a"><Member Name="x" Value="1"/><Member Name="y" Value="0"/></EnumType>',
  ],
  [
    "defaults of built-in types written out",
    '<ComplexType Name="a"><Property Name="x" Type="Edm.Decimal" Unicode="true" Nullable="true"/></ComplexType>',
    '<ComplexType Name="a"><Property Name="x" Type="Edm.Decimal"/></ComplexType>',
  ],
  ["comments, CDATA, white space", "<!-- c -->\n", ""],
];

describe("documents that mean the same print the same", () => {
  it.each(equal)("%s", (_name, a, b) => expect(print(schema(a))).toBe(print(schema(b))));
});

const different: readonly (readonly [name: string, a: string, b: string])[] = [
  [
    "order of parameters",
    '<Action Name="a"><Parameter Name="x" Type="n.T"/><Parameter Name="y" Type="n.T"/></Action>',
    '<Action Name="a"><Parameter Name="y" Type="n.T"/><Parameter Name="x" Type="n.T"/></Action>',
  ],
  [
    "order of key parts",
    '<EntityType Name="a"><Key><PropertyRef Name="x"/><PropertyRef Name="y"/></Key></EntityType>',
    '<EntityType Name="a"><Key><PropertyRef Name="y"/><PropertyRef Name="x"/></Key></EntityType>',
  ],
  [
    "order of a collection's items",
    '<Annotation Term="n.t"><Collection><Int>1</Int><Int>2</Int></Collection></Annotation>',
    '<Annotation Term="n.t"><Collection><Int>2</Int><Int>1</Int></Collection></Annotation>',
  ],
  [
    "Nullable of a collection",
    '<ComplexType Name="a"><Property Name="x" Type="Collection(n.T)" Nullable="true"/></ComplexType>',
    '<ComplexType Name="a"><Property Name="x" Type="Collection(n.T)"/></ComplexType>',
  ],
  [
    "the default of zero, which is not taken for granted where it is not written",
    '<ComplexType Name="a"><Property Name="x" Type="Edm.Decimal" Scale="0"/></ComplexType>',
    '<ComplexType Name="a"><Property Name="x" Type="Edm.Decimal"/></ComplexType>',
  ],
  [
    "a facet that may override that of a type definition",
    '<ComplexType Name="a"><Property Name="x" Type="n.T" Scale="0"/></ComplexType>',
    '<ComplexType Name="a"><Property Name="x" Type="n.T"/></ComplexType>',
  ],
  ["an empty text and no value", '<Annotation Term="n.t" String=""/>', '<Annotation Term="n.t"/>'],
];

describe("documents that mean different things print differently", () => {
  it.each(different)("%s", (_name, a, b) => expect(print(schema(a))).not.toBe(print(schema(b))));
});
