import { BindgenError } from "../../errors.ts";
import type { Outline } from "./guard-types.ts";
import type { XmlInput } from "./input.ts";
import {
  expandAttribute,
  expandElement,
  innerScope,
  isDeclaration,
  type PlacedAttribute,
  type Scope,
} from "./namespaces.ts";
import { firstFrom } from "./outline.ts";
import type { RawElement, XmlAttribute, XmlElement } from "./tree-types.ts";

/** A document and what the guard saw in it. */
export interface Proved {
  readonly input: XmlInput;
  readonly outline: Outline;
}

/** How far what the parser read of a piece of the text has been compared with what the guard saw. */
export interface Cursor extends Proved {
  /** Where the piece begins. */
  readonly from: number;
  element: number;
  attribute: number;
}

/** The beginning of a piece of the text, whose first tag begins at `from`. */
export function startCursor({ input, outline }: Proved, from: number): Cursor {
  return {
    input,
    outline,
    from,
    element: firstFrom(outline.starts, from),
    attribute: firstFrom(outline.attributes, from),
  };
}

/** Demands that all has been compared that the guard saw before `to`. */
export function finishCursor(cursor: Cursor, to: number): void {
  const { outline } = cursor;
  const done = firstFrom(outline.starts, to) === cursor.element;
  if (!done || firstFrom(outline.attributes, to) !== cursor.attribute) disagree(cursor);
}

/** A start tag with its names resolved, and the scope inside it. */
export interface Head extends Omit<XmlElement, "content"> {
  /** It is the how-manieth element, from 0. */
  readonly element: number;
  readonly scope: Scope;
}

/** The start tag at the cursor, which goes on behind it. */
export function resolveHead(cursor: Cursor, raw: RawElement, outer: Scope): Head {
  const { input, outline } = cursor;
  const element = cursor.element++;
  const index = outline.starts[element] ?? -1;
  if (!input.text.startsWith(raw.name, index + 1)) disagree(cursor);
  const placed = placeAttributes(cursor, raw);
  const scope = innerScope(input, outer, placed);
  const { namespace, name } = expandElement(input, scope, { name: raw.name, index: index + 1 });
  return { namespace, name, attributes: resolveAttributes(input, placed, scope), index, element, scope };
}

/** An element and all in it. */
export function resolveElement(cursor: Cursor, raw: RawElement, outer: Scope): XmlElement {
  checkStart(cursor, raw);
  const { namespace, name, attributes, index, scope } = resolveHead(cursor, raw, outer);
  const children = raw.children.map((child) => resolveElement(cursor, child, scope));
  return { namespace, name, attributes, index, content: { children, text: raw.text } };
}

/** Demands that the parser saw a tag where the guard did. */
export function checkStart(cursor: Cursor, { index }: RawElement): void {
  if (cursor.outline.starts[cursor.element] !== cursor.from + index) disagree(cursor);
}

/** Pairs the parser's attributes with the guard's offsets: a parser that saw something else is caught here. */
function placeAttributes(cursor: Cursor, raw: RawElement): readonly PlacedAttribute[] {
  const { input, outline } = cursor;
  return raw.attributes.map(([name, value]) => {
    const index = outline.attributes[cursor.attribute++] ?? -1;
    if (!input.text.startsWith(name, index)) disagree(cursor);
    return { name, value, index };
  });
}

function resolveAttributes(input: XmlInput, placed: readonly PlacedAttribute[], scope: Scope): readonly XmlAttribute[] {
  return placed
    .filter(({ name }) => !isDeclaration(name))
    .map((attribute) => {
      const { namespace, name } = expandAttribute(input, scope, attribute);
      return { namespace, name, value: attribute.value, index: attribute.index };
    });
}

/** The parser read something else than the guard proved. */
export function disagree({ input }: Proved): never {
  const message = "the XML parser read other tags than the guard proved";
  throw new BindgenError("internal", { message, place: { file: input.file } });
}
