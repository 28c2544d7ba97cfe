import { expect, test } from "vitest";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { keptFor, keptOf, type Kept, type Part } from "../../generator/spec/kept.ts";
import { parse } from "../model/support.ts";

const id = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>';
const metadata = `<EntityType Name="T">${id}<Property Name="a" Type="n.A"/></EntityType>
  <ComplexType Name="A"><Property Name="in" Type="Collection(n.In)"/></ComplexType><ComplexType Name="In"/>
  <ComplexType Name="B"/><EntityType Name="O">${id}<NavigationProperty Name="to" Type="n.P"/></EntityType>
  <EntityType Name="P" BaseType="n.Q"/><EntityType Name="Q">${id}</EntityType><EntityType Name="R" BaseType="n.Q"/>
  <ComplexType Name="Z"><Property Name="w" Type="n.W"/></ComplexType><EnumType Name="W"><Member Name="a"/></EnumType>
  <ComplexType Name="V"/><Action Name="V"><Parameter Name="p" Type="n.B"/></Action>
  <Function Name="f"><Parameter Name="p" Type="n.V"/><ReturnType Type="n.W"/></Function>
  <EntityContainer Name="C"><EntitySet Name="Ts" EntityType="n.T"/><EntitySet Name="Os" EntityType="n.O"/>
  <FunctionImport Name="F" Function="n.f"/></EntityContainer>`;

const document = parse(metadata);

function partOf(roots: readonly string[], overlay: string): Part {
  const overlays: CsdlDocument[] = overlay === "" ? [] : [parse(overlay, "overlay.xml")];
  const model = buildModel({ metadata: [document], overlay: overlays, docs: "none" });
  return { slice: sliceModel(model, { roots, derived: new Map() }), overlay: overlays };
}

const text = ({ types, operations }: Kept): string =>
  [...types, ...operations]
    .map((name) => name.replace("n.", ""))
    .sort()
    .join(" ");

test.each([
  ["nothing more than the slice", ["Ts"], "", "A In T"],
  [
    "the type of a property that the overlay gives another type, and what that names",
    ["Ts"],
    '<EntityType Name="T"><Property Name="a" Type="n.B"/></EntityType>',
    "A B In T",
  ],
  [
    "what a child of the container stands for that the overlay says otherwise of; no derived types",
    ["Os"],
    '<EntityContainer Name="C"><EntitySet Name="Os" EntityType="n.T"/></EntityContainer>',
    "A In O P Q T",
  ],
  [
    "what the overlay adds to and nothing refers to, with what it names",
    ["Ts"],
    '<ComplexType Name="Z"><Property Name="r" Type="n.V"/></ComplexType>',
    "A In T V W Z",
  ],
  [
    "what the overlay annotates",
    ["Ts"],
    '<Annotations Target="n.Z/w"><Annotation Term="Core.Computed"/></Annotations>',
    "A In T W Z",
  ],
  [
    "an operation that the overlay annotates",
    ["Ts"],
    '<Annotations Target="n.f(n.V)"><Annotation Term="Core.Description" String="d"/></Annotations>',
    "A In T V W function:f(;p)",
  ],
  [
    "a type, and no operation of the same name",
    ["Ts"],
    '<Annotations Target="n.V"><Annotation Term="Core.Description" String="d"/></Annotations>',
    "A In T V",
  ],
  ["a type of that name where only the type is named", ["n.V"], "", "V"],
  ["an import", ["F"], "", "V W function:f(;p)"],
  ["what only the overlay has", ["n.New"], '<ComplexType Name="New"/>', "New"],
])("%s", (_, roots, overlay, wanted) => {
  expect(text(keptFor([document], [partOf(roots, overlay)]))).toBe(wanted);
});

test("of several readers what each needs", () => {
  const parts = [
    partOf(["n.Z"], ""),
    partOf(["Ts"], '<EntityType Name="T"><Property Name="a" Type="n.B"/></EntityType>'),
  ];
  const kept = keptFor([document], parts);
  expect(text(kept)).toBe("A B In T W Z");
  expect([...kept.asked]).toEqual(["n.Z", "Ts"]);
});

test("in a slice is what it says, and no more", () => {
  expect(text(keptOf(partOf(["Ts"], '<EntityType Name="T"><Property Name="a" Type="n.B"/></EntityType>').slice))).toBe(
    "B T",
  );
});
