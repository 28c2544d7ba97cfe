import { expect, test } from "vitest";
import * as s from "../../templates/runtime/strings.ts";
import { notLeaves, rows } from "./primitive-rows.ts";

const sized =
  (is: (value: unknown, maxLength?: number) => boolean, maxLength: number) =>
  (value: unknown): boolean =>
    is(value, maxLength);

// OData JSON 4.01 section 7.1.
rows("Boolean", s.boolean, s.isBoolean, [
  [true, "ok"],
  [false, "ok"],
  ["true", "wrong-type"],
  [0, "wrong-type"],
  [1, "wrong-type"],
  [{}, "wrong-type"],
]);
rows("String", s.anyText, s.isString, [["", "ok"], ["\u0000\ud800", "ok"], [5, "wrong-type"], ...notLeaves]);
// CSDL 4.01 section 7.2.2: MaxLength counts characters, so code points.
rows("String(3)", s.text(3), sized(s.isString, 3), [
  ["abc", "ok"],
  ["abcd", "out-of-range"],
  ["😀😀😀", "ok"],
  ["😀😀😀😀", "out-of-range"],
  ["😀ab", "ok"],
  ["😀abc", "out-of-range"],
  ["\ud83d\ud83d\ud83d", "ok"],
  ["\ud83d\ud83d\ud83d\ud83d", "out-of-range"],
  ["\ude00\ud83dab", "out-of-range"],
  // The first and the last halves, and what stands beside them.
  ["ab\ud800\udc00", "ok"],
  ["ab\udbff\udfff", "ok"],
  ["ab\ud7ff\udc00", "out-of-range"],
  ["ab\udc00\udc00", "out-of-range"],
  ["ab\ud800\udbff", "out-of-range"],
  ["ab\ud800\ue000", "out-of-range"],
  ["a\u0301bc", "out-of-range"],
  [123, "wrong-type"],
]);
rows("String(0)", s.text(0), sized(s.isString, 0), [
  ["", "ok"],
  ["a", "out-of-range"],
]);
rows("Stream", s.stream, s.isStream, [
  ["https://x.example/", "ok"],
  ["", "ok"],
  [{}, "wrong-type"],
]);
rows("PrimitiveType", s.primitiveType, s.isPrimitive, [
  [true, "ok"],
  [1.5, "ok"],
  ["x", "ok"],
  [NaN, "wrong-type"],
  [Infinity, "out-of-range"],
  [-Infinity, "out-of-range"],
  [{}, "wrong-type"],
  [5n, "wrong-type"],
]);

// ABNF guid.
rows("Guid", s.guid, s.isGuid, [
  ["01234567-89ab-cdef-0123-456789abcdef", "ok"],
  ["01234567-89AB-CDEF-0123-456789ABCDEF", "ok"],
  ["00000000-0000-0000-0000-000000000000", "ok"],
  ["{01234567-89ab-cdef-0123-456789abcdef}", "bad-format"],
  ["0123456789abcdef0123456789abcdef", "bad-format"],
  ["01234567-89ab-cdef-0123-456789abcdeg", "bad-format"],
  ["01234567-89ab-cdef-0123-456789abcdef\n", "bad-format"],
  [" 01234567-89ab-cdef-0123-456789abcdef", "bad-format"],
  ["", "bad-format"],
  [5, "wrong-type"],
  ...notLeaves,
]);

// ABNF binaryValue, base64b16, base64b8; RFC 4648 sections 4 and 5.
rows("Binary", s.anyBinary, s.isBinary, [
  ["", "ok"],
  ["AAAA", "ok"],
  ["AA", "ok"],
  ["AA==", "ok"],
  ["AAA", "ok"],
  ["AAA=", "ok"],
  ["-_-_", "ok"],
  ["+/+/", "ok"],
  ["+_AA", "bad-format"],
  ["AB==", "bad-format"],
  ["AAB=", "bad-format"],
  ["AAB", "bad-format"],
  ["Ag", "ok"],
  ["AAE", "ok"],
  ["A", "bad-format"],
  ["AAAAA", "bad-format"],
  ["AA=", "bad-format"],
  ["AAA==", "bad-format"],
  ["AAAA=", "bad-format"],
  ["AAAA==", "bad-format"],
  ["=", "bad-format"],
  ["==", "bad-format"],
  ["A=A=", "bad-format"],
  ["AA AA", "bad-format"],
  ["AAAA\n", "bad-format"],
  ["ÄAAA", "bad-format"],
  ["AA===", "bad-format"],
  [5, "wrong-type"],
  ...notLeaves,
]);
// CSDL 4.01 section 7.2.2: MaxLength of a binary counts octets.
rows("Binary(2)", s.binary(2), sized(s.isBinary, 2), [
  ["", "ok"],
  ["AA", "ok"],
  ["AAA=", "ok"],
  ["AAAA", "out-of-range"],
  ["AAAAAA==", "out-of-range"],
  ["A", "bad-format"],
]);

test("a long string takes linear time and no stack", () => {
  expect(s.isBinary("A".repeat(40_000_000))).toBe(true);
  expect(s.isBinary(`${"A".repeat(40_000_000)}!`)).toBe(false);
  expect(s.isString("😀".repeat(5_000_000), 5_000_000)).toBe(true);
});
