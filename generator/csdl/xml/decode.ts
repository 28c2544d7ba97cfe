import { BindgenError } from "../../errors.ts";
import type { Source } from "../../source/types.ts";
import { fault, type XmlInput } from "./input.ts";
import { sniffBytes, sniffText, type Mistake } from "./sniff.ts";

/** How the bytes of a document spell characters. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Decoded text and the encoding that its bytes are in. */
export interface DecodedXml extends XmlInput {
  readonly encoding: Encoding;
}

const utf32: Mistake = { message: "this file is in UTF-32", hint: "save it as UTF-8" };
const unmarked: Mistake = { message: "this file is in UTF-16 without a byte order mark", hint: "save it as UTF-8" };

/** Bytes to text: UTF-8, or UTF-16 where a byte order mark says so (XML 4.3.3), and nothing that is plainly no XML. */
export function decodeXml({ file, bytes }: Source): DecodedXml {
  const binary = sniffBytes(bytes);
  if (binary !== undefined) refuse(file, binary);
  const { encoding, skip } = detectEncoding(file, bytes);
  const text = decodeText(file, bytes.subarray(skip), encoding);
  const mistake = sniffText(text);
  if (mistake !== undefined) refuse(file, mistake);
  return { file, text, encoding };
}

function refuse(file: string, { message, hint }: Mistake): never {
  const place = { file, line: 1, column: 1 };
  throw new BindgenError("input", { message, place, hint });
}

function detectEncoding(file: string, bytes: Uint8Array): { encoding: Encoding; skip: number } {
  const head = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (head === "fffe0000" || head === "0000feff") refuse(file, utf32);
  if (head.startsWith("efbbbf")) return { encoding: "utf-8", skip: 3 };
  if (head.startsWith("fffe")) return { encoding: "utf-16le", skip: 2 };
  if (head.startsWith("feff")) return { encoding: "utf-16be", skip: 2 };
  if (/^(?:3c00|003c)/.test(head)) refuse(file, unmarked);
  return { encoding: "utf-8", skip: 0 };
}

function decodeText(file: string, bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    const message = `the bytes here are not valid ${encoding.toUpperCase()}`;
    fault({ file, text }, firstReplaced(bytes, text, encoding), message, "save the file as UTF-8");
  }
}

const replacement: { readonly [E in Encoding]: readonly number[] } = {
  "utf-8": [0xef, 0xbf, 0xbd],
  "utf-16le": [0xfd, 0xff],
  "utf-16be": [0xff, 0xfd],
};

/** Where the decoder first wrote U+FFFD for bytes that do not spell it. */
function firstReplaced(bytes: Uint8Array, text: string, encoding: Encoding): number {
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) {
    offset += encoding === "utf-8" ? Buffer.byteLength(text.slice(from, at)) : 2 * (at - from);
    const start = offset;
    if (!replacement[encoding].every((byte, index) => bytes[start + index] === byte)) return at;
    from = at;
  }
  return text.length;
}
