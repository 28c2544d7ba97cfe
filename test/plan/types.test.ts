import { describe, expect, test } from "vitest";
import { declarationsAt, importsAt, listedAt, moduleAt, planOf, type PlanSetup } from "./support.ts";

const complex = (name: string, inner = "", attributes = ""): string =>
  `<ComplexType Name="${name}" ${attributes}>${inner}</ComplexType>`;
const property = (name: string, type: string, attributes = "", inner = ""): string =>
  `<Property Name="${name}" Type="${type}" ${attributes}>${inner}</Property>`;
const tag = (name: string): string => `'@odata.type'?: '#n.${name}' | undefined`;

/** Received declarations of a document. */
function received(text: string, setup?: PlanSetup): readonly string[] {
  return declarationsAt(planOf(text, setup), "n/types/received");
}

describe("forms", () => {
  test("a leaf", () => {
    expect(received(complex("T", property("p", "Edm.String")))).toEqual([
      `interface T extends ODataControl { @odata.type?: '#n.T' | undefined; p?: string | null | undefined }`,
      `interface TTagged extends T { @odata.type: '#n.T' }`,
    ]);
  });

  test("a concrete base", () => {
    expect(received(complex("b", property("p", "Edm.String")) + complex("d", "", 'BaseType="n.b"'))).toEqual([
      "interface BMembers extends ODataControl { p?: string | null | undefined }",
      `interface BItself extends BMembers { ${tag("b").replaceAll("'@odata.type'", "@odata.type")} }`,
      "interface BTagged extends BMembers { @odata.type: '#n.b' }",
      "B = BItself | DTagged",
      "interface D extends BMembers { @odata.type?: '#n.d' | undefined }",
      "interface DTagged extends D { @odata.type: '#n.d' }",
    ]);
  });

  test("an abstract base, with two of its descendants", () => {
    const text =
      complex("b", "", 'Abstract="true"') + complex("d", "", 'BaseType="n.b"') + complex("e", "", 'BaseType="n.d"');
    const lines = received(text);
    expect(lines).toContain("B = DTagged | ETagged");
    expect(lines).toContain("D = DItself | ETagged");
    expect(lines.filter((line) => /BItself|BTagged/.test(line))).toEqual([]);
  });

  test("an abstract type that nothing concrete derives from", () => {
    expect(received(complex("b", "", 'Abstract="true"'))).toEqual([
      "interface BMembers extends ODataControl {  }",
      "B = never",
    ]);
  });

  test("a type whose derived types are not told apart takes any tag", () => {
    const text = complex("b") + complex("d", "", 'BaseType="n.b"');
    const lines = received(text, { config: { derived: new Map([["n.b", "none"]]) } });
    expect(lines).toContain("interface B extends BMembers { @odata.type?: string | undefined }");
    const abstract = received(text.replace('"b" ', '"b" Abstract="true" '), {
      config: { derived: new Map([["n.b", "none"]]) },
    });
    expect(abstract).toContain("interface B extends BMembers { @odata.type: string }");
  });

  test.each(["ComplexType", "EntityType"])("a discriminator that is data, in a member of an %s", (kind) => {
    const member = property("p", "n.r", "", '<Annotation Term="Bindgen.UnresolvedDiscriminator"/>');
    const lines = received(`<${kind} Name="T">${member}</${kind}>${complex("r")}`);
    expect(lines).toContain("interface RUnresolved extends RMembers { @odata.type?: string | undefined }");
    expect(lines.find((line) => line.startsWith("interface T "))).toContain("p?: RUnresolved | null | undefined");
  });

  test("a type is a leaf without what derives from it and is not in", () => {
    const text = `<EntityType Name="b"/><EntityType Name="d" BaseType="n.b"/>
      <Action Name="go" IsBound="true"><Parameter Name="it" Type="n.b"/></Action>`;
    const lines = received(text, { config: { roots: ["action:n.go(n.b)"] } });
    expect(lines.map((line) => line.replace(/ extends.*/, ""))).toEqual(["interface B", "interface BTagged"]);
  });

  test("open types have no index signature unless it is asked for", () => {
    const text = complex("T", "", 'OpenType="true"');
    expect(received(text)[0]).not.toContain("[]");
    expect(received(text, { config: { openTypes: "index" } })[0]).toContain("; [] }");
  });
});

