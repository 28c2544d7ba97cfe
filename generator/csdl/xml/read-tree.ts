import type { Outline } from "./guard-types.ts";
import type { XmlInput } from "./input.ts";
import { keeper } from "./keep.ts";
import { outermostScope, type Scope } from "./namespaces.ts";
import { childrenOf, spanOf } from "./outline.ts";
import { blankInstructions, parseXml } from "./parse-xml.ts";
import {
  checkStart,
  disagree,
  finishCursor,
  resolveElement,
  resolveHead,
  startCursor,
  type Head,
  type Proved,
} from "./resolve-elements.ts";
import type { DeferredContent, XmlContent, XmlElement } from "./tree-types.ts";

/*
 * The parser's tree takes forty times the memory of its text. So large elements are parsed in pieces: first the start
 * tags of their children, and what is in the children as it is asked for, and forgotten when the next piece is.
 */

/** The most characters that are parsed at once, unless one element has more and no children. */
const pieceSize = 16_384;

interface Tree extends Proved {
  /** What the parser gets: the text, with processing instructions blanked. */
  readonly text: string;
  readonly keep: (value: string) => string;
  /** What was parsed last. */
  latest: { readonly piece: Piece; readonly contents: ReadonlyMap<number, XmlContent> } | undefined;
}

/** Siblings that stand one behind the other and are parsed together, and the scope inside each. */
interface Piece {
  readonly elements: readonly number[];
  readonly scopes: readonly Scope[];
}

/** The root element of a text that has passed the guard. */
export function readTree(input: XmlInput, outline: Outline): XmlElement {
  const text = blankInstructions(input.text, outline.instructions);
  const tree: Tree = { input, outline, text, keep: keeper(), latest: undefined };
  const [root] = readSiblings(tree, [0], outermostScope);
  return root ?? disagree(tree);
}

/** Elements one behind the other, with their start tags only. */
function readSiblings(tree: Tree, elements: readonly number[], outer: Scope): readonly XmlElement[] {
  const { outline } = tree;
  const siblings: XmlElement[] = [];
  for (const tags of inPieces(elements, (element) => headLength(outline, element))) {
    const heads = readHeads(tree, tags, outer);
    for (const piece of inPieces(heads, ({ element }) => lengthOf(outline, element))) {
      const content = deferred(tree, piece);
      for (const { namespace, name, attributes, index } of piece) {
        siblings.push({ namespace, name, attributes, index, content });
      }
    }
  }
  return siblings;
}

function deferred(tree: Tree, heads: readonly Head[]): DeferredContent {
  const elements = heads.map(({ element }) => element);
  const scopes = heads.map(({ scope }) => scope);
  const [first = -1] = elements;
  const [scope] = scopes;
  if (scope === undefined || !isLarge(tree.outline, first)) {
    const piece = { elements, scopes };
    return { read: ({ index }) => readFrom(tree, piece, index) };
  }
  let content: XmlContent | undefined;
  return { read: () => (content ??= readLarge(tree, first, scope)) };
}

/** The start tags of these elements, as far as they fit into one piece. */
function readHeads(tree: Tree, elements: readonly number[], outer: Scope): readonly Head[] {
  const { outline, text, keep } = tree;
  const tags = elements.map((element) => {
    const tag = text.slice(outline.starts[element], outline.heads[element]);
    return tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`;
  });
  const raws = parseXml(tags.join(""), keep);
  if (raws.length !== elements.length) disagree(tree);
  return raws.map((raw, place) => {
    const element = elements[place] ?? -1;
    const cursor = startCursor(tree, spanOf(outline, element)[0]);
    const head = resolveHead(cursor, raw, outer);
    finishCursor(cursor, outline.heads[element] ?? -1);
    return head;
  });
}

/** What is in a large element: its children with their start tags only, and the text between them. */
function readLarge(tree: Tree, element: number, scope: Scope): XmlContent {
  const { outline, text, keep } = tree;
  const children = childrenOf(outline, element);
  const end = text.lastIndexOf("<", spanOf(outline, element)[1] - 1);
  const gaps: string[] = [];
  let from = outline.heads[element] ?? end;
  for (const child of children) {
    const [start, behind] = spanOf(outline, child);
    gaps.push(text.slice(from, start));
    from = behind;
  }
  const [gathered] = parseXml(`<x>${gaps.join("")}${text.slice(from, end)}</x>`, keep);
  if (gathered === undefined) disagree(tree);
  return { children: readSiblings(tree, children, scope), text: gathered.text };
}

function readFrom(tree: Tree, piece: Piece, index: number): XmlContent {
  if (tree.latest?.piece !== piece) tree.latest = { piece, contents: readContents(tree, piece) };
  return tree.latest.contents.get(index) ?? disagree(tree);
}

/** What is in the elements of a piece, by the offsets of their tags. */
function readContents(tree: Tree, { elements, scopes }: Piece): ReadonlyMap<number, XmlContent> {
  const { outline, text, keep } = tree;
  const [from] = spanOf(outline, elements[0] ?? -1);
  const [, to] = spanOf(outline, elements.at(-1) ?? -1);
  const raws = parseXml(text.slice(from, to), keep);
  const contents = new Map<number, XmlContent>();
  const cursor = startCursor(tree, from);
  for (const [place, raw] of raws.entries()) {
    const scope = scopes[place];
    if (scope === undefined || cursor.element !== elements[place]) disagree(tree);
    checkStart(cursor, raw);
    cursor.element++;
    cursor.attribute += raw.attributes.length;
    const children = raw.children.map((child) => resolveElement(cursor, child, scope));
    contents.set(from + raw.index, { children, text: raw.text });
  }
  finishCursor(cursor, to);
  return contents;
}

function isLarge(outline: Outline, element: number): boolean {
  return lengthOf(outline, element) > pieceSize && childrenOf(outline, element).length > 0;
}

function lengthOf(outline: Outline, element: number): number {
  const [from, to] = spanOf(outline, element);
  return to - from;
}

function headLength({ starts, heads }: Outline, element: number): number {
  return (heads[element] ?? 0) - (starts[element] ?? 0);
}

/** Runs of items whose lengths together do not exceed the size of a piece; what is longer stands alone. */
function inPieces<T>(items: readonly T[], sizeOf: (item: T) => number): readonly (readonly T[])[] {
  const pieces: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const piece = pieces.at(-1);
    room -= size;
    if (piece !== undefined && room >= 0) piece.push(item);
    else {
      pieces.push([item]);
      room = pieceSize - size;
    }
  }
  return pieces;
}
