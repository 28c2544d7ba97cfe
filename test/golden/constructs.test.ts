import { describe, expect, test } from "vitest";
import { runCase } from "./cases.ts";
import { type Construct, constructsOf } from "./constructs.ts";
import { updating } from "./mode.ts";

/** For each thing that a plan can ask for, a case that has it. */
const cases: { readonly [C in Construct]: string } = {
  "modules=types": "complex-type",
  "modules=enums": "enum",
  "modules=guards": "complex-type",
  "modules=enumGuards": "enum",
  "modules=tagged": "complex-type",
  "modules=tags": "complex-type",
  "modules=shapes": "complex-type",
  "modules=validators": "complex-type",
  "modules=factories": "factory-init",
  "modules=operationTypes": "action-bound",
  "modules=operationValidators": "action-bound",
  "modules=barrel": "complex-type",
  "modules=dynamicMembers": "open-type",
  "modules=registry": "operation-keys",
  "modules=wire": "option-service-root",
  "items=interface": "complex-type",
  "items=alias": "presences-equal",
  "type=name": "complex-type",
  "type=literal": "complex-type",
  "type=array": "action-bound",
  "type=union": "inheritance-abstract-base",
  "item=name": "collection-of-complex",
  "item=union": "collection-nullable-items",
  "test=typeof": "primitives-all",
  "test=call": "primitives-all",
  "test=array": "collection-of-complex",
  "absence=nullish": "nullable-and-not-nullable",
  "absence=undefined": "nullable-and-not-nullable",
  "absence=none": "nullable-and-not-nullable",
  "absence=anyNullish": "untyped",
  "absence=anyUndefined": "untyped",
  "absence=anyNone": "untyped",
  "mode=declared": "complex-type",
  "mode=data": "unresolved-discriminator",
  "mode=dataRequired": "option-derived-none",
  "mode=parameters": "action-bound",
  "discriminator=declared": "complex-type",
  "discriminator=required": "inheritance-abstract-base",
  "discriminator=data": "unresolved-discriminator",
  "discriminator=dataRequired": "option-derived-none",
  "discriminator=none": "action-bound",
  "never=true": "abstract-without-descendants",
  "never=false": "complex-type",
  "index=true": "option-open-types-index",
  "index=false": "open-type",
  "optional=true": "nullable-and-not-nullable",
  "optional=false": "nullable-and-not-nullable",
  "flags=true": "enum-flags",
  "flags=false": "enum",
  "initRequired=true": "factory-init",
  "initRequired=false": "factory-init",
  "empty=true": "enum-empty",
  "empty=false": "enum",
  "ieee754Compatible=true": "option-ieee754-compatible",
  "ieee754Compatible=false": "complex-type",
  aliases: "presences-equal",
  arguments: "facets-decimal",
  as: "import-aliases",
  base: "inheritance-three-levels",
  definitions: "type-definition",
  deprecated: "deprecated-revisions",
  exportName: "option-modules",
  namespace: "geography",
  open: "open-type",
  partition: "partition",
  results: "operation-results",
  serviceRoot: "option-service-root",
  stars: "import-aliases",
  variants: "inheritance-three-levels",
  whole: "complex-type",
};

const byCase = new Map<string, string[]>();
for (const [construct, name] of Object.entries(cases)) byCase.set(name, [...(byCase.get(name) ?? []), construct]);

describe.skipIf(updating)("each construct that can be emitted has a case", () => {
  test.each([...byCase])("%s", async (name, constructs) => {
    const found = constructsOf((await runCase(name)).plan);
    expect(constructs.filter((construct) => !found.has(construct))).toEqual([]);
  });

  test("a construct that a case has not is missed", async () => {
    const found = constructsOf((await runCase("complex-type")).plan);
    const others = ["modules=enums", "mode=data", "index=true", "partition", "serviceRoot"];
    expect(others.filter((construct) => found.has(construct))).toEqual([]);
  });
});
