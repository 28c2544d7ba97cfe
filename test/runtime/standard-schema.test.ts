import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expect, expectTypeOf, test } from "vitest";
import { standardSchema } from "../../templates/runtime/standard-schema.ts";
import { guardOf } from "./model-cases.ts";
import { call, wire } from "./model.ts";

const schema = standardSchema(guardOf("call", "received"), call, { presence: "received", wire });

test("the schema is one by the types of the standard", () => {
  const standard: StandardSchemaV1<unknown, object> = schema;
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<object>();
  expectTypeOf<StandardSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<object>();
  expect(standard["~standard"]).toMatchObject({ version: 1, vendor: "odata-bindgen" });
});

test("it hands out the canonical value, and errors only", () => {
  const { validate } = schema["~standard"];
  expect(validate({ x: 1, state: "new" })).toEqual({ value: { x: 1, state: "unknownFutureValue" } });
  expect(validate({ x: 1, retries: "5" })).toMatchObject({ issues: [{ path: ["retries"] }] });
});
