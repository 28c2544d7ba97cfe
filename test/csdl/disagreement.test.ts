import { expect, it } from "vitest";
import { BindgenError } from "../../generator/errors.ts";
import { contentOf } from "../../generator/csdl/xml/content.ts";
import { decodeXml } from "../../generator/csdl/xml/decode.ts";
import { guardXml } from "../../generator/csdl/xml/guard.ts";
import { readTree } from "../../generator/csdl/xml/read-tree.ts";
import type { XmlElement } from "../../generator/csdl/xml/tree-types.ts";
import { source } from "./support.ts";

// The guard and the parser are two programs. Here the one proves another text than the other reads, as a parser would
// make it that takes something for a tag which is none, or overlooks one.

const many = "<b/>".repeat(5000);

const pairs: readonly (readonly [name: string, proved: string, read: string])[] = [
  ["an element more", "<a>    <c/></a>", "<a><b/><c/></a>"],
  ["an element fewer", "<a><b/><c/></a>", "<a><b/>    </a>"],
  ["the first element missing", "<a><b/><c/></a>", "<a>    <c/></a>"],
  ["an element further in", "<a><b>    </b></a>", "<a><b><c/></b></a>"],
  ["no element further in", "<a><b><c/></b></a>", "<a><b>    </b></a>"],
  ["an attribute more", "<a        />", '<a b="1"  />'],
  ["an attribute fewer", '<a b="1"  />', "<a        />"],
  ["an attribute with another name", '<a b="1"  />', '<a  c="1" />'],
  ["an attribute of a child more", "<a><b      /></a>", '<a><b c="1"/></a>'],
  ["an attribute of a child fewer", '<a><b c="1"/></a>', "<a><b      /></a>"],
  ["an attribute of the last child elsewhere", '<a><b/><b c="1" /></a>', '<a><b/><b  c="1"/></a>'],
  ["no root", " <a/>", "<a/> "],
  ["a child missing among very many", `<a>${many}<b/></a>`, `<a>${many}    </a>`],
];

function readAll(element: XmlElement): void {
  contentOf(element).children.forEach(readAll);
}

it.each(pairs)("%s: an error of the tool, not of the document", (_name, proved, read) => {
  const outline = guardXml(decodeXml(source(proved)));
  let caught: unknown;
  try {
    readAll(readTree({ file: "t.xml", text: read }, outline));
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(BindgenError);
  const { kind, problems } = caught as BindgenError;
  expect(kind).toBe("internal");
  expect(problems).toEqual([
    { message: "the XML parser read other tags than the guard proved", place: { file: "t.xml" } },
  ]);
});
