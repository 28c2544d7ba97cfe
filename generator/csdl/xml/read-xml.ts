import { BindgenError } from "../../errors.ts";
import type { Source } from "../../source/types.ts";
import { decodeXml } from "./decode.ts";
import { guardXml } from "./guard.ts";
import type { Outline } from "./guard-types.ts";
import { fault, type XmlInput } from "./input.ts";
import { splitName } from "./names.ts";
import {
  innerScope,
  isDeclaration,
  outermostScope,
  resolvePrefix,
  type PlacedAttribute,
  type Scope,
} from "./namespaces.ts";
import { parseXml } from "./parse-xml.ts";
import type { RawElement, XmlAttribute, XmlElement } from "./tree-types.ts";

/** A document: its text and the tree of its elements. */
export interface XmlDocument extends XmlInput {
  readonly root: XmlElement;
}

/** Bytes to a tree with namespaces resolved, behind the guard. */
export function readXml(source: Source): XmlDocument {
  const input = decodeXml(source);
  const outline = guardXml(input);
  const cursor: Cursor = { input, outline, element: 0, attribute: 0 };
  const root = resolve(cursor, parseXml(input, outline), outermostScope);
  if (cursor.element !== outline.elements.length || cursor.attribute !== outline.attributes.length) disagree(cursor);
  return { file: input.file, text: input.text, root };
}

/** How far the tree has been compared with what the guard saw. */
interface Cursor {
  readonly input: XmlInput;
  readonly outline: Outline;
  element: number;
  attribute: number;
}

function resolve(cursor: Cursor, raw: RawElement, outer: Scope): XmlElement {
  const { input } = cursor;
  const placed = placeAttributes(cursor, raw);
  const declarations = placed.filter(({ name }) => isDeclaration(name));
  const scope = innerScope(input, outer, declarations);
  const [prefix, name] = splitName(raw.name);
  const namespace = resolvePrefix(scope, prefix);
  if (namespace === undefined || prefix === "xmlns") fault(input, raw.index + 1, undeclared(prefix));
  const attributes = resolveAttributes(input, placed, scope);
  const children = raw.children.map((child) => resolve(cursor, child, scope));
  return { namespace, name, attributes, children, text: raw.text, index: raw.index };
}

/** Pairs the parser's attributes with the guard's offsets: a parser that saw something else is caught here. */
function placeAttributes(cursor: Cursor, raw: RawElement): readonly PlacedAttribute[] {
  const { input, outline } = cursor;
  if (outline.elements[cursor.element++] !== raw.index) disagree(cursor);
  return raw.attributes.map(([name, value]) => {
    const index = outline.attributes[cursor.attribute++] ?? -1;
    if (!input.text.startsWith(name, index)) disagree(cursor);
    return { name, value, index };
  });
}

function resolveAttributes(input: XmlInput, placed: readonly PlacedAttribute[], scope: Scope): readonly XmlAttribute[] {
  if (placed.length === 0) return [];
  const expanded = new Set<string>();
  return placed
    .filter(({ name }) => !isDeclaration(name))
    .map(({ name: written, value, index }) => {
      const [prefix, name] = splitName(written);
      // A name without a prefix is in no namespace, whatever xmlns says.
      if (prefix === "") return { namespace: "", name, value, index };
      const namespace = resolvePrefix(scope, prefix);
      if (namespace === undefined) fault(input, index, undeclared(prefix));
      const key = `${name} ${namespace}`;
      if (expanded.has(key)) fault(input, index, `the attribute ${written} is written twice under two prefixes`);
      expanded.add(key);
      return { namespace, name, value, index };
    });
}

function undeclared(prefix: string): string {
  return `the prefix ${prefix} is not declared (no xmlns:${prefix})`;
}

function disagree({ input }: Cursor): never {
  const message = "the XML parser read other tags than the guard proved";
  throw new BindgenError("internal", { message, place: { file: input.file } });
}
