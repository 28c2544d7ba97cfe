import { describe, expect, test } from "vitest";
import { referrers } from "../../generator/diff/referrers.ts";
import { changes, complex, document, property, surface } from "./support.ts";

/** What was renamed, and whatever else is told, of two bodies or lists of schemas. */
function told(before: string, after: string): string[] {
  return changes([document(before)], [document(after)]).map((change) => change.replace(/: .*$/, ""));
}

const schema = (name: string, body: string): string => `<Schema Namespace="${name}">${body}</Schema>`;
const entity = (name: string, inner = "", attributes = ""): string =>
  `<EntityType Name="${name}" ${attributes}>${inner}</EntityType>`;
const holder = (name: string, type: string): string =>
  `<ComplexType Name="${name}"><Property Name="any" Type="Edm.Untyped">
    <Annotation Term="OData.Bindgen.V1.ResourceUnion"><Record><PropertyValue Property="Name" String="goods"/>
    <PropertyValue Property="Types"><Collection><String>${type}</String></Collection></PropertyValue>
    </Record></Annotation></Property><Property Name="other" Type="Edm.Int32"/></ComplexType>`;
const pair = ["a Edm.Int32", "b Edm.String"];
const user = (type: string): string => complex("User", [`it ${type}`]);

describe("types", () => {
  const rows: readonly (readonly [why: string, before: string, after: string, told: readonly string[]])[] = [
    [
      "referred to from one place, of one shape",
      complex("Old", pair) + user("Shop.Old"),
      complex("Other", pair) + user("Shop.Other"),
      ["type-renamed Shop.Old"],
    ],
    [
      "referred to from another place",
      complex("Old", pair) + user("Shop.Old") + complex("V", []),
      complex("Other", pair) + user("Edm.String") + complex("V", ["it Shop.Other"]),
      ["type-removed Shop.Old", "type-changed Shop.User/it", "member-added Shop.V/it", "type-added Shop.Other"],
    ],
    [
      "referred to by another member",
      complex("Old", pair) + complex("User", ["one Shop.Old"]),
      complex("Other", pair) + complex("User", ["two Shop.Other"]),
      ["type-removed Shop.Old", "member-removed Shop.User/one", "member-added Shop.User/two", "type-added Shop.Other"],
    ],
    [
      "of another shape",
      complex("Old", pair) + user("Shop.Old"),
      complex("Other", ["a Edm.Int32", "b Edm.Boolean"]) + user("Shop.Other"),
      ["type-removed Shop.Old", "type-changed Shop.User/it", "type-added Shop.Other"],
    ],
    [
      "with one member, whatever refers to it",
      complex("Old", ["a Edm.Int32"]) + user("Shop.Old"),
      complex("Other", ["a Edm.Int32"]) + user("Shop.Other"),
      ["type-removed Shop.Old", "type-changed Shop.User/it", "type-added Shop.Other"],
    ],
    [
      "with one member and a name that is near",
      complex("Caller1", ["a Edm.Int32"]) + user("Shop.Caller1"),
      complex("Caller2", ["a Edm.Int32"]) + user("Shop.Caller2"),
      ["type-renamed Shop.Caller1"],
    ],
    [
      "with one member and a name that is near, and nothing refers to it",
      complex("Caller1", ["a Edm.Int32"]),
      complex("Caller2", ["a Edm.Int32"]),
      ["type-removed Shop.Caller1", "type-added Shop.Caller2"],
    ],
    [
      "with a name that is near, and nothing refers to it",
      complex("Caller1", pair),
      complex("Caller2", pair),
      ["type-renamed Shop.Caller1"],
    ],
    [
      "nothing refers to it",
      complex("Old", pair),
      complex("Other", pair),
      ["type-removed Shop.Old", "type-added Shop.Other"],
    ],
    [
      "in another order",
      complex("Caller1", pair),
      complex("Caller2", [...pair].reverse()),
      ["type-renamed Shop.Caller1"],
    ],
    [
      "open instead of closed",
      complex("Caller1", pair),
      complex("Caller2", pair, 'OpenType="true"'),
      ["type-removed Shop.Caller1", "type-added Shop.Caller2"],
    ],
    [
      "two that it may have become",
      complex("Caller1", pair),
      complex("Caller2", pair) + complex("Caller3", pair),
      ["type-removed Shop.Caller1", "type-added Shop.Caller2", "type-added Shop.Caller3"],
    ],
    [
      "two of one shape, told apart by what refers to them",
      complex("Old", pair) + user("Shop.Old"),
      complex("One", pair) + complex("Two", pair) + complex("User", ["it Shop.One", "too Shop.Two"]),
      ["type-renamed Shop.Old", "member-added Shop.User/too", "type-added Shop.Two"],
    ],
    [
      "referring to itself",
      complex("Caller1", [...pair, "next Shop.Caller1"]),
      complex("Caller2", [...pair, "next Shop.Caller2"]),
      ["type-renamed Shop.Caller1"],
    ],
    [
      "each known by the other only",
      complex("Outer", ["a Edm.Int32", "in Shop.Inner"]) + complex("Inner", pair) + user("Shop.Outer"),
      complex("Around", ["a Edm.Int32", "in Shop.Within"]) + complex("Within", pair) + user("Shop.Around"),
      [
        "type-removed Shop.Inner",
        "type-removed Shop.Outer",
        "type-changed Shop.User/it",
        "type-added Shop.Around",
        "type-added Shop.Within",
      ],
    ],
    [
      "each known by the other, with names that are near",
      complex("Outside1", ["a Edm.Int32", "in Shop.Inside1"]) + complex("Inside1", pair) + user("Shop.Outside1"),
      complex("Outside2", ["a Edm.Int32", "in Shop.Inside2"]) + complex("Inside2", pair) + user("Shop.Outside2"),
      ["type-renamed Shop.Outside1", "type-renamed Shop.Inside1"],
    ],
    [
      "names that are near, of which one does not hold",
      complex("Outside1", ["a Edm.Int32", "in Shop.Inside1"]) + complex("Inside1", pair) + user("Shop.Outside1"),
      complex("Outside2", ["a Edm.Boolean", "in Shop.Inside2"]) + complex("Inside2", pair) + user("Shop.Outside2"),
      [
        "type-removed Shop.Inside1",
        "type-removed Shop.Outside1",
        "type-changed Shop.User/it",
        "type-added Shop.Inside2",
        "type-added Shop.Outside2",
      ],
    ],
    [
      "referring to itself, under any name",
      complex("Old", [...pair, "next Shop.Old"]) + user("Shop.Old"),
      complex("Other", [...pair, "next Shop.Other"]) + user("Shop.Other"),
      ["type-renamed Shop.Old"],
    ],
    [
      "referred to by one that comes to stand elsewhere in the order",
      complex("Alphas", ["it Shop.Caller1", "x Edm.Int32"]) +
        complex("Caller1", pair) +
        complex("Zoo", ["it Shop.Caller1"]),
      complex("alphas", ["it Shop.Caller2", "x Edm.Int32"]) +
        complex("Caller2", pair) +
        complex("Zoo", ["it Shop.Caller2"]),
      ["type-renamed Shop.Alphas", "type-renamed Shop.Caller1"],
    ],
    [
      "with a base type that was renamed",
      complex("Ground1", pair) + complex("Caller1", ["c Edm.Int32"], 'BaseType="Shop.Ground1"'),
      complex("Ground2", pair) + complex("Caller2", ["c Edm.Int32"], 'BaseType="Shop.Ground2"'),
      ["type-renamed Shop.Ground1", "type-renamed Shop.Caller1"],
    ],
    [
      "in a union of resources",
      complex("Inside1", pair) + holder("Holder1", "Shop.Inside1"),
      complex("Inside2", pair) + holder("Holder2", "Shop.Inside2"),
      ["type-renamed Shop.Inside1", "type-renamed Shop.Holder1"],
    ],
    [
      "two of one name in two namespaces, that both went elsewhere",
      schema("One", complex("T", pair)) + schema("Two", complex("T", ["c Edm.Int32", "d Edm.Int32"])),
      schema("Three", complex("T", pair)) + schema("Four", complex("T", ["c Edm.Int32", "d Edm.Int32"])),
      ["type-renamed One.T", "type-renamed Two.T"],
    ],
    [
      "two of one shape in two namespaces, under other names",
      schema("One", complex("T", pair)),
      schema("Two", complex("U", pair)),
      ["type-removed One.T", "type-added Two.U"],
    ],
    [
      "the same name in another namespace",
      schema("One", complex("T", pair)) + schema("Two", complex("X", [])),
      schema("One", complex("U", [])) + schema("Two", complex("X", []) + complex("T", pair)),
      ["type-renamed One.T", "type-added One.U"],
    ],
    [
      "an enumeration",
      '<EnumType Name="Old"><Member Name="a"/><Member Name="b"/></EnumType>' + complex("User", ["it Shop.Old"]),
      '<EnumType Name="Other"><Member Name="a"/><Member Name="b"/></EnumType>' + complex("User", ["it Shop.Other"]),
      ["type-renamed Shop.Old"],
    ],
    [
      "an enumeration with other members",
      '<EnumType Name="Caller1"><Member Name="a"/><Member Name="b"/></EnumType>',
      '<EnumType Name="Caller2"><Member Name="a"/><Member Name="c"/></EnumType>',
      ["type-removed Shop.Caller1", "type-added Shop.Caller2"],
    ],
    [
      "an enumeration that became flags",
      '<EnumType Name="Caller1"><Member Name="a" Value="1"/><Member Name="b" Value="2"/></EnumType>',
      '<EnumType Name="Caller2" IsFlags="true"><Member Name="a" Value="1"/><Member Name="b" Value="2"/></EnumType>',
      ["type-removed Shop.Caller1", "type-added Shop.Caller2"],
    ],
    [
      "a type definition with a name that is near, where something is of it",
      '<TypeDefinition Name="Caller1" UnderlyingType="Edm.String"/>' + user("Shop.Caller1"),
      '<TypeDefinition Name="Caller2" UnderlyingType="Edm.String"/>' + user("Shop.Caller2"),
      ["type-renamed Shop.Caller1"],
    ],
    [
      "a type definition of another type",
      '<TypeDefinition Name="Caller1" UnderlyingType="Edm.String"/>' + user("Shop.Caller1"),
      '<TypeDefinition Name="Caller2" UnderlyingType="Edm.Int32"/>' + user("Shop.Caller2"),
      ["type-removed Shop.Caller1", "type-changed Shop.User/it", "type-added Shop.Caller2"],
    ],
    [
      "a base type",
      entity("Caller1", property("a Edm.Int32") + property("b Edm.Int32"), 'Abstract="true"') +
        entity("E", "", 'BaseType="Shop.Caller1"'),
      entity("Caller2", property("a Edm.Int32") + property("b Edm.Int32"), 'Abstract="true"') +
        entity("E", "", 'BaseType="Shop.Caller2"'),
      ["type-renamed Shop.Caller1"],
    ],
    [
      "of another base type",
      entity("B1") +
        entity("B2") +
        entity("Caller1", property("a Edm.Int32") + property("b Edm.Int32"), 'BaseType="Shop.B1"'),
      entity("B1") +
        entity("B2") +
        entity("Caller2", property("a Edm.Int32") + property("b Edm.Int32"), 'BaseType="Shop.B2"'),
      ["type-removed Shop.Caller1", "names-removed Shop.B1", "names-added Shop.B2", "type-added Shop.Caller2"],
    ],
    [
      "nothing went",
      complex("Caller1", pair),
      complex("Caller1", pair) + complex("Caller2", pair),
      ["type-added Shop.Caller2"],
    ],
    [
      "nothing came",
      complex("Caller1", pair) + complex("Caller2", pair),
      complex("Caller1", pair),
      ["type-removed Shop.Caller2"],
    ],
  ];
  test.each(rows)("%s", (_, before, after, want) => {
    const found = told(before, after).filter((change) => !change.startsWith("union-"));
    expect([...found].sort()).toEqual([...want].sort());
  });
});

