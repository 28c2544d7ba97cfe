import { expect, test } from "vitest";
import { sliceOf, type SliceSetup } from "./support.ts";

const metadata = `
  <EntityType Name="Order"><Property Name="lines" Type="Collection(n.Line)"/></EntityType><ComplexType Name="Line"/>
  <EntityContainer Name="C"><Singleton Name="Orders" Type="n.Order"/></EntityContainer>`;
const zip = '<Property Name="Zip" Type="Edm.String"/>';
const schema = (namespace: string, content: string): string => `<Schema Namespace="${namespace}">${content}</Schema>`;
const refers = (type: string): string =>
  schema("n", `<ComplexType Name="Line"><Property Name="p" Type="${type}"/></ComplexType>`);
const advice = "add a root that leads there, or take it out of the overlay";
const told = (type: string): string => `the overlay adds the type ${type}, and nothing in the package refers to it`;
const toldOf = (namespace: string): string =>
  `the overlay adds types of ${namespace}, and nothing in the package refers to any of them`;

/** What the overlay is, the overlay, message and hint of what is told. */
test.each<readonly [string, string | readonly string[], readonly (readonly [string, string])[]]>([
  ["a misspelt type", `<EntityType Name="Ordr">${zip}</EntityType>`, [[told("n.Ordr"), 'did you mean "Order"?']]],
  [
    "types that are like no other",
    '<ComplexType Name="Warehouse"/><EnumType Name="Colour"/>',
    [
      [told("n.Colour"), advice],
      [told("n.Warehouse"), advice],
    ],
  ],
  ["the type itself", `<EntityType Name="Order">${zip}</EntityType>`, []],
  [
    "a type that a member has",
    '<ComplexType Name="Line"><Property Name="p" Type="n.P"/></ComplexType><ComplexType Name="P"/>',
    [],
  ],
  ["a derived type", '<ComplexType Name="Other" BaseType="n.Line"/>', []],
  [
    "a misspelt namespace, which is told once",
    schema("m", '<ComplexType Name="Line"/><ComplexType Name="Order"/>'),
    [[toldOf("m"), advice]],
  ],
  [
    "another document, of which something is needed",
    [schema("far.away", '<ComplexType Name="A"/><ComplexType Name="B"/>'), refers("far.away.A")],
    [],
  ],
  ["a vocabulary", schema("far.away", '<Term Name="t" Type="far.away.A"/><ComplexType Name="A"/>'), []],
  [
    "a term among the metadata's types",
    '<Term Name="t" Type="n.Lines"/><ComplexType Name="Lines"/>',
    [[told("n.Lines"), 'did you mean "Line"?']],
  ],
])("%s", (_, overlay, wanted) => {
  const { warnings } = sliceOf(metadata, ["Orders"], { overlay });
  expect(warnings.map(({ message, hint }) => [message, hint])).toEqual(wanted);
});

test("a misspelt namespace that is near one of the metadata", () => {
  const shop = (namespace: string): string => schema(namespace, '<ComplexType Name="Line"/>');
  const { warnings } = sliceOf(shop("shop.sales"), ["shop.sales.Line"], { overlay: shop("shop.sale") });
  expect(warnings).toMatchObject([{ message: toldOf("shop.sale"), hint: 'did you mean "shop.sales"?' }]);
});

test("at its place, for whoever looks too, and not for whoever compares", () => {
  const overlay = `\n<EntityType Name="Ordr">${zip}</EntityType>`;
  const placesOf = (tolerant: SliceSetup["tolerant"]): unknown =>
    sliceOf(metadata, ["Orders"], { overlay, tolerant }).warnings.map(({ place }) => place);
  const place = { file: "overlay.xml", line: 3, column: 1 };
  expect([undefined, "unions", "all"].map((one) => placesOf(one as SliceSetup["tolerant"]))).toEqual([
    [place],
    [place],
    [],
  ]);
});

test("without an overlay there is nothing to tell", () => {
  expect(sliceOf(metadata, ["Line"]).warnings).toEqual([]);
});
