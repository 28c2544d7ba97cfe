import { expect, test } from "vitest";
import { messagesOf, modelOf, problemsOf, structuredOf } from "./support.ts";

const key = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>';
const metadata = `
  <ComplexType Name="A" OpenType="true"/><ComplexType Name="B" BaseType="n.A" OpenType="false"/><ComplexType Name="C" BaseType="n.A"/>
  <ComplexType Name="D"/><ComplexType Name="S" Abstract="true"/>
  <EntityType Name="E">${key}</EntityType><EntityType Name="F" HasStream="true"/>
  <EnumType Name="M" UnderlyingType="Edm.Byte" IsFlags="true"/><EnumType Name="N"/>`;
const says = (name: string, said: string, has: string): string =>
  `overlay.xml:2:1 the overlay gives n.${name} ${said}, and the metadata has ${has}`;

/** What the overlay says and does not hold, with the message. */
test.each<readonly [overlay: string, message: string]>([
  ['<ComplexType Name="D" BaseType="n.NOPE"/>', says("D", 'BaseType="n.NOPE"', "no BaseType")],
  ['<ComplexType Name="C" BaseType="n.D"/>', says("C", 'BaseType="n.D"', 'BaseType="n.A"')],
  ['<ComplexType Name="D" OpenType="true"/>', says("D", 'OpenType="true"', 'OpenType="false"')],
  ['<ComplexType Name="A" OpenType="false"/>', says("A", 'OpenType="false"', 'OpenType="true"')],
  ['<ComplexType Name="C" OpenType="false"/>', says("C", 'OpenType="false"', 'OpenType="true"')],
  ['<ComplexType Name="D" Abstract="true"/>', says("D", 'Abstract="true"', 'Abstract="false"')],
  ['<ComplexType Name="S" Abstract="false"/>', says("S", 'Abstract="false"', 'Abstract="true"')],
  ['<EntityType Name="E" HasStream="true"/>', says("E", 'HasStream="true"', 'HasStream="false"')],
  [
    '<EntityType Name="E"><Key><PropertyRef Name="no"/></Key><Property Name="no" Type="Edm.Int32"/></EntityType>',
    says("E", "the Key no", "the Key id"),
  ],
  [`<EntityType Name="F">${key}</EntityType>`, says("F", "the Key id", "no Key")],
  ['<EnumType Name="N" IsFlags="true"/>', says("N", 'IsFlags="true"', 'IsFlags="false"')],
  ['<EnumType Name="M" IsFlags="false"/>', says("M", 'IsFlags="false"', 'IsFlags="true"')],
  [
    '<EnumType Name="N" UnderlyingType="Edm.Int64"/>',
    says("N", 'UnderlyingType="Edm.Int64"', 'UnderlyingType="Edm.Int32"'),
  ],
])("refused: %s", (overlay, message) => {
  expect(messagesOf("unsupported", () => modelOf(metadata, { overlay }))).toEqual([message]);
});

test("all that one type says, with what to do", () => {
  const overlay = '<EntityType Name="E" Abstract="true" OpenType="true"/>';
  const hint =
    "overlays add members to a type and leave the rest of it: take this out, or change a copy of the metadata";
  const problems = problemsOf("unsupported", () => modelOf(metadata, { overlay }));
  expect(problems.map((problem) => problem.hint)).toEqual([hint, hint]);
});

test.each([
  '<Schema Namespace="n" Alias="self"><ComplexType Name="C" BaseType="self.A" Abstract="false" OpenType="true"/></Schema>',
  '<ComplexType Name="A" OpenType="true"/><ComplexType Name="B" OpenType="false"/><ComplexType Name="D" OpenType="false"/>',
  `<EntityType Name="E" HasStream="false">${key}</EntityType><EntityType Name="F" HasStream="true"/>`,
  '<EnumType Name="M" UnderlyingType="Edm.Byte" IsFlags="true"/><EnumType Name="N" UnderlyingType="Edm.Int32" IsFlags="false"/>',
  '<ComplexType Name="new" BaseType="n.A" Abstract="true"/>',
])("what the metadata says too, or has no word of, passes: %s", (overlay) => {
  expect(() => modelOf(metadata, { overlay })).not.toThrow();
});

test("two overlays, or one twice, of one new type", () => {
  const first = '<ComplexType Name="new" OpenType="true"/>';
  const message = 'the overlay gives n.new Abstract="true", and what declares it first has Abstract="false"';
  const overlay = [first, '<ComplexType Name="new" Abstract="true"/>'];
  expect(messagesOf("unsupported", () => modelOf(metadata, { overlay }))).toEqual([`overlay1.xml:2:1 ${message}`]);
  expect(messagesOf("unsupported", () => modelOf(metadata, { overlay: overlay.join("\n") }))).toEqual([
    `overlay.xml:3:1 ${message}`,
  ]);
  expect(structuredOf(modelOf(metadata, { overlay: [first, first] }), "n.new").open).toBe(true);
});
