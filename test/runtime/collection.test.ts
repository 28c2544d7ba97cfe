import { expect, test } from "vitest";
import {
  partitionCollection,
  validateCollection,
  validateCollectionIeee754,
} from "../../templates/runtime/collection.ts";
import { partition, partitionNullable } from "../../templates/runtime/partition.ts";
import type { Validator } from "../../templates/runtime/validate.ts";
import { found, guardOf, judge } from "./model-cases.ts";
import { call, wire } from "./model.ts";

const item: Validator<object> = (value, options) => judge("call", value, "received", options);
const validate = validateCollection(item);

// OData JSON 4.01 sections 4.6 and 12.
test.each([
  [{ value: [] }, []],
  [
    {
      "@odata.context": "c",
      "@odata.count": 5,
      "@odata.nextLink": "n",
      "@odata.deltaLink": "d",
      "@x.y": 1,
      value: [{}],
    },
    [],
  ],
  [{ "@odata.count": undefined, value: [] }, []],
  [{ "@odata.count": "5", value: [] }, ["wrong-type /@odata.count"]],
  [{ "@odata.count": 1.5, value: [] }, ["bad-format /@odata.count"]],
  [
    { "@odata.count": null, "@odata.nextLink": null, value: [] },
    ["null-not-allowed /@odata.count", "null-not-allowed /@odata.nextLink"],
  ],
  [
    { "@odata.nextLink": 5, "@odata.deltaLink": 5, "@odata.context": 5, value: [] },
    ["wrong-type /@odata.nextLink", "wrong-type /@odata.deltaLink", "wrong-type /@odata.context"],
  ],
  [{}, ["missing-required /value"]],
  [{ value: undefined }, ["missing-required /value"]],
  [{ value: null }, ["null-not-allowed /value"]],
  [{ value: {} }, ["expected-array /value"]],
  [[], ["expected-object "]],
  [null, ["expected-object "]],
  [{ value: [], x: 1, y: undefined }, ["warning: undeclared-property /x"]],
  // What a service offers for a collection stands beside its items (OData JSON 4.01 sections 16 and 17).
  [{ value: [], "#test.Empty": { target: "https://shop.example/Orders/test.Empty" } }, []],
  [{ value: [{ "items#test.Empty": {}, "#test.Pay": {} }] }, []],
  [
    { x: 1, value: [{ y: 1 }, { retries: "5" }, null, 5] },
    [
      "warning: undeclared-property /x",
      "warning: undeclared-property /value/0/y",
      "wrong-type /value/1/retries",
      "null-not-allowed /value/2",
      "expected-object /value/3",
    ],
  ],
])("%j gives %j", (value, want) => {
  expect(found(validate(value))).toEqual(want);
});

test("the collection itself comes back, or a copy with canonical items", () => {
  const value = { value: [{ id: "a" }, { id: "b" }], "@odata.count": 2 };
  const same = validate(value);
  expect(same.ok && same.value).toBe(value);
  const copied = validate({ "@odata.count": 2, value: [value.value[0], { state: "new" }], "@x.y": 1 });
  expect(copied.ok && Object.entries(copied.value)).toEqual([
    ["@odata.count", 2],
    ["value", [{ id: "a" }, { state: "unknownFutureValue" }]],
    ["@x.y", 1],
  ]);
  expect(copied.ok && copied.value.value[0]).toBe(value.value[0]);
});

test("options reach the items, and the limits hold for all of them together", () => {
  expect(validate({ value: [{ x: 1 }] }, { strict: true }).ok).toBe(false);
  expect(validate({ x: 1, value: [] }, { strict: true }).ok).toBe(false);
  const many = { value: Array.from({ length: 1000 }, () => ({ retries: "5" })) };
  expect(found(validate(many, { maxIssues: 3 }))).toEqual(
    [0, 1, 2].map((index) => `wrong-type /value/${index}/retries`),
  );
  let deep: unknown = {};
  for (let level = 0; level < 509; level += 1) deep = { parent: deep };
  expect(validate({ value: [deep] }).ok).toBe(true);
  expect(validate({ value: [{ parent: deep }] }).ok).toBe(false);
});

