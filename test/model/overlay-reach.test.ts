import { describe, expect, test } from "vitest";
import type { Model } from "../../generator/model/types.ts";
import { memberOf, messagesOf, modelOf } from "./support.ts";

const metadata = `<EntityType Name="B"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
  <Property Name="any" Type="Edm.Untyped"/><NavigationProperty Name="to" Type="n.B"/></EntityType>
  <EntityType Name="D" BaseType="n.B"/><EnumType Name="M"><Member Name="a"/></EnumType><TypeDefinition Name="L" UnderlyingType="Edm.Int32"/>
  <Action Name="act" IsBound="true"><Parameter Name="it" Type="n.B"/><Parameter Name="p" Type="Edm.String">
    <Annotation Term="Core.Description" String="old"/></Parameter></Action>
  <Action Name="act" IsBound="true"><Parameter Name="it" Type="Collection(n.B)"/><Parameter Name="p" Type="Edm.String"/></Action>
  <Function Name="f"><Parameter Name="q" Type="Edm.String"/><ReturnType Type="n.B"/></Function>
  <Term Name="T" Type="Edm.String"/>
  <EntityContainer Name="C"><EntitySet Name="Bs" EntityType="n.B"/></EntityContainer>`;

const annotations = (target: string, inner: string, attributes = ""): string =>
  `<Annotations Target="${target}" ${attributes}>${inner}</Annotations>`;
const term = (name: string, rest = 'String="d"'): string => `<Annotation Term="${name}" ${rest}/>`;

/** What the entries come to, and what is told of them with its hint. */
function told(overlay: string): readonly string[] {
  const model = modelOf(metadata, { overlay });
  return [
    ...model.overlay.map(({ state, kind, target }) => `${state} ${kind} ${target}`),
    ...model.warnings.map(({ message, hint }) => `${message}${hint === undefined ? "" : ` (${hint})`}`),
  ];
}

describe("what an overlay annotates", () => {
  const absent = (target: string): readonly string[] => [
    `missing annotation ${target}`,
    `the overlay annotates ${target}, which is not there`,
  ];
  const rows: readonly (readonly [target: string, told: readonly string[]])[] = [
    ["n.B", ["adds annotation n.B"]],
    ["n.B/id", ["adds annotation n.B/id"]],
    ["n.B/to", ["adds annotation n.B/to"]],
    ["n.M/a", ["adds annotation n.M/a"]],
    ["n.L", ["adds annotation n.L"]],
    ["n.act", ["adds annotation n.act"]],
    ["n.act(n.B)", ["adds annotation n.act(n.B)"]],
    ["n.act(n.B)/p", ["overrides annotation n.act(n.B)/p"]],
    ["n.act(Collection(n.B))/p", ["adds annotation n.act(Collection(n.B))/p"]],
    ["n.f(Edm.String)/q", ["adds annotation n.f(Edm.String)/q"]],
    ["n.Gone", absent("n.Gone")],
    ["n.B/gone", absent("n.B/gone")],
    ["n.act(n.D)", absent("n.act(n.D)")],
    ["n.act(n.B)/gone", absent("n.act(n.B)/gone")],
    ["n.f(Edm.Int32)", absent("n.f(Edm.Int32)")],
    ["n.C/gone", absent("n.C/gone")],
    ["m.B", absent("m.B")],
  ];
  test.each(rows)("%s", (target, wanted) => {
    expect(told(annotations(target, term("Core.Description")))).toEqual(wanted);
  });

  const described = "properties, navigation properties, types, members of enumerations, operations, parameters";
  const unread: readonly (readonly [target: string, annotation: string, told: string | undefined])[] = [
    ["n.C/Bs", "Core.Description", described],
    ["n.C", "Core.Description", described],
    ["n.T", "Core.Description", described],
    ["n.B/id/inner", "Core.Description", described],
    ["n.act(n.B)/$ReturnType", "Core.Description", described],
    ["n.B", "Core.Computed", "properties, navigation properties"],
    ["n.B/to", "Core.ComputedDefaultValue", "properties"],
    ["n.B/id", "Core.OptionalParameter", "parameters"],
    // What other tools read may stand in an overlay.
    ["n.C/Bs", "Org.OData.Capabilities.V1.TopSupported", undefined],
    ["n.B/id", "Core.Ordered", undefined],
  ];
  test.each(unread)("%s with %s: nothing comes of it", (target, name, wanted) => {
    const [state, message, ...rest] = told(annotations(target, term(name)));
    expect([state, rest]).toEqual([`unread annotation ${target}`, []]);
    const reason = `of which nothing comes there (it is read of these only: ${wanted ?? ""})`;
    const start = `the overlay annotates ${target} with ${name.replace("Core", "Org.OData.Core.V1")}`;
    expect(message).toBe(wanted === undefined ? undefined : `${start}, ${reason}`);
  });

  test("an inherited member", () => {
    expect(told(annotations("n.D/id", term("Core.Computed")))).toEqual([
      "unread annotation n.D/id",
      "the overlay annotates n.D/id with Org.OData.Core.V1.Computed, of which nothing comes there (annotate it where it is declared: n.B/id)",
    ]);
  });

  test("what an operation is bound to", () => {
    expect(told(annotations("n.act(n.B)/it", term("Core.OptionalParameter")))).toEqual([
      "unread annotation n.act(n.B)/it",
      "the overlay annotates n.act(n.B)/it with Org.OData.Core.V1.OptionalParameter, of which nothing comes there (it is read of these only: parameters)",
    ]);
  });

  test("a misspelt term", () => {
    expect(told(annotations("n.B/id", term("Core.Computd")))).toEqual([
      "unread annotation n.B/id",
      'the overlay annotates n.B/id with Org.OData.Core.V1.Computd, of which nothing comes there (did you mean "Org.OData.Core.V1.Computed"?)',
    ]);
  });

  test("with a qualifier, its own or that of all: another case than what is read", () => {
    const unreadOnly = ["unread annotation n.B/id"];
    expect(told(annotations("n.B/id", term("Core.Description", 'Qualifier="q" String="d"')))).toEqual(unreadOnly);
    expect(told(annotations("n.B/id", term("Core.Description"), 'Qualifier="q"'))).toEqual(unreadOnly);
  });
});

