import { describe, expect, test } from "vitest";
import { parseAll } from "../../generator/csdl/parse-csdl.ts";
import type { BindgenError } from "../../generator/errors.ts";
import type { Schema } from "../../generator/csdl/types.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { randomOf, shuffled } from "../determinism/random.ts";
import { csdlText, inputOf, messagesOf, modelOf, problemsOf } from "./support.ts";

const property = (name: string, type: string): string => `<Property Name="${name}" Type="${type}"/>`;
const source = (file: string, content: string) => ({ file, bytes: new TextEncoder().encode(csdlText(content)) });

describe("all problems of a stage come together, by file and place", () => {
  test("of several documents that cannot be read", () => {
    const good = source("b.xml", '<ComplexType Name="T"/>');
    const bad = (file: string): ReturnType<typeof source> =>
      source(file, '<ComplexType Name="1"/>\n<ComplexType Name="2"/>');
    const notXml = { file: "a.xml", bytes: new TextEncoder().encode("<a>") };
    const told = problemsOf("input", () => parseAll([bad("d.xml"), good, notXml, bad("c.xml")]));
    expect(told.map(({ place }) => `${place?.file}:${place?.line}`)).toEqual([
      "a.xml:1",
      "c.xml:2",
      "c.xml:3",
      "d.xml:2",
      "d.xml:3",
    ]);
    expect(parseAll([good]).documents.map(({ file }) => file)).toEqual(["b.xml"]);
  });

  test("of reading and of linking, each cause once", () => {
    const types = [
      property("a", "Edm.Foo"),
      property("b", "n.Nope"),
      property("c", "Collection(Edm.String"),
      property("d", "n.1a"),
      `<NavigationProperty Name="e" Type="n.C"/>`,
      `<NavigationProperty Name="f" Type="bad type"/>`,
    ];
    const content = [
      `<ComplexType Name="1a"/>`,
      `<ComplexType Name="C">`,
      ...types,
      `</ComplexType>`,
      `<ComplexType Name="X" BaseType="n.X"/>`,
      `<EnumType Name="E" UnderlyingType="Edm.Byte"><Member Name="x" Value="256"/><Member Name="x" Value="1"/></EnumType>`,
      `<EntityType Name="K"><Key><PropertyRef Name="i d"/></Key><Property Name="id" Type="Edm.String"/></EntityType>`,
    ];
    const { documents, errors } = parseAll([source("a.xml", content.join("\n"))]);
    const told = problemsOf("input", () => buildModel({ metadata: documents, overlay: [], docs: "metadata", errors }));
    expect(told.map(({ place, message }) => `${place?.line}: ${message}`)).toEqual([
      expect.stringMatching(/^2: .*"1a"/),
      expect.stringMatching(/^4: .* Edm.Foo, which is not declared$/),
      expect.stringMatching(/^5: .* n.Nope, which is not declared$/),
      expect.stringMatching(/^6: .*"Collection\(Edm.String"/),
      expect.stringMatching(/^7: .*"n.1a"/),
      expect.stringMatching(/^8: .* n.C, a complex type; an entity type is needed here$/),
      expect.stringMatching(/^9: .*"bad type"/),
      expect.stringMatching(/^11: n.X is its own base type/),
      expect.stringMatching(/^12: .*"256"/),
      expect.stringMatching(/^12: .* x twice$/),
      expect.stringMatching(/^13: .*"i d"/),
    ]);
  });

  test("of reading alone, where they hide what is declared: the rest may follow from that", () => {
    const member = property("b", "n.T");
    for (const hiding of ["<ComplexType/>", "<ComplexTyp Name='T'/>", '<ComplexType Name="T" xmlns=""/>']) {
      const told = problemsOf("input", () =>
        parseAll([source("a.xml", `${hiding}<ComplexType Name="C">${member}</ComplexType>`)]),
      );
      expect(told.length).toBe(1);
    }
  });

  test("no more than fifty, and how many there are", () => {
    const content = (count: number, type: string): string =>
      `<ComplexType Name="T">${Array.from({ length: count }, (_, index) => property(`p${index}`, type)).join("\n")}</ComplexType>`;
    const linked = (): unknown => modelOf(content(61, "n.Nope"));
    const read = (): unknown => {
      const types = [content(61, "No pe"), content(50, "No pe").replace('"T"', '"U"')];
      const { documents, errors } = parseAll(types.map((text, index) => source(`${index}.xml`, text)));
      return buildModel({ metadata: documents, overlay: [], docs: "metadata", errors });
    };
    expect(problemsOf("input", linked).length).toBe(50);
    expect(problemsOf("input", read).length).toBe(50);
    expect(linked).toThrow(/\nand 11 more errors$/);
    expect(read).toThrow(/\nand 61 more errors$/);
    expect(() => modelOf(content(50, "n.Nope"))).not.toThrow(/more error/);
  });

  test("no message is longer than can be read", () => {
    const names = Array.from({ length: 300 }, (_, index) => `<Parameter Name="p${index}" Type="Edm.String"/>`).join("");
    const [problem] = problemsOf("input", () =>
      modelOf(`<Function Name="f">${names}<ReturnType Type="n.Nope"/></Function>`),
    );
    expect(problem?.message.length).toBeLessThan(500);
  });

  test("what fails as input hides what cannot be generated", () => {
    const base = '<ComplexType Name="A"/><ComplexType Name="B" BaseType="n.A"/><ComplexType Name="X">';
    const narrowed = `${base}${property("p", "n.A")}</ComplexType><ComplexType Name="Y" BaseType="n.X">${property("p", "n.B")}</ComplexType>`;
    expect(() => modelOf(narrowed)).toThrow(expect.objectContaining({ kind: "unsupported" }) as BindgenError);
    const twice = '<EnumType Name="E"/><EnumType Name="E"/>';
    expect(messagesOf("input", () => modelOf(narrowed + twice))).toEqual([expect.stringContaining("n.E is declared")]);
  });
});

