/** Strings made to keep a format's check busy, for every format. */
import { date, dateTimeOffset, duration, timeOfDay } from "../../../generated/src/runtime/date-time.ts";
import { decimal, decimalString } from "../../../generated/src/runtime/decimals.ts";
import * as geo from "../../../generated/src/runtime/geo-shapes.ts";
import { excerpt } from "../../../generated/src/runtime/excerpt.ts";
import { double, int64, int64String } from "../../../generated/src/runtime/numbers.ts";
import type { PrimitiveShape } from "../../../generated/src/runtime/shape.ts";
import { binary, guid, text } from "../../../generated/src/runtime/strings.ts";

/** A format, and strings of any length for it. */
export interface Attack {
  readonly name: string;
  readonly make: (n: number) => string;
  readonly judge: (value: unknown) => unknown;
}

const formats: Readonly<Record<string, PrimitiveShape>> = {
  date,
  dateTimeOffset: dateTimeOffset(3),
  duration: duration(3),
  timeOfDay: timeOfDay(3),
  decimalString: decimalString(10, 2),
  "decimalString, variable": decimalString(10, "variable"),
  "decimalString, floating": decimalString(10, "floating"),
  decimal: decimal(10, 2),
  double,
  int64,
  int64String,
  guid,
  binary: binary(10),
  text: text(10),
  "text, long": text(1e9),
  geographyPoint: geo.geographyPoint,
};

/** Each is right to its last character, or would be if it were shorter. */
export const pumps: Readonly<Record<string, (n: number) => string>> = {
  digits: (n) => "1".repeat(n),
  zeros: (n) => `${"0".repeat(n)}x`,
  "zeros and a digit": (n) => `0.${"0".repeat(n)}1e5`,
  years: (n) => `1${"0".repeat(n)}-11-30T09:15:00`,
  fractions: (n) => `2026-11-30T09:15:00.${"1".repeat(n)}`,
  times: (n) => `09:15:00.${"0".repeat(n)}`,
  hours: (n) => `PT${"1H".repeat(n)}`,
  "digits of a duration": (n) => `P1DT${"1".repeat(n)}`,
  "digits after digits": (n) => `PT${"1".repeat(n)}.${"1".repeat(n)}`,
  points: (n) => "1.".repeat(n),
  exponents: (n) => `1e${"9".repeat(n)}`,
  "digits, point, digits, exponent": (n) => `${"1".repeat(n)}.${"1".repeat(n)}e-${"1".repeat(n)}x`,
  signs: (n) => "-".repeat(n),
  padding: (n) => "=".repeat(n),
  "padding at the end": (n) => `${"A".repeat(n)}===`,
  base64: (n) => "AAAA".repeat(n),
  "base64 with both alphabets": (n) => `${"AA".repeat(n)}-${"+".repeat(n)}`,
  hex: (n) => `01234567-89ab-cdef-0123-${"4".repeat(n)}`,
  surrogates: (n) => "\ud83d\ude00".repeat(n),
  "lone surrogates": (n) => "\ud83d".repeat(n),
  controls: (n) => "\u0000\u202e".repeat(n),
  blanks: (n) => " ".repeat(n),
};

export const attacks: readonly Attack[] = [
  ...Object.entries(formats).flatMap(([format, shape]) =>
    Object.entries(pumps).map(([pump, make]): Attack => ({
      name: `${format}: ${pump}`,
      make,
      judge: (value) => shape.is(value) || shape.faultOf(value),
    })),
  ),
  ...Object.entries(pumps).map(([pump, make]): Attack => ({ name: `excerpt: ${pump}`, make, judge: excerpt })),
];
