import { describe, expect, test } from "vitest";
import type { Model } from "../../generator/model/types.ts";
import { enumOf, memberOf, messagesOf, modelOf, problemsOf, structuredOf } from "./support.ts";

const property = (name: string, type: string, attributes = "", inner = ""): string =>
  `<Property Name="${name}" Type="${type}" ${attributes}>${inner}</Property>`;
const complex = (name: string, inner = "", attributes = ""): string =>
  `<ComplexType Name="${name}" ${attributes}>${inner}</ComplexType>`;
const annotation = (term: string, text?: string): string =>
  `<Annotation Term="Core.${term}"${text === undefined ? "" : ` String="${text}"`}/>`;
const on = (target: string, annotations: string): string =>
  `<Annotations Target="${target}">${annotations}</Annotations>`;
const evidence = (text: string): string => `<Annotation Term="Bindgen.Evidence" String="${text}"/>`;

function statesOf(model: Model): readonly string[] {
  return model.overlay.map(({ target, kind, state, term = "" }) =>
    `${state} ${kind} ${target} ${term.replace(/^.*\./, "")}`.trim(),
  );
}

/** Metadata, overlay, what the overlay's entries come to. */
const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["a member", complex("T"), complex("T", property("p", "Edm.String")), ["adds member n.T/p"]],
  ["a type", complex("T"), complex("U", property("p", "n.T")), ["adds type n.U", "adds member n.U/p"]],
  [
    "a member that is there with another type",
    complex("T", property("p", "Edm.Int32")),
    complex("T", property("p", "Edm.String")),
    ["overrides member n.T/p"],
  ],
  [
    "a member that is there with other facets",
    complex("T", property("p", "Edm.String")),
    complex("T", property("p", "Edm.String", 'Nullable="false"')),
    ["overrides member n.T/p"],
  ],
  [
    "a member that is there with the same type",
    complex("T", property("p", "n.T")),
    complex("T", property("p", "n.T")),
    ["redundant member n.T/p"],
  ],
  [
    "a navigation property that is there",
    '<EntityType Name="E"><NavigationProperty Name="p" Type="n.E"/></EntityType>',
    '<EntityType Name="E"><NavigationProperty Name="p" Type="n.E"/></EntityType>',
    ["redundant member n.E/p"],
  ],
  [
    "members of an enumeration",
    '<EnumType Name="M"><Member Name="a" Value="0"/><Member Name="b" Value="1"/></EnumType>',
    '<EnumType Name="M"><Member Name="a" Value="0"/><Member Name="b" Value="2"/><Member Name="c" Value="3"/></EnumType>',
    // The number behind a member never travels.
    ["redundant enum member n.M/a", "redundant enum member n.M/b", "adds enum member n.M/c"],
  ],
  [
    "a default value",
    complex("T", property("p", "Edm.Int32")),
    complex("T", property("p", "Edm.Int32", 'DefaultValue="1"')),
    ["overrides member n.T/p"],
  ],
  [
    "what holds unsaid, said",
    complex("T", property("p", "Edm.Int32") + property("q", "Collection(Edm.Int32)")),
    complex(
      "T",
      property("p", "Edm.Int32", 'Nullable="true"') + property("q", "Collection(Edm.Int32)", 'Nullable="false"'),
    ),
    ["redundant member n.T/p", "redundant member n.T/q"],
  ],
  [
    "annotations",
    complex("T", property("p", "Edm.String", "", annotation("Computed") + annotation("Description", "old"))),
    on("n.T/p", annotation("Computed") + annotation("Description", "new") + annotation("Immutable")) +
      on("n.T/gone", annotation("Computed")),
    [
      "missing annotation n.T/gone Computed",
      "redundant annotation n.T/p Computed",
      "overrides annotation n.T/p Description",
      "adds annotation n.T/p Immutable",
    ],
  ],
  [
    "annotations of an operation",
    '<Action Name="go"/>',
    on("n.go()", annotation("Description", "d")) + on("n.gone()", annotation("Description", "d")),
    ["adds annotation n.go() Description", "missing annotation n.gone() Description"],
  ],
];

