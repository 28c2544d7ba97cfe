import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { BindgenError, type Problem } from "../../generator/errors.ts";
import { readXml } from "../../generator/csdl/xml/read-xml.ts";
import { source } from "./support.ts";

const cut = "was the download cut short?";

/** What somebody can do about a text that is refused. */
const hints: readonly (readonly [name: string, content: string | Uint8Array, hint: string | undefined])[] = [
  ["an empty file", " ", cut],
  ["gzip", gzipSync("<a/>"), "decompress the file first (gunzip)"],
  ["a ZIP archive", "PK\x03\x04", "unpack the archive first"],
  ["a PDF document", "%PDF-1.7", "give the service's $metadata"],
  ["HTML", "<html>", "is the URL right? does the service want you to sign in first?"],
  ["JSON", "{}", "CSDL JSON is not read: request $metadata as application/xml ($metadata?$format=xml)"],
  ["plain text", "Not Found", "XML metadata begins with <?xml or <edmx:Edmx"],
  ["UTF-32", Buffer.from([0, 0, 0xfe, 0xff]), "save it as UTF-8"],
  ["UTF-16 without a mark", Buffer.from("<a/>", "utf16le"), "save it as UTF-8"],
  ["bad UTF-8", Buffer.from([0x3c, 0xff]), "save the file as UTF-8"],
  [
    "another encoding",
    '<?xml version="1.0" encoding="latin1"?><a/>',
    "save the file as UTF-8 and declare that encoding",
  ],
  ["a bad declaration", "<?xml?><a/>", 'the usual form is <?xml version="1.0" encoding="utf-8"?>'],
  ["DOCTYPE", "<!DOCTYPE a><a/>", "remove it: CSDL needs no DOCTYPE"],
  ["an open tag", "<a", cut],
  ["an open element", "<a>", cut],
  ["< in an attribute", '<a b="<"/>', "write &lt; for it"],
  ["]]> in text", "<a>]]></a>", "write ]]&gt; for these characters"],
  ["a bare &", "<a>&</a>", "write &amp; for the character &"],
  ["an unknown entity", "<a>&nbsp;</a>", "only amp, lt, gt, apos, quot exist"],
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
