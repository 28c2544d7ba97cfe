import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { isMembers, PLAIN, readable, type Members } from "../../templates/runtime/own.ts";

class Hidden {
  readonly own: number = 1;
  get inherited(): number {
    return 2;
  }
}

const hidden: Members = Object.defineProperty(new Hidden(), "secret", { value: 3, enumerable: false }) as never;
const heir: Members = Object.create({ state: "old", toString: 5 }, { id: { value: "x" } }) as never;
const alien = runInContext('({ id: "x", constructor: 5 })', createContext()) as Members;

/** What `for…in` sees. */
function seen(members: Members): { [name: string]: unknown } {
  const found: { [name: string]: unknown } = {};
  for (const name in members) found[name] = members[name];
  return found;
}

test.each<[title: string, object: Members, want: { [name: string]: unknown }, itself: boolean]>([
  ["a plain one", { id: "x" }, { id: "x" }, true],
  ["one without a prototype", Object.assign(Object.create(null), { id: "x" }) as never, { id: "x" }, true],
  ["one with a constructor of its own", { constructor: 5, id: "x" }, { constructor: 5, id: "x" }, true],
  ["one of another realm", alien, { id: "x", constructor: 5 }, true],
  ["an instance", hidden, { own: 1, inherited: 2, secret: 3 }, false],
  ["an heir", heir, { id: "x", state: "old" }, false],
])("all that can be read from %s", (_title, object, want, itself) => {
  expect(seen(readable(object))).toEqual(want);
  expect(readable(object) === object).toBe(itself);
});

test("the question that emitted guards ask first finds instances of classes", () => {
  expect([{}, { id: 5 }, JSON.parse("{}")].every((one: Members) => one["constructor"] === PLAIN)).toBe(true);
  expect([hidden, alien, Object.create(null) as Members].some((one) => one["constructor"] === PLAIN)).toBe(false);
});

test("an own member called __proto__ is a member", () => {
  const parsed: unknown = JSON.parse('{ "__proto__": { "id": 5 } }');
  if (!isMembers(parsed)) throw new Error("JSON.parse makes an object");
  expect(Object.keys(readable(parsed))).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(readable(parsed))).toBe(Object.prototype);
});

test.each([
  [{}, true],
  [Object.create(null), true],
  [new Date(0), true],
  [[], false],
  [null, false],
  [() => 5, false],
  ["x", false],
  [undefined, false],
])("%s is an object: %s", (value, want) => {
  expect(isMembers(value)).toBe(want);
});