test.each(rows)("entries: %s", (_, metadata, overlay, states) => {
  expect(statesOf(modelOf(metadata, { overlay }))).toEqual(states);
});

test("without an overlay there are no entries", () => {
  expect(modelOf(complex("T")).overlay).toEqual([]);
});

test("evidence and place of each entry", () => {
  const overlay = complex(
    "T",
    `\n${property("p", "Edm.String", "", evidence("page, scenario 1"))}\n${property("q", "Edm.String")}`,
  );
  expect(modelOf(complex("T"), { overlay }).overlay).toMatchObject([
    { target: "n.T/p", evidence: "page, scenario 1", at: { file: "overlay.xml", line: 3, column: 1 } },
    { target: "n.T/q", evidence: undefined, at: { line: 4 } },
  ]);
});

test("evidence of an annotation stands in it, or beside it for all", () => {
  const inside = `<Annotation Term="Core.Computed">${evidence("inside")}</Annotation>`;
  const overlay = on("n.T", inside) + on("n.T/p", annotation("Immutable") + evidence("beside"));
  const model = modelOf(complex("T", property("p", "Edm.String")), { overlay });
  expect(model.overlay.map(({ term, evidence: text }) => [term, text])).toEqual([
    ["Org.OData.Core.V1.Computed", "inside"],
    ["Org.OData.Core.V1.Immutable", "beside"],
  ]);
});

test("a target that is not there is a warning", () => {
  const model = modelOf(complex("T"), { overlay: on("n.gone", annotation("Computed")) });
  expect(model.warnings.map(({ message, place }) => [message, place?.file])).toEqual([
    ["the overlay annotates n.gone, which is not there", "overlay.xml"],
  ]);
});

describe("what the overlay does to a type", () => {
  test("members join in, sorted; what is declared again takes the place of the metadata's; the rest stays", () => {
    const model = modelOf(
      complex("T", property("z", "Edm.Int32") + property("b", "Edm.Int32"), 'OpenType="true" Abstract="true"'),
      { overlay: complex("T", property("b", "Edm.String", 'MaxLength="3"') + property("a", "Edm.String")) },
    );
    const type = structuredOf(model, "n.T");
    expect(type.members.map(({ name, type: { name: of } }) => `${name}: ${of}`)).toEqual([
      "a: Edm.String",
      "b: Edm.String",
      "z: Edm.Int32",
    ]);
    expect(type).toMatchObject({ open: true, abstract: true, at: { file: "t.xml" } });
    expect(memberOf(model, "n.T/b")).toMatchObject({ type: { maxLength: 3 }, at: { file: "overlay.xml" } });
  });

  test("a navigation property may take the place of a property", () => {
    const model = modelOf(`<EntityType Name="E">${property("p", "Edm.String")}</EntityType>`, {
      overlay: '<EntityType Name="E"><NavigationProperty Name="p" Type="n.E"/></EntityType>',
    });
    expect(structuredOf(model, "n.E").members.map(({ name, kind }) => `${kind} ${name}`)).toEqual(["navigation p"]);
  });

  test("members of an enumeration join in by value", () => {
    const model = modelOf('<EnumType Name="M"><Member Name="a" Value="0"/><Member Name="z" Value="9"/></EnumType>', {
      overlay: '<EnumType Name="M"><Member Name="b" Value="3"/></EnumType>',
    });
    expect(enumOf(model, "n.M").members.map(({ name }) => name)).toEqual(["a", "b", "z"]);
  });

  test("annotations replace those of the same term, and leave the others", () => {
    const model = modelOf(
      complex(
        "T",
        property(
          "p",
          "Edm.String",
          "",
          '<Annotation Term="Core.Description" String="old"/><Annotation Term="Core.LongDescription" String="kept"/><Annotation Term="Core.Computed"/>',
        ),
      ),
      {
        overlay:
          '<Annotations Target="n.T/p"><Annotation Term="Core.Description" String="new"/><Annotation Term="Core.Computed" Bool="false"/></Annotations>',
      },
    );
    expect(memberOf(model, "n.T/p").docs.description).toBe("new\n\nkept");
    expect(memberOf(model, "n.T/p").readOnly).toBe(false);
  });

  test("a second overlay corrects the first", () => {
    const overlay = [complex("T", property("p", "Edm.String")), complex("T", property("p", "Edm.Int32"))];
    expect(memberOf(modelOf(complex("T"), { overlay }), "n.T/p").type.name).toBe("Edm.Int32");
  });
});