describe("members", () => {
  const types = '<EntityType Name="E"/><EnumType Name="M"><Member Name="a"/></EnumType>';
  const rows = [
    [property("p", "Edm.String"), "p?: string | null | undefined"],
    [property("p", "Edm.String", 'Nullable="false"'), "p?: string | undefined"],
    [property("p", "Collection(Edm.String)"), "p?: string[] | undefined"],
    [property("p", "Collection(Edm.String)", 'Nullable="true"'), "p?: (string | null)[] | undefined"],
    [property("p", "n.M"), "p?: M | null | undefined"],
    [property("p", "Edm.Untyped"), "p?: Edm.Untyped"],
    [property("p", "Edm.PropertyPath"), "p?: string | null | undefined"],
    ['<NavigationProperty Name="p" Type="n.E"/>', "p?: E | null | undefined"],
    ['<NavigationProperty Name="p" Type="Collection(n.E)"/>', "p?: E[] | undefined"],
    [property("a-b", "Edm.Int32"), "a-b?: number | null | undefined"],
  ] as const;
  test.each(rows)("%s: %s", (member, text) => {
    expect(received(complex("T", member) + types)).toContain(
      `interface T extends ODataControl { @odata.type?: '#n.T' | undefined; ${text} }`,
    );
  });

  test("a resource union is one or many, or null", () => {
    const union =
      '<Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="thing"/><PropertyValue Property="Types"><Collection>' +
      "<String>n.b</String></Collection></PropertyValue></Record></Annotation>";
    const text =
      complex("T", property("p", "Edm.Untyped", "", union)) + complex("b") + complex("d", "", 'BaseType="n.b"');
    const lines = received(text);
    expect(lines[0]).toContain("p?: Thing | Thing[] | null | undefined");
    expect(lines).toContain("Thing = BTagged | DTagged");
    expect(declarationsAt(planOf(text), "n/types/create")).toContain("ThingCreate = Thing");
  });
});

test("parameters and results of operations", () => {
  const plan = planOf(
    '<EntityType Name="E"/><Function Name="f"><Parameter Name="z" Type="Collection(Edm.String)" Nullable="false"/><Parameter Name="a" Type="Edm.String"/>' +
      '<Parameter Name="o" Type="Edm.String" Nullable="false"><Annotation Term="Core.OptionalParameter"/></Parameter><ReturnType Type="Edm.String"/></Function>' +
      '<Function Name="g"><ReturnType Type="Collection(n.E)"/></Function><Function Name="h"><ReturnType Type="n.E"/></Function>',
  );
  expect(declarationsAt(plan, "n/operations/types")).toEqual([
    "interface FParameters extends ODataControl { z: string[]; a?: string | null | undefined; o?: string | undefined }",
    "interface FResult extends ODataControl { value?: string | null | undefined }",
    "interface GParameters extends ODataControl {  }",
    "GResult = ODataCollection<E>",
    "interface HParameters extends ODataControl {  }",
    "HResult = E",
  ]);
  expect(importsAt(plan, "n/operations/types")).toEqual([
    "ODataControl from ../../runtime/control.js",
    "ODataCollection from ../../runtime/envelope.js",
    "E from ../types/received.js",
  ]);
});

test("modules come sorted; the registry holds every type and operation under its key", () => {
  const plan = planOf('<EntityType Name="E"/><ComplexType Name="T"/><Action Name="go"/>');
  const paths = plan.modules.map(({ path }) => path);
  expect(paths).toEqual([...paths].sort());
  const registry = moduleAt(plan, "registry");
  const entries = registry.kind === "registry" ? registry.entries : [];
  expect(entries.map(({ key, presences }) => [key, presences.map(({ presence }) => presence).join(" ")])).toEqual([
    ["n.E", "received create update declared"],
    ["n.T", "received create declared"],
    ["action:n.go()", "create"],
  ]);
});

test("a name of the main namespace is not hidden by one of the run-time library", () => {
  const index = listedAt(planOf('<ComplexType Name="issue"/>'), "index");
  expect(index).not.toContain("Issue");
  expect(index).toContain("IssueCode");
  expect(listedAt(planOf('<ComplexType Name="issue"/>'), "runtime")).toContain("Issue");
});
