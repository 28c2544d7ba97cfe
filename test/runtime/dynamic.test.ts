import { expect, test } from "vitest";
import { isDynamic } from "../../templates/runtime/is-dynamic.ts";
import { table } from "./issue-rows.ts";
import { guardOf, judge } from "./model-cases.ts";
import { wire } from "./model.ts";

// CSDL 4.01 section 6.3; semantics section 4, dynamic members of open types.
table("dynamic members", [
  { as: "identity", given: { x: { "@odata.type": "#demo.call", retries: "5" } }, want: ["wrong-type /x/retries"] },
  {
    as: "identity",
    given: { x: [{ "@odata.type": "#demo.call", retries: "5" }, 5] },
    want: ["wrong-type /x/0/retries"],
  },
  { as: "identity", given: { x: { "@odata.type": "#else.where", retries: "5" } }, want: [] },
  { as: "identity", given: { x: { "@odata.type": 5, "@type": [] } }, want: [] },
  { as: "identity", given: { x: { within: { "@odata.type": "#demo.call", retries: "5" } } }, want: [] },
  {
    as: "identity",
    given: { x: [[{ "@odata.type": "#demo.call", retries: "5" }]] },
    want: ["wrong-type /x/0/0/retries"],
  },
  { as: "identity", given: { x: { "@odata.type": "d.call" } }, want: ["warning: non-canonical-type /x/@odata.type"] },
  { as: "identity", given: { x: { "@type": "#demo.call" } }, want: ["warning: non-canonical-type /x/@type"] },
  {
    as: "identity",
    given: { x: { "@type": "#demo.call", "@odata.type": "#else.where" } },
    want: ["unexpected-type /x/@odata.type"],
  },
  { as: "identity", given: { x: { "@type": "#demo.call", "@odata.type": 5 } }, want: ["wrong-type /x/@odata.type"] },
  { as: "identity", given: { "x@y": { "@odata.type": "#demo.call", retries: "5" } }, want: [] },
  // Nothing is of an abstract type.
  { as: "identity", given: { x: { "@odata.type": "#demo.media" } }, want: ["unexpected-type /x/@odata.type"] },
  {
    as: "call",
    given: { x: { "@odata.type": "#demo.call", retries: "5" } },
    want: ["warning: undeclared-property /x"],
  },
  {
    as: "identity",
    presence: "create",
    given: { x: { "@odata.type": "#demo.participant" } },
    want: ["missing-required /x/isMuted"],
  },
  // A value of a complex type is judged as what it lies in is.
  { as: "identity", given: { x: { "@odata.type": "#demo.info" } }, want: [] },
  {
    as: "identity",
    presence: "declared",
    given: { x: { "@odata.type": "#demo.info" } },
    want: ["missing-required /x/resourceId"],
  },
  {
    as: "identity",
    presence: "update",
    given: { x: { "@odata.type": "#demo.participant", id: "p" }, y: { "@odata.type": "#demo.info" } },
    want: ["warning: read-only /x/id", "missing-required /y/resourceId"],
  },
  {
    as: "changed",
    given: { "@odata.type": "#demo.call", retries: "5", x: { "@odata.type": "#demo.info", uri: 5 } },
    want: ["wrong-type /x/uri"],
  },
  // JSON 4.01 sections 16 and 17.
  { as: "call", given: { "#demo.answer": { title: "Answer" } }, want: [] },
  { as: "call", options: { strict: true }, given: { "#demo.answer": {}, x: 1 }, want: ["undeclared-property /x"] },
  { as: "identity", options: { strict: true }, given: { "#demo.answer": {} }, want: [] },
  { as: "identity", given: { "#x": { "@odata.type": "#demo.call", retries: "5" } }, want: ["wrong-type /#x/retries"] },
  {
    as: "identity",
    options: { strict: true },
    given: { x: { "@odata.type": "#demo.call", y: 1 } },
    want: ["warning: undeclared-property /x", "undeclared-property /x/y"],
  },
]);

test("the guard takes the canonical form only", () => {
  const is = guardOf("identity", "received");
  expect(is({ x: { "@odata.type": "#demo.call" } })).toBe(true);
  expect(is({ x: { "@odata.type": "d.call" } })).toBe(false);
  expect(is({ x: [{ "@type": "#demo.call" }] })).toBe(false);
  expect(is({ x: { "@type": "#else.where" } })).toBe(true);
});

test("a dynamic member becomes canonical like any other", () => {
  const result = judge("identity", { x: [1, { "@type": "d.call", state: "new" }] });
  expect(result.ok && result.value).toEqual({ x: [1, { "@odata.type": "#demo.call", state: "unknownFutureValue" }] });
});

test.each(["id within", " id", "", "toString", "__proto__", "x.y"])("`%s` is no declared name", (name) => {
  const value: unknown = JSON.parse(`{ ${JSON.stringify(name)}: { "@odata.type": "#demo.call", "retries": "5" } }`);
  expect(guardOf("identity", "received")(value)).toBe(false);
  expect(judge("identity", value).ok).toBe(false);
});

const guards = { wire, find: (tag: string) => (tag === "#demo.call" ? (): boolean => false : undefined) };

test.each([
  ["x", { "@odata.type": "#demo.call" }, false],
  ["", { "@odata.type": "#demo.call" }, false],
  ["x@y", { "@odata.type": "#demo.call" }, true],
  ["x", { "@odata.type": "demo.call" }, false],
  ["x", { "@odata.type": "#demo.other" }, true],
  ["x", [[{ "@odata.type": "#demo.call" }]], false],
])("a dynamic member `%s`: %j", (name, value, want) => {
  expect(isDynamic(name, value, 2, guards)).toBe(want);
});
