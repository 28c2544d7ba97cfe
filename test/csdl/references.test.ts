import { describe, expect, it } from "vitest";
import { contentOf } from "../../generator/csdl/xml/content.ts";
import { readXml } from "../../generator/csdl/xml/read-xml.ts";
import { problemsOf, source } from "./support.ts";

/** Every reference that stands for a character, at the ends of what XML allows. */
const allowed: readonly (readonly [reference: string, character: string])[] = [
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&apos;", "'"],
  ["&quot;", '"'],
  ["&#9;", "\t"],
  ["&#xa;", "\n"],
  ["&#xD;", "\r"],
  ["&#32;", " "],
  ["&#x20;", " "],
  ["&#00065;", "A"],
  ["&#xd7fF;", "\uD7FF"],
  ["&#xE000;", "\uE000"],
  ["&#xFFFD;", "\uFFFD"],
  ["&#x10000;", "\u{10000}"],
  ["&#x10FFFF;", "\u{10FFFF}"],
];

describe("a reference stands for its character", () => {
  it.each(allowed)("%s", (reference, character) => {
    const { root } = readXml(source(`<a b="-${reference}-">-${reference}-<c/></a>`));
    expect([root.attributes[0]?.value, contentOf(root).text]).toEqual([`-${character}-`, `-${character}-`]);
  });
});

describe("a reference to what XML does not allow is refused", () => {
  const codes = ["0", "1", "8", "b", "c", "e", "1f", "d800", "dfff", "fffe", "ffff", "110000"];
  it.each(codes)("&#x%s;", (code) => {
    const want = `&#x${code}; refers to a character that XML does not allow`;
    expect(problemsOf(() => readXml(source(`<a b="xy&#x${code};"/>`)))).toEqual([`1:9 ${want}`]);
    expect(problemsOf(() => readXml(source(`<a>x&#x${code};</a>`)))).toEqual([`1:5 ${want}`]);
  });
});

it("the second of two references is looked at as the first", () => {
  expect(problemsOf(() => readXml(source("<a>&lt;&no;</a>")))).toEqual([
    "1:8 &no; names an entity that XML does not define",
  ]);
});
