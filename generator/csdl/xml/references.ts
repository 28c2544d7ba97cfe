import { fault, type XmlInput } from "./input.ts";

const predefined: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
  ["quot", '"'],
]);

// Bounded, zeros in front of a number included: the engine keeps a way back for each character, and runs out of room.
const reference = /&(?:#x([0-9a-fA-F]{1,1000})|#([0-9]{1,1000})|([A-Za-z]{1,1000}));/g;
const referenceHere = /&(?:#x([0-9a-fA-F]{1,1000})|#([0-9]{1,1000})|([^\s&;<>"']{1,1000}));/y;

/** Refuses every `&` between two offsets that is no predefined entity and no legal character reference (XML 4.1). */
export function checkReferences(input: XmlInput, from: number, to: number): void {
  const segment = input.text.slice(from, to);
  for (let at = segment.indexOf("&"); at !== -1; at = segment.indexOf("&", at + 1)) {
    checkReference(input, segment, from, at);
  }
}

function checkReference(input: XmlInput, segment: string, from: number, at: number): void {
  referenceHere.lastIndex = at;
  const match = referenceHere.exec(segment);
  if (match === null) fault(input, from + at, "a bare & stands here", "write &amp; for the character &");
  const [whole, hex, decimal, name] = match;
  if (name !== undefined) {
    if (predefined.has(name)) return;
    fault(input, from + at, `${whole} names an entity that XML does not define`, "only amp, lt, gt, apos, quot exist");
  }
  if (!isLegalCharacter(codePoint(hex, decimal))) {
    fault(input, from + at, `${whole} refers to a character that XML does not allow`);
  }
}

/** Replaces references by what they stand for. The text has passed `checkReferences`. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole: string, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(codePoint(hex, decimal)) : (predefined.get(name) ?? whole),
  );
}

/** An attribute's value as XML 3.3.3 normalises it: literal white space becomes spaces, references stay what they are. */
export function normaliseAttribute(raw: string): string {
  return decodeReferences(raw.replace(/[\t\n\r]/g, " "));
}

function codePoint(hex: string | undefined, decimal: string | undefined): number {
  return hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
}

/** XML 2.2, production 2. */
function isLegalCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