describe("hints", () => {
  const hints: readonly (readonly [string, string])[] = [
    [
      `<EnumType Name="colour"/><ComplexType Name="T">${property("p", "n.color")}</ComplexType>`,
      'did you mean "n.colour"?',
    ],
    [
      `<Schema Namespace="a"><EnumType Name="M"/></Schema><Schema Namespace="b"><ComplexType Name="T">${property("p", "b.M")}</ComplexType></Schema>`,
      'did you mean "a.M"?',
    ],
    [`<ComplexType Name="T">${property("p", "Edm.Sting")}</ComplexType>`, 'did you mean "Edm.String"?'],
    [`<ComplexType Name="T">${property("p", "string")}</ComplexType>`, 'did you mean "Edm.String"?'],
    ['<EntityType Name="customer"/><EntityType Name="E" BaseType="n.custmer"/>', 'did you mean "n.customer"?'],
    [
      '<ComplexType Name="E"/><EntityType Name="B"/><EntityContainer Name="C"><EntitySet Name="s" EntityType="n.E"/></EntityContainer>',
      "it is a complex type",
    ],
    [
      '<TypeDefinition Name="A" UnderlyingType="n.B"/>',
      "a type definition cannot be based on another one, nor on any other type (CSDL 11.1)",
    ],
  ];
  test.each(hints)("%s: %s", (text, hint) => {
    expect(problemsOf("input", () => modelOf(text)).map((problem) => problem.hint)).toEqual([hint]);
  });

  test("of warnings: one for each sentence, however often it stands", () => {
    const binding = (target: string): string => `<NavigationPropertyBinding Path="n.E" Target="${target}"/>`;
    const sets = [...Array.from({ length: 60 }, () => binding("thing")), binding("thigs")].join("\n");
    const container = `<EntityContainer Name="C"><Singleton Name="things" Type="n.E">${sets}</Singleton></EntityContainer>`;
    const { warnings } = modelOf(`<EntityType Name="E"/>${container}`);
    expect(warnings.map((problem) => problem.hint)).toEqual(Array(61).fill('did you mean "things"?'));
  });

  test("of a warning: the set that was meant by a binding", () => {
    const key = '<Key><PropertyRef Name="f"/></Key><Property Name="f" Type="Edm.Int32" Nullable="false"/>';
    const binding = '<NavigationPropertyBinding Path="n.E" Target="thing"/>';
    const container = `<EntityContainer Name="C"><EntitySet Name="things" EntityType="n.E">${binding}</EntitySet></EntityContainer>`;
    const { warnings } = modelOf(`<EntityType Name="E">${key}</EntityType>${container}`);
    expect(warnings.map((problem) => problem.hint)).toEqual(['did you mean "things"?']);
  });
});

describe("order", () => {
  const members = [
    '<ComplexType Name="T"><Property Name="p" Type="n.Gone"/></ComplexType>',
    '<EnumType Name="T"/>',
    '<ComplexType Name="A" BaseType="n.B"/>',
    '<ComplexType Name="B" BaseType="n.A"/>',
    '<Action Name="go"/>',
    '<Action Name="go"/>',
    '<ComplexType Name="W"><Property Name="p" Type="n.Nope"/><Property Name="p" Type="Edm.String"/></ComplexType>',
    '<EntityContainer Name="C"><ActionImport Name="a" Action="n.go"/><ActionImport Name="a" Action="n.go"/></EntityContainer>',
  ];

  test("of documents does not matter", () => {
    const documents = members.map((content) => inputOf(content).metadata).flat();
    const named = documents.map((document, index) => rename(document, `d${index}.xml`));
    const told = (order: typeof named): readonly string[] =>
      problemsOf("input", () => buildModel({ metadata: order, overlay: [], docs: "metadata" })).map(
        ({ place, message, hint }) => `${place?.file}:${place?.line}:${place?.column} ${message} ${hint}`,
      );
    const wanted = told(named);
    expect(wanted.length).toBe(7);
    for (const seed of [1, 2, 3, 4, 5]) expect(told(shuffled(named, randomOf(seed)))).toEqual(wanted);
  });
});

