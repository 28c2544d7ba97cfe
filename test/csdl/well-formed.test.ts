import { describe, expect, it } from "vitest";
import { contentOf } from "../../generator/csdl/xml/content.ts";
import { decodeXml } from "../../generator/csdl/xml/decode.ts";
import { guardXml } from "../../generator/csdl/xml/guard.ts";
import { readXml } from "../../generator/csdl/xml/read-xml.ts";
import { problemsOf, source } from "./support.ts";

const deep = `${"<a>".repeat(257)}${"</a>".repeat(257)}`;

const refused: readonly (readonly [name: string, text: string, want: string])[] = [
  ["DOCTYPE", '<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>', "2:1 a DOCTYPE stands here"],
  ["DOCTYPE with entities", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "1:1 a DOCTYPE stands here"],
  ["DOCTYPE in an element", "<a><!DOCTYPE b></a>", "1:4 a DOCTYPE stands here"],
  ["bare & in text", "<a>\n x & y</a>", "2:4 a bare & stands here"],
  ["bare & in an attribute", '<a b="x&y"/>', "1:8 a bare & stands here"],
  ["& at the end", "<a>&", "1:4 a bare & stands here"],
  ["reference without ;", "<a>&amp</a>", "1:4 a bare & stands here"],
  ["undefined entity", "<a>&nbsp;</a>", "1:4 &nbsp; names an entity that XML does not define"],
  ["entity in the wrong case", "<a>&AMP;</a>", "1:4 &AMP; names an entity"],
  ["upper-case X in a reference", "<a>&#X41;</a>", "1:4 &#X41; names an entity"],
  ["reference to NUL", "<a>&#0;</a>", "1:4 &#0; refers to a character that XML does not allow"],
  ["reference to a control character", '<a b="ca&#1;ll"/>', "1:9 &#1; refers to a character"],
  ["reference to a surrogate", "<a>&#xD800;</a>", "1:4 &#xD800; refers to a character"],
  ["reference to U+FFFE", "<a>&#xFFFE;</a>", "1:4 &#xFFFE; refers to a character"],
  ["reference beyond Unicode", "<a>&#x110000;</a>", "1:4 &#x110000; refers to a character"],
  ["reference with many digits", `<a>&#${"9".repeat(400)};</a>`, "1:4 &#9"],
  ["NUL", "<a>\0</a>", "1:4 the character U+0000 is not allowed in XML"],
  ["control character in a comment", "<a><!--\x01--></a>", "1:8 the character U+0001"],
  ["U+FFFF", "<a>\uFFFF</a>", "1:4 the character U+FFFF"],
  ["< in an attribute", '<a\n  b="x<y"/>', "2:7 < stands in the value of b"],
  ["attribute twice", '<a b="1" c="2" b="3"/>', "1:16 the attribute b is written twice"],
  [
    "attribute twice by namespace",
    '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>',
    "1:36 the attribute y:b is written twice",
  ],
  ["attribute without a value", "<a b/>", "1:5 = is expected after the attribute name b"],
  ["attribute without a value before >", "<a b>", "1:5 = is expected after the attribute name b"],
  ["attribute without quotes", "<a b=c/>", "1:6 the value of b is not in quotes"],
  ["attribute without a closing quote", '<a b="c/>', "1:6 the value of b is never closed"],
  ["attributes without white space", '<a b="1"c="2"/>', '1:9 white space, > or /> is expected here, not "c"'],
  ["attribute name with a digit", '<a 1b="1"/>', '1:4 an attribute\'s name is expected here, not "1"'],
  ["undeclared prefix of an element", "<x:a/>", "1:2 the prefix x is not declared"],
  ["undeclared prefix of an attribute", '<a\r x:b="1"/>', "2:2 the prefix x is not declared"],
  ["prefix out of its scope", '<a><b xmlns:x="u"/><x:c/></a>', "1:21 the prefix x is not declared"],
  ["xmlns as an element's prefix", "<xmlns:a/>", "1:2 the prefix of an element cannot be xmlns"],
  ["prefix xml bound to something else", '<a xmlns:xml="u"/>', "1:4 the prefix xml cannot be bound"],
  ["another prefix bound to xml's namespace", '<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>', "1:4 http://www"],
  ["xml's namespace as default", '<a xmlns="http://www.w3.org/XML/1998/namespace"/>', "1:4 http://www"],
  ["prefix xmlns declared", '<a xmlns:xmlns="u"/>', "1:4 the prefix xmlns must not be declared"],
  ["namespace of xmlns declared", '<a xmlns:x="http://www.w3.org/2000/xmlns/"/>', "1:4 the namespace http"],
  ["namespace of xmlns with white space", '<a xmlns:x=" http://www.w3.org/2000/xmlns/"/>', "1:4 the namespace http"],
  ["prefix bound to white space", '<a xmlns:x=" "/>', "1:4 the prefix x is bound to nothing"],
  [
    "attribute twice under prefixes that differ by white space",
    '<a xmlns:x="u" xmlns:y="u " x:b="1" y:b="2"/>',
    "1:37 the attribute y:b is written twice",
  ],
  ["U+FFFE in text", "<a>\uFFFE</a>", "1:4 the character U+FFFE is not allowed"],
  ["U+FFFF in a comment", "<a><!-- \uFFFF --></a>", "1:9 the character U+FFFF is not allowed"],
  ["prefix bound to nothing", '<a xmlns:x=""/>', "1:4 the prefix x is bound to nothing"],
  ["two colons", "<a:b:c/>", "1:2 the name a:b:c has a colon in the wrong place"],
  ["colon first", "<:a/>", "1:2 the name :a has a colon in the wrong place"],
  ["colon last", "<a:/>", "1:2 the name a: has a colon in the wrong place"],
  ["digit after a colon", '<a xmlns:b="u"><b:1/></a>', "1:17 the name b:1 has a colon"],
  ["element name with a digit", "<a><1/></a>", '1:5 an element\'s name is expected here, not "1"'],
  ["white space before a name", "<a>< b/></a>", '1:5 an element\'s name is expected here, not " "'],
  ["white space before a name in an end tag", "<a></ a>", '1:6 an element\'s name is expected here, not " "'],
  ["< at the end", "<a><", "1:5 an element's name is expected here, not the end of the document"],
  ["mismatched tags", "<a>\n<b>\n</a></b>", "3:1 </a> stands where </b> is expected, for the tag at 2:1"],
  ["end tag without a start", "<a/></a>", "1:5 </a> closes an element that is not open"],
  ["end tag with attributes", '<a></a b="1">', "1:4 </a is not closed by >"],
  ["unclosed element", "<a>\n  <b>\n", "2:3 <b> is never closed"],
  ["unclosed tag", '<a>\n<b c="1"', "2:1 this tag is never closed by >"],
  ["lone slash", '<a b="1" / >', "1:10 an attribute's name is expected here"],
  ["two roots", "<a/>\n<b/>", "2:1 a second root element begins here"],
  ["text before the root", "<!-- c -->x<a/>", "1:11 text stands before the root element"],
  ["text after the root", "<a/>\nx", "2:1 text stands after the root element"],
  ["reference after the root", "<a/>&#32;", "1:5 text stands after the root element"],
  ["CDATA after the root", "<a/><![CDATA[ ]]>", "1:5 a CDATA section stands outside"],
  ["only a comment", "<!-- nothing -->", "1:17 the document ends without a root element"],
  ["-- in a comment", "<a><!-- x -- y --></a>", "1:11 -- stands in a comment"],
  ["--- at the end of a comment", "<a><!-- x ---></a>", "1:11 -- stands in a comment"],
  ["short comment", "<a><!--></a>", "1:4 this comment is never closed"],
  ["unclosed comment", "<a><!-- </a>", "1:4 this comment is never closed"],
  ["unclosed CDATA", "<a><![CDATA[ ]] ></a>", "1:4 this CDATA section is never closed"],
  ["misspelt CDATA", "<a><![cdata[x]]></a>", "1:4 <! begins neither"],
  ["]]> in text", "<a>x]]>y</a>", "1:5 ]]> stands in text"],
  ["instruction without a target", "<a><? x?></a>", "1:4 <? is not followed by a name"],
  ["instruction with the target XML", "<a><?XML x?></a>", "1:4 <?XML may only stand at the very start"],
  ["instruction with a colon", "<a><?x:y z?></a>", "1:4 the target of a processing instruction, x:y,"],
  ["instruction without white space", "<a> <?x=1?></a>", "1:8 white space is missing after <?x"],
  ["unclosed instruction", "<a><?x </a>", "1:4 <?x is never closed"],
  ["late XML declaration", '\n<?xml version="1.0"?><a/>', "2:1 <?xml may only stand at the very start"],
  ["second XML declaration", '<?xml version="1.0"?><?xml version="1.0"?><a/>', "1:22 <?xml may only stand"],
  ["declaration without a version", '<?xml encoding="utf-8"?><a/>', "1:1 the XML declaration is malformed"],
  [
    "declaration in the wrong order",
    '<?xml encoding="utf-8" version="1.0"?><a/>',
    "1:1 the XML declaration is malformed",
  ],
  ["declaration of version 2", '<?xml version="2.0"?><a/>', "1:1 the XML declaration is malformed"],
  ["unclosed declaration", '<?xml version="1.0"><a/>', "1:1 the XML declaration is malformed"],
  ["another encoding", '<?xml version="1.0" encoding="iso-8859-1"?><a/>', "1:31 the XML declaration says encoding iso"],
  ["too deep", deep, "1:769 elements nest more than 256 deep"],
  ["lines end in CR, CRLF, LF", "<a>\r\r\n\n&</a>", "4:1 a bare & stands here"],
  ["columns count code units", "<a>\u{1F600}&</a>", "1:6 a bare & stands here"],
];