describe("conflicts", () => {
  test.each([
    [complex("T"), '<EntityType Name="T"/>'],
    [complex("T"), '<EnumType Name="T"/>'],
    ['<EnumType Name="T"/>', '<TypeDefinition Name="T" UnderlyingType="Edm.String"/>'],
  ])("%s corrected by %s", (metadata, overlay) => {
    const problems = problemsOf("unsupported", () => modelOf(metadata, { overlay }));
    const message = expect.stringMatching(
      /^the overlay declares n\.T as an? [a-z ]+, and the metadata as an? [a-z ]+$/,
    ) as string;
    expect(problems).toMatchObject([
      { message, hint: "it stands first in t.xml, line 2", place: { file: "overlay.xml" } },
    ]);
  });

  const derived = (attributes: string, type = "Edm.String"): string =>
    complex("base") +
    complex("mid", "", 'BaseType="n.base"') +
    complex("T", property("p", type, attributes), 'BaseType="n.mid"');
  const onBase = complex("base", property("p", "Edm.String"));

  test("a member that the overlay lifts to a base type leaves the derived one", () => {
    const model = modelOf(derived(""), { overlay: onBase });
    expect(structuredOf(model, "n.T").members).toEqual([]);
    expect(structuredOf(model, "n.base").members.map(({ name }) => name)).toEqual(["p"]);
  });

  test("a key that the overlay lifts to a base type stays one", () => {
    const metadata =
      '<EntityType Name="B" Abstract="true"/>' +
      `<EntityType Name="E" BaseType="n.B"><Key><PropertyRef Name="id"/></Key>${property("id", "Edm.String", 'Nullable="false"')}</EntityType>`;
    const overlay = `<EntityType Name="B">${property("id", "Edm.String", 'Nullable="false"')}</EntityType>`;
    const keys = (model: Model): readonly string[] =>
      ["n.B", "n.E"].flatMap((name) =>
        structuredOf(model, name).members.map((one) => `${name}/${one.name} ${one.key}`),
      );
    expect(keys(modelOf(metadata))).toEqual(["n.E/id true"]);
    expect(keys(modelOf(metadata, { overlay }))).toEqual(["n.B/id true"]);
  });

  test.each([
    ["another facet", derived('MaxLength="3"')],
    ["another nullability", derived('Nullable="false"')],
    ["another type", derived("", "Edm.Int32")],
    ["many instead of one", derived("", "Collection(Edm.String)")],
  ])("%s on the derived type is a conflict at the overlay's member", (_, metadata) => {
    const message = "overlay.xml:2:27 the overlay declares p on a base type of n.T with another type or facets";
    expect(messagesOf("unsupported", () => modelOf(metadata, { overlay: onBase }))).toEqual([message]);
  });

  test("what is wrong with the metadata is said before what the overlay does not fit", () => {
    const metadata = derived('MaxLength="3"') + complex("U", property("p", "n.Nope"));
    expect(messagesOf("input", () => modelOf(metadata, { overlay: onBase }))).toHaveLength(1);
  });
});
