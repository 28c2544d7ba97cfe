import { expect, test } from "vitest";
import { settings } from "../../templates/runtime/options.ts";
import { resolve } from "../../templates/runtime/resolve.ts";
import { startRun } from "../../templates/runtime/run.ts";
import type { ObjectShape } from "../../templates/runtime/shape.ts";
import { byTag, rootOf } from "../../templates/runtime/table.ts";
import { wire } from "./model.ts";

const start = () => startRun({ presence: "received", wire }, settings(undefined));
const shapeOf = (name: string, more: Partial<ObjectShape> = {}): ObjectShape => {
  return { kind: "object", name, members: () => [], ...more };
};

test("a namespace that looks like an alias is taken as it stands", () => {
  const shape = shapeOf("d.odd");
  const run = start();
  const found = resolve(run, rootOf(shape, "received"), shape, { "@type": "d.odd" });
  expect(found?.retag).toEqual({ tag: "#d.odd", at: "@type" });
  expect(run.issues).toEqual([]);
});

// Semantics, section 5, `UnresolvedDiscriminator`; here one that must be there.
test.each([
  ["any name", { "@odata.type": "any" }, undefined],
  ["none", {}, { code: "missing-discriminator", path: [], expected: "any type's name" }],
  ["no string", { "@odata.type": 5 }, { code: "wrong-type", path: ["@odata.type"], expected: "a string" }],
])("a discriminator that is data and required: %s", (_title, value, want) => {
  const shape = shapeOf("demo.data", { discriminator: "dataRequired" });
  const run = start();
  const found = resolve(run, rootOf(shape, "received"), shape, value);
  expect(found === undefined).toBe(want !== undefined);
  expect(run.issues).toMatchObject(want === undefined ? [] : [want]);
});

test("types are found by their canonical tag, of each package its own", () => {
  const [one, other] = [shapeOf("demo.a"), shapeOf("demo.b")];
  const [first, second] = [(): ObjectShape[] => [one, other], (): ObjectShape[] => [shapeOf("demo.a")]];
  expect(byTag(first, "#demo.a")).toBe(one);
  expect(byTag(first, "#demo.b")).toBe(other);
  expect(byTag(first, "demo.a")).toBeUndefined();
  expect(byTag(second, "#demo.a")).not.toBe(one);
  expect(byTag(second, "#demo.b")).toBeUndefined();
});