test("a type is known by everything that refers to it", () => {
  const parameter = (name: string, type: string): string => `<Parameter Name="${name}" Type="${type}"/>`;
  const text = document(
    entity("E", property("own Collection(Shop.C)") + property("kind Shop.M") + property("size Shop.D")) +
      entity("F", "", 'BaseType="Shop.E"') +
      complex("C", ["plain Edm.String", "anything Edm.Untyped"]) +
      holder("H", "Shop.E") +
      '<EnumType Name="M"><Member Name="a"/></EnumType><TypeDefinition Name="D" UnderlyingType="Edm.Int32"/>' +
      `<Action Name="one" IsBound="true">${parameter("it", "Shop.F")}${parameter("p", "Shop.C")}</Action>` +
      `<Action Name="many" IsBound="true">${parameter("it", "Collection(Shop.F)")}${parameter("p", "Shop.C")}</Action>` +
      '<Function Name="none"><ReturnType Type="Shop.C"/></Function>',
  );
  const found = [...referrers(surface(text))].map(([name, places]) => [
    name,
    places.map(({ owner, member }) => `${owner}/${member}`).sort(),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    "Shop.E": ["Shop.F/base type", "Shop.H/any"],
    "Shop.C": ["Shop.E/own", "Shop.F/own", "action many of many/p", "action one/p", "function none/$ReturnType"],
    "Shop.M": ["Shop.E/kind", "Shop.F/kind"],
    "Shop.D": ["Shop.E/size", "Shop.F/size"],
    "Shop.F": ["Shop.H/any", "many/binding parameter", "one/binding parameter"],
  });
});
