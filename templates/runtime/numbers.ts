import { endOfDigits } from "./digits.js";
import type { NotFinite } from "./edm.js";
import { primitive, textFault } from "./fault.js";
import type { IssueCode } from "./issue.js";
import type { PrimitiveShape } from "./shape.js";

const TWO_TO_63 = 9223372036854775808;
const int64Text = /^[+-]?\d{1,19}$/;

/** Edm.Byte: an integer from 0 to 255 (CSDL 4.01 section 3.3). */
export function isByte(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 255;
}

/** Edm.SByte: an integer from -128 to 127 (CSDL 4.01 section 3.3). */
export function isSByte(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= -128 && value <= 127;
}

/** Edm.Int16: an integer of 16 bits (CSDL 4.01 section 3.3). */
export function isInt16(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= -32768 && value <= 32767;
}

/** Edm.Int32: an integer of 32 bits (CSDL 4.01 section 3.3). */
export function isInt32(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

/**
 * Edm.Int64 as a number (CSDL 4.01 section 3.3). JSON.parse rounds 9223372036854775807 to 2^63, so 2^63 itself has to
 * be allowed.
 */
export function isInt64(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= -TWO_TO_63 && value <= TWO_TO_63;
}

/** Edm.Int64 under `IEEE754Compatible=true`: a string of up to 19 digits (ABNF `int64Value`), exactly in range. */
export function isInt64String(value: unknown): value is string {
  return typeof value === "string" && int64Text.test(value) && fitsInt64(value);
}

/** Edm.Single: a number within binary32, or one of the three words (OData JSON 4.01 section 7.1). */
export function isSingle(value: unknown): value is number | NotFinite {
  return typeof value === "number" ? Number.isFinite(Math.fround(value)) : isNotFinite(value);
}

/** Edm.Double: a number, or one of the three words (OData JSON 4.01 section 7.1). */
export function isDouble(value: unknown): value is number | NotFinite {
  return typeof value === "number" ? Number.isFinite(value) : isNotFinite(value);
}

/** The words that stand for what JSON has no number for (ABNF `nanInfinity`). */
export function isNotFinite(value: unknown): value is NotFinite {
  return value === "INF" || value === "-INF" || value === "NaN";
}

/** The shape of Edm.Byte. */
export const byte: PrimitiveShape = /* @__PURE__ */ primitive(isByte, "an integer from 0 to 255", integerFault);
/** The shape of Edm.SByte. */
export const sbyte: PrimitiveShape = /* @__PURE__ */ primitive(isSByte, "an integer from -128 to 127", integerFault);
/** The shape of Edm.Int16. */
export const int16: PrimitiveShape = /* @__PURE__ */ primitive(
  isInt16,
  "an integer from -32768 to 32767",
  integerFault,
);
/** The shape of Edm.Int32. */
export const int32: PrimitiveShape = /* @__PURE__ */ primitive(
  isInt32,
  "an integer from -2147483648 to 2147483647",
  integerFault,
);
/** The shape of Edm.Int64 as a number. */
export const int64: PrimitiveShape = /* @__PURE__ */ primitive(isInt64, "an integer of 64 bits", integerFault);
/** The shape of Edm.Int64 as a string. */
export const int64String: PrimitiveShape = /* @__PURE__ */ primitive(
  isInt64String,
  "a string with an integer of 64 bits",
  int64StringFault,
);
/** The shape of Edm.Single. */
export const single: PrimitiveShape = /* @__PURE__ */ floating(isSingle, "a number of 32 bits");
/** The shape of Edm.Double. */
export const double: PrimitiveShape = /* @__PURE__ */ floating(isDouble, "a number of 64 bits");

function floating(is: PrimitiveShape["is"], kind: string): PrimitiveShape {
  return primitive(is, `${kind}, "INF", "-INF" or "NaN"`, numberFault);
}

/** Of a type whose values are numbers: nothing but too large. */
export function numberFault(value: unknown): IssueCode {
  return isJsonNumber(value) ? "out-of-range" : "wrong-type";
}

function integerFault(value: unknown): IssueCode {
  return isJsonNumber(value) && Number.isFinite(value) && !Number.isInteger(value) ? "bad-format" : numberFault(value);
}

function int64StringFault(value: unknown): IssueCode {
  const isNumber = typeof value === "string" && (int64Text.test(value) || isTooLong(value));
  return isNumber ? "out-of-range" : textFault(value);
}

/** JSON.parse makes Infinity of a number that is too large; NaN cannot come from JSON. */
function isJsonNumber(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}

/** Whether a text is an integer too large whatever its digits are, which the grammar has no room for. */
function isTooLong(text: string): boolean {
  let start = /^[+-]/.test(text) ? 1 : 0;
  while (text.charCodeAt(start) === 48) start += 1;
  return text.length - start > 19 && endOfDigits(text, start) === text.length;
}

/** Compares digits as text, because a double cannot tell the last few hundred values apart. */
function fitsInt64(text: string): boolean {
  const signed = text.charCodeAt(0) < 48;
  if (text.length - (signed ? 1 : 0) < 19) return true;
  const limit = text.charCodeAt(0) === 45 ? "9223372036854775808" : "9223372036854775807";
  return (signed ? text.slice(1) : text) <= limit;
}
