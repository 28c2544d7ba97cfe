import { expect, test } from "vitest";
import { toldOf } from "./support.ts";

/** What is told of a document: everything that is wrong with it, or what is wrong and let be. */
type Row = readonly [name: string, text: string, told: readonly string[]];

/** A keyed entity type, `n.E`. */
const E =
  '<EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>';
const C = (...children: readonly string[]): string =>
  `<EntityContainer Name="C">\n${children.join("\n")}\n</EntityContainer>`;
const ct = (inner: string, attributes = ""): string => `<ComplexType Name="T" ${attributes}>${inner}</ComplexType>`;
/** `n.K`, with a key that begins on line 3. */
const keyed = (key: string, members: string): string =>
  `<EntityType Name="K"><Key>\n${key}</Key>\n${members}</EntityType>`;

const rows: readonly Row[] = [
  [
    "a collection",
    keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="Collection(Edm.String)"/>'),
    ["input 3:1 the key of n.K names k, a collection; a key is made of single primitive values"],
  ],
  [
    "a property of a complex type",
    keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="n.T"/>') + ct(""),
    ["input 3:1 the key of n.K names k, a property of a complex type; a key is made of single primitive values"],
  ],
  [
    "a navigation property",
    keyed('<PropertyRef Name="k"/>', '<NavigationProperty Name="k" Type="n.K"/>'),
    ["input 3:1 the key of n.K names k, a navigation property; a key is made of single primitive values"],
  ],
  [
    "a stream",
    keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="Edm.Stream"/>'),
    ["input 3:1 the key of n.K names k, a property of the type Edm.Stream; a key is made of single primitive values"],
  ],
  [
    "a type definition on a point",
    '<TypeDefinition Name="G" UnderlyingType="Edm.GeometryPoint"/>' +
      keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="n.G"/>'),
    [
      "input 3:1 the key of n.K names k, a property of the type Edm.GeometryPoint; a key is made of single primitive values",
    ],
  ],
  [
    "a Double, which services write",
    keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="Edm.Double"/>'),
    ["warning 3:1 the key of n.K names k, which is Edm.Double; CSDL does not allow that for a key"],
  ],
  [
    "a property that may be null",
    keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="Edm.Int32" Nullable="true"/>'),
    ['warning 3:1 the key of n.K names k, which has Nullable="true"; a key is never null, and is read that way'],
  ],
  ["an enumeration", '<EnumType Name="M"/>' + keyed('<PropertyRef Name="k"/>', '<Property Name="k" Type="n.M"/>'), []],
  [
    "one property twice",
    keyed('<PropertyRef Name="k"/><PropertyRef Name="k"/>', '<Property Name="k" Type="Edm.Int32"/>'),
    ["input 3:24 the key of n.K names k twice"],
  ],
  [
    "one alias twice",
    keyed(
      '<PropertyRef Name="t/a" Alias="k"/>\n<PropertyRef Name="t/b" Alias="k"/>',
      '<Property Name="t" Type="n.T"/>',
    ) + ct('<Property Name="a" Type="Edm.Int32"/><Property Name="b" Type="Edm.Int32"/>'),
    ["input 4:1 the key of n.K has the alias k, which is the name of something else in it"],
  ],
  [
    "an alias that is a member",
    keyed('<PropertyRef Name="t/a" Alias="t"/>', '<Property Name="t" Type="n.T"/>') +
      ct('<Property Name="a" Type="Edm.Int32"/>'),
    ["input 3:1 the key of n.K has the alias t, which is the name of something else in it"],
  ],
  [
    "an alias that is not needed",
    keyed('<PropertyRef Name="k" Alias="a"/>', '<Property Name="k" Type="Edm.Int32"/>'),
    ["warning 3:1 the key of n.K has an alias for k, which is no path"],
  ],
  [
    "an enumeration, and type definitions",
    keyed(
      '<PropertyRef Name="e"/><PropertyRef Name="s"/>\n<PropertyRef Name="d"/>',
      '<Property Name="e" Type="n.M"/><Property Name="s" Type="n.S"/><Property Name="d" Type="n.D"/>',
    ) +
      '<EnumType Name="M"/><TypeDefinition Name="S" UnderlyingType="Edm.String"/><TypeDefinition Name="D" UnderlyingType="Edm.Double"/>',
    ["warning 4:1 the key of n.K names d, which is n.D; CSDL does not allow that for a key"],
  ],
  [
    "a path that ends nowhere",
    keyed('<PropertyRef Name="t/x" Alias="a"/>', '<Property Name="t" Type="n.T"/>') + ct(""),
    ["input 3:1 the key of n.K names t/x, which is no property of it"],
  ],
  [
    "a path through what may be any complex type",
    keyed('<PropertyRef Name="t/x" Alias="a"/>', '<Property Name="t" Type="Edm.ComplexType"/>'),
    [],
  ],
  [
    "an annotation of a property",
    keyed('<PropertyRef Name="t/@n.A" Alias="a"/>', '<Property Name="t" Type="n.T"/>') + ct(""),
    ["input 3:1 the key of n.K names t/@n.A, which is no property of it"],
  ],
  [
    "a cast",
    keyed('<PropertyRef Name="n.K" />', '<Property Name="t" Type="n.T"/>') + ct(""),
    ["input 3:1 the key of n.K names n.K, which is no property of it"],
  ],
  [
    "a cast to nothing",
    keyed('<PropertyRef Name="n.Gone"/>', ""),
    ["input 3:1 the key of n.K names n.Gone, which is no property of it"],
  ],
  [
    "a key beside an inherited one",
    `${E}\n<EntityType Name="F" BaseType="n.E"><Key><PropertyRef Name="id"/></Key></EntityType>`,
    ["warning 3:1 n.F has a key of its own beside the one that it inherits from n.E"],
  ],
  [
    "an inherited key",
    `${E}\n<EntityType Name="F" BaseType="n.E"/>${C('<EntitySet Name="fs" EntityType="n.F"/>')}`,
    [],
  ],
  [
    "an entity set without a key",
    `<EntityType Name="F"/>${C('<EntitySet Name="fs" EntityType="n.F"/>')}`,
    ["warning 3:1 the EntitySet fs is one of n.F, which has no key"],
  ],
  [
    "a dynamic property",
    '<EntityType Name="K" OpenType="true"><Key>\n<PropertyRef Name="gone"/></Key></EntityType>',
    ["input 3:1 the key of n.K names gone, which is no property of it"],
  ],
  [
    "a path into a primitive value",
    keyed('<PropertyRef Name="k/x" Alias="a"/>', '<Property Name="k" Type="Edm.Int32" Nullable="false"/>'),
    ["input 3:1 the key of n.K names k/x, which is no property of it"],
  ],
];

test.each(rows)("keys: %s", (_, text, told) => {
  expect(toldOf(text)).toEqual(told);
});