test.each([0, 0.5, -1])("maxIssues %s leaves the verdict as it is", (maxIssues) => {
  expect(validate({ value: [5, {}] }, { maxIssues })).toEqual({ ok: false, issues: [] });
  expect(validate({ value: [{ x: 1 }] }, { maxIssues })).toMatchObject({ ok: true, warnings: [] });
  const throwing = {
    get value() {
      throw new Error("boom");
    },
  };
  for (const value of [5, throwing, { value: 5 }]) {
    expect(validate(value, { maxIssues })).toEqual({ ok: false, issues: [] });
    expect(partitionCollection(item)(value, { maxIssues })).toEqual({ valid: [], invalid: [], issues: [] });
  }
  expect(partitionCollection(item)({ value: [null, 5, new Array(1)] }, { maxIssues }).invalid).toEqual([
    { index: 0, issues: [] },
    { index: 1, issues: [] },
    { index: 2, issues: [] },
  ]);
});

test("the first hole ends the look", () => {
  const value: unknown[] = [{ id: "a" }];
  value.length = 2 ** 32 - 1;
  expect(found(validate({ value }, { maxIssues: Infinity }))).toEqual(["wrong-type /value/1"]);
  expect(partitionCollection(item)({ value })).toMatchObject({
    valid: [{ id: "a" }],
    invalid: [{ index: 1, issues: [{ code: "wrong-type", path: [] }] }],
  });
});

test("IEEE754Compatible counts are strings", () => {
  const validateText = validateCollectionIeee754(item);
  expect(validateText({ "@odata.count": "9007199254740993", value: [] }).ok).toBe(true);
  expect(found(validateText({ "@odata.count": 5, value: [] }))).toEqual(["wrong-type /@odata.count"]);
});

test.each([1, 2, 3, 4, 5])("what is read otherwise after %i times is no data in a copy", (times) => {
  let left = times;
  const value = Object.defineProperty({ value: [{ state: "new" }] }, "@odata.count", {
    enumerable: true,
    get: () => (left-- > 0 ? 1 : "x"),
  });
  const result = validate(value);
  if (result.ok) expect(result.value["@odata.count"]).toBe(1);
  else expect(found(result)).toEqual(["wrong-type "]);
});

test("a copy keeps what the collection inherits", () => {
  class Page {
    value = [{ state: "new" }];
    get "@odata.nextLink"(): string {
      return "n";
    }
  }
  const result = validate(new Page());
  expect(result.ok && result.value["@odata.nextLink"]).toBe("n");
  expect(result.ok && result.value.value).toEqual([{ state: "unknownFutureValue" }]);
});

test("collections that throw are one issue", () => {
  const boom = Object.defineProperty({ value: [] }, "@odata.nextLink", {
    enumerable: true,
    get: () => {
      throw new Error("boom");
    },
  });
  expect(found(validate(boom))).toEqual(["wrong-type "]);
  const proxy = new Proxy({}, { get: () => boom["@odata.nextLink" as keyof typeof boom] });
  expect(found(validate(proxy))).toEqual(["wrong-type "]);
  expect(partitionCollection(item)(proxy)).toMatchObject({ valid: [], invalid: [], issues: { length: 1 } });
});

test("a partition keeps what is valid, says what is wrong with the rest, and begins paths at the item", () => {
  const good = { id: "a" };
  const value = { other: 1, value: [good, { retries: "5" }, null, { state: "new" }] };
  const result = partition(guardOf("call", "received"), call, { presence: "received", wire }, value);
  expect(result.valid).toEqual([good, { state: "unknownFutureValue" }]);
  expect(result.valid[0]).toBe(good);
  expect(result.invalid.map(({ index, issues }) => [index, issues.map(({ code, path }) => [code, path])])).toEqual([
    [1, [["wrong-type", ["retries"]]]],
    [2, [["null-not-allowed", []]]],
  ]);
  expect(result.issues).toBe(undefined);
});

test("a partition of items that may be null keeps those", () => {
  const value = { value: [null, { retries: "5" }, { id: "a" }] };
  const result = partitionNullable(guardOf("call", "received"), call, { presence: "received", wire }, value);
  expect(result.valid).toEqual([null, { id: "a" }]);
  expect(result.invalid).toMatchObject([{ index: 1, issues: [{ code: "wrong-type", path: ["retries"] }] }]);
});

test.each([
  [5, "expected-object", []],
  [{}, "missing-required", ["value"]],
  [{ value: "x" }, "expected-array", ["value"]],
  [{ value: null }, "null-not-allowed", ["value"]],
])("a partition of %j has nothing to look at", (value, code, path) => {
  const result = partitionCollection(item)(value);
  expect(result).toMatchObject({ valid: [], invalid: [], issues: [{ code, path }] });
});

test("items of a partition stand three deep", () => {
  let deep: unknown = {};
  for (let level = 0; level < 509; level += 1) deep = { parent: deep };
  expect(partitionCollection(item)({ value: [deep, { parent: deep }] })).toMatchObject({
    valid: [{}],
    invalid: [{ index: 1 }],
  });
});
