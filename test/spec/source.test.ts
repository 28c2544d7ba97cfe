import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keptOf } from "../../generator/spec/kept.ts";
import { beginsAsCsdl, bytesHash, sourceHash } from "../../generator/spec/spec-files.ts";
import { isSourcePage, sourcePage } from "../../generator/spec/source-page.ts";
import { parse } from "../model/support.ts";
import { configOf } from "../plan/support.ts";
import { specOf } from "./support.ts";

const { slice, text } = specOf('<ComplexType Name="T"/><Action Name="go"/>');
const kept = keptOf(slice);

test("SOURCE.md names the document, its hash and size, the roots and what came in", () => {
  const config = configOf({
    metadata: "/somewhere/spec/v1.csdl.xml",
    source: "https://example.org/$metadata",
    roots: ["a", "n.b"],
  });
  const page = sourcePage({ file: "/home/somebody/full.csdl", sha256: "ab12", bytes: 1234, config, kept });
  for (const fact of [
    "`v1.csdl.xml`",
    "`full.csdl`",
    "<https://example.org/$metadata>",
    "`ab12`",
    "1234",
    "`a`",
    "`n.b`",
  ]) {
    expect(page).toContain(fact);
  }
  expect(page).toMatch(/types +\| 1 /);
  expect(page).toMatch(/operations +\| 1 /);
});

test("SOURCE.md holds no folder of a machine and no date", () => {
  const config = configOf({ metadata: "/somewhere/spec/v1.csdl.xml", from: "/somewhere/config.json" });
  const page = sourcePage({ file: "/home/somebody/full.csdl", sha256: "ab12", bytes: 1, config, kept });
  expect(page).not.toMatch(/home|somebody|somewhere/);
  expect(page).not.toMatch(/\d{4}-\d\d-\d\d|\d\d:\d\d/);
});

test("SOURCE.md of a download says no address but the published one; of everything says so", () => {
  const config = configOf({ roots: "all" });
  const page = sourcePage({ file: undefined, sha256: "ab12", bytes: 1, config, kept });
  expect(page).toContain("a download");
  expect(page).toContain("everything");
});

test("the hash of the source changes with the slice and with the overlay, not with notation", () => {
  const overlay = (content: string): string => sourceHash(text, [parse(content)]);
  const one = overlay(
    '<ComplexType Name="T"><Property Name="p" Type="Edm.String"/></ComplexType><ComplexType Name="U"/>',
  );
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(
    overlay(
      '<ComplexType Name="U"></ComplexType>  <ComplexType Name="T"><Property Type="Edm.String" Name="p"/></ComplexType>',
    ),
  ).toBe(one);
  expect(
    overlay('<ComplexType Name="T"><Property Name="p" Type="Edm.Int32"/></ComplexType><ComplexType Name="U"/>'),
  ).not.toBe(one);
  expect(sourceHash(text, [])).not.toBe(one);
  expect(sourceHash(`${text} `, [])).not.toBe(sourceHash(text, []));
  expect(sourceHash(text, [])).toBe(createHash("sha256").update(text).digest("hex"));
});

test("the hash of a document is that of its bytes", () => {
  expect(bytesHash(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("SOURCE.md stays a page whatever files, addresses and roots are called", () => {
  const config = configOf({
    metadata: "/spec/a`b.xml",
    source: "https://x.test/> | <b>",
    roots: ["n.a`b", "n.\u202e"],
  });
  const page = sourcePage({ file: "/x/`c|d`.xml", sha256: "ab12", bytes: 1, config, kept });
  for (const fact of [
    "``a`b.xml`` is",
    "| `` `c\\|d`.xml `` |",
    "| `https://x.test/> \\| <b>` |",
    "- ``n.a`b``\n",
    "- `n.\\u202e`\n",
  ])
    expect(page).toContain(fact);
});

test("SOURCE.md is known again: as formatted, with other line breaks, in a merge; what others write is not", () => {
  const page = sourcePage({ file: undefined, sha256: "ab12", bytes: 1, config: configOf(), kept });
  for (const ours of [page, page.replaceAll("\n", "\r\n"), `<<<<<<< HEAD\n${page}`, page.slice(0, 100)]) {
    expect(isSourcePage(ours)).toBe(true);
  }
  for (const theirs of ["# Source\n\nDownloaded by hand, see the wiki.\n", "", `# Notes\n\n\n\n${page}`]) {
    expect(isSourcePage(theirs)).toBe(false);
  }
});

describe("what begins as a CSDL document", () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const ours: readonly (readonly [why: string, bytes: Uint8Array])[] = [
    ["a slice", utf8(text)],
    ["a slice that is torn", utf8(text.slice(0, 150))],
    ["a slice that is torn in its first tag", utf8(text.slice(0, 50))],
    ["a slice that is torn in its first line", utf8(text.slice(0, 10))],
    ["nothing", utf8("")],
    ["a blank file", utf8("\n\n")],
    ["a slice with a merge in it", utf8(text.replace("<Schema", "<<<<<<< HEAD\n<Schema"))],
    ["a slice with bytes that are no text", Buffer.concat([utf8(text.slice(0, 150)), Buffer.of(0xff, 0)])],
    ["line breaks of Windows", utf8(text.replaceAll("\n", "\r\n"))],
    [
      "another prefix, after a mark, comments and instructions",
      utf8("\uFEFF<?x y?>\n<!-- <a> -->\n<e:Edmx Version='4.0'>"),
    ],
    ["no prefix", utf8("<Edmx/>")],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ];
  test.each(ours)("%s", (_why, bytes) => {
    expect(beginsAsCsdl(bytes)).toBe(true);
  });

  const theirs: readonly (readonly [why: string, text: string])[] = [
    ["JSON", '{ "name": "mine" }'],
    ["text", "notes on <edmx:Edmx>"],
    ["other XML, with our XML declaration", '<?xml version="1.0" encoding="utf-8"?>\n<project><edmx:Edmx/></project>'],
    ["an element whose name begins alike", "<edmx:Edmxes/>"],
    ["a comment alone", "<!-- what I found out about <edmx:Edmx> -->\n"],
    ["a comment without an end", "<!-- <edmx:Edmx>"],
    ["HTML", "<!DOCTYPE html>\n<html></html>"],
  ];
  test.each(theirs)("not %s", (_why, other) => {
    expect(beginsAsCsdl(utf8(other))).toBe(false);
  });
});
