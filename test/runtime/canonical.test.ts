import { expect, test } from "vitest";
import { judge } from "./model-cases.ts";

function canonical(...args: Parameters<typeof judge>): object {
  const result = judge(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

test("a canonical value is handed back itself, warnings or not", () => {
  const value = { "@odata.type": "#demo.call", state: "idle", x: 1 };
  expect(canonical("call", value)).toBe(value);
});

test("an unknown member of an enumeration that may grow gives way to unknownFutureValue", () => {
  const value = { state: "new", modalities: ["idle", "newer"] };
  const result = judge("call", value);
  expect(result.ok && result.value).toEqual({
    state: "unknownFutureValue",
    modalities: ["idle", "unknownFutureValue"],
  });
  expect(result.ok && result.warnings.map(({ original }) => original)).toEqual(["new", "newer"]);
  expect(value).toEqual({ state: "new", modalities: ["idle", "newer"] });
});

test("a copy shares what did not change and keeps the order of keys", () => {
  const extra = { a: 1 };
  const kept = { "@odata.type": "#demo.participant" };
  const value = {
    extra,
    state: "new",
    "@type": "d.call",
    participants: [kept, { "@type": "#demo.participant" }],
    tags: ["t"],
  };
  const copy = canonical("call", value);
  expect(Object.keys(copy)).toEqual(["extra", "state", "@odata.type", "participants", "tags"]);
  expect(copy).toMatchObject({ "@odata.type": "#demo.call" });
  expect(Reflect.get(copy, "extra")).toBe(extra);
  expect(Reflect.get(copy, "tags")).toBe(value.tags);
  expect(Reflect.get(copy, "participants")[0]).toBe(kept);
  expect(Reflect.get(copy, "participants")[1]).toEqual({ "@odata.type": "#demo.participant" });
});

test("a copy keeps a discriminator that is right, and none that is absent, and can be changed", () => {
  expect(canonical("call", { "@odata.type": "#demo.call", state: "new" })).toStrictEqual({
    "@odata.type": "#demo.call",
    state: "unknownFutureValue",
  });
  const copy = canonical("call", { "x@odata.type": "#x", state: "new" });
  expect(Object.getOwnPropertyDescriptors(copy)).toStrictEqual(
    Object.getOwnPropertyDescriptors({ "x@odata.type": "#x", state: "unknownFutureValue" }),
  );
});

test("where both spellings agree, the short one is dropped", () => {
  const copy = canonical("call", { "@type": "demo.call", id: "c", "@odata.type": "#demo.call" });
  expect(Object.entries(copy)).toEqual([
    ["id", "c"],
    ["@odata.type", "#demo.call"],
  ]);
  expect(Object.entries(canonical("call", { "@type": "d.call", "@odata.type": undefined }))).toEqual([
    ["@odata.type", "#demo.call"],
  ]);
});

test("a discriminator that is data keeps its spelling", () => {
  expect(canonical("changed", { "@type": "d.call" })).toEqual({ "@odata.type": "d.call" });
  const value = { "@odata.type": "d.call" };
  expect(canonical("changed", value)).toBe(value);
});

test("__proto__ stays data", () => {
  const value: unknown = JSON.parse('{"__proto__":{"polluted":true},"state":"new"}');
  const copy = canonical("call", value);
  expect(Object.keys(copy)).toEqual(["__proto__", "state"]);
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(Reflect.get(copy, "polluted")).toBe(undefined);
});

test("inherited members are judged and kept", () => {
  const value = Object.create({ color: "red", state: "new" });
  expect(canonical("call", value)).toMatchObject({ color: "red", state: "unknownFutureValue" });
  expect(judge("call", Object.create({ retries: "5" }))).toMatchObject({ ok: false, issues: [{ path: ["retries"] }] });
});

test("names that every object inherits something for are members where they are own", () => {
  expect(judge("call", Object.create({ toString: 5 })).ok).toBe(true);
  expect(judge("call", { toString: 5 })).toMatchObject({ ok: false, issues: [{ path: ["toString"] }] });
});

test("a hidden member of an instance that is wrong is refused in its place", () => {
  class Hidden {
    get retries(): string {
      return "5";
    }
  }
  expect(judge("call", new Hidden())).toMatchObject({ ok: false, issues: [{ path: ["retries"] }] });
});
