import { expect, test } from "vitest";
import { declaredNames, namesDeclaredBy } from "../../templates/runtime/declared-names.ts";
import { dynamicMembers, withDynamic } from "../../templates/runtime/dynamic-members.ts";
import { appMedia, info, media } from "./model.ts";

test("dynamic members are what is neither declared nor an annotation nor undefined", () => {
  const value = {
    "@odata.type": "#demo.identity",
    id: "i",
    name: "n",
    gone: undefined,
    none: null,
    "name@odata.type": "#String",
    "#demo.answer": {},
  };
  expect({ ...dynamicMembers(value, ["id"]) }).toEqual({ name: "n", none: null });
  expect({ ...dynamicMembers({ a: 1 }) }).toEqual({ a: 1 });
});

test("arrays have no dynamic members", () => {
  expect(Object.keys(dynamicMembers([{ a: 1 }]))).toEqual([]);
});

test("declared names are those of the base types as well, theirs first", () => {
  expect([declaredNames(media), declaredNames(appMedia)]).toEqual([["muted"], ["muted", "blob"]]);
});

test.each([
  ["neither is known", undefined, undefined, undefined],
  ["the tag alone is known", undefined, appMedia, ["muted", "blob"]],
  ["what is said alone is known", media, undefined, ["muted"]],
  ["the tag names what derives from what is said", media, appMedia, ["muted", "blob"]],
  ["the tag names what is said", appMedia, appMedia, ["muted", "blob"]],
  ["the tag names something else, as it is data", info, appMedia, ["uri", "resourceId"]],
  ["the tag names a base of what is said", appMedia, media, ["muted", "blob"]],
])("where %s", (_title, said, tagged, want) => {
  expect(namesDeclaredBy(said, tagged)).toEqual(want);
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

test("withDynamic keeps what guards read from the value, inherited or hidden, as plain data", () => {
  class Info {
    get uri(): string {
      return "u";
    }
  }
  const value = Object.defineProperty(new Info(), "resourceId", { value: "r", enumerable: false });
  const added = withDynamic(value, { name: "n" }, ["uri", "resourceId"]);
  expect({ ...added }).toEqual({ uri: "u", resourceId: "r", name: "n" });
  expect(() => withDynamic(value, { uri: 5 }, [])).toThrow(TypeError);
});

test.each([
  ["id", '"id" is declared or in use; a dynamic member needs a name of its own.'],
  ["within", '"within" is declared or in use; a dynamic member needs a name of its own.'],
  ["@odata.type", '"@odata.type" is an annotation or an operation, and no dynamic member.'],
  ["name@odata.type", '"name@odata.type" is an annotation or an operation, and no dynamic member.'],
  ["#shop.Pay", '"#shop.Pay" is an annotation or an operation, and no dynamic member.'],
])("withDynamic refuses the name %s", (name, message) => {
  expect(() => withDynamic({ id: "i" }, { [name]: 5 }, ["id", "within"])).toThrow(new TypeError(message));
});
