import type { DecodedXml, Encoding } from "./decode.ts";
import type { Walk } from "./guard-types.ts";
import { fault, type XmlInput } from "./input.ts";
import { nameAt } from "./names.ts";

/** XML 2.2, production 2. Lone surrogates cannot occur: decoding has refused them. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const illegal = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/** Refuses characters that XML does not allow anywhere, not even in comments. */
export function checkCharacters(input: XmlInput): void {
  const at = input.text.search(illegal);
  if (at === -1) return;
  const code = input.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  fault(input, at, `the character U+${code} is not allowed in XML`);
}

// Bounded: the engine keeps a way back for each character of a loop, and runs out of room.
const space = "[ \\t\\r\\n]{1,1000}";
const noSpace = "[ \\t\\r\\n]{0,1000}";
const equals = `${noSpace}=${noSpace}`;
const declaration = new RegExp(
  `^<\\?xml${space}version${equals}(?:"1\\.[0-9]{1,100}"|'1\\.[0-9]{1,100}')` +
    `(?:${space}encoding${equals}(?:"([A-Za-z][\\w.-]{0,100})"|'([A-Za-z][\\w.-]{0,100})'))?` +
    `(?:${space}standalone${equals}(?:"(?:yes|no)"|'(?:yes|no)'))?${noSpace}\\?>`,
);

const encodingNames: { readonly [E in Encoding]: readonly string[] } = {
  "utf-8": ["UTF-8", "UTF8"],
  "utf-16le": ["UTF-16", "UTF-16LE"],
  "utf-16be": ["UTF-16", "UTF-16BE"],
};

/** Checks the XML declaration (XML 2.8), which may be absent; returns the offset behind it. */
export function checkDeclaration(input: DecodedXml): number {
  if (!/^<\?xml[ \t\r\n?]/.test(input.text)) return 0;
  const match = declaration.exec(input.text);
  if (match === null) {
    const hint = 'the usual form is <?xml version="1.0" encoding="utf-8"?>';
    fault(input, 0, "the XML declaration is malformed", hint);
  }
  const [whole, double, single] = match;
  const declared = double ?? single;
  const { encoding } = input;
  if (declared !== undefined && !encodingNames[encoding].includes(declared.toUpperCase())) {
    const found = `the XML declaration says encoding ${declared}, the bytes are read as ${encoding.toUpperCase()}`;
    fault(input, whole.indexOf(declared), found, "save the file as UTF-8 and declare that encoding");
  }
  return whole.length;
}

/** A processing instruction (XML 2.6) at `at`; returns the offset behind it. */
export function checkInstruction({ input, open, instructions }: Walk, at: number): number {
  const target = nameAt(input.text, at + 2);
  if (target === undefined) fault(input, at, "<? is not followed by a name");
  if (target.toLowerCase() === "xml") {
    fault(input, at, `<?${target} may only stand at the very start of a document`);
  }
  if (target.includes(":")) fault(input, at, `the target of a processing instruction, ${target}, holds a colon`);
  const afterTarget = at + 2 + target.length;
  const end = input.text.indexOf("?>", afterTarget);
  if (end === -1) fault(input, at, `<?${target} is never closed by ?>`);
  if (end !== afterTarget && !/[ \t\r\n]/.test(input.text.charAt(afterTarget))) {
    fault(input, afterTarget, `white space is missing after <?${target}`);
  }
  if (open.length > 0) instructions.push([at, end + 2]);
  return end + 2;
}

/** What begins with `<!`: a comment, a CDATA section, or something that must not stand here. */
export function checkMarkup(walk: Walk, at: number): number {
  const { input } = walk;
  if (input.text.startsWith("<!--", at)) return checkComment(input, at);
  if (input.text.startsWith("<![CDATA[", at)) return checkCdata(walk, at);
  if (/^<!doctype/i.test(input.text.slice(at, at + 9))) {
    fault(input, at, "a DOCTYPE stands here, and this tool reads none", "remove it: CSDL needs no DOCTYPE");
  }
  fault(input, at, "<! begins neither a comment nor a CDATA section");
}

function checkComment(input: XmlInput, at: number): number {
  const dashes = input.text.indexOf("--", at + 4);
  if (dashes === -1) fault(input, at, "this comment is never closed by -->");
  if (input.text.charAt(dashes + 2) !== ">") fault(input, dashes, "-- stands in a comment");
  return dashes + 3;
}

function checkCdata({ input, open }: Walk, at: number): number {
  if (open.length === 0) fault(input, at, "a CDATA section stands outside the root element");
  const end = input.text.indexOf("]]>", at + 9);
  if (end === -1) fault(input, at, "this CDATA section is never closed by ]]>");
  return end + 3;
}
