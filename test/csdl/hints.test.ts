import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { BindgenError, type Problem } from "../../generator/errors.ts";
import { readXml } from "../../generator/csdl/xml/read-xml.ts";
import { source } from "./support.ts";

const cut = "Was the download cut short?";

/** What somebody can do about a text that is refused. */
const hints: readonly (readonly [name: string, content: string | Uint8Array, hint: string | undefined])[] = [
  ["an empty file", " ", cut],
  ["gzip", gzipSync("<a/>"), "Decompress the file first (gunzip)."],
  ["a ZIP archive", "PK\x03\x04", "Unpack the archive first."],
  ["a PDF document", "%PDF-1.7", "Give the service's $metadata."],
  ["HTML", "<html>", "Is the URL right? Does the service want you to sign in first?"],
  ["JSON", "{}", "CSDL JSON is not read: request $metadata as application/xml ($metadata?$format=xml)."],
  ["plain text", "Not Found", "XML metadata begins with <?xml or <edmx:Edmx."],
  ["UTF-32", Buffer.from([0, 0, 0xfe, 0xff]), "Save it as UTF-8."],
  ["UTF-16 without a mark", Buffer.from("<a/>", "utf16le"), "Save it as UTF-8."],
  ["bad UTF-8", Buffer.from([0x3c, 0xff]), "Save the file as UTF-8."],
  [
    "another encoding",
    '<?xml version="1.0" encoding="latin1"?><a/>',
    "Save the file as UTF-8 and declare that encoding.",
  ],
  ["a bad declaration", "<?xml?><a/>", 'The usual form is <?xml version="1.0" encoding="utf-8"?>.'],
  ["DOCTYPE", "<!DOCTYPE a><a/>", "Remove it: CSDL needs no DOCTYPE."],
  ["an open tag", "<a", cut],
  ["an open element", "<a>", cut],
  ["< in an attribute", '<a b="<"/>', "Write &lt; for it."],
  ["]]> in text", "<a>]]></a>", "Write ]]&gt; for these characters."],
  ["a bare &", "<a>&</a>", "Write &amp; for the character &."],
  ["an unknown entity", "<a>&nbsp;</a>", "Only amp, lt, gt, apos, quot exist."],
  ["what speaks for itself", "<a b='1' b='2'/>", undefined],
];

function problemOf(content: string | Uint8Array): Problem | undefined {
  try {
    readXml(source(content));
  } catch (error) {
    if (error instanceof BindgenError) return error.problems[0];
    throw error;
  }
  return undefined;
}

it.each(hints)("%s", (_name, content, hint) => {
  const problem = problemOf(content);
  expect(problem).toBeDefined();
  expect(problem?.hint).toBe(hint);
});