describe("what says nothing of our vocabulary, in the metadata or in an overlay", () => {
  const union = (name: string): string =>
    `<Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="${name}" String="u"/>
      <PropertyValue Property="Types"><Collection><String>n.B</String></Collection></PropertyValue></Record></Annotation>`;
  const record = "it is a Record with the PropertyValues Name (a String) and Types (a Collection of Strings)";
  test.each([
    ["n.B/any", union("Name"), "adds", []],
    [
      "n.B/to",
      union("Name"),
      "unread",
      [
        "ResourceUnion means nothing on n.B/to, which is a navigation property (it is for properties of the type Edm.Untyped: take it out)",
      ],
    ],
    ["n.B/any", union("Nmae"), "unread", [`ResourceUnion of n.B/any does not say its name and its types (${record})`]],
    [
      "n.B/any",
      term("Bindgen.ResourceUnoin"),
      "unread",
      ['there is no term OData.Bindgen.V1.ResourceUnoin (did you mean "OData.Bindgen.V1.ResourceUnion"?)'],
    ],
    [
      "n.B",
      term("Bindgen.UnresolvedDiscriminator", ""),
      "unread",
      [
        "UnresolvedDiscriminator means nothing on n.B, which is a type (it is for properties of a declared complex type: take it out)",
      ],
    ],
  ])("%s: %s", (target, annotation, state, wanted) => {
    const block = annotations(target, annotation);
    expect(told(block)).toEqual([`${state} annotation ${target}`, ...wanted]);
    const { warnings } = modelOf(`${metadata}${block}`);
    expect(warnings.map(({ message, hint }) => `${message} (${hint ?? ""})`)).toEqual(wanted);
  });
});

describe("what is declared again to annotate it", () => {
  const computed = term("Core.Computed", "");
  const inside = `<Property Name="id" Type="Edm.String" Nullable="false">${computed}</Property>`;
  test("is listed by what is new of it", () => {
    const overlay = `<EntityType Name="B">${term("Core.Description")}${inside}<Property Name="any" Type="Edm.Untyped"/></EntityType>`;
    expect(told(overlay)).toEqual(["adds annotation n.B", "redundant member n.B/any", "adds annotation n.B/id"]);
  });

  test("of an enumeration", () => {
    const overlay = `<EnumType Name="M"><Member Name="a">${term("Core.Description")}</Member><Member Name="b">${term("Core.Description")}</Member></EnumType>`;
    expect(told(overlay)).toEqual(["adds annotation n.M/a", "adds enum member n.M/b"]);
  });
});

