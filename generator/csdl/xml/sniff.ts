/** Something that people feed to the tool instead of XML: what it is and what to do. */
export interface Mistake {
  readonly message: string;
  readonly hint: string;
}

const signatures: readonly (readonly [bytes: readonly number[], mistake: Mistake])[] = [
  [[0x1f, 0x8b], { message: "this is gzip-compressed data, not XML", hint: "decompress the file first (gunzip)" }],
  [[0x50, 0x4b, 0x03, 0x04], { message: "this is a ZIP archive, not XML", hint: "unpack the archive first" }],
  [[0x25, 0x50, 0x44, 0x46], { message: "this is a PDF document, not XML", hint: "give the service's $metadata" }],
];

const html: Mistake = {
  message: "this is HTML, not XML",
  hint: "is the URL right? does the service want you to sign in first?",
};

const json: Mistake = {
  message: "this is JSON, not XML",
  hint: "CSDL JSON is not read: request $metadata as application/xml ($metadata?$format=xml)",
};

/** Recognises well-known binary formats by their first bytes. */
export function sniffBytes(bytes: Uint8Array): Mistake | undefined {
  return signatures.find(([signature]) => signature.every((byte, index) => bytes[index] === byte))?.[1];
}

/** Recognises what is text and plainly no XML metadata. */
export function sniffText(text: string): Mistake | undefined {
  const start = text.search(/\S/);
  if (start === -1) return { message: "this file is empty", hint: "was the download cut short?" };
  const head = text.slice(start, start + 4096).replace(/^<\?xml[^>]*>\s*/, "");
  if (/^(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return html;
  if (/^(?:\{\s*["}]|\[\s*[{["\]])/.test(head)) return json;
  if (text.charAt(start) === "<") return undefined;
  return { message: "this is not XML", hint: "XML metadata begins with <?xml or <edmx:Edmx" };
}
