import { describe, expect, test } from "vitest";
import { enumOf, memberOf, modelOf, structuredOf, typeOf } from "./support.ts";

test("types come sorted by name, members by kind and name, derived types by name at any distance", () => {
  const model = modelOf(
    `<ComplexType Name="c" BaseType="n.b"/><ComplexType Name="a"><Property Name="z" Type="Edm.String"/><NavigationProperty Name="m" Type="n.e"/>
     <Property Name="Z" Type="Edm.String"/><NavigationProperty Name="a" Type="n.e"/></ComplexType>
     <EntityType Name="e"/><ComplexType Name="b" BaseType="n.a"/>`,
  );
  expect([...model.types.keys()]).toEqual(["n.a", "n.b", "n.c", "n.e"]);
  const members = structuredOf(model, "n.a").members.map(({ name, kind }) => `${kind} ${name}`);
  expect(members).toEqual(["property Z", "property z", "navigation a", "navigation m"]);
  expect([...model.derived]).toEqual([
    ["n.a", ["n.b", "n.c"]],
    ["n.b", ["n.c"]],
  ]);
});

test("openness is inherited, being abstract is not", () => {
  const model = modelOf(
    `<ComplexType Name="a" OpenType="true" Abstract="true"/><ComplexType Name="b" BaseType="n.a"/>
     <ComplexType Name="c" BaseType="n.b" OpenType="false"/><ComplexType Name="d"/>`,
  );
  const facts = ["a", "b", "c", "d"].map((name) => structuredOf(model, `n.${name}`));
  expect(facts.map(({ open }) => open)).toEqual([true, true, true, false]);
  expect(facts.map(({ abstract }) => abstract)).toEqual([true, false, false, false]);
});

describe("keys", () => {
  const model = modelOf(
    `<EntityType Name="base" Abstract="true"><Property Name="id" Type="Edm.String" Nullable="true"/><Property Name="x" Type="Edm.String"/></EntityType>
     <EntityType Name="keyed" BaseType="n.base"><Key><PropertyRef Name="id"/></Key></EntityType>
     <EntityType Name="pair"><Key><PropertyRef Name="b"/><PropertyRef Name="a"/></Key>
       <Property Name="a" Type="Edm.Int32" Nullable="false"/><Property Name="b" Type="Edm.Int32" Nullable="false"/><Property Name="c" Type="Edm.Int32" Nullable="false"/></EntityType>
     <ComplexType Name="inner"><Property Name="part" Type="Edm.Int32" Nullable="false"/></ComplexType>
     <EntityType Name="path"><Key><PropertyRef Name="in/part" Alias="p"/></Key><Property Name="in" Type="n.inner" Nullable="false"/></EntityType>`,
  );
  const rows = [
    ["n.base/id", true],
    ["n.base/x", false],
    ["n.pair/a", true],
    ["n.pair/b", true],
    ["n.pair/c", false],
    // A path leads into a complex value: no member of the entity is the key.
    ["n.path/in", false],
    ["n.inner/part", false],
  ] as const;
  test.each(rows)("%s: %s", (path, key) => {
    expect(memberOf(model, path).key).toBe(key);
  });

  test("a key is not nullable, whatever is written", () => {
    expect(memberOf(model, "n.base/id").nullable).toBe(false);
  });
});

describe("Nullable", () => {
  const member = (attributes: string, element = "Property"): string =>
    `<ComplexType Name="T"><${element} Name="p" ${attributes}/></ComplexType><EntityType Name="E"/>`;
  const rows = [
    ["Property", 'Type="Edm.String"', true, false],
    ["Property", 'Type="Edm.String" Nullable="true"', true, false],
    ["Property", 'Type="Edm.String" Nullable="false"', false, false],
    ["Property", 'Type="Collection(Edm.String)"', true, false],
    ["Property", 'Type="Collection(Edm.String)" Nullable="true"', true, true],
    ["Property", 'Type="Collection(Edm.String)" Nullable="false"', false, false],
    ["NavigationProperty", 'Type="n.E"', true, false],
    ["NavigationProperty", 'Type="n.E" Nullable="false"', false, false],
    ["NavigationProperty", 'Type="Collection(n.E)"', true, false],
  ] as const;
  test.each(rows)("%s %s", (element, attributes, nullable, nullableItems) => {
    const { nullable: found, nullableItems: items } = memberOf(modelOf(member(attributes, element)), "n.T/p");
    expect({ found, items }).toEqual({ found: nullable, items: nullableItems });
  });
});

describe("facets", () => {
  const none = { maxLength: undefined, precision: undefined, scale: undefined };
  const rows = [
    ['Type="Edm.String" MaxLength="5"', { ...none, maxLength: 5 }],
    ['Type="Edm.String" MaxLength="max"', none],
    ['Type="Edm.Decimal" Precision="4" Scale="2"', { ...none, precision: 4, scale: 2 }],
    ['Type="Edm.Decimal" Scale="variable"', { ...none, scale: "variable" }],
    ['Type="Edm.Decimal" Scale="floating"', { ...none, scale: "floating" }],
    ['Type="Edm.Duration" Precision="3"', { ...none, precision: 3 }],
  ] as const;
  test.each(rows)("%s", (attributes, facets) => {
    const model = modelOf(`<ComplexType Name="T"><Property Name="p" ${attributes}/></ComplexType>`);
    expect(memberOf(model, "n.T/p").type).toMatchObject(facets);
  });

  test("a type definition keeps its own", () => {
    const model = modelOf(`<TypeDefinition Name="T" UnderlyingType="Edm.String" MaxLength="7"/>`);
    const underlying = { name: "Edm.String", collection: false, ...none, maxLength: 7 };
    expect(typeOf(model, "n.T")).toMatchObject({ kind: "typeDefinition", underlying });
  });
});

describe("enumerations", () => {
  test("members without values count from 0", () => {
    const type = enumOf(modelOf(`<EnumType Name="E"><Member Name="z"/><Member Name="a"/></EnumType>`), "n.E");
    expect(type).toMatchObject({ flags: false, underlyingType: "Edm.Int32" });
    expect(type.members.map(({ name, value }) => `${name}=${value}`)).toEqual(["z=0", "a=1"]);
  });

  test("members are sorted by value, then name; two may share a value; none at all is fine", () => {
    const model = modelOf(
      `<EnumType Name="E" UnderlyingType="Edm.Int64"><Member Name="b" Value="4"/><Member Name="a" Value="4"/><Member Name="c" Value="-9223372036854775808"/></EnumType>
       <EnumType Name="F" IsFlags="true"/>`,
    );
    const type = enumOf(model, "n.E");
    expect(type).toMatchObject({ flags: false, underlyingType: "Edm.Int64" });
    expect(type.members.map(({ name, value }) => `${name}=${value}`)).toEqual(["c=-9223372036854775808", "a=4", "b=4"]);
    expect(enumOf(model, "n.F")).toMatchObject({ flags: true, members: [] });
  });
});

test("an imported operation and an entity set are children by their names", () => {
  const model = modelOf(
    `<EntityType Name="E"/><Action Name="go"/>
     <EntityContainer Name="C"><Singleton Name="me" Type="n.E"/><EntitySet Name="es" EntityType="n.E"/><ActionImport Name="goNow" Action="n.go"/></EntityContainer>`,
  );
  expect([...model.children.values()]).toEqual([
    { kind: "EntitySet", name: "es", type: "n.E" },
    { kind: "ActionImport", name: "goNow", type: "n.go" },
    { kind: "Singleton", name: "me", type: "n.E" },
  ]);
});
