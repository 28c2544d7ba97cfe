import { describe, expect, test } from "vitest";
import type { ModelMember } from "../../generator/model/types.ts";
import { enumOf, memberOf, modelOf, structuredOf, toldOf } from "./support.ts";

/** A property `p` of `n.T` with an inline annotation, and what may stand beside the type. */
function memberWith(annotation: string, beside = "", attributes = ""): ModelMember {
  const model = modelOf(
    `<ComplexType Name="T"><Property Name="p" Type="Edm.String" ${attributes}>${annotation}</Property></ComplexType>${beside}`,
  );
  return memberOf(model, "n.T/p");
}

const targeted = (annotation: string, qualifier = ""): string =>
  `<Annotations Target="n.T/p" ${qualifier}>${annotation}</Annotations>`;

describe("what is read-only", () => {
  const permission = (text: string): string => `<Annotation Term="Core.Permissions">${text}</Annotation>`;
  const rows = [
    ["", false],
    ['<Annotation Term="Core.Computed"/>', true],
    ['<Annotation Term="Core.Computed" Bool="true"/>', true],
    ['<Annotation Term="Core.Computed" Bool="false"/>', false],
    ['<Annotation Term="Core.Computed"><Bool>false</Bool></Annotation>', false],
    ['<Annotation Term="Core.Computed" Qualifier="Tablet"/>', false],
    ['<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read"/>', true],
    ['<Annotation Term="Core.Permissions" EnumMember="Core.Permission/None"/>', true],
    ['<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Write"/>', false],
    ['<Annotation Term="Core.Permissions" EnumMember="Core.Permission/ReadWrite"/>', false],
    ['<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read Core.Permission/Write"/>', false],
    ['<Annotation Term="Core.Permissions" EnumMember="Org.OData.Core.V1.Permission/Read"/>', true],
    [permission("<EnumMember>Core.Permission/Read</EnumMember>"), true],
    [permission("<EnumMember>Core.Permission/ReadWrite</EnumMember>"), false],
    [permission("<EnumMember>Core.Permission/Read  Core.Permission/Write</EnumMember>"), false],
    [`${permission("<EnumMember>Core.Permission/ReadWrite</EnumMember>")}<Annotation Term="Core.Computed"/>`, true],
  ] as const;
  test.each(rows)("%s: %s", (annotation, readOnly) => {
    expect(memberWith(annotation).readOnly).toBe(readOnly);
    expect(memberWith("", annotation === "" ? "" : targeted(annotation)).readOnly).toBe(readOnly);
  });

  test("a navigation property too", () => {
    const model = modelOf(
      `<EntityType Name="E"><NavigationProperty Name="p" Type="n.E"><Annotation Term="Core.Computed"/></NavigationProperty></EntityType>`,
    );
    expect(memberOf(model, "n.E/p").readOnly).toBe(true);
  });
});

describe("what the service fills in, and what cannot be changed", () => {
  const rows = [
    ["", "", { defaulted: false, immutable: false }],
    ["", 'DefaultValue=""', { defaulted: true, immutable: false }],
    ['<Annotation Term="Core.ComputedDefaultValue"/>', "", { defaulted: true, immutable: false }],
    ['<Annotation Term="Core.ComputedDefaultValue" Bool="false"/>', "", { defaulted: false, immutable: false }],
    ['<Annotation Term="Core.Immutable"/>', "", { defaulted: false, immutable: true }],
    ['<Annotation Term="Core.Immutable" Bool="false"/>', "", { defaulted: false, immutable: false }],
  ] as const;
  test.each(rows)("%s %s", (annotation, attributes, facts) => {
    expect(memberWith(annotation, "", attributes)).toMatchObject(facts);
  });
});

