import { endOfDigits, isOfForm } from "./digits.js";
import type { Decimal } from "./edm.js";
import { facetFault, primitive, textFault } from "./fault.js";
import { isNotFinite, numberFault } from "./numbers.js";
import type { PrimitiveShape } from "./shape.js";

/** Digits after the point: at most so many; as many as Precision has (`variable`); any number (`floating`). */
export type Scale = number | "variable" | "floating";

/** Digits and largest exponent of decimal32, decimal64 and decimal128. */
const formats = [
  [7, 96],
  [16, 384],
  [34, 6144],
] as const;
const decimalText = /^[+-]?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,40})?$/;

/** Edm.Decimal as a number: finite, within the facets, or one of the three words (CSDL 4.01 sections 7.2.3, 7.2.4). */
export function isDecimal(value: unknown, precision?: number, scale?: Scale): value is Decimal {
  return isAnyDecimal(value) && (typeof value !== "number" || fits(String(value), precision, scale));
}

/** As `isDecimal`, without facets. */
export function isAnyDecimal(value: unknown): value is Decimal {
  return typeof value === "number" ? Number.isFinite(value) : isNotFinite(value);
}

/** Edm.Decimal under `IEEE754Compatible=true`: a string that keeps every digit (ABNF `decimalValue`). */
export function isDecimalString(value: unknown, precision?: number, scale?: Scale): value is string {
  return isAnyDecimalString(value) && (isNotFinite(value) || fits(value, precision, scale));
}

/** As `isDecimalString`, without facets. */
export function isAnyDecimalString(value: unknown): value is string {
  return isNotFinite(value) || (typeof value === "string" && isOfForm(value, decimalText));
}

// Written out: of what is put together a bundler does not know that it may leave it out.
/** The shape of Edm.Decimal as a number, without facets. */
export const anyDecimal: PrimitiveShape = /* @__PURE__ */ primitive(
  isAnyDecimal,
  'a decimal number, "INF", "-INF" or "NaN"',
  numberFault,
);
/** The shape of Edm.Decimal as a string, without facets. */
export const anyDecimalString: PrimitiveShape = /* @__PURE__ */ primitive(
  isAnyDecimalString,
  'a string with a decimal number, "INF", "-INF" or "NaN"',
  textFault,
);

/** The shape of Edm.Decimal as a number; takes the facets that the metadata declares. */
export function decimal(precision?: number, scale?: Scale): PrimitiveShape {
  const is = (value: unknown): boolean => isDecimal(value, precision, scale);
  return primitive(is, `a decimal number${facets(precision, scale)}, "INF", "-INF" or "NaN"`, numberFault);
}

/** The shape of Edm.Decimal as a string; takes the facets that the metadata declares. */
export function decimalString(precision?: number, scale?: Scale): PrimitiveShape {
  const is = (value: unknown): boolean => isDecimalString(value, precision, scale);
  const expected = `a string with a decimal number${facets(precision, scale)}, "INF", "-INF" or "NaN"`;
  return primitive(is, expected, facetFault(isAnyDecimalString));
}

function facets(precision: number | undefined, scale: Scale | undefined): string {
  const parts: string[] = [];
  if (precision !== undefined) parts.push(`at most ${precision} digits`);
  if (typeof scale === "number") parts.push(`at most ${scale} digits after the point`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/**
 * Takes the text of a decimal number, says whether its value has a representation within the facets. Zeros at either
 * end do not count, an exponent moves the point (CSDL 4.01 sections 7.2.3 and 7.2.4, with their examples).
 */
function fits(text: string, precision: number | undefined, scale: Scale | undefined): boolean {
  const { whole, fraction, exponent } = partsOf(text);
  const written = whole + fraction;
  const start = leadingZeros(written);
  const digits = written.length - trailingZeros(written) - start;
  if (digits <= 0) return true;
  const before = whole.length - start + exponent;
  const after = Math.max(0, digits - before);
  if (scale === "floating") return precision === undefined || floats(precision, digits, before);
  if (typeof scale === "number" && after > scale) return false;
  if (precision === undefined) return true;
  const room = typeof scale === "number" ? precision - scale : precision - after;
  return after <= precision && before <= room;
}

/** Takes the text of a decimal number, returns the digits before and after its point, and its exponent. */
function partsOf(text: string): { readonly whole: string; readonly fraction: string; readonly exponent: number } {
  const start = text.charCodeAt(0) < 48 ? 1 : 0;
  const point = endOfDigits(text, start);
  const end = text.charAt(point) === "." ? endOfDigits(text, point + 1) : point;
  return {
    whole: text.slice(start, point),
    fraction: text.slice(point + 1, end),
    exponent: Number(text.slice(end + 1)),
  };
}

/**
 * Takes how many digits count and how many of them stand before the point, says whether the smallest decimal format of
 * IEEE 754 that has the precision holds them (CSDL 4.01 section 7.2.4: with 7 digits 9.999999e96 and 1e-101, not 1e97).
 */
function floats(precision: number, digits: number, before: number): boolean {
  if (digits > precision) return false;
  const [size, largest] = formats.find(([most]) => precision <= most) ?? [Infinity, Infinity];
  return before - 1 <= largest && before - digits >= 2 - largest - size;
}

function leadingZeros(digits: string): number {
  let count = 0;
  while (digits.charCodeAt(count) === 48) count += 1;
  return count;
}

function trailingZeros(digits: string): number {
  let count = 0;
  while (digits.charCodeAt(digits.length - 1 - count) === 48) count += 1;
  return count;
}
