import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { packagePath } from "../../generator/package-root.ts";
import { sliceModel } from "../../generator/slice/slice-model.ts";
import { keptOf } from "../../generator/spec/kept.ts";
import { canonicalSlice } from "../../generator/spec/spec-files.ts";
import { again, specOf, withoutPlaces } from "./support.ts";

const folder = packagePath("spec", "cases");
const cases = readdirSync(folder).filter((name) => name.endsWith(".csdl.xml"));

describe("a slice of everything says what the document says, and is its own slice", () => {
  test.each(cases)("%s", (name) => {
    const document = parseCsdl({ file: name, bytes: readFileSync(`${folder}/${name}`) });
    const options = { roots: "all", derived: new Map() } as const;
    const input = { overlay: [], docs: "metadata" } as const;
    const model = buildModel({ ...input, metadata: [document] });
    const text = canonicalSlice([document], keptOf(sliceModel(model, options)), "metadata");
    const second = parseCsdl({ file: "spec.xml", bytes: new TextEncoder().encode(text) });
    const secondModel = buildModel({ ...input, metadata: [second] });
    expect(canonicalSlice([second], keptOf(sliceModel(secondModel, options)), "metadata")).toBe(text);
    expect(withoutPlaces(secondModel)).toEqual(withoutPlaces(model));
  });
});

const describedType =
  '<ComplexType Name="T"><Property Name="p" Type="Edm.String"><Annotation Term="Core.Description" String="One sentence"/>' +
  '<Annotation Term="Core.LongDescription" String="Two sentences"/><Annotation Term="Core.Computed"/>' +
  '<Annotation Term="Core.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/>' +
  '<PropertyValue Property="Date" Date="2025-03-01"/><PropertyValue Property="Description" String="Three sentences"/></Record></Collection></Annotation>' +
  '<Annotation Term="Other.Term" String="Four sentences"/></Property></ComplexType>' +
  '<Action Name="go"><Parameter Name="p" Type="n.T"><Annotation Term="Core.Description" String="Five sentences"/></Parameter>' +
  '<Annotation Term="Core.Description" String="Six sentences"/></Action>' +
  '<Annotations Target="n.T"><Annotation Term="Core.Description" String="Seven sentences"/></Annotations>';

describe("texts", () => {
  test.each(["overlay", "none"] as const)("docs from %s: no sentence of the source is kept, every fact is", (docs) => {
    const { text } = specOf(describedType, { docs });
    expect(text).not.toMatch(/sentence/);
    expect(text).not.toMatch(/Description/);
    expect(text).toMatch(/Org\.OData\.Core\.V1\.Computed/);
    expect(text).toMatch(/2025-03-01/);
  });

  test("docs from the metadata: all but terms that decide nothing", () => {
    const { text } = specOf(describedType, { docs: "metadata" });
    const kept = ["One", "Two", "Three", "Five", "Six", "Seven"].filter((word) => text.includes(`${word} sentence`));
    expect(kept).toEqual(["One", "Two", "Three", "Five", "Six", "Seven"]);
    expect(text).not.toContain("Four");
  });
});

test.each([
  ['<PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Added"/>', "Org.OData.Core.V1.RevisionKind/Added"],
  [
    '<PropertyValue Property="Kind" EnumMember="Core.Flags/A  Core.Flags/B"/>',
    '"Org.OData.Core.V1.Flags/A Org.OData.Core.V1.Flags/B"',
  ],
  ['<PropertyValue Property="Kind" Path="p"/>', 'Path="p"'],
  ['<PropertyValue Property="Kind"><Null/></PropertyValue>', "<Null"],
  ['<PropertyValue Property="Kind"><Add><Int>1</Int><Int>2</Int></Add></PropertyValue>', "<Add"],
])("%s is in the slice, and in its slice", (property, kept) => {
  const revisions = `<Annotation Term="Core.Revisions"><Collection><Record>${property}</Record></Collection></Annotation>`;
  const spec = specOf(
    `<ComplexType Name="T"><Property Name="p" Type="Edm.String">${revisions}</Property></ComplexType>`,
  );
  expect(spec.text).toContain(kept);
  expect(again(spec).text).toBe(spec.text);
});

const two =
  `<Schema Namespace="a.b" Alias="self"><EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String"/>` +
  `<NavigationProperty Name="to" Type="other.F" Partner="back"/></EntityType><ComplexType Name="out"/>` +
  `<Action Name="go" IsBound="true"><Parameter Name="it" Type="self.E"/></Action><Action Name="stay"/>` +
  `<EntityContainer Name="C"><Singleton Name="me" Type="self.E"/><Singleton Name="you" Type="self.E"/></EntityContainer></Schema>` +
  `<Schema Namespace="c" Alias="other"><EntityType Name="F"/></Schema><Schema Namespace="empty"><ComplexType Name="out"/></Schema>`;

describe("what is in", () => {
  const spec = specOf(two, { roots: ["me"] });

  test("the slice and nothing else", () => {
    const names = [...spec.text.matchAll(/<(\w+) Name(?:space)?="([^"]+)"/g)].map(
      ([, kind, name]) => `${kind} ${name}`,
    );
    expect(names).toEqual([
      "Schema a.b",
      "EntityType E",
      "PropertyRef id",
      "Property id",
      "NavigationProperty to",
      "Action go",
      "Parameter it",
      "EntityContainer C",
      "Singleton me",
      "Schema c",
      "EntityType F",
    ]);
  });

  test("names are resolved; aliases stay declared, because discriminators on the wire may use them", () => {
    expect(spec.text).not.toMatch(/"(Collection\()?(self|other)\./);
    expect(spec.text).toContain('Type="c.F"');
    expect(spec.text).toContain('Alias="self"');
  });

  test("the partner of a navigation property is left out: it may be a member that is out", () => {
    expect(spec.text).not.toContain("Partner");
  });

  test("sliced again from the same roots it is itself", () => {
    expect(again(spec, ["me"]).text).toBe(spec.text);
  });
});

test("documents become one, schemas of one namespace too", () => {
  const spec = specOf('<ComplexType Name="b"/>', { more: ['<ComplexType Name="a"/>', '<EnumType Name="c"/>'] });
  expect(spec.text.match(/<Schema /g)).toHaveLength(1);
  expect([...spec.slice.types.keys()]).toEqual(["n.a", "n.b", "n.c"]);
  expect([...again(spec).slice.types.keys()]).toEqual(["n.a", "n.b", "n.c"]);
});

test("the overlay is not part of it", () => {
  const spec = specOf('<ComplexType Name="T"/>', {
    overlay: '<ComplexType Name="T"><Property Name="p" Type="n.U"/></ComplexType><ComplexType Name="U"/>',
  });
  expect(spec.slice.types.has("n.U")).toBe(true);
  expect(spec.text).not.toContain("n.U");
  expect(withoutPlaces(again(spec).slice.model)).toEqual(withoutPlaces(spec.slice.model));
});

test("annotations of all overloads of an operation are kept with each of them", () => {
  const spec = specOf(
    '<ComplexType Name="T"/><Action Name="go" IsBound="true"><Parameter Name="it" Type="n.T"/><Parameter Name="p" Type="Edm.String"/></Action>' +
      '<Annotations Target="n.go/p"><Annotation Term="Core.OptionalParameter"/></Annotations>' +
      '<Annotations Target="n.go"><Annotation Term="Core.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/></Record></Collection></Annotation></Annotations>',
  );
  expect(withoutPlaces(again(spec).slice.model.operations)).toEqual(withoutPlaces(spec.slice.model.operations));
});
