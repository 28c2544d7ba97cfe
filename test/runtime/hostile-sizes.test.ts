/* How much is looked at, counted: what is too much ends the look, whatever a clock says. */
import { expect, test } from "vitest";
import type { ValidateOptions } from "../../templates/runtime/validate.ts";
import { found, guardOf, judge, type TypeName } from "./model-cases.ts";

const million = 1_000_000;
/** Objects take longer to make than to judge. */
const many = 20_000;

interface Counter {
  looks: number;
}

/** Counts the loads from an array or object. */
function watched<T extends object>(target: T, counter: Counter): T {
  return new Proxy(target, {
    get(inner, key, receiver): unknown {
      counter.looks += 1;
      return Reflect.get(inner, key, receiver);
    },
  });
}

function names(count: number, value: unknown): object {
  const object: Record<string, unknown> = {};
  for (let index = 0; index < count; index += 1) object[`x${index}`] = value;
  return object;
}

const tagged = { "@odata.type": "#demo.info", uri: 5 };

test.each<[string, TypeName, (items: unknown[]) => object, unknown]>([
  ["numbers for strings", "call", (tags) => ({ tags }), 5],
  ["numbers for members of an enumeration", "call", (modalities) => ({ modalities }), 5],
  ["numbers for objects", "call", (participants) => ({ participants }), 5],
  ["null for objects", "call", (participants) => ({ participants }), null],
  ["objects with an unknown tag", "call", (participants) => ({ participants }), { "@odata.type": "#x.y" }],
  ["items of a resource", "notification", (resourceData) => ({ resourceData }), {}],
  ["dynamic objects", "identity", (x) => ({ x }), tagged],
  ["dynamic arrays", "identity", (x) => ({ x }), [[tagged]]],
  ["points", "place", (route) => ({ route }), { type: "point" }],
])("a million wrong items end at maxIssues: %s", (_, type, hold, item) => {
  const items = new Array<unknown>(million).fill(item);
  for (const maxIssues of [1, 100]) {
    const counter = { looks: 0 };
    const value = hold(watched(items, counter));
    expect(found(judge(type, value, "received", { maxIssues }))).toHaveLength(maxIssues);
    expect(counter.looks).toBeLessThan(10 * maxIssues + 20);
    counter.looks = 0;
    expect(guardOf(type, "received")(value)).toBe(false);
    expect(counter.looks).toBeLessThan(10);
  }
});

test.each<[string, TypeName, unknown, ValidateOptions]>([
  ["undeclared members under strict", "call", 5, { strict: true }],
  ["dynamic objects that are wrong", "identity", tagged, {}],
])("very many wrong members end at maxIssues: %s", (_, type, member, options) => {
  const counter = { looks: 0 };
  const value = watched(names(many, member), counter);
  const result = judge(type, value, "received", options);
  expect(result.ok).toBe(false);
  expect(found(result)).toHaveLength(100);
  expect(counter.looks).toBeLessThan(1000);
});

test("very many undeclared members are a hundred warnings", () => {
  const value = names(many, 5);
  const result = judge("call", value);
  expect(result.ok && result.value).toBe(value);
  expect(found(result)).toHaveLength(100);
});

test("very many dynamic members are looked at once each", () => {
  const counter = { looks: 0 };
  const value = watched(names(many, 5), counter);
  expect(guardOf("identity", "received")(value)).toBe(true);
  expect(counter.looks).toBeLessThan(many + 100);
});

test("of a million unknown members only the reported ones are put into words", () => {
  let described = 0;
  const modalities = new Array<unknown>(100_000).fill("new");
  const result = judge("call", { modalities });
  for (const { original } of result.ok ? result.warnings : []) described += original === "new" ? 1 : 0;
  expect(described).toBe(100);
  expect(result.ok && (result.value as { modalities: string[] }).modalities.length).toBe(100_000);
});