describe("a text that is not well-formed is refused at its place", () => {
  it.each(refused)("%s", (_name, text, want) => {
    // By the guard alone: nothing reaches the parser.
    const [problem, ...others] = problemsOf(() => guardXml(decodeXml(source(text))));
    expect(others).toEqual([]);
    expect(problem).toContain(want);
    expect(problem?.startsWith(want)).toBe(true);
  });
});

it("messages stay short, however long a name is", () => {
  const [problem] = problemsOf(() => readXml(source(`<${"a".repeat(100_000)}>`)));
  expect(problem?.length).toBeLessThan(500);
  expect(problem).toMatch(/^1:1 <a+…a+> is never closed: the document ends first$/);
});

const accepted: readonly (readonly [name: string, text: string])[] = [
  ["empty element", "<a/>"],
  ["declaration with everything", "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<a/>"],
  ["version 1.1 is read as 1.0", '<?xml version="1.1"?><a/>'],
  ["white space inside tags", '<a\n  b\t=\r\n"1" \n></a\n>'],
  ["comments and instructions around the root", "<!-- a --><?p it's \"?><a/><?p?><!----> \n"],
  ["an instruction that holds tags and quotes", "<a><?p <b '\"?><c/></a>"],
  ["> in text and in attributes", '<a b=">">x > y ]] ></a>'],
  ["names beyond ASCII", "<é·1.x xmlns:ü='u' ü:ñ='1'/>"],
  ["names far beyond ASCII", "<船\u{1F600}\u{10000}/>"],
  ["CDATA behind CDATA", "<a><![CDATA[<]]><![CDATA[]]]]><![CDATA[>]]></a>"],
  [
    "names that JavaScript knows",
    '<a constructor="1" __proto__="2" toString="3"><constructor/><__proto__/><toString/></a>',
  ],
  ["depth 256", `${"<a>".repeat(256)}${"</a>".repeat(256)}`],
  ["a default namespace taken back", '<a xmlns="u"><b xmlns=""/></a>'],
  ["the prefix xml, undeclared", '<a xml:lang="de"/>'],
  ["the prefix xml, used and declared", '<a xml:lang="de" xmlns:xml="http://www.w3.org/XML/1998/namespace"/>'],
  ["one local name in two namespaces", '<a xmlns:x="u" xmlns:y="v" b="1" x:b="2" y:b="3"/>'],
];

