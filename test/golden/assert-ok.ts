import { expect } from "vitest";
import type { Validation } from "../../generated/src/runtime/validate.ts";
import { findingsOf } from "./examples.ts";

/** Fails with the findings unless the verdict is there and good. */
export function assertOk(
  verdict: Validation<unknown> | undefined,
): asserts verdict is Extract<Validation<unknown>, { ok: true }> {
  expect(verdict).toBeDefined();
  if (verdict?.ok !== true) throw new Error(JSON.stringify(verdict === undefined ? [] : findingsOf(verdict)));
}
