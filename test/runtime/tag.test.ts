import { expect, test } from "vitest";
import { readTag, shortTag } from "../../templates/runtime/tag.ts";
import { isMembers } from "../../templates/runtime/own.ts";
import type { Wire } from "../../templates/runtime/shape.ts";

const wire: Wire = {
  aliases: [
    ["self", "demo.records"],
    ["d", "demo"],
  ],
  serviceRoot: "https://demo.example/v1/",
};
const names = (tag: string): boolean => ["#demo.call", "#demo.records.call", "#d.odd"].includes(tag);

// OData JSON 4.01 section 4.6.3; semantics section 4, `non-canonical-type`.
test.each([
  [{}, undefined],
  [{ "@odata.type": "#demo.call" }, { key: "@odata.type", tag: "#demo.call", warn: undefined }],
  [{ "@odata.type": "demo.call" }, { key: "@odata.type", tag: "#demo.call", warn: "@odata.type" }],
  [{ "@odata.type": "#self.call" }, { key: "@odata.type", tag: "#demo.records.call", warn: "@odata.type" }],
  [{ "@odata.type": "d.records.call" }, { key: "@odata.type", tag: "#d.records.call", warn: "@odata.type" }],
  [{ "@odata.type": "d.odd" }, { key: "@odata.type", tag: "#d.odd", warn: "@odata.type" }],
  [{ "@odata.type": "x.call" }, { key: "@odata.type", tag: "#x.call", warn: "@odata.type" }],
  [{ "@odata.type": "dd.call" }, { key: "@odata.type", tag: "#dd.call", warn: "@odata.type" }],
  [{ "@odata.type": "#d.odd" }, { key: "@odata.type", tag: "#d.odd", warn: undefined }],
  [
    { "@odata.type": "https://demo.example/v1/$metadata#d.call" },
    { key: "@odata.type", tag: "#demo.call", warn: "@odata.type" },
  ],
  [{ "@type": "#demo.call" }, { key: "@type", tag: "#demo.call", warn: "@type" }],
  [
    { "@type": "d.call", "@odata.type": "demo.call" },
    { key: "@odata.type", tag: "#demo.call", warn: "@type" },
  ],
  [
    { "@type": "#demo.call", "@odata.type": "#demo.records.call" },
    { key: "@odata.type", code: "unexpected-type", expected: 'the same type as in "@type"' },
  ],
  [
    { "@type": 5, "@odata.type": "#demo.call" },
    { key: "@type", code: "wrong-type", expected: "a string" },
  ],
  [
    { "@type": "#demo.call", "@odata.type": 5 },
    { key: "@odata.type", code: "wrong-type", expected: "a string" },
  ],
  [{ "@odata.type": "nodot" }, { key: "@odata.type", tag: "#nodot", warn: "@odata.type" }],
  [{ "@odata.type": "" }, { key: "@odata.type", tag: "#", warn: "@odata.type" }],
])("%j is %j", (value, want) => {
  expect(readTag(value, names, wire)).toEqual(want);
});

test.each(["$metadata#demo.call", "undefined$metadata#demo.call"])("without a service root %s is no URL", (tag) => {
  const found = readTag({ "@odata.type": tag }, names, { aliases: [], serviceRoot: undefined });
  expect(found).toMatchObject({ tag: `#${tag}` });
});

class Tagged {
  get "@type"(): string {
    return "#demo.call";
  }
}
const hidden = { value: "#demo.call", enumerable: false };

// What a plain object hides is seen by no guard; of an instance everything is.
test.each<[string, object, string | undefined]>([
  ["a member", { "@type": "#demo.call" }, "#demo.call"],
  ["none", {}, undefined],
  ["what a plain object hides", Object.defineProperty({}, "@type", hidden), undefined],
  ["what it hides beside something else", Object.defineProperty({ id: "c" }, "@type", hidden), undefined],
  ["what an instance inherits", new Tagged(), "#demo.call"],
])("of %s the short form is seen as guards see it", (_title, object, want) => {
  if (!isMembers(object)) throw new Error("it is an object");
  expect(shortTag(object)).toBe(want);
});
