import { expect, test } from "vitest";
import { isODataError } from "../../templates/runtime/envelope.ts";

const error = { code: "BadRequest", message: "No." };

// OData JSON 4.01 section 21.1.
test.each([
  [{ error }, true],
  [{ error: { ...error, target: null, details: [], innererror: { any: 1 } } }, true],
  [{ error: { ...error, target: "x", details: [{ ...error, target: "y" }], innerError: { date: "d" } } }, true],
  [{ error: { ...error, details: undefined } }, true],
  [{ error: { ...error, details: null } }, true],
  [{ error: { code: "x" } }, false],
  [{ error: { message: "x" } }, false],
  [{ error: { code: 400, message: "x" } }, false],
  [{ error: { ...error, target: 5 } }, false],
  [{ error: { ...error, details: {} } }, false],
  [{ error: { ...error, details: [null] } }, false],
  [{ error: { ...error, details: new Array(1) } }, false],
  [{ error: [error] }, false],
  [{ error: "x" }, false],
  [{}, false],
  [null, false],
  ["x", false],
])("%j: %s", (value, want) => {
  expect(isODataError(value)).toBe(want);
});

test("a getter that throws is no error response", () => {
  const value = Object.defineProperty({}, "error", {
    get: () => {
      throw new Error("boom");
    },
  });
  expect(isODataError(value)).toBe(false);
});
