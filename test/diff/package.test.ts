import { describe, expect, test } from "vitest";
import { changes, document, type Side } from "./support.ts";

const order = '<ComplexType Name="Order"><Property Name="note" Type="Edm.String" /></ComplexType>';
const openOrder = order.replace('Name="Order"', 'Name="Order" OpenType="true"');
const union = (name: string, types: string): string =>
  `<ComplexType Name="Holder" OpenType="true"><Property Name="content" Type="Edm.Untyped">
    <Annotation Term="OData.Bindgen.V1.ResourceUnion"><Record>
      <PropertyValue Property="Name" String="${name}" />
      <PropertyValue Property="Types"><Collection>${types}</Collection></PropertyValue>
    </Record></Annotation></Property></ComplexType>`;
const shape = (abstract: boolean): string =>
  `<ComplexType Name="Shape"${abstract ? ' Abstract="true"' : ""} /><ComplexType Name="Circle" BaseType="Shop.Shape" />`;
const schema = (namespace: string, type: string, attributes = ""): string =>
  `<Schema Namespace="${namespace}" ${attributes}><ComplexType Name="${type}" /></Schema>`;
const twoSchemas = (one: string, two: string): string => schema("One", "A", one) + schema("Two", "B", two);
const shop = `<Schema Namespace="Shop">${order}</Schema>`;
const opaque = { derived: new Map([["Shop.Shape", "none" as const]]) };

describe("what holds for a package as a whole", () => {
  test.each<[string, Side, Side, string[]]>([
    [
      "a type takes a name of the run-time library",
      [document(order)],
      [document(`${order}<ComplexType Name="Issue" />`)],
      ["name-changed Issue: breaking", "type-added Shop.Issue: compatible"],
    ],
    [
      "an enumeration takes a name of the run-time library",
      [document(order)],
      [document(`${order}<EnumType Name="Issue" />`)],
      ["name-changed Issue: breaking", "type-added Shop.Issue: compatible"],
    ],
    [
      "a type takes a name of the run-time library beside the index",
      [document(twoSchemas("", ""))],
      [document(twoSchemas("", "").replace('Name="B"', 'Name="B" /><ComplexType Name="Issue"'))],
      ["type-added Two.Issue: compatible"],
    ],
    [
      "a namespace takes a name of the run-time library",
      [document(order)],
      [document(`${shop}${schema("Shop.ToPointer", "A")}`)],
      ["type-added Shop.ToPointer.A: compatible", "name-changed toPointer: breaking"],
    ],
    [
      "the main namespace is another one",
      [document(twoSchemas("", "")), { mainNamespace: "One" }],
      [document(twoSchemas("", "")), { mainNamespace: "Two" }],
      ["name-changed One.A: breaking", "name-changed Two.B: breaking"],
    ],
    [
      "a namespace of operations comes beside the only one",
      [document(schema("One", "A"))],
      [document(`${schema("One", "A")}<Schema Namespace="Two"><Action Name="go" /></Schema>`)],
      ["name-changed One.A: breaking", "operation-added action:Two.go(): compatible"],
    ],
    ["an alias goes", [document(order, 'Alias="self"')], [document(order)], ["option-changed alias self: breaking"]],
    ["an alias comes", [document(order)], [document(order, 'Alias="self"')], ["option-changed alias self: compatible"]],
    [
      "a service root comes",
      [document(order)],
      [document(order), { serviceRoot: "https://x.test/" }],
      ["option-changed serviceRoot: compatible"],
    ],
    [
      "another service root",
      [document(order), { serviceRoot: "https://y.test/" }],
      [document(order), { serviceRoot: "https://x.test/" }],
      ["option-changed serviceRoot: breaking"],
    ],
    [
      "an alias of a schema that no type is taken of",
      [document(twoSchemas("", "")), { roots: ["One.A"] }],
      [document(twoSchemas("", 'Alias="other"')), { roots: ["One.A"] }],
      [],
    ],
    [
      "an alias of a schema beside that",
      [document(twoSchemas("", "")), { roots: ["One.A"] }],
      [document(twoSchemas('Alias="self"', "")), { roots: ["One.A"] }],
      ["option-changed alias self: compatible"],
    ],
    ["open types that there are none of", [document(order)], [document(order), { openTypes: "index" }], []],
    [
      "open types beside others",
      [document(openOrder + '<ComplexType Name="Bill" /><EnumType Name="M" />')],
      [document(openOrder + '<ComplexType Name="Bill" /><EnumType Name="M" />'), { openTypes: "index" }],
      ["option-changed openTypes: breaking"],
    ],
    [
      "open types",
      [document(openOrder)],
      [document(openOrder), { openTypes: "index" }],
      ["option-changed openTypes: breaking"],
    ],
    [
      "an open type with an index signature is closed",
      [document(openOrder + openOrder.replace("Order", "Other")), { openTypes: "index" }],
      [document(order + openOrder.replace("Order", "Other")), { openTypes: "index" }],
      ["became-closed Shop.Order: breaking"],
    ],
    [
      "a type with an index signature becomes open",
      [document(order + openOrder.replace("Order", "Other")), { openTypes: "index" }],
      [document(openOrder + openOrder.replace("Order", "Other")), { openTypes: "index" }],
      ["became-open Shop.Order: breaking-writers"],
    ],
    [
      "the first type with an index signature becomes open",
      [document(order), { openTypes: "index" }],
      [document(openOrder), { openTypes: "index" }],
      ["became-open Shop.Order: breaking-writers"],
    ],
    [
      "the name of a resource union",
      [document(order + union("goods", "<String>Shop.Order</String>"))],
      [document(order + union("wares", "<String>Shop.Order</String>"))],
      ["names-added Shop.Holder: compatible", "names-removed Shop.Holder: breaking"],
    ],
    [
      "a resource union lists what it admits already",
      [document(shape(false) + union("goods", "<String>Shop.Shape</String>"))],
      [document(shape(false) + union("goods", "<String>Shop.Shape</String><String>Shop.Circle</String>"))],
      [],
    ],
    [
      "a type that is not told apart becomes concrete",
      [document(shape(true)), opaque],
      [document(shape(false)), opaque],
      ["discriminator-optional Shop.Shape: breaking-readers", "names-added Shop.Shape: compatible"],
    ],
    [
      "a namespace and all its types have another name",
      [document('<Schema Namespace="One"><ComplexType Name="A" /><ComplexType Name="B" /></Schema>')],
      [document('<Schema Namespace="Two"><ComplexType Name="A" /><ComplexType Name="B" /></Schema>')],
      ["type-renamed One.A: breaking", "type-renamed One.B: breaking"],
    ],
  ])("%s", (_, base, head, want) => {
    expect(changes(base, head)).toEqual(want);
  });
});
