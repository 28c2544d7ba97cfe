import type { DecodedXml } from "./decode.ts";
import { checkCharacters, checkDeclaration, checkMarkup, checkInstruction } from "./guard-markup.ts";
import { checkEndTag, checkStartTag } from "./guard-tags.ts";
import type { OpenTag, Outline, Walk } from "./guard-types.ts";
import { fault } from "./input.ts";
import { checkReferences } from "./references.ts";

/**
 * Proves that a text is well-formed XML 1.0 with namespaces and without a DOCTYPE, in one pass, and says where its tags
 * and attributes stand. The parser behind it accepts almost anything, so nothing reaches it that has not passed here.
 */
export function guardXml(input: DecodedXml): Outline {
  const walk: Walk = { input, open: [], starts: [], heads: [], ends: [], attributes: [], instructions: [] };
  checkCharacters(input);
  const { text } = input;
  let at = checkDeclaration(input);
  while (at < text.length) at = checkNext(walk, at);
  const unclosed = walk.open.at(-1);
  if (unclosed !== undefined) refuseUnclosed(walk, unclosed);
  if (walk.starts.length === 0) fault(input, text.length, "the document ends without a root element");
  return walk;
}

/** The parser takes text character by character, and some forty bytes for each. */
const maxText = 16_000_000;

const exclamationMark = 0x21;
const slash = 0x2f;
const less = 0x3c;
const questionMark = 0x3f;

function checkNext(walk: Walk, at: number): number {
  const { text } = walk.input;
  if (text.charCodeAt(at) !== less) return checkText(walk, at);
  const next = text.charCodeAt(at + 1);
  if (next === slash) return checkEndTag(walk, at);
  if (next === exclamationMark) return checkMarkup(walk, at);
  if (next === questionMark) return checkInstruction(walk, at);
  return checkStartTag(walk, at);
}

/** Character data (XML 2.4) up to the next tag; outside the root only white space may stand. */
function checkText(walk: Walk, at: number): number {
  const { input, open, starts } = walk;
  const tag = input.text.indexOf("<", at);
  const end = tag === -1 ? input.text.length : tag;
  if (end - at > maxText) fault(input, at, `a text of more than ${maxText} characters begins here`);
  const segment = input.text.slice(at, end);
  const content = segment.search(/[^ \t\r\n]/);
  if (content === -1) return end;
  if (open.length === 0) {
    const message = starts.length === 0 ? "text stands before the root element" : "text stands after the root element";
    fault(input, at + content, message);
  }
  const cdataEnd = segment.indexOf("]]>");
  if (cdataEnd !== -1) fault(input, at + cdataEnd, "]]> stands in text", "write ]]&gt; for these characters");
  checkReferences(input, at, end);
  return end;
}

function refuseUnclosed({ input, starts }: Walk, { name, number }: OpenTag): never {
  fault(
    input,
    starts[number] ?? 0,
    `<${name}> is never closed: the document ends first`,
    "was the download cut short?",
  );
}