/** The document under another file name, wherever it says where something stands. */
function rename<T>(value: T, file: string): T {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => (key === "file" ? file : inner)) as T;
}

describe("what is meant to do harm ends soon", () => {
  const count = 10_000;
  const numbers = Array.from({ length: count }, (_, index) => index);
  /** A document whose schema is made of a small one's: reading a large one would take most of the time. */
  function made(content: string, change: (schema: Schema) => Partial<Schema>): () => unknown {
    const input = inputOf(content);
    const metadata = input.metadata.map((document) => ({
      ...document,
      schemas: document.schemas.map((schema) => ({ ...schema, ...change(schema) })),
    }));
    return () => buildModel({ ...input, metadata });
  }
  const complex = '<ComplexType Name="t"><Property Name="p" Type="Edm.String"/></ComplexType>';
  const chained =
    (base: (index: number) => string | undefined) =>
    ({ complexTypes }: Schema): Partial<Schema> => ({
      complexTypes: complexTypes.flatMap((type) =>
        numbers.map((index) => ({ ...type, name: `t${index}`, properties: [], baseType: base(index) })),
      ),
    });
  const wide = ({ complexTypes }: Schema): Partial<Schema> => ({
    complexTypes: complexTypes.flatMap((type) => {
      const properties = type.properties.flatMap((one) => numbers.map((index) => ({ ...one, name: `p${index}` })));
      return [
        { ...type, properties },
        { ...type, name: "u", baseType: "n.t", properties },
      ];
    }),
  });
  const members =
    (name: (index: number) => string) =>
    ({ enumTypes }: Schema): Partial<Schema> => ({
      enumTypes: enumTypes.map((type) => ({
        ...type,
        members: type.members.flatMap((member) => numbers.map((index) => ({ ...member, name: name(index) }))),
      })),
    });
  const keys = ({ entityTypes }: Schema): Partial<Schema> => ({
    entityTypes: entityTypes.map((type) => ({
      ...type,
      properties: type.properties.flatMap((one) => numbers.map((index) => ({ ...one, name: `p${index}` }))),
      key: type.key?.flatMap((ref) => numbers.map((index) => ({ ...ref, name: `q${index}` }))),
    })),
  });
  const annotated = ({ targeted }: Schema): Partial<Schema> => ({
    targeted: targeted.map((block) => ({
      ...block,
      annotations: block.annotations.flatMap((one) => numbers.map((index) => ({ ...one, term: `m.t${index}` }))),
    })),
  });
  const key =
    '<EntityType Name="E"><Key><PropertyRef Name="p"/></Key><Property Name="p" Type="Edm.Int32"/></EntityType>';
  const long = "e".repeat(110);
  const unresolved = ({ complexTypes }: Schema): Partial<Schema> => ({
    complexTypes: complexTypes.flatMap((type) => [
      {
        ...type,
        properties: type.properties.flatMap((one) => numbers.map((index) => ({ ...one, name: `p${index}` }))),
      },
      ...numbers.map((index) => ({ ...type, name: `${long}${index}`, properties: [] })),
    ]),
  });
  const rows: readonly (readonly [string, () => unknown, string])[] = [
    [
      "names to guess among",
      made(`<ComplexType Name="t"><Property Name="p" Type="n.${"f".repeat(110)}"/></ComplexType>`, unresolved),
      "which is not declared",
    ],
    [
      "a long chain of base types",
      made(
        complex,
        chained((index) => (index === 0 ? undefined : `n.t${index - 1}`)),
      ),
      "n.t101 has 100 base types in a row",
    ],
    [
      "a long circle of base types",
      made(
        complex,
        chained((index) => `n.t${(index + 1) % count}`),
      ),
      "is its own base type: n.t",
    ],
    [
      "many members of one name",
      made(
        '<EnumType Name="M"><Member Name="a"/></EnumType>',
        members(() => "a"),
      ),
      "the enumeration n.M has the member a twice",
    ],
    [
      "members that do not fit their type",
      made(
        '<EnumType Name="M" UnderlyingType="Edm.Byte"><Member Name="a"/></EnumType>',
        members((index) => `m${index}`),
      ),
      "the value 256 of n.M/m256 does not fit Edm.Byte",
    ],
    ["properties that a base type has", made(complex, wide), "is declared by its base type n.t already"],
    ["a key of properties that are not there", made(key, keys), "which is no property of it"],
    [
      "a type of many annotations",
      made(
        `<EntityType Name="E" BaseType="n.Gone"/><Annotations Target="n.E"><Annotation Term="m.t"/></Annotations>`,
        annotated,
      ),
      "n.E has the base type n.Gone",
    ],
  ];
  test.each(rows)("%s", (_, model, message) => {
    // Time of the processor: that of the clock depends on what else the machine does.
    const start = process.cpuUsage();
    expect(model).toThrow(message);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
