/* What no JSON text yields, and programs hand over all the same: nothing of it throws, and guard and validator agree. */
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { found, guardOf, judge, typeNames } from "./model-cases.ts";

const is = guardOf("call", "received");

class Sparse extends Array<unknown> {}

function args(..._: readonly unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}

function cyclic(): object {
  const value: Record<string, unknown> = { "@odata.type": "#demo.identity" };
  return Object.assign(value, { within: value, x: [value], "@odata.type": "#demo.identity" });
}

function dag(levels: number): object {
  let value: object = { id: "i" };
  for (let level = 0; level < levels; level += 1) value = { a: value, b: value };
  return value;
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const lying = Object.assign(Object.create(Array.prototype) as object, { length: 3 });
const endless = new Proxy([] as unknown[], { get: (_, key) => (key === "length" ? Infinity : undefined) });
const overridden = Object.defineProperties(new Sparse("a", "b"), {
  [Symbol.iterator]: { value: () => expect.fail("nobody iterates") },
  map: { value: () => expect.fail("nobody maps") },
  every: { value: () => expect.fail("nobody asks every item") },
});

const exotic: readonly (readonly [string, unknown])[] = [
  ["a date", new Date(0)],
  ["an invalid date", new Date(Number.NaN)],
  ["a map", new Map([["state", "idle"]])],
  ["a set", new Set([1])],
  ["a weak map", new WeakMap()],
  ["a promise", Promise.resolve({})],
  ["an error", new Error("x")],
  ["a regular expression", /x/],
  ["bytes", new Uint8Array([1, 2, 3])],
  ["a buffer", Buffer.from("x")],
  ["numbers", new Float64Array(3)],
  ["a view", new DataView(new ArrayBuffer(8))],
  ["a boxed string", new String("idle")],
  ["a boxed number", new Number(5)],
  ["a boxed symbol", Object(Symbol("s"))],
  ["a boxed BigInt", Object(5n)],
  ["a symbol", Symbol("s")],
  ["a BigInt", 5n],
  ["a function", () => 5],
  ["a class", Sparse],
  ["a generator", (function* () {})()],
  ["arguments", args("a", "b")],
  ["a frozen object", Object.freeze({ id: "i" })],
  ["a sealed array", Object.seal(["a"])],
  ["an object without prototype", Object.assign(Object.create(null) as object, { id: "i" })],
  ["an object with a prototype of its own", Object.create({ id: "i", state: "idle" })],
  ["an object with a wrong one", Object.create({ id: 5, "@odata.etag": 5 })],
  ["an object whose prototype is an array", Object.create([])],
  ["an array that is none", lying],
  ["an array with members", Object.assign(["a"], { id: 5, "@odata.type": 5 })],
  ["an array with holes", [, "a", ,]],
  ["a class of arrays", overridden],
  ["an object of another realm", runInNewContext("({ id: 'i', x: [{}] })")],
  ["an array of another realm", runInNewContext("['a']")],
  ["a date of another realm", runInNewContext("new Date(0)")],
  ["a circle", cyclic()],
  ["shared parts", dag(8)],
  ["a revoked proxy", revoked({})],
  ["a revoked array", revoked([])],
  ["a proxy of an array", new Proxy(["a"], {})],
  ["a proxy of a function", new Proxy(() => 5, {})],
  ["not a number", Number.NaN],
  ["infinity", Infinity],
];

test.each(exotic)("%s, wherever it stands", (_, value) => {
  for (const name of typeNames) {
    for (const presence of ["received", "create"] as const) {
      const places = ["state", "tags", "extra", "source", "participants", "x", "notes", "resourceData", "area", "id"];
      const holders: unknown[] = places.map((place) => ({ [place]: value }));
      for (const given of [value, [value], { tags: [value], notes: [value], x: [[value]] }, ...holders]) {
        const result = judge(name, given, presence);
        expect(guardOf(name, presence)(given)).toBe(result.ok && result.value === given);
      }
    }
  }
});

test.each([
  ["strings", "tags", [], ["wrong-type /tags/0"]],
  ["strings, some there", "tags", ["a"], ["wrong-type /tags/1"]],
  ["objects", "participants", [], ["wrong-type /participants/0"]],
  ["members of an enumeration", "modalities", [], ["wrong-type /modalities/0"]],
  ["untyped content", "extra", [], ["wrong-type /extra/0"]],
  ["arrays in untyped content", "extra", [5], ["wrong-type /extra/1"]],
])("four billion holes in an array of %s are one issue", (_, name, items: unknown[], want) => {
  items.length = 2 ** 32 - 1;
  const value = { [name]: items };
  expect(is(value)).toBe(false);
  expect(found(judge("call", value, "received", { maxIssues: Infinity }))).toEqual(want);
});

test.each([
  ["dynamic members", "identity", "x", "wrong-type /x/0"],
  ["a collection of untyped", "place", "notes", "wrong-type /notes/0"],
  ["another one", "place", "remarks", "wrong-type /remarks/0"],
  ["geography", "place", "route", "wrong-type /route/0"],
] as const)("four billion holes in %s are one issue", (_, type, name, want) => {
  const value = { [name]: new Array(2 ** 32 - 1) };
  expect(guardOf(type, "received")(value)).toBe(false);
  expect(found(judge(type, value))).toEqual([want]);
});

test("four billion holes after an item in another form are not copied", () => {
  const items: unknown[] = [{ "@type": "#demo.info" }];
  items.length = 2 ** 32 - 1;
  expect(found(judge("identity", { x: items }))).toEqual(["warning: non-canonical-type /x/0/@type", "wrong-type /x/1"]);
});

test("an array without end that gives nothing ends at its first item", () => {
  expect(is({ tags: endless })).toBe(false);
  expect(judge("call", { tags: endless }).ok).toBe(false);
});

test("a circle without a fault in it ends at the depth limit, with no more issues than asked for", () => {
  const value = cyclic();
  expect(guardOf("identity", "received")(value)).toBe(false);
  const result = judge("identity", value, "received", { maxIssues: 3 });
  expect(found(result)).toHaveLength(3);
  expect(result).toMatchObject({ ok: false, issues: [{ code: "too-deep" }, {}, {}] });
});

test("no method of a value is ever called", () => {
  const called: string[] = [];
  const names = ["toJSON", "toString", "valueOf", "then", "constructor", "hasOwnProperty", "get", "has", "keys"];
  const methods = Object.fromEntries(names.map((name) => [name, () => called.push(name)]));
  const value = { ...methods, [Symbol.toPrimitive]: () => called.push("toPrimitive"), id: methods, tags: [methods] };
  for (const name of typeNames) {
    judge(name, value);
    judge(name, { state: value, source: value, x: value, extra: value });
    guardOf(name, "received")(value);
  }
  expect(called).toEqual([]);
});
