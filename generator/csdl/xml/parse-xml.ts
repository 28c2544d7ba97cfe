import { XMLParser, type X2jOptions, type XMLMetaData } from "fast-xml-parser";
import type { Outline } from "./guard-types.ts";
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

/** The outermost elements of a text that is made of whole elements which have passed the guard. */
export function parseXml(text: string, keep: (value: string) => string): readonly RawElement[] {
  const nodes = new XMLParser(options).parse(text) as readonly RawNode[];
  return nodes.map((node) => readNode(node, keep)).filter((node) => typeof node === "object");
}

/** The parser reads quotes inside processing instructions, where they mean nothing: it gets spaces instead. */
export function blankInstructions(text: string, instructions: Outline["instructions"]): string {
  let from = 0;
  const parts: string[] = [];
  for (const [start, end] of instructions) {
    parts.push(text.slice(from, start), `<?x${" ".repeat(end - start - 5)}?>`);
    from = end;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}

function readNode(node: RawNode, keep: (value: string) => string): RawElement | string {
  const key = tagOf(node);
  const content = node[key];
  if (key === textKey) return decodeReferences(content as string);
  // CDATA is text, but no reference in it is one (XML 2.7).
  if (key === cdataKey) return (content as readonly RawNode[]).map((inner) => inner[textKey] as string).join("");
  const children: RawElement[] = [];
  let text = "";
  for (const inner of content as readonly RawNode[]) {
    const part = readNode(inner, keep);
    if (typeof part === "string") text += part;
    else children.push(part);
  }
  const marked: Metadata = node;
  const index = marked[metaData]?.startIndex ?? 0;
  const name = keep(key.slice(elementPrefix.length));
  return { name, attributes: readAttributes(node, keep), children, text: keep(text), index };
}

/** The first key: the parser writes attributes behind it. */
function tagOf(node: RawNode): string {
  for (const key in node) return key;
  return "";
}

function readAttributes(node: RawNode, keep: (value: string) => string): readonly (readonly [string, string])[] {
  const attributes = node[attributesKey] as { readonly [name: string]: string } | undefined;
  if (attributes === undefined) return [];
  return Object.entries(attributes).map(([name, value]) => [
    keep(name.slice(attributePrefix.length)),
    keep(normaliseAttribute(value)),
  ]);
}
