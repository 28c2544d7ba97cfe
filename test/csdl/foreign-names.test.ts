import { expect, it } from "vitest";
import { parseCsdl } from "../../generator/csdl/parse-csdl.ts";
import type { CsdlDocument } from "../../generator/csdl/types.ts";
import { parse, problemsOf, schema, source } from "./support.ts";

const edm = "http://docs.oasis-open.org/odata/ns/edm";
const edmx = "http://docs.oasis-open.org/odata/ns/edmx";

/** What a document declares, in few words. */
function declared({ schemas }: CsdlDocument): readonly string[] {
  return schemas.flatMap(({ namespace, entityTypes, enumTypes, annotations }) => [
    namespace,
    ...entityTypes.map(({ name, baseType, properties }) => {
      const members = properties.map((property) => `${property.name}:${property.type.name}`);
      return [name, ...(baseType === undefined ? [] : [`of ${baseType}`]), ...members].join(" ");
    }),
    ...enumTypes.map(({ name, members }) => [name, ...members.map((member) => member.name)].join(" ")),
    ...annotations.map(({ term }) => `@${term}`),
  ]);
}

const type = '<EntityType Name="T"><Property Name="a" Type="Edm.String"/></EntityType>';
const plain = ["n", "T a:Edm.String"];

const skipped: readonly (readonly [name: string, content: string, want: readonly string[]])[] = [
  [
    "an attribute with a prefix beside the one without",
    '<EntityType x:Name="X" Name="T" x:BaseType="n.X" xmlns:x="u"/>',
    ["n", "T"],
  ],
  [
    "the same, with the prefix bound to CSDL's own namespace: its attributes have none",
    `<EntityType Name="T" e:Name="X" e:BaseType="n.X" xmlns:e="${edm}"/>`,
    ["n", "T"],
  ],
  ["xml:Name", '<EntityType xml:Name="X" Name="T"/>', ["n", "T"]],
  [
    "a foreign Property",
    '<EntityType Name="T"><x:Property xmlns:x="u" Name="b" Type="Edm.Int32"/><Property Name="a" Type="Edm.String"/></EntityType>',
    plain,
  ],
  [
    "a Property in a namespace that is foreign by default",
    '<EntityType Name="T"><Property Name="a" Type="Edm.String"/><Property xmlns="u" Name="b" Type="Edm.Int32"/></EntityType>',
    plain,
  ],
  ["a foreign element with CSDL in it", `<x:a xmlns:x="u">${type}<EntityType Name="X"/></x:a>${type}`, plain],
  [
    "a foreign element that takes the default namespace away and gives it back",
    `<a xmlns="u"><EntityType Name="X" xmlns="${edm}"/></a>${type}`,
    plain,
  ],
  ["a prefix that means something else further in", `<x:EntityType xmlns:x="u" Name="X"/>${type}`, plain],
  [
    "CSDL under a prefix, around a default namespace that is foreign",
    `<e:EntityType xmlns:e="${edm}" xmlns="u" Name="T"><Property Name="b"/><e:Property Name="a" Type="Edm.String"/></e:EntityType>`,
    plain,
  ],
  [
    "a foreign Member",
    '<EnumType Name="E"><Member Name="a"/><x:Member xmlns:x="u" Name="b"/></EnumType>',
    ["n", "E a"],
  ],
  ["a foreign Annotation", '<x:Annotation xmlns:x="u" Term="n.x"/><Annotation Term="n.t"/>', ["n", "@n.t"]],
  ["a namespace that only looks like CSDL's", `<x:EntityType xmlns:x="${edm}/" Name="X"/>${type}`, plain],
  ["CSDL's namespace in capitals", `<x:EntityType xmlns:x="${edm.toUpperCase()}" Name="X"/>${type}`, plain],
  ["CSDL's namespace with white space round it", `<x:EntityType xmlns:x=" ${edm} " Name="X"/>${type}`, plain],
  [
    "CSDL's namespace in references is CSDL's",
    `<x:EntityType xmlns:x="&#104;ttp://docs.oasis-open.org/odata/ns/edm" Name="T"><x:Property Name="a" Type="Edm.String"/></x:EntityType>`,
    plain,
  ],
];

it.each(skipped)("%s", (_name, content, want) => {
  const document = parse(schema(content));
  expect(declared(document)).toEqual(want);
  expect(document.warnings).toEqual([]);
});

const refused: readonly (readonly [name: string, text: string, want: string])[] = [
  [
    "a foreign attribute in the place of a required one",
    schema('<EntityType x:Name="T" xmlns:x="u"/>'),
    "2:1 EntityType has no attribute Name",
  ],
  [
    "the same, with CSDL's namespace",
    schema(`<EntityType e:Name="T" xmlns:e="${edm}"/>`),
    "2:1 EntityType has no attribute Name",
  ],
  ["a foreign Edmx", '<Edmx xmlns="u" Version="4.0"/>', '1:1 the root element is Edmx in the namespace "u"'],
  ["Edmx in the namespace of Schema", `<Edmx xmlns="${edm}" Version="4.0"/>`, "1:1 the root element is Edmx in the"],
  [
    "a foreign DataServices",
    `<e:Edmx xmlns:e="${edmx}" xmlns="u" Version="4.0"><DataServices/></e:Edmx>`,
    "1:1 Edmx holds no DataServices",
  ],
  [
    "a foreign Schema",
    `<e:Edmx xmlns:e="${edmx}" Version="4.0"><e:DataServices><Schema xmlns="u" Namespace="n"/></e:DataServices></e:Edmx>`,
    "1:74 DataServices holds no Schema",
  ],
  [
    "Version with a prefix",
    `<e:Edmx xmlns:e="${edmx}" e:Version="4.0"><e:DataServices/></e:Edmx>`,
    "1:1 Edmx has no attribute Version",
  ],
  [
    "a Property without a namespace",
    schema('<EntityType Name="T"><Property xmlns="" Name="a" Type="Edm.String"/></EntityType>'),
    "2:22 Property is in no namespace",
  ],
];

it.each(refused)("%s", (_name, text, want) => {
  const problems = problemsOf(() => parse(text)).map((problem) => problem.slice(0, want.length));
  expect(problems).toContain(want);
});

it("the same in a document that is read in pieces", () => {
  const many = `<x:EntityType xmlns:x="u" Name="X"/><a xmlns="u">${type}</a>${type.replace('"T"', '"T#"')}`;
  const content = Array.from({ length: 300 }, (_, index) => many.replace("#", String(index))).join("\n");
  const [found] = parseCsdl(source(schema(content))).schemas;
  expect(found?.entityTypes.map(({ name }) => name)).toEqual(Array.from({ length: 300 }, (_, index) => `T${index}`));
  expect(found?.entityTypes.at(-1)?.at).toEqual({
    file: "t.xml",
    line: 301,
    column: many.length - type.length,
  });
});