describe("where an annotation stands", () => {
  const text = (string: string, qualifier = ""): string =>
    `<Annotation Term="Core.Description" String="${string}" ${qualifier}/>`;
  const rows = [
    ["inline", text("here"), "", "here"],
    ["targeted", "", targeted(text("from outside")), "from outside"],
    ["inline wins over targeted", text("here"), targeted(text("from outside")), "here"],
    ["a qualified one speaks of a special case", text("here"), targeted(text("small"), 'Qualifier="Tablet"'), "here"],
    ["a qualified one alone says nothing", "", targeted(text("small"), 'Qualifier="Tablet"'), undefined],
    ["a qualifier inline", text("small", 'Qualifier="Tablet"'), "", undefined],
    ["blank", text("  "), "", undefined],
    [
      "both descriptions",
      `${text("short")}<Annotation Term="Core.LongDescription" String="long"/>`,
      "",
      "short\n\nlong",
    ],
    ["the long one alone", '<Annotation Term="Core.LongDescription" String="long"/>', "", "long"],
    ["as an element", '<Annotation Term="Core.Description"><String>el</String></Annotation>', "", "el"],
  ] as const;
  test.each(rows)("%s", (_, inline, beside, description) => {
    expect(memberWith(inline, beside).docs.description).toBe(description);
  });

  test("of types, enumeration members and navigation properties", () => {
    const model = modelOf(
      `<EntityType Name="E">${text("type")}<NavigationProperty Name="to" Type="n.E">${text("nav")}</NavigationProperty></EntityType>
       <EnumType Name="M"><Member Name="a">${text("member")}</Member></EnumType><TypeDefinition Name="D" UnderlyingType="Edm.String">${text("def")}</TypeDefinition>`,
    );
    expect(structuredOf(model, "n.E").docs.description).toBe("type");
    expect(memberOf(model, "n.E/to").docs.description).toBe("nav");
    expect(enumOf(model, "n.M").members.map(({ docs }) => docs.description)).toEqual(["member"]);
    expect(model.types.get("n.D")?.docs.description).toBe("def");
  });
});

describe("deprecation", () => {
  const revision = (kind: string, more = ""): string =>
    `<Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/${kind}"/>${more}</Record>`;
  const revisions = (...records: string[]): string =>
    `<Annotation Term="Core.Revisions"><Collection>${records.join("")}</Collection></Annotation>`;
  const facts =
    '<PropertyValue Property="Date" Date="2025-03-01"/><PropertyValue Property="RemovalDate" Date="2027-03-01"/>' +
    '<PropertyValue Property="Version" String="2025-03"/><PropertyValue Property="Description" String="Burns oil"/>';
  const all = { date: "2025-03-01", removalDate: "2027-03-01", version: "2025-03", reason: "Burns oil" };
  const nothing = { date: undefined, removalDate: undefined, version: undefined, reason: undefined };
  const rows = [
    ["none", "", undefined],
    ["dates, version and reason", revisions(revision("Deprecated", facts)), all],
    ["bare", revisions(revision("Deprecated")), nothing],
    ["the one that deprecates, among others", revisions(revision("Added", facts), revision("Deprecated")), nothing],
    ["additions and changes do not deprecate", revisions(revision("Added"), revision("Modified")), undefined],
    ["empty", revisions(), undefined],
  ] as const;
  test.each(rows)("%s", (_, annotation, deprecated) => {
    expect(memberWith(annotation).docs.deprecated).toEqual(deprecated);
  });

  const member = `<ComplexType Name="T"><Property Name="p" Type="Edm.String">`;
  const sources = [
    ["metadata", "Burns oil", "Burns oil"],
    ["overlay", undefined, "Burns oil"],
    ["none", undefined, undefined],
  ] as const;
  test.each(sources)(
    "docs from %s: reason %s where the metadata says so, %s where the overlay does",
    (docs, ...wanted) => {
      const annotation = revisions(revision("Deprecated", facts));
      const inMetadata = modelOf(`${member}${annotation}</Property></ComplexType>`, { docs });
      const inOverlay = modelOf(`${member}</Property></ComplexType>`, { docs, overlay: targeted(annotation) });
      const found = [inMetadata, inOverlay].map((model) => memberOf(model, "n.T/p").docs.deprecated);
      expect(found).toEqual(wanted.map((reason) => ({ ...all, reason })));
    },
  );

  test.each([
    ["metadata", "from the metadata"],
    ["overlay", undefined],
    ["none", undefined],
  ] as const)("docs from %s: descriptions of the metadata come to %s", (docs, description) => {
    const text = '<Annotation Term="Core.Description" String="from the metadata"/>';
    const model = modelOf(`${member}${text}</Property></ComplexType>`, { docs });
    expect(memberOf(model, "n.T/p").docs.description).toBe(description);
  });
});

