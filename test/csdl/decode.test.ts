import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readXml } from "../../generator/csdl/xml/read-xml.ts";
import { problemsOf, source } from "./support.ts";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([...part]))));
}

function utf16(text: string, mark = "\uFEFF"): Buffer {
  return Buffer.from(mark + text, "utf16le");
}

function utf16be(text: string): Buffer {
  return utf16(text).swap16();
}

const refused: readonly (readonly [name: string, content: string | Uint8Array, want: string])[] = [
  ["an empty file", "", "1:1 this file is empty"],
  ["white space alone", " \r\n\t", "1:1 this file is empty"],
  ["a BOM alone", bytes([0xef, 0xbb, 0xbf]), "1:1 this file is empty"],
  ["gzip", gzipSync("<a/>"), "1:1 this is gzip-compressed data, not XML"],
  ["a ZIP archive", bytes("PK\x03\x04...."), "1:1 this is a ZIP archive, not XML"],
  ["HTML", "\n<!DOCTYPE html>\n<html></html>", "1:1 this is HTML, not XML"],
  ["a PDF document", "%PDF-1.7\n", "1:1 this is a PDF document, not XML"],
  ["HTML without a DOCTYPE", "<HTML><head>", "1:1 this is HTML, not XML"],
  ["HTML with more blanks", "<!doctype \n html>", "1:1 this is HTML, not XML"],
  ["HTML behind a comment", "<!-- c --><head>", "1:1 this is HTML, not XML"],
  ["HTML behind a comment and blanks", "<!-- c -->\n\n<body>", "1:1 this is HTML, not XML"],
  ["HTML behind words", "Not <html>", "1:1 this is not XML"],
  ["HTML behind a late declaration", "<!-- c --><?xml?><html/>", "1:11 <?xml may only stand at the very start"],
  ["XHTML", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "1:1 this is HTML, not XML"],
  ["JSON", '{ "$Version": "4.01" }', "1:1 this is JSON, not XML"],
  ["JSON without blanks", '{"a":1}', "1:1 this is JSON, not XML"],
  ["JSON in lines", '{\n  "a": 1}', "1:1 this is JSON, not XML"],
  ["an empty JSON object", "{}", "1:1 this is JSON, not XML"],
  ["an array of JSON objects", "[{}]", "1:1 this is JSON, not XML"],
  ["an array of strings in lines", '[\n  "a"]', "1:1 this is JSON, not XML"],
  ["an empty JSON array", "[]", "1:1 this is JSON, not XML"],
  ["an array of numbers", "[1]", "1:1 this is not XML"],
  ["braces", "{a}", "1:1 this is not XML"],
  ["plain text", "Not Found", "1:1 this is not XML"],
  ["bad UTF-8", bytes("<a>\n\u{FFFD}é", [0xff], "</a>"), "2:3 the bytes here are not valid UTF-8"],
  ["cut UTF-8", bytes("<a>é", [0xc3]), "1:5 the bytes here are not valid UTF-8"],
  ["overlong UTF-8", bytes("<a>", [0xc0, 0x80], "</a>"), "1:4 the bytes here are not valid UTF-8"],
  ["a surrogate in UTF-8", bytes("<a>", [0xed, 0xa0, 0x80], "</a>"), "1:4 the bytes here are not valid UTF-8"],
  ["Latin-1", bytes("<a b='", [0xe9], "'/>"), "1:7 the bytes here are not valid UTF-8"],
  ["UTF-16 with a lone surrogate", utf16("<a>\uD800</a>"), "1:4 the bytes here are not valid UTF-16LE"],
  [
    "the same behind U+FFFD itself",
    utf16("<a>\uFFFD\uFFFDé\uFFFD\uD800</a>"),
    "1:8 the bytes here are not valid UTF-16LE",
  ],
  ["the same, big end first", utf16be("<a>\uFFFD\uFFFDé\uFFFD\uD800</a>"), "1:8 the bytes here are not valid UTF-16BE"],
  [
    "UTF-8 behind U+FFFD itself",
    bytes("<a>é\uFFFDé\uFFFD\u{1F600}", [0xff]),
    "1:10 the bytes here are not valid UTF-8",
  ],
  ["a byte that U+FFFD has", bytes("<a>", [0xef, 0xbf], "</a>"), "1:4 the bytes here are not valid UTF-8"],
  ["UTF-16 of odd length", utf16("<a/>").subarray(0, 9), "1:4 the bytes here are not valid UTF-16LE"],
  ["UTF-16 without a mark", utf16("<a/>", ""), "1:1 this file is in UTF-16 without a byte order mark"],
  ["the same, big end first", utf16("<a/>", "").swap16(), "1:1 this file is in UTF-16 without a byte order mark"],
  ["a NUL behind <", bytes(" <", [0], "/>"), "1:3 the character U+0000"],
  ["UTF-32, big end first", bytes([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]), "1:1 this file is in UTF-32"],
  ["UTF-32", bytes([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), "1:1 this file is in UTF-32"],
  ["UTF-16 that says UTF-8", utf16('<?xml version="1.0" encoding="utf-8"?><a/>'), "1:31 the XML declaration says"],
  [
    "UTF-8 that says UTF-16",
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
    "1:31 the XML declaration says encoding UTF-16, the bytes are read as UTF-8",
  ],
  [
    "big end first that says little",
    utf16be('<?xml version="1.0" encoding="UTF-16LE"?><a/>'),
    "1:31 the XML declaration",
  ],
  ["two BOMs and bad UTF-8", bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], "<a>", [0xff]), "1:5 the bytes here"],
  ["two BOMs", bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], "<a/>"), "1:1 "],
];

describe("bytes that are no XML are refused in plain words", () => {
  it.each(refused)("%s", (_name, content, want) => {
    const [problem] = problemsOf(() => readXml(source(content)));
    expect(problem?.slice(0, want.length)).toBe(want);
  });
});

describe("encodings that are read", () => {
  it.each([
    ["UTF-8", "<é/>"],
    ["UTF-8 with a BOM", bytes([0xef, 0xbb, 0xbf], "<é/>")],
    ["UTF-16, little end first", utf16('<?xml version="1.0" encoding="utf-16"?><é/>')],
    ["UTF-16 that says which end", utf16('<?xml version="1.0" encoding="UTF-16LE"?><é/>')],
    ["UTF-16, big end first", utf16be("<é/>")],
    ["the same, declared", utf16be('<?xml version="1.0" encoding="UTF-16"?><é/>')],
    ["the same, with the end", utf16be('<?xml version="1.0" encoding="UTF-16BE"?><é/>')],
    ["UTF-8 without the hyphen", '<?xml version="1.0" encoding="utf8"?><é/>'],
    ["a comment before the root", "<!-- <html> --><é/>"],
    ["white space before the root", `${" ".repeat(10_000)}<é/>`],
  ])("%s", (_name, content) => {
    expect(readXml(source(content)).root.name).toBe("é");
  });
});
