import { isUtf8 } from "node:buffer";
import { SaxesParser } from "saxes";

/** An element as text and children, in one form for both readers, so that two trees can be compared. */
export interface PlainElement {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly children: readonly PlainElement[];
  readonly text: string;
}

/** What an independent reader makes of a document. */
export type Verdict =
  | { readonly accepted: true; readonly text: string; readonly root: PlainElement }
  | { readonly accepted: false; readonly text: string | undefined; readonly reason: string };

/** `{namespace}name`. Saxes takes the white space off a namespace's name, which is part of it (Namespaces 2.1). */
export function expanded(namespace: string, name: string): string {
  return `{${namespace.trim()}}${name}`;
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** XML 4.3.3 without the decoder of the tool: Node's own check of UTF-8, and UTF-16 unit by unit. */
function decode(bytes: Buffer): { readonly text: string; readonly encoding: string } | string {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  const body = bytes.subarray(mark?.bytes.length ?? 0);
  const encoding = mark?.encoding ?? "utf-8";
  if (encoding === "utf-8") return isUtf8(body) ? { text: body.toString("utf8"), encoding } : "not UTF-8";
  if (body.length % 2 !== 0) return "UTF-16 of odd length";
  const text = encoding === "utf-16le" ? body.toString("utf16le") : Buffer.from(body).swap16().toString("utf16le");
  return /[\uD800-\uDFFF]/u.test(text) ? "a lone surrogate" : { text, encoding };
}

const names: Readonly<Record<string, readonly string[]>> = {
  "utf-8": ["utf-8", "utf8"],
  "utf-16le": ["utf-16", "utf-16le"],
  "utf-16be": ["utf-16", "utf-16be"],
};

/** Reads a document with saxes, as XML 1.0 with namespaces. */
export function judge(bytes: Buffer): Verdict {
  const decoded = decode(bytes);
  if (typeof decoded === "string") return { accepted: false, text: undefined, reason: decoded };
  const { text, encoding } = decoded;
  try {
    return { accepted: true, text, root: parse(text, names[encoding] ?? []) };
  } catch (error) {
    return { accepted: false, text, reason: error instanceof Error ? error.message : String(error) };
  }
}

interface Open {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly children: PlainElement[];
  text: string;
}

function parse(text: string, encodings: readonly string[]): PlainElement {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const top: Open = { name: "", attributes: [], children: [], text: "" };
  const open = [top];
  const add = (part: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !encodings.includes(encoding.toLowerCase())) throw new Error("another encoding");
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix, name }) => prefix !== "xmlns" && name !== "xmlns");
    const plain = own.map((one) => `${expanded(one.uri, one.local)}=${one.value}`);
    const element: Open = { name: expanded(uri, local), attributes: plain, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", add);
  parser.on("cdata", add);
  // It takes one mark off what it gets, and a second one is none.
  parser.write(`\uFEFF${text}`).close();
  const [root] = top.children;
  if (root === undefined) throw new Error("no root");
  return root;
}
