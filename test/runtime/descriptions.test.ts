import { expect, test } from "vitest";
import type { EnumShape, ObjectShape } from "../../templates/runtime/shape.ts";
import { startRun } from "../../templates/runtime/run.ts";
import { resolve } from "../../templates/runtime/resolve.ts";
import { rootOf } from "../../templates/runtime/table.ts";
import { walkEnum } from "../../templates/runtime/walk-enum.ts";
import { wire } from "./model.ts";

const start = () => startRun({ presence: "received", wire }, { strict: false, depth: 0, maxIssues: 10 });
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}`);
const listed = (from: readonly string[]): string => from.map((name) => `"${name}"`).join(", ");

test.each<[members: string[], flags: boolean, expected: string]>([
  [[], false, "a member of demo.e, which has none"],
  [[], true, "a member of demo.e, which has none"],
  [["a"], false, 'one of "a"'],
  [names(12), false, `one of ${listed(names(12))}`],
  [names(13), false, `one of ${listed(names(12))} … (13 in all)`],
  [["a", "b"], true, 'members of demo.e, each once, with commas between them: "a", "b"'],
])("of an enumeration of %j (flags: %s) %s is expected", (members, flags, expected) => {
  const shape: EnumShape = { kind: "enum", name: "demo.e", members, flags };
  const run = start();
  walkEnum(run, shape, "create", "?");
  walkEnum(run, shape, "create", {});
  expect(run.issues.map((issue) => [issue.code, issue.expected])).toEqual([
    ["unknown-enum-member", expected],
    ["wrong-type", expected],
  ]);
});

const variant = (name: string): ObjectShape => ({ kind: "object", name, members: () => [] });
test.each<[variants: string[], expected: string]>([
  [[], "a concrete type, of which the package has none here"],
  [["a"], '"#a"'],
  [["a", "b"], 'one of "#a", "#b"'],
  [names(8), `one of ${listed(names(8).map((name) => `#${name}`))}`],
  [names(9), `one of ${listed(names(8).map((name) => `#${name}`))} … (9 in all)`],
])("of an abstract type with the variants %j, %s is expected", (variants, expected) => {
  const shape: ObjectShape = {
    kind: "object",
    name: "demo.base",
    discriminator: "required",
    variants: () => variants.map(variant),
    members: () => [],
  };
  const run = start();
  const root = rootOf(shape, "received");
  expect([resolve(run, root, shape, {}), resolve(run, root, shape, { "@odata.type": "#demo.base" })]).toEqual([
    undefined,
    undefined,
  ]);
  expect(run.issues.map((issue) => [issue.code, issue.expected])).toEqual([
    ["missing-discriminator", expected],
    ["unexpected-type", expected],
  ]);
});