describe("our own vocabulary", () => {
  const union = (types: string, name = '<PropertyValue Property="Name" String="thing"/>'): string =>
    `<Annotation Term="Bindgen.ResourceUnion"><Record>${name}<PropertyValue Property="Types"><Collection>${types}</Collection></PropertyValue></Record></Annotation>`;

  test("a resource union keeps its name and the resolved names of its types, in their order", () => {
    const model = modelOf(
      `<Schema Namespace="a.b" Alias="s"><EntityType Name="E"/><ComplexType Name="T"><Property Name="p" Type="Edm.Untyped">${union("<String>s.T</String><String>a.b.E</String>")}</Property></ComplexType></Schema>`,
    );
    expect(memberOf(model, "a.b.T/p").resourceUnion).toEqual({ name: "thing", types: ["a.b.T", "a.b.E"] });
  });

  test("a resource union without a name is none", () => {
    expect(memberWith(union("<String>n.T</String>", "")).resourceUnion).toBeUndefined();
  });

  test.each([
    ['<Annotation Term="Bindgen.UnresolvedDiscriminator"/>', true],
    ['<Annotation Term="Bindgen.UnresolvedDiscriminator" Bool="false"/>', false],
    ["", false],
  ])("%s: the discriminator is data: %s", (annotation, unresolved) => {
    expect(memberWith(annotation).unresolvedDiscriminator).toBe(unresolved);
  });
});

describe("UnresolvedDiscriminator where it means nothing", () => {
  const term = '<Annotation Term="Bindgen.UnresolvedDiscriminator"/>';
  const property = (type: string, inner = term): string => `<Property Name="p" Type="${type}">\n${inner}</Property>`;
  const document = (members: string): string =>
    `<EntityType Name="E">${members}</EntityType><ComplexType Name="C"/><EnumType Name="M"/>`;
  const told = (what: string): readonly string[] => [
    `warning 3:1 UnresolvedDiscriminator means nothing on n.E/p, which is ${what}`,
  ];

  test.each<readonly [string, readonly string[]]>([
    [`<NavigationProperty Name="p" Type="n.E">\n${term}</NavigationProperty>`, told("a navigation property")],
    [property("Edm.String"), told("a property of the type Edm.String")],
    [property("Collection(n.M)"), told("a property of the type n.M")],
    [property("Edm.Untyped"), told("a property of the type Edm.Untyped")],
    [property("n.C"), []],
    [property("Collection(n.C)"), []],
    [property("Edm.String", term.replace("/>", ' Bool="false"/>')), []],
    [
      property("n.C", term.replace("/>", ' Qualifier="q"/>')),
      ["warning 3:1 UnresolvedDiscriminator with a Qualifier means nothing on n.E/p"],
    ],
  ])("%s", (members, wanted) => {
    expect(toldOf(document(members))).toEqual(wanted);
  });

  test("in an overlay, at the annotation", () => {
    const overlay = `<Annotations Target="n.E/p">\n${term}</Annotations>`;
    const { warnings } = modelOf(document(property("Edm.String", "")), { overlay });
    const hint = "it is for properties of a declared complex type: take it out";
    expect(warnings).toMatchObject([{ place: { file: "overlay.xml", line: 3, column: 1 }, hint }]);
  });
});
