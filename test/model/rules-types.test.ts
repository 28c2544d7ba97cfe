import { expect, test } from "vitest";
import { toldOf } from "./support.ts";

/** What is told of a document: everything that is wrong with it, or what is wrong and let be. */
type Row = readonly [name: string, text: string, told: readonly string[]];

const C = (...children: readonly string[]): string =>
  `<EntityContainer Name="C">\n${children.join("\n")}\n</EntityContainer>`;
const ct = (inner: string, attributes = ""): string => `<ComplexType Name="T" ${attributes}>${inner}</ComplexType>`;

const rows: readonly Row[] = [
  [
    "terms of types that are not there, and of a vocabulary's, which need not be given",
    '<Term Name="a" Type="n.Nope"/>\n<Term Name="b" Type="Edm.Nope"/>\n<Term Name="c" Type="Core.Tag"/>\n<Term Name="d" Type="n.a"/>',
    [
      "input 2:1 the term n.a has the type n.Nope, which is not declared",
      "input 3:1 the term n.b has the type Edm.Nope, which is not declared",
      "input 5:1 the term n.d has the type n.a, a term; a type is needed here",
    ],
  ],
  [
    "base terms that are not there, a vocabulary's, and circles of them",
    '<Term Name="a" Type="Edm.String" BaseTerm="n.Nope"/>\n<Term Name="b" Type="Edm.String" BaseTerm="Core.Tag"/>\n<Term Name="c" Type="Edm.String" BaseTerm="n.d"/>\n<Term Name="d" Type="Edm.String" BaseTerm="n.c"/>\n<Term Name="e" Type="Edm.String" BaseTerm="n.c"/>',
    [
      "input 2:1 the term n.a has the base term n.Nope, which is not declared",
      "input 4:1 a term is its own base term: n.c → n.d → n.c",
    ],
  ],
  [
    "a term and a type of one name",
    `${ct("")}\n<Term Name="T" Type="Edm.String"/>`,
    ["input 3:1 n.T is declared twice, as a complex type and as a term"],
  ],
  [
    "a container and an enumeration of one name",
    `<EnumType Name="C"/>\n<EntityContainer Name="C"/>`,
    ["input 3:1 n.C is declared twice, as an enumeration and as an entity container"],
  ],
  [
    "an action with the name of a type, which Graph has",
    `${ct("")}\n<Action Name="T"/>`,
    ["warning 3:1 n.T is an action and a complex type; CSDL wants two names"],
  ],
  [
    "such a name means the type, wherever it stands",
    `<Action Name="T"/>\n${ct("")}\n<ComplexType Name="U"><Property Name="p" Type="n.T"/></ComplexType>`,
    ["warning 3:1 n.T is a complex type and an action; CSDL wants two names"],
  ],
  [
    "three types of one name",
    `${ct("")}\n${ct("")}\n${ct("")}`,
    ["input 3:1 n.T is declared twice", "input 4:1 n.T is declared twice"],
  ],
  [
    "an action as a property's type",
    `<Action Name="a"/>${ct('<Property Name="p" Type="n.a"/>')}`,
    [
      "input 2:42 n.T/p has the type n.a, an action; a primitive type, an enumeration, a type definition or a complex type is needed here",
    ],
  ],
  [
    "a term as a property's type",
    `<Term Name="a" Type="Edm.String"/>${ct('<Property Name="p" Type="n.a"/>')}`,
    [
      "input 2:58 n.T/p has the type n.a, a term; a primitive type, an enumeration, a type definition or a complex type is needed here",
    ],
  ],
  [
    "a container as a property's type",
    `${C()}${ct('<Property Name="p" Type="n.C"/>')}`,
    [
      "input 4:42 n.T/p has the type n.C, an entity container; a primitive type, an enumeration, a type definition or a complex type is needed here",
    ],
  ],
  [
    "any entity as a property's type",
    ct('<Property Name="p" Type="Edm.EntityType"/>'),
    [
      "warning 2:24 n.T/p has the type Edm.EntityType, a built-in type; a primitive type, an enumeration, a type definition or a complex type is needed here",
    ],
  ],
  [
    "anything as a navigation property's type",
    ct('<NavigationProperty Name="p" Type="Edm.Untyped"/>'),
    ["input 2:24 n.T/p has the type Edm.Untyped, a built-in type; an entity type is needed here"],
  ],
  ["any entity as a navigation property's type", ct('<NavigationProperty Name="p" Type="Edm.EntityType"/>'), []],
  [
    "an enumeration as a navigation property's type",
    `<EnumType Name="M"/>${ct('<NavigationProperty Name="p" Type="n.M"/>')}`,
    ["input 2:44 n.T/p has the type n.M, an enumeration; an entity type is needed here"],
  ],
  [
    "a built-in base type",
    ct("", 'BaseType="Edm.ComplexType"'),
    ["input 2:1 n.T has the base type Edm.ComplexType, which is built in and no base for other types"],
  ],
  [
    "an action as base type",
    `<Action Name="a"/>${ct("", 'BaseType="n.a"')}`,
    ["input 2:19 n.T is a complex type and cannot be based on an action, n.a"],
  ],
  [
    "an unresolved base type has no errors in its wake, and hides none",
    `<EntityType Name="E" BaseType="n.Gone"><Key><PropertyRef Name="id"/></Key><Property Name="p" Type="n.Nope"/></EntityType>\n<EntityType Name="F" BaseType="n.E"><Key><PropertyRef Name="id"/></Key><NavigationProperty Name="e" Type="n.E" Partner="x"/></EntityType>\n<EntityContainer Name="C"><EntitySet Name="es" EntityType="n.E"><NavigationPropertyBinding Path="nowhere" Target="es"/></EntitySet></EntityContainer>`,
    [
      "input 2:1 n.E has the base type n.Gone, which is not declared",
      "input 2:75 n.E/p has the type n.Nope, which is not declared",
    ],
  ],
  [
    "a property with its type's name",
    ct('<Property Name="T" Type="Edm.String"/>'),
    ["warning 2:24 n.T/T has the name of its own type, which CSDL does not allow"],
  ],
  [
    "a property that narrows the type of an inherited one (CSDL 4.01)",
    `<ComplexType Name="A"/><ComplexType Name="B" BaseType="n.A"/><ComplexType Name="X"><Property Name="p" Type="n.A"/></ComplexType>\n<ComplexType Name="Y" BaseType="n.X"><Property Name="p" Type="n.B"/></ComplexType>`,
    ["unsupported 3:38 n.Y/p is declared by its base type n.X already"],
  ],
  [
    "a member of another kind than the inherited one, or a collection where that is none",
    `<EntityType Name="A"/><EntityType Name="X"><NavigationProperty Name="p" Type="n.A"/><Property Name="q" Type="Edm.String"/></EntityType>
<EntityType Name="Y" BaseType="n.X"><Property Name="p" Type="Edm.String"/>
<Property Name="q" Type="Collection(Edm.String)"/></EntityType>`,
    [
      "input 3:37 n.Y/p is declared by its base type n.X already",
      "input 4:1 n.Y/q is declared by its base type n.X already",
    ],
  ],
  [
    "two members of one value, which is allowed",
    '<EnumType Name="M"><Member Name="a" Value="1"/><Member Name="b" Value="1"/></EnumType>',
    [],
  ],
  [
    "three members of one name",
    '<EnumType Name="M"><Member Name="a"/>\n<Member Name="a"/>\n<Member Name="a"/></EnumType>',
    ["input 3:1 the enumeration n.M has the member a twice", "input 4:1 the enumeration n.M has the member a twice"],
  ],
  [
    "a type definition on any primitive type, which 4.01 allows",
    '<TypeDefinition Name="B" UnderlyingType="Edm.PrimitiveType"/>',
    [],
  ],
  [
    "two circles of base types, and a type that leads into one",
    `<ComplexType Name="a" BaseType="n.b"/>\n<ComplexType Name="b" BaseType="n.a"/>\n<ComplexType Name="c" BaseType="n.c"/>\n<ComplexType Name="d" BaseType="n.c"><Property Name="p" Type="Edm.String"/></ComplexType>`,
    ["input 2:1 n.a is its own base type: n.a → n.b → n.a", "input 4:1 n.c is its own base type: n.c → n.c"],
  ],
  [
    "a type that says to be closed, of an open one at any distance",
    `<ComplexType Name="A" OpenType="true"/>\n<ComplexType Name="B" BaseType="n.A"/>\n<ComplexType Name="C" BaseType="n.B" OpenType="false"/>`,
    ['warning 4:1 n.C has OpenType="false", and is open like its base type n.B'],
  ],
  [
    "types that say to be closed and are",
    `<ComplexType Name="A"/><ComplexType Name="B" BaseType="n.A" OpenType="false"/><ComplexType Name="C" OpenType="false"/>`,
    [],
  ],
];

test.each(rows)("%s", (_, text, told) => {
  expect(toldOf(text)).toEqual(told);
});
