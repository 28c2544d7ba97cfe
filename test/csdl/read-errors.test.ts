import { describe, expect, it } from "vitest";
import { parse, problemsOf, schema } from "./support.ts";

/** Schema content that begins on line 2, column 1, and every problem in it. */
const invalid: readonly (readonly [content: string, ...want: readonly string[]])[] = [
  ["<EntityType/>", "2:1 EntityType has no attribute Name, which it must have"],
  ['<EntityType Name="a b"/>', '2:13 EntityType has Name="a b", expected: an OData identifier'],
  ['<EntityType Name="a" BaseType="b"/>', '2:22 EntityType has BaseType="b", expected: a qualified name'],
  ['<EntityType Name="a"><Key/></EntityType>', "2:22 Key holds no PropertyRef"],
  [
    '<EntityType Name="a"><Key><PropertyRef/></Key><Key><PropertyRef Name="x"/></Key></EntityType>',
    "2:27 PropertyRef has no attribute Name",
    "2:47 EntityType holds more than one Key",
  ],
  ['<EntityType Name="a"><Key><PropertyRef Name="b/c"/></Key></EntityType>', "2:27 PropertyRef names the path b/c"],
  ['<EntityType Name="a">x</EntityType>', "2:1 EntityType holds text"],
  ['<ComplexType Name="a"><Key/></ComplexType>', "2:23 Key cannot stand in ComplexType; expected: Property"],
  ['<ComplexType Name="a"><Proprety/></ComplexType>', "2:23 Proprety cannot stand in ComplexType"],
  ['<ComplexType Name="a"><Property Name="b"/></ComplexType>', "2:23 Property has no attribute Type"],
  [
    '<ComplexType Name="a"><Property Name="b" Type="String"/></ComplexType>',
    '2:42 Property has Type="String", expected: a qualified type name',
  ],
  [
    '<ComplexType Name="a"><Property Name="b" Type="Edm.Decimal" Precision="-1" Scale="x" SRID="y"/></ComplexType>',
    '2:61 Property has Precision="-1"',
    '2:76 Property has Scale="x", expected: a non-negative integer, variable or floating',
    '2:86 Property has SRID="y"',
  ],
  [
    '<ComplexType Name="a"><Property Name="b" Type="Edm.String" MaxLength="9007199254740992"/></ComplexType>',
    '2:60 Property has MaxLength="9007199254740992"',
  ],
  [
    '<ComplexType Name="a"><Annotation Term="t.T" Qualifier="1 2"/></ComplexType>',
    '2:46 Annotation has Qualifier="1 2", expected: an OData identifier',
  ],
  [
    '<ComplexType Name="a"><Property Name="b" Type="Edm.String"><Annotation Term="t.T"><String><x/></String></Annotation></Property></ComplexType>',
    "2:91 x cannot stand in String; no element can",
  ],
  [
    '<ComplexType Name="a"><Property Name="b" Type="Edm.Decimal" Precision="2" Scale="3"/></ComplexType>',
    '2:75 Property has Scale="3", which is more than its Precision="2"',
  ],
  [
    '<ComplexType Name="a"><NavigationProperty Name="b" Type="n.T"><OnDelete Action="Kill"/></NavigationProperty></ComplexType>',
    '2:73 OnDelete has Action="Kill", expected: Cascade',
  ],
  [
    '<ComplexType Name="a"><NavigationProperty Name="b" Type="n.T"><ReferentialConstraint Property="c"/></NavigationProperty></ComplexType>',
    "2:63 ReferentialConstraint has no attribute ReferencedProperty",
  ],
  [
    '<EnumType Name="a" UnderlyingType="Edm.String"/>',
    '2:20 EnumType has UnderlyingType="Edm.String", expected: Edm.Byte',
  ],
  [
    '<EnumType Name="a"><Member Name="b" Value="0x1"/></EnumType>',
    '2:37 Member has Value="0x1", expected: an integer of type Edm.Int32',
  ],
  ['<EnumType Name="a"><Member Name="b" Value="2147483648"/></EnumType>', '2:37 Member has Value="2147483648"'],
  [
    '<EnumType Name="a" UnderlyingType="Edm.Int64"><Member Name="b" Value="9223372036854775808"/></EnumType>',
    '2:64 Member has Value="9223372036854775808"',
  ],
  [
    '<EnumType Name="a"><Member Name="b"/><Member Name="c" Value="1"/></EnumType>',
    "2:20 Member has no Value while others",
  ],
  [
    '<EnumType Name="a" IsFlags="true"><Member Name="b"/></EnumType>',
    "2:35 Member has no Value, which members of an enumeration with IsFlags must have",
  ],
  [
    '<TypeDefinition Name="a" UnderlyingType="n.T"/>',
    '2:26 TypeDefinition has UnderlyingType="n.T", expected: a primitive type',
  ],
  ['<Function Name="a"/>', "2:1 Function a has no ReturnType"],
  ['<Action Name="a" IsBound="true"/>', '2:1 Action a has IsBound="true" and no Parameter to be bound to'],
  [
    '<Action Name="a"><ReturnType Type="n.T"/><ReturnType Type="n.T"/></Action>',
    "2:42 Action holds more than one ReturnType",
  ],
  ['<Action Name="a"><Parameter Type="n.T"/></Action>', "2:18 Parameter has no attribute Name"],
  [
    '<EntityContainer Name="a"><EntitySet Name="b" EntityType="T"/></EntityContainer>',
    '2:47 EntitySet has EntityType="T", expected: a qualified name',
  ],
  ['<EntityContainer Name="a"/><EntityContainer Name="b"/>', "2:28 Schema holds more than one EntityContainer"],
  ['<EntityContainer Name="a"><Singleton Name="b"/></EntityContainer>', "2:27 Singleton has no attribute Type"],
  ['<Annotations Target="n.T"/>', "2:1 Annotations holds no Annotation"],
  ['<Annotation Term="t"/>', '2:13 Annotation has Term="t", expected: a qualified name'],
  ['<Annotation Term="n.t" Bool="yes"/>', '2:24 "yes" is no constant of the kind Bool'],
  ['<Annotation Term="n.t"><Int>1.5</Int></Annotation>', '2:24 "1.5" is no constant of the kind Int'],
  ['<Annotation Term="n.t" String="a" Bool="true"/>', "2:1 Annotation has more than one value: Bool, String"],
  ['<Annotation Term="n.t" String="a"><Null/></Annotation>', "2:1 Annotation has more than one value: String, Null"],
  [
    '<Annotation Term="n.t"><Record><PropertyValue/></Record></Annotation>',
    "2:32 PropertyValue has no attribute Property",
  ],
  ['<Annotation Term="n.t"><Collection><Member/></Collection></Annotation>', "2:36 Member cannot stand in Collection"],
  ['<Annotation Term="n.t"><If><Foo/></If></Annotation>', "2:28 Foo cannot stand in If"],
  ['<EntityType xmlns="" Name="a"/>', "2:1 EntityType is in no namespace; inside Schema elements of http"],
  [
    '<EntityType xmlns="http://schemas.microsoft.com/ado/2009/11/edm" Name="a"/>',
    "2:1 EntityType is in the namespace http",
  ],
  ['<Schema Namespace="m"/>', "2:1 Schema cannot stand in Schema"],
  [
    '<e:EntityType xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Name="a"/>',
    "2:1 EntityType, in the namespace http",
  ],
  [
    '<EntityType Name="1"/>\n<EntityType Name="2"/>\n<x:y xmlns:x="u"><EntityType/></x:y>',
    '2:13 EntityType has Name="1"',
    '3:13 EntityType has Name="2"',
  ],
  [
    '<ComplexType Name="T"><Property Name="p" Type="String"/></ComplexType>',
    '2:42 Property has Type="String", expected: a qualified type name such as Edm.String, or Collection(…) of one',
  ],
  [
    '<ComplexType Name="T"><Property Name="p" Type="Collection(Collection(Edm.String))"/></ComplexType>',
    '2:42 Property has Type="Collection(Collection(Edm.String))", expected: a qualified type name such as Edm.String, or Collection(…) of one',
  ],
  [
    '<TypeDefinition Name="A" UnderlyingType="Edm.String"/><TypeDefinition Name="B" UnderlyingType="n.A"/>',
    '2:80 TypeDefinition has UnderlyingType="n.A", expected: a primitive type such as Edm.String',
  ],
  [
    '<TypeDefinition Name="B" UnderlyingType="n.B"/>',
    '2:26 TypeDefinition has UnderlyingType="n.B", expected: a primitive type such as Edm.String',
  ],
  [
    '<TypeDefinition Name="B" UnderlyingType="Edm.string"/>',
    '2:26 TypeDefinition has UnderlyingType="Edm.string", expected: a primitive type such as Edm.String',
  ],
  [
    '<Action Name="a"><Parameter Name="p" Type="Edm.Decimal" Precision="1" Scale="3"/></Action>',
    '2:71 Parameter has Scale="3", which is more than its Precision="1"',
  ],
  [
    '<EntityContainer Name="C"><ActionImport Name="j" Action="n.a" EntitySet="things/"/></EntityContainer>',
    '2:63 ActionImport has EntitySet="things/", expected: the name of an entity set or singleton, or a path to one of another container',
  ],
  [
    '<EntityContainer Name="C"><Singleton Name="s" Type="n.E">\n<NavigationPropertyBinding Path="a b" Target=""/></Singleton></EntityContainer>',
    '3:28 NavigationPropertyBinding has Path="a b", expected: a path: identifiers or qualified names with slashes between them',
    '3:39 NavigationPropertyBinding has Target="", expected: the name of an entity set or singleton, or a path to one of another container',
  ],
  [
    '<Annotations Target="T/p"><Annotation Term="Core.Description"/></Annotations>',
    '2:14 Annotations has Target="T/p", expected: the qualified name of a model element, with a path into it where needed',
  ],
  [
    `<Function Name="f"><RetrunType Type="Edm.String"/></Function>\n<EntityType Name="E"><Key><PropertyReff Name="x"/></Key></EntityType>\n<Annotations Target="n.E"><Annotatio Term="n.t"/></Annotations>\n<Action Name="a" IsBound="true"><Param Name="x" Type="n.E"/></Action>`,
    "2:20 RetrunType cannot stand in Function; expected: Parameter, ReturnType, Annotation",
    "3:27 PropertyReff cannot stand in Key; expected: PropertyRef",
    "4:27 Annotatio cannot stand in Annotations; expected: Annotation",
    "5:33 Param cannot stand in Action; expected: Parameter, ReturnType, Annotation",
  ],
  [
    '<Annotation Term="n.t"><Cast Type="Strin g"><Path>a</Path></Cast></Annotation>',
    '2:30 Cast has Type="Strin g", expected: a qualified type name such as Edm.String, or Collection(…) of one',
  ],
  [
    '<Annotation Term="n.t"><Apply Function="concat"><Path>a</Path></Apply></Annotation>',
    '2:31 Apply has Function="concat", expected: a qualified name such as example.service.Thing',
  ],
  [
    '<Annotation Term="n.t"><LabeledElement Name="a b" Int="x"/></Annotation>',
    '2:40 LabeledElement has Name="a b", expected: an OData identifier (a letter or _, then letters, digits or _, at most 128)',
    '2:51 "x" is no constant of the kind Int',
  ],
  [
    '<EnumType Name="M"><Member Name="a" x:Value="1" xmlns:x="u"/><Member Name="b" Value="1"/></EnumType>',
    "2:20 Member has no Value while others of its enumeration have one; all must have one, or none",
  ],
];

describe("invalid CSDL is refused, every problem at its place", () => {
  it.each(invalid)("%s", (content, ...want) => {
    const problems = problemsOf(() => parse(schema(content)));
    expect(problems.map((problem, index) => problem.slice(0, want[index]?.length))).toEqual(want);
  });
});
