import { XMLParser, type X2jOptions, type XMLMetaData } from "fast-xml-parser";
import { BindgenError } from "../../errors.ts";
import type { Outline } from "./guard-types.ts";
import type { XmlInput } from "./input.ts";
import { decodeReferences, normaliseAttribute } from "./references.ts";
import type { RawElement } from "./tree-types.ts";

/*
 * The one file that touches the parser and the only one with `as`: its tree is typed `any`.
 * No XML name can begin with +, @ or #, so that elements, attributes and text never share a key, and names like
 * `constructor`, which the parser refuses or renames, are ordinary ones.
 */
const elementPrefix = "+";
const attributePrefix = "@";
const textKey = "#text";
const cdataKey = "#cdata";
const attributesKey = ":@";

const options: X2jOptions = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  textNodeName: textKey,
  cdataPropName: cdataKey,
  // Called twice for an empty element.
  transformTagName: (name) => (name.startsWith(elementPrefix) ? name : elementPrefix + name),
  captureMetaData: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  jPath: false,
  maxNestedTags: 1000,
};

const metaData = XMLParser.getMetaDataSymbol() as symbol;

type RawNode = { readonly [key: string]: unknown };
type Metadata = { readonly [key: symbol]: XMLMetaData | undefined };

/** The root element of a text that has passed the guard. */
export function parseXml(input: XmlInput, outline: Outline): RawElement {
  const text = blankInstructions(input.text, outline.instructions);
  const nodes = new XMLParser(options).parse(text) as readonly RawNode[];
  const root = nodes.map(readNode).find((node) => typeof node === "object");
  if (root === undefined) {
    throw new BindgenError("internal", {
      message: "the XML parser found no root element",
      place: { file: input.file },
    });
  }
  return root;
}

/** The parser reads quotes inside processing instructions, where they mean nothing: it gets spaces instead. */
function blankInstructions(text: string, instructions: Outline["instructions"]): string {
  let from = 0;
  let result = "";
  for (const [start, end] of instructions) {
    result += `${text.slice(from, start)}<?x${" ".repeat(end - start - 5)}?>`;
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

function readNode(node: RawNode): RawElement | string {
  const key = tagOf(node);
  const content = node[key];
  if (key === textKey) return decodeReferences(content as string);
  // CDATA is text, but no reference in it is one (XML 2.7).
  if (key === cdataKey) return (content as readonly RawNode[]).map((inner) => inner[textKey] as string).join("");
  const children: RawElement[] = [];
  let text = "";
  for (const inner of content as readonly RawNode[]) {
    const part = readNode(inner);
    if (typeof part === "string") text += part;
    else children.push(part);
  }
  const marked: Metadata = node;
  const index = marked[metaData]?.startIndex ?? 0;
  return { name: key.slice(elementPrefix.length), attributes: readAttributes(node), children, text, index };
}

/** The first key: the parser writes attributes behind it. */
function tagOf(node: RawNode): string {
  for (const key in node) return key;
  return "";
}

function readAttributes(node: RawNode): readonly (readonly [string, string])[] {
  const attributes = node[attributesKey] as { readonly [name: string]: string } | undefined;
  if (attributes === undefined) return [];
  return Object.entries(attributes).map(([name, value]) => [
    name.slice(attributePrefix.length),
    normaliseAttribute(value),
  ]);
}
