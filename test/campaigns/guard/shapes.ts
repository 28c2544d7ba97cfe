/*
 * Documents of any size that keep one part of the reader busy: much of one thing, or one thing that is long.
 */
const edm = "http://docs.oasis-open.org/odata/ns/edm";
const head = `<e:Edmx Version="4.0" xmlns:e="${edm}x"><e:DataServices><Schema Namespace="n" xmlns="${edm}">`;
const tail = "</Schema></e:DataServices></e:Edmx>";

function many(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join("");
}

function inType(attributes: string, content = ""): string {
  return `<EntityType Name="T"${attributes}>${content}</EntityType>`;
}

function constant(text: string): string {
  return `<Annotation Term="n.t"><String>${text}</String></Annotation>`;
}

const astral = "\u{10400}";
const kinds = ["Binary", "Bool", "Date", "DateTimeOffset", "Decimal", "Duration", "EnumMember", "Float", "Guid", "Int"];
const deep = (tag: string, name: string): string => tag.repeat(200) + `</${name}>`.repeat(200);

/** What stands in a schema, by the size that is asked for, in characters more or less. */
const contents: Readonly<Record<string, (size: number) => string>> = {
  attributes: (size) => inType(many(size / 10, (index) => ` a${index}="1"`)),
  "attributes with prefixes": (size) => inType(` xmlns:x="u"${many(size / 10, (index) => ` x:a${index}="1"`)}`),
  prefixes: (size) => inType(many(size / 20, (index) => ` xmlns:p${index}="u${index}"`)),
  "prefixes of one namespace": (size) =>
    inType(many(size / 30, (index) => ` xmlns:p${index}="u" p${index}:a${index}=""`)),
  "prefixes in depth": (size) => many(size / 6000, () => deep('<x:a xmlns:x="u" xmlns:y="v">', "x:a")),
  elements: (size) => many(size / 25, (index) => `<EntityType Name="T${index}"/>`),
  members: (size) =>
    inType(
      "",
      many(size / 40, (index) => `<Property Name="p${index}" Type="Edm.String"/>`),
    ),
  "enumeration members": (size) =>
    `<EnumType Name="E">${many(size / 25, (index) => `<Member Name="m${index}"/>`)}</EnumType>`,
  annotations: (size) =>
    inType(
      "",
      many(size / 40, (index) => `<Annotation Term="n.t" Qualifier="q${index}"/>`),
    ),
  schemas: (size) =>
    `</Schema>${many(size / 70, (index) => `<Schema Namespace="n${index}" xmlns="${edm}"/>`)}<Schema Namespace="m" xmlns="${edm}">`,
  "foreign elements": (size) => many(size / 20, () => '<x:a xmlns:x="u"/>'),
  "unknown elements": (size) => many(size / 6, () => "<Foo/>"),
  "elements without a name": (size) => many(size / 13, () => "<EntityType/>"),
  "misspelt attributes": (size) => many(size / 35, (index) => `<EntityType Nam="T${index}" OpenTyp="true"/>`),
  "a long element name": (size) => `<${"y".repeat(size)}/>`,
  "a long name beyond the basic plane": (size) => `<${astral.repeat(size / 2)}/>`,
  "long names": (size) => many(size / 100_000, (index) => `<${"y".repeat(100_000)}${index}/>`),
  "a long attribute name": (size) => inType(` ${"y".repeat(size)}="1"`),
  "a long prefix": (size) => inType(` ${astral.repeat(size / 4)}:${astral.repeat(size / 4)}="1"`),
  "a long value": (size) => inType(` a="${"y".repeat(size)}"`),
  "a long name of a type": (size) => `<EntityType Name="${astral.repeat(size / 2)}"/>`,
  "a long base type": (size) => inType(` BaseType="${`${astral}.`.repeat(size / 3)}"`),
  "a long type": (size) => inType("", `<Property Name="a" Type="${"Collection(".repeat(size / 11)}"/>`),
  "a long target": (size) => `<Annotations Target="${"a/".repeat(size / 2)}"/>`,
  "long facets": (size) =>
    inType("", `<Property Name="a" Type="Edm.String" MaxLength="${"1".repeat(size)}" Scale="${" ".repeat(size)}"/>`),
  "long constants": (size) =>
    kinds.map((kind) => `<Annotation Term="n.t" ${kind}="${"1 a/".repeat(size / 40)}"/>`).join(""),
  "white space in a value": (size) => inType(` Abstract="${" ".repeat(size)}x"`),
  "white space in a tag": (size) => inType(" \t\r\n".repeat(size / 4)),
  "white space between tags": (size) => " ".repeat(size),
  "line ends": (size) => "\r\n".repeat(size / 2),
  text: (size) => constant("y".repeat(size)),
  "references in text": (size) => constant("&amp;".repeat(size / 5)),
  "references in a value": (size) => inType(` a="${"&#x41;".repeat(size / 6)}"`),
  "a long reference": (size) => `&${"a".repeat(size)};`,
  "a long character reference": (size) => constant(`&#${"0".repeat(size)}65;`),
  comment: (size) => `<!--${"-x".repeat(size / 2)}-->`,
  comments: (size) => "<!---->".repeat(size / 7),
  "a CDATA section": (size) => constant(`<![CDATA[${"]]".repeat(size / 2)}]]>`),
  "CDATA sections": (size) => constant("<![CDATA[]]>".repeat(size / 12)),
  instructions: (size) => "<?p '?>".repeat(size / 7),
  "many <": (size) => "<".repeat(size),
  "many <!": (size) => "<!".repeat(size / 2),
  "many &": (size) => "&".repeat(size),
  "many =": (size) => inType(` a${"=".repeat(size)}`),
  "comments that do not close": (size) => "<!-- x --".repeat(size / 9),
};

/** Whole documents by name. */
export const shapes: ReadonlyMap<string, (size: number) => string> = new Map([
  ...Object.entries(contents).map(([name, make]): [string, (size: number) => string] => [
    name,
    (size) => head + make(size) + tail,
  ]),
  ["white space before the root", (size: number) => " ".repeat(size) + head + tail],
  ["white space in the declaration", (size: number) => `<?xml${" ".repeat(size)}version="1.0" ${head}${tail}`],
  ["white space behind the root", (size: number) => head + tail + " ".repeat(size)],
]);
