import { expect, test } from "vitest";
import { assertValid, parse, type Validation } from "../../templates/runtime/validate.ts";
import { guardOf, judge } from "./model-cases.ts";
import { call, wire } from "./model.ts";

const is = guardOf("call", "received");
const terms = { presence: "received", wire } as const;
const boom = (): never => {
  throw new Error("boom");
};
const everything: ProxyHandler<object> = {
  get: boom,
  has: boom,
  ownKeys: boom,
  getOwnPropertyDescriptor: boom,
  getPrototypeOf: boom,
};
const throwing = (name: string): object => Object.defineProperty({}, name, { get: boom, enumerable: true });
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

test.each([
  ["a getter of a declared member", throwing("state")],
  ["the discriminator's getter", throwing("@odata.type")],
  ["a getter far inside", { parent: { parent: throwing("id") } }],
  ["a getter in untyped content", { extra: throwing("x") }],
  ["an item's getter", { participants: [throwing("id")] }],
  ["a proxy", new Proxy({}, everything)],
  ["a proxy inside", { source: new Proxy({}, everything) }],
  ["a revoked proxy", revoked()],
  ["a revoked proxy inside", { participants: [revoked()] }],
  ["an array that is a proxy", { participants: new Proxy([], everything) }],
])("%s that throws is one issue", (_, value) => {
  expect(is(value)).toBe(false);
  expect(judge("call", value)).toMatchObject({ ok: false, issues: { length: 1, 0: { code: "wrong-type", path: [] } } });
  expect(() => assertValid(is, call, terms, value)).toThrow("The value throws when it is read.");
});

test.each([
  ["an undeclared getter", throwing("x")],
  ["a proxy that hides its keys", new Proxy({ color: "red" }, { ownKeys: boom })],
])("%s that throws does no harm: the guard does not look there", (_, value) => {
  expect(is(value)).toBe(true);
  const result = judge("call", value);
  expect(result.ok && result.value).toBe(value);
  expect(judge("call", value, "received", { strict: true }).ok).toBe(false);
});

test("a value that changes while it is read is not handed out", () => {
  let reads = 0;
  const value = Object.defineProperty({}, "retries", { enumerable: true, get: () => ((reads += 1) < 2 ? 5 : "5") });
  const results: Validation<object>[] = [];
  for (let round = 0; round < 3; round += 1) results.push(judge("call", value));
  expect(results[0]).toMatchObject({ ok: false, issues: [{ code: "wrong-type" }] });
});

test.each([Symbol("s"), 5n, () => 5, Number.NaN, new Date(0), new Map(), Object.create(null)])(
  "%s is judged without an exception",
  (value) => {
    for (const given of [value, { state: value }, { extra: value }, { source: value }, { tags: [value] }]) {
      const result = judge("call", given);
      expect(is(given)).toBe(result.ok);
    }
  },
);

test("assert throws exactly when the guard is false, parse hands out the canonical value", () => {
  expect(() => assertValid(is, call, terms, { state: "idle" })).not.toThrow();
  expect(() => assertValid(is, call, terms, { x: 1, state: "new" })).toThrow(
    /^\/state: Expected one of "idle", "running"/,
  );
  expect(() => assertValid(is, call, terms, { retries: "5", tags: 1 })).toThrow(/^\/retries: .* \(and 1 more\)$/);
  expect(parse(is, call, terms, { state: "new" })).toEqual({ state: "unknownFutureValue" });
  expect(() => parse(is, call, terms, { retries: "5" })).toThrow("/retries: Expected an integer from -2147483648");
});

test("assert throws even where the reason was dropped for lack of room", () => {
  const crowded = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x${index}`, index]));
  const value = { ...crowded, state: "new" };
  expect(() => assertValid(is, call, terms, value)).toThrow(
    "the value: The value is legal, but not in canonical form.",
  );
});
