import type { Walk } from "./guard-types.ts";
import { fault, wrongDocument, type XmlInput } from "./input.ts";
import { lineStarts, placeAt } from "./lines.ts";
import { isQName, nameAt } from "./names.ts";
import { checkNamespaces, isQualified, outermostScope, type PlacedAttribute } from "./namespaces.ts";
import { checkReferences, normaliseAttribute } from "./references.ts";

/** Far more than CSDL needs; annotation expressions are what nests. */
const maxDepth = 256;

/** Fifty times as many as the largest services have; more would not fit into memory. */
const maxElements = 1_000_000;
const maxAttributes = 2_000_000;
/** The parser reads a name by a regular expression, which keeps a way back for each of its characters. */
const maxName = 100_000;

const slash = 0x2f;
const greater = 0x3e;

/** A start tag or empty-element tag (XML 3.1) at `at`; returns the offset behind it. */
export function checkStartTag(walk: Walk, at: number): number {
  const { input, open, starts, heads, ends } = walk;
  if (open.length === 0 && starts.length > 0) fault(input, at, "a second root element begins here");
  if (open.length >= maxDepth) fault(input, at, `elements nest more than ${maxDepth} deep`);
  if (starts.length >= maxElements) fault(input, at, `there are more than ${maxElements} elements`, wrongDocument);
  const number = starts.push(at) - 1;
  const name = readName(input, at + 1, "an element's name");
  const { end, qualified } = checkAttributes(walk, at, at + 1 + name.length);
  const outer = open.at(-1)?.scope ?? outermostScope;
  const scope = checkNamespaces(input, outer, { element: { name, index: at + 1 }, attributes: qualified });
  const empty = input.text.charCodeAt(end) === slash;
  const behind = empty ? end + 2 : end + 1;
  heads.push(behind);
  ends.push(behind);
  if (!empty) open.push({ name, number, scope });
  return behind;
}

interface Attributes {
  /** The offset of the `>` or `/>` behind them. */
  readonly end: number;
  /** Those whose names have to do with namespaces. */
  readonly qualified: readonly PlacedAttribute[];
}

/** Attributes up to the `>` or `/>` of their tag. */
function checkAttributes({ input, attributes }: Walk, tag: number, from: number): Attributes {
  const { text } = input;
  const seen = new Set<string>();
  const qualified: PlacedAttribute[] = [];
  let at = from;
  for (;;) {
    const next = skipSpace(text, at);
    const code = text.charCodeAt(next);
    if (code === greater || (code === slash && text.charCodeAt(next + 1) === greater)) return { end: next, qualified };
    if (next >= text.length) fault(input, tag, "this tag is never closed by >", "was the download cut short?");
    if (next === at) fault(input, at, `white space, > or /> is expected here, not ${quote(text, at)}`);
    const name = readName(input, next, "an attribute's name");
    if (seen.has(name)) fault(input, next, `the attribute ${name} is written twice`);
    seen.add(name);
    if (attributes.length >= maxAttributes) {
      fault(input, next, `there are more than ${maxAttributes} attributes`, wrongDocument);
    }
    attributes.push(next);
    const { from: first, to } = checkValue(input, next + name.length, name);
    if (isQualified(name)) qualified.push({ name, index: next, value: normaliseAttribute(text.slice(first, to)) });
    at = to + 1;
  }
}

/** `= "value"` behind an attribute's name; returns the offsets of the value. */
function checkValue(input: XmlInput, at: number, name: string): { readonly from: number; readonly to: number } {
  const { text } = input;
  const equals = skipSpace(text, at);
  if (text.charAt(equals) !== "=") fault(input, equals, `= is expected after the attribute name ${name}`);
  const open = skipSpace(text, equals + 1);
  const quoteMark = text.charAt(open);
  if (quoteMark !== '"' && quoteMark !== "'") fault(input, open, `the value of ${name} is not in quotes`);
  const close = text.indexOf(quoteMark, open + 1);
  if (close === -1) fault(input, open, `the value of ${name} is never closed by ${quoteMark}`);
  const less = text.slice(open, close).indexOf("<");
  if (less !== -1) fault(input, open + less, `< stands in the value of ${name}`, "write &lt; for it");
  checkReferences(input, open + 1, close);
  return { from: open + 1, to: close };
}

const endTag = /[ \t\r\n]*>/y;

/** An end tag (XML 3.1) at `at`; returns the offset behind it. */
export function checkEndTag({ input, open, starts, ends }: Walk, at: number): number {
  const name = readName(input, at + 2, "an element's name");
  endTag.lastIndex = at + 2 + name.length;
  if (!endTag.test(input.text)) fault(input, at, `</${name} is not closed by >`);
  const start = open.pop();
  if (start === undefined) fault(input, at, `</${name}> closes an element that is not open`);
  if (start.name !== name) {
    const { line, column } = placeAt(input.file, lineStarts(input.text), starts[start.number] ?? 0);
    fault(input, at, `</${name}> stands where </${start.name}> is expected, for the tag at ${line}:${column}`);
  }
  ends[start.number] = endTag.lastIndex;
  return endTag.lastIndex;
}

function readName(input: XmlInput, at: number, what: string): string {
  const name = nameAt(input.text, at);
  if (name === undefined) fault(input, at, `${what} is expected here, not ${quote(input.text, at)}`);
  if (name.length > maxName) {
    fault(input, at, `a name of more than ${maxName} characters begins here`, wrongDocument);
  }
  if (!isQName(name)) fault(input, at, `the name ${name} has a colon in the wrong place`);
  return name;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  for (; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) break;
  }
  return next;
}

function quote(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "the end of the document" : JSON.stringify(String.fromCodePoint(code));
}