describe("a well-formed text is read", () => {
  it.each(accepted)("%s", (_name, text) => {
    expect(readXml(source(text)).root).toBeDefined();
  });
});

describe("the tree holds what the text says", () => {
  const text =
    '<p:a xmlns:p="u" xmlns="d" x="1&#10;2\n3\r\n4\t5&amp;lt;" p:x="y">t&lt;\r\n<![CDATA[&lt;<]]><!-- c -->&#x41;\n' +
    '<toString b=" 0x10 "/></p:a>';
  const { root } = readXml(source(text));
  const { children, text: ownText } = contentOf(root);

  it("resolves namespaces: attributes without a prefix are in none", () => {
    expect([root.namespace, root.name]).toEqual(["u", "a"]);
    expect(root.attributes.map(({ namespace, name }) => [namespace, name])).toEqual([
      ["", "x"],
      ["u", "x"],
    ]);
    expect(children.map(({ namespace, name }) => [namespace, name])).toEqual([["d", "toString"]]);
  });

  it("normalises attributes, and keeps what references say", () => {
    expect(root.attributes[0]?.value).toBe("1\n2 3 4 5&lt;");
    expect(children[0]?.attributes[0]?.value).toBe(" 0x10 ");
  });

  it("joins text and CDATA, with line ends normalised and references outside CDATA decoded", () => {
    expect(ownText).toBe("t<\n&lt;<A\n");
  });

  it("knows where elements and attributes begin", () => {
    expect(root.index).toBe(0);
    expect(root.attributes[1]?.index).toBe(text.indexOf("p:x="));
    expect(children[0]?.index).toBe(text.indexOf("<toString"));
  });
});
