import { describe, expect, it } from "vitest";
import { everything } from "./everything.ts";
import { parse, schema } from "./support.ts";

describe("a document in CSDL's own words", () => {
  const document = parse(everything);
  const [only] = document.schemas;

  it("is read without a warning: what is foreign is skipped, not mistaken for CSDL's", () => {
    expect(document.warnings).toEqual([]);
    expect(only?.entityTypes.map(({ name, openType }) => [name, openType])).toEqual([["T", true]]);
    expect(only?.entityTypes[0]?.properties.map(({ name }) => name)).toEqual(["b", "a"]);
  });

  it("keeps versions, references and aliases", () => {
    const [reference] = document.references;
    expect([document.file, document.version, only?.namespace, only?.alias]).toEqual(["t.xml", "4.01", "n.s", "self"]);
    expect(reference?.uri).toBe("https://example.org/v.xml");
    expect(reference?.includes.map(({ namespace, alias }) => [namespace, alias])).toEqual([["Org.V1", "V"]]);
  });

  it("fills the standard's defaults in, and leaves Nullable as written", () => {
    const [first, second] = only?.actions ?? [];
    expect([first?.isBound, first?.isComposable, first?.entitySetPath]).toEqual([true, false, "it/nav"]);
    expect(first?.parameters.map(({ facets }) => facets.nullable)).toEqual([true, false]);
    expect(first?.returnType?.facets).toEqual({
      nullable: undefined,
      maxLength: "max",
      precision: undefined,
      scale: undefined,
      unicode: false,
      srid: undefined,
    });
    expect(second?.parameters[0]?.type).toEqual({ name: "n.s.T", collection: true });
  });

  it("keeps the values of enumeration members as text", () => {
    expect(only?.enumTypes[0]?.members.map(({ value }) => value)).toEqual(["9007199254740993", "1", "+01"]);
    expect(only?.enumTypes[1]?.members.map(({ value }) => value)).toEqual([undefined, undefined]);
  });

  it("says where each element begins", () => {
    const line = everything.slice(0, everything.indexOf("<e:ComplexType")).split("\n").length;
    expect(only?.complexTypes[0]?.at).toEqual({ file: "t.xml", line, column: 7 });
  });
});

describe("values of annotations", () => {
  it.each([
    ['String=" a "', { kind: "Constant", type: "String", text: " a " }],
    ['Bool="false"', { kind: "Constant", type: "Bool", text: "false" }],
    ['EnumMember="n.E/a"', { kind: "Constant", type: "EnumMember", text: "n.E/a" }],
    ['PropertyPath="a/b"', { kind: "Path", type: "PropertyPath", text: "a/b" }],
    ['UrlRef="u"', { kind: "Dynamic", element: "UrlRef" }],
    ["", undefined],
  ])("in an attribute: %s", (attribute, want) => {
    expect(parse(schema(`<Annotation Term="n.t" ${attribute}/>`)).schemas[0]?.annotations[0]?.value).toEqual(want);
  });

  it.each([
    ["<String><![CDATA[a & b]]>&amp;</String>", { kind: "Constant", type: "String", text: "a & b&" }],
    ["<Date>\n2020-01-31 </Date>", { kind: "Constant", type: "Date", text: "2020-01-31" }],
    ["<Path>a</Path>", { kind: "Path", type: "Path", text: "a" }],
    ["<Null/>", { kind: "Null" }],
    ["<Collection/>", { kind: "Collection", items: [] }],
    ["<Record/>", { kind: "Record", type: undefined, properties: [], annotations: [] }],
    ['<Apply Function="odata.concat"><String>a</String></Apply>', { kind: "Dynamic", element: "Apply" }],
    ["<Not><Path>a</Path></Not>", { kind: "Dynamic", element: "Not" }],
  ])("in an element: %s", (element, want) => {
    const { schemas } = parse(schema(`<Annotation Term="n.t">${element}</Annotation>`));
    expect(schemas[0]?.annotations[0]?.value).toEqual(want);
  });
});