describe("what says the same in other words is redundant", () => {
  const states = (before: string, after: string): readonly string[] => {
    const published = `<EntityType Name="E"><Property Name="p" Type="Edm.String"/></EntityType>${annotations("n.E/p", before)}`;
    return modelOf(published, { overlay: annotations("n.E/p", after) }).overlay.map(({ state }) => state);
  };
  test.each([
    [term("Core.Computed", ""), term("Core.Computed", 'Bool="true"'), "redundant"],
    [term("Core.Computed", ""), term("Core.Computed", 'Bool="false"'), "overrides"],
    [
      term("Core.Permissions", 'EnumMember="Org.OData.Core.V1.Permission/Read"'),
      term("Core.Permissions", 'EnumMember="Core.Permission/Read"'),
      "redundant",
    ],
    [
      term("Core.Permissions", 'EnumMember="Core.Permission/Read"'),
      term("Core.Permissions", 'EnumMember="Core.Permission/Write"'),
      "overrides",
    ],
  ])("%s, %s: %s", (before, after, state) => {
    expect(states(before, after)).toEqual([state]);
  });

  test.each(["metadata", "overlay", "none"] as const)("descriptions with docs from %s", (docs) => {
    const published = `<EntityType Name="E">${term("Core.Description")}</EntityType>`;
    const model = modelOf(published, { overlay: annotations("n.E", term("Core.Description")), docs });
    const wanted = { metadata: "redundant", overlay: "adds", none: "unread" };
    expect(model.overlay).toMatchObject([{ state: wanted[docs], problem: undefined }]);
  });

  test("revisions that deprecate nothing", () => {
    const revisions = (kind: string): string =>
      `<Annotation Term="Core.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/${kind}"/></Record></Collection></Annotation>`;
    const state = (kind: string): unknown =>
      modelOf(metadata, { overlay: annotations("n.B", revisions(kind)) }).overlay.map((entry) => entry.state);
    expect([state("Added"), state("Deprecated")]).toEqual([["unread"], ["adds"]]);
  });
});

test("a property of a type and a parameter of an operation that have one name", () => {
  const both = `<ComplexType Name="image"><Property Name="width" Type="Edm.Int32"/></ComplexType>
    <Function Name="image"><Parameter Name="width" Type="Edm.Int32"/><ReturnType Type="Edm.String"/></Function>`;
  const overlay = annotations("n.image/width", term("Core.Computed", "") + term("Core.OptionalParameter", ""));
  const model = modelOf(both, { overlay });
  expect(memberOf(model, "n.image/width").readOnly).toBe(true);
  expect(model.overlay.map(({ state }) => state)).toEqual(["adds", "adds"]);
  expect(model.warnings.map(({ message }) => message)).toEqual([expect.stringContaining("CSDL wants two names")]);
});

test("children of a container that this one extends", () => {
  const extended = `<Schema Namespace="n"><EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
    <EntityContainer Name="C" Extends="m.C"/></Schema><Schema Namespace="m"><EntityContainer Name="C"><EntitySet Name="Es" EntityType="n.E"/></EntityContainer></Schema>`;
  const said = (target: string): string =>
    `<Schema Namespace="n">${annotations(target, term("Org.OData.Capabilities.V1.TopSupported"))}</Schema>`;
  const messages = (target: string): unknown =>
    modelOf(extended, { overlay: said(target) }).warnings.map(({ message }) => message);
  expect(messages("n.C/Es")).toEqual([]);
  expect(messages("n.C/Ds")).toEqual(["the overlay annotates n.C/Ds, which is not there"]);
});

describe("an operation by its name", () => {
  const described = (text: string): string => annotations("n.act/p", term("Core.Description", `String="${text}"`));
  const descriptions = (model: Model): unknown =>
    [...model.operations.values()].flatMap(({ parameters }) => parameters.map(({ docs }) => docs.description));

  test("what an overlay says of all overloads counts before what the metadata says of one", () => {
    const model = modelOf(metadata, { overlay: described("new") });
    expect(descriptions(model)).toEqual(["new", "new", undefined]);
    expect(model.overlay).toMatchObject([{ target: "n.act/p", state: "overrides" }]);
  });

  test("what the metadata says of one counts before what it says of all", () => {
    expect(descriptions(modelOf(`${metadata}${described("all")}`))).toEqual(["all", "old", undefined]);
  });

  test("redundant where the metadata says it of all", () => {
    const states = (said: string): unknown => modelOf(metadata, { overlay: said }).overlay.map(({ state }) => state);
    // One overload lacks it still.
    expect(states(described("old"))).toEqual(["adds"]);
    const both = annotations("n.act(Collection(n.B))/p", term("Core.Description", 'String="old"'));
    const model = modelOf(`${metadata}${both}`, { overlay: described("old") });
    expect(model.overlay.map(({ state }) => state)).toEqual(["redundant"]);
  });
});

