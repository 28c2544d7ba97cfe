import { expect, test } from "vitest";
import { dynamicMembers, withDynamic } from "../../templates/runtime/dynamic-members.ts";

test("dynamic members are what is neither declared nor an annotation nor undefined", () => {
  const value = {
    "@odata.type": "#demo.identity",
    id: "i",
    name: "n",
    gone: undefined,
    none: null,
    "name@odata.type": "#String",
  };
  expect({ ...dynamicMembers(value, ["id"]) }).toEqual({ name: "n", none: null });
  expect({ ...dynamicMembers({ a: 1 }) }).toEqual({ a: 1 });
});

test("prototype names are data like any other", () => {
  const members = dynamicMembers(JSON.parse('{"__proto__":{"x":1},"constructor":2}'));
  expect(Object.keys(members)).toEqual(["__proto__", "constructor"]);
  expect(members["x"]).toBe(undefined);
  expect(members["toString"]).toBe(undefined);
});

test("withDynamic returns a new object and leaves the old one alone", () => {
  const value = { id: "i" };
  const added: { id: string } = withDynamic(value, JSON.parse('{"name":"n","__proto__":5}'), ["id", "within"]);
  expect(Object.entries(added)).toEqual([
    ["id", "i"],
    ["name", "n"],
    ["__proto__", 5],
  ]);
  expect(value).toEqual({ id: "i" });
});

test.each(["id", "within", "@odata.type", "name@odata.type"])("withDynamic refuses the name %s", (name) => {
  expect(() => withDynamic({ id: "i" }, { [name]: 5 }, ["id", "within"])).toThrow(TypeError);
});
