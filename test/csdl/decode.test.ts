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

const refused: readonly (readonly [name: string, content: string | Uint8Array, want: string])[] = [
  ["an empty file", "", "1:1 this file is empty"],
  ["white space alone", " \r\n\t", "1:1 this file is empty"],
  ["a BOM alone", bytes([0xef, 0xbb, 0xbf]), "1:1 this file is empty"],
  ["gzip", gzipSync("<a/>"), "1:1 this is gzip-compressed data, not XML"],
  ["a ZIP archive", bytes("PK\x03\x04...."), "1:1 this is a ZIP archive, not XML"],
  ["HTML", "\n<!DOCTYPE html>\n<html></html>", "1:1 this is HTML, not XML"],
  ["HTML without a DOCTYPE", "<HTML><head>", "1:1 this is HTML, not XML"],
  ["XHTML", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "1:1 this is HTML, not XML"],
  ["JSON", '{ "$Version": "4.01" }', "1:1 this is JSON, not XML"],
  ["a JSON array", "[1]", "1:1 this is not XML"],
  ["plain text", "Not Found", "1:1 this is not XML"],
  ["bad UTF-8", bytes("<a>\n\u{FFFD}é", [0xff], "</a>"), "2:3 the bytes here are not valid UTF-8"],
  ["cut UTF-8", bytes("<a>é", [0xc3]), "1:5 the bytes here are not valid UTF-8"],
  ["overlong UTF-8", bytes("<a>", [0xc0, 0x80], "</a>"), "1:4 the bytes here are not valid UTF-8"],
  ["a surrogate in UTF-8", bytes("<a>", [0xed, 0xa0, 0x80], "</a>"), "1:4 the bytes here are not valid UTF-8"],
  ["Latin-1", bytes("<a b='", [0xe9], "'/>"), "1:7 the bytes here are not valid UTF-8"],
  ["UTF-16 with a lone surrogate", utf16("<a>\uD800</a>"), "1:4 the bytes here are not valid UTF-16LE"],
  ["UTF-16 of odd length", utf16("<a/>").subarray(0, 9), "1:4 the bytes here are not valid UTF-16LE"],
  ["UTF-16 without a mark", utf16("<a/>", ""), "1:1 this file is in UTF-16 without a byte order mark"],
  ["UTF-32", bytes([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), "1:1 this file is in UTF-32"],
  ["UTF-16 that says UTF-8", utf16('<?xml version="1.0" encoding="utf-8"?><a/>'), "1:31 the XML declaration says"],
  ["UTF-8 that says UTF-16", '<?xml version="1.0" encoding="UTF-16"?><a/>', "1:31 the XML declaration says"],
  ["two BOMs", bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], "<a/>"), "1:1 "],
  ["more than the cap", new Uint8Array(256 * 1024 * 1024 + 1), "1:1 this file is larger than"],
];

describe("bytes that are no XML are refused in plain words", () => {
  it.each(refused)("%s", (_name, content, want) => {
    const [problem] = problemsOf(() => readXml(source(content)));
    expect(problem?.slice(0, want.length)).toBe(want);
  });
});

describe("encodings that are read", () => {
  const big = utf16("<é/>").swap16();
  it.each([
    ["UTF-8", "<é/>"],
    ["UTF-8 with a BOM", bytes([0xef, 0xbb, 0xbf], "<é/>")],
    ["UTF-16, little end first", utf16('<?xml version="1.0" encoding="utf-16"?><é/>')],
    ["UTF-16, big end first", big],
    ["white space before the root", `${" ".repeat(10_000)}<é/>`],
  ])("%s", (_name, content) => {
    expect(readXml(source(content)).root.name).toBe("é");
  });
});