describe("operations of an overlay", () => {
  const again = (inner: string, rest = ""): string =>
    `<Action Name="act" IsBound="true"><Parameter Name="it" Type="n.B"/><Parameter Name="p" Type="Edm.String">${inner}</Parameter>${rest}</Action>`;

  test("a new one, with its evidence", () => {
    const overlay = `<Action Name="new">\n<Annotation Term="Bindgen.Evidence" String="page"/></Action>`;
    const model = modelOf(metadata, { overlay });
    expect(model.operations.has("action:n.new()")).toBe(true);
    expect(model.overlay).toMatchObject([
      { kind: "operation", target: "action:n.new()", state: "adds", evidence: "page", at: { file: "overlay.xml" } },
    ]);
  });

  test("one that is there, declared again as it is: its annotations count", () => {
    const overlay = again('<Annotation Term="Core.OptionalParameter"/>');
    const model = modelOf(metadata, { overlay });
    expect(model.operations.get("action:n.act(n.B)")).toMatchObject({
      at: { file: "t.xml" },
      parameters: [{ optional: true }],
    });
    expect(model.overlay).toMatchObject([{ kind: "annotation", target: "n.act(n.B)/p", state: "adds" }]);
    expect(model.warnings).toEqual([]);
    const bare = modelOf(metadata, { overlay: again("") });
    expect(bare.overlay).toMatchObject([{ kind: "operation", target: "action:n.act(n.B)", state: "redundant" }]);
  });

  test.each([
    again("", '<ReturnType Type="n.B"/>'),
    again("", '<Parameter Name="r" Type="Edm.String"/>'),
    again("").replace("Edm.String", "Edm.Int32"),
    again("").replace('"Edm.String"', '"Edm.String" Nullable="false"'),
    again("").replace('"Edm.String"', '"Edm.String" MaxLength="3"'),
  ])("another one of the same key does not fit: %s", (overlay) => {
    expect(messagesOf("unsupported", () => modelOf(metadata, { overlay }))).toEqual([
      "overlay.xml:2:1 the overlay declares action:n.act(n.B) with other parameters or another result than the metadata",
    ]);
  });

  test("two overlays that say two things", () => {
    const overlay = ['<Action Name="new"/>', '<Action Name="new"><Parameter Name="p" Type="n.B"/></Action>'];
    expect(messagesOf("unsupported", () => modelOf(metadata, { overlay }))).toEqual([
      "overlay1.xml:2:1 the overlay declares action:n.new() with other parameters or another result than what declares it first",
    ]);
    expect(modelOf(metadata, { overlay: [overlay[0] ?? "", overlay[0] ?? ""] }).overlay).toHaveLength(2);
  });

  test("in the order of parameters alone: as in the metadata, an error", () => {
    const overlay = `<Function Name="g"><Parameter Name="a" Type="n.B"/><Parameter Name="b" Type="n.B"/><ReturnType Type="n.B"/></Function>
      <Function Name="g"><Parameter Name="b" Type="n.B"/><Parameter Name="a" Type="n.B"/><ReturnType Type="n.B"/></Function>`;
    expect(messagesOf("input", () => modelOf(metadata, { overlay }))).toHaveLength(1);
  });
});

test("children of the entity container", () => {
  const overlay = `<EntityContainer Name="C"><EntitySet Name="Bs" EntityType="n.B"/>
    <EntitySet Name="Ds" EntityType="n.D"><Annotation Term="Bindgen.Evidence" String="page"/></EntitySet></EntityContainer>`;
  const model = modelOf(metadata, { overlay });
  expect(model.children.get("Ds")).toMatchObject({ type: "n.D" });
  expect(model.overlay).toMatchObject([
    { kind: "container child", target: "n.C/Bs", state: "redundant", evidence: undefined },
    { kind: "container child", target: "n.C/Ds", state: "adds", evidence: "page" },
  ]);
  const other = modelOf(metadata, { overlay: overlay.replace('"Bs" EntityType="n.B"', '"Bs" EntityType="n.D"') });
  expect(other.overlay[0]).toMatchObject({ target: "n.C/Bs", state: "overrides" });
  expect(memberOf(other, "n.B/id").key).toBe(true);
});
