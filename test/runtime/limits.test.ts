import { expect, test } from "vitest";
import { found, judge } from "./model-cases.ts";

test("a million wrong items cost as much as a hundred", () => {
  let looked = 0;
  const items = new Proxy(new Array(1_000_000).fill(5), {
    get(target, key, receiver) {
      looked += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  const result = judge("call", { tags: items });
  expect(found(result)).toHaveLength(100);
  expect(looked).toBeLessThan(500);
});

test("a million warnings are counted, a hundred are kept, and later errors displace them", () => {
  const participants = Array.from({ length: 100_000 }, () => ({ x: 1 }));
  const warned = judge("call", { participants });
  expect(warned.ok && warned.warnings.length).toBe(100);
  const result = judge("call", { participants, retries: "5", color: "x" });
  expect(found(result)).toHaveLength(100);
  expect(found(result).slice(97)).toEqual([
    "warning: undeclared-property /participants/97/x",
    "wrong-type /retries",
    "unknown-enum-member /color",
  ]);
});

test.each([0, 1, 2, Infinity])("maxIssues %s", (maxIssues) => {
  const wrong = judge("call", { x: 1, retries: "5", tags: [1, 2, 3] }, "received", { maxIssues });
  expect(found(wrong)).toHaveLength(Math.min(5, maxIssues));
  const right = judge("call", { x: 1, y: 1, state: "new" }, "received", { maxIssues });
  expect(found(right)).toHaveLength(Math.min(3, maxIssues));
  expect(right.ok && right.value).toMatchObject({ state: "unknownFutureValue" });
});
