import { expect, test } from "vitest";
import { partitionCollection, validateCollection } from "../../templates/runtime/collection.ts";
import type { ValidateOptions } from "../../templates/runtime/validate.ts";
import { found, judge } from "./model-cases.ts";

const wrong = { x: 1, retries: "5", tags: [1, 2, 3] };
const crowd = { tags: new Array(1000).fill(5) };

/** Options as plain JavaScript may hand them over. */
function options(given: unknown): ValidateOptions {
  return given as ValidateOptions;
}

test.each([null, undefined, 5, "strict", true, [], () => 5, new Map(), Symbol("s")])(
  "options that are %s are no options",
  (given) => {
    expect(judge("call", wrong, "received", options(given))).toEqual(judge("call", wrong));
    expect(found(judge("call", crowd, "received", options(given)))).toHaveLength(100);
    const item = (value: unknown, own?: ValidateOptions): ReturnType<typeof judge> =>
      judge("call", value, "received", own);
    expect(validateCollection(item)({ value: [{}] }, options(given)).ok).toBe(true);
    expect(partitionCollection(item)({ value: [{}, 5] }, options(given))).toMatchObject({ valid: [{}], invalid: [{}] });
  },
);

test.each([
  [Number.NaN, 100],
  ["5", 100],
  [null, 100],
  [{}, 100],
  [-1, 0],
  [-Infinity, 0],
  [0, 0],
  [0.9, 0],
  [2.9, 2],
  [Infinity, 1000],
])("maxIssues %s means %d", (maxIssues, want) => {
  const result = judge("call", crowd, "received", options({ maxIssues }));
  expect(result.ok).toBe(false);
  expect(found(result)).toHaveLength(want);
});

test("options that cannot be read are no options", () => {
  const refuses = new Proxy(
    {},
    {
      get: () => {
        throw new Error("no");
      },
    },
  );
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const given of [refuses, proxy]) {
    expect(judge("call", wrong, "received", options(given))).toEqual(judge("call", wrong));
  }
});

test("a fraction of an issue is none, for warnings too", () => {
  const result = judge("call", { a: 1, b: 1, c: 1, d: 1 }, "received", { maxIssues: 2.5 });
  expect(result.ok && result.warnings).toHaveLength(2);
  const mixed = judge("call", { a: 1, b: 1, c: 1, retries: "5" }, "received", { maxIssues: 2.5 });
  expect(found(mixed)).toEqual(["warning: undeclared-property /a", "wrong-type /retries"]);
});

test.each([
  [Number.NaN, true],
  ["600", true],
  [null, true],
  [-1e9, true],
  [511, true],
  [512, false],
  [1e9, false],
  [Infinity, false],
])("a depth of %s around an empty object", (depth, ok) => {
  expect(judge("call", {}, "received", options({ depth })).ok).toBe(ok);
});

test("a depth below zero gives no room", () => {
  let value: unknown = {};
  for (let level = 0; level < 512; level += 1) value = { parent: value };
  expect(judge("call", value, "received", { depth: -100 })).toMatchObject({ issues: [{ code: "too-deep" }] });
});

test.each([true, 1, "yes", {}])("strict %s is strict", (strict) => {
  expect(judge("call", { x: 1 }, "received", options({ strict })).ok).toBe(false);
});
