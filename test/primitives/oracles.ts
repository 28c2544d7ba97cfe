import { readFileSync } from "node:fs";
import { join } from "node:path";
import { matches, parseGrammar } from "./abnf.ts";
import { tablesFolder } from "./table.ts";

/** The grammar that the texts of values follow. */
export const grammar = parseGrammar(readFileSync(join(tablesFolder, "values.abnf"), "utf8"));

/** Says of a text or number what the standard says of it, in the words of the tables. Shares nothing with the library. */
export type Oracle<T> = (value: T) => string;

/** A text that follows a rule, and passes a test that no grammar can express. */
export function ruled(rule: string, passes: (text: string) => boolean = () => true): Oracle<string> {
  return (text) => (matches(grammar, rule, text) && passes(text) ? "ok" : "bad-format");
}

/** Precision of temporal types: so many digits after the point (CSDL 7.2.3). */
export function precise(oracle: Oracle<string>, precision: number): Oracle<string> {
  return (text) => {
    const verdict = oracle(text);
    const [, digits = ""] = /\.([0-9]*)/.exec(text) ?? [];
    return verdict === "ok" && digits.length > precision ? "out-of-range" : verdict;
  };
}

/** Whether the month has the day; years repeat after 400. */
export function hasDay(text: string): boolean {
  const [, year = "", month, day] = /^(-?[0-9]+)-([0-9]{2})-([0-9]{2})/.exec(text) ?? [];
  const within = Number(((BigInt(year) % 400n) + 400n) % 400n);
  return new Date(Date.UTC(2000 + within, Number(month), 0)).getUTCDate() >= Number(day);
}

/** A leap second is the last one of a day. */
export function hasSecond(text: string): boolean {
  return !/[0-9]{2}:[0-9]{2}:60/.test(text) || /(?:^|T)23:59:60/.test(text);
}

/** Octets, counted by decoding (CSDL 7.2.2). */
export function octets(most: number): Oracle<string> {
  const oracle = ruled("binaryValue");
  return (text) => {
    const verdict = oracle(text);
    return verdict === "ok" && Buffer.from(text, "base64").length > most ? "out-of-range" : verdict;
  };
}

/** Whole numbers of so many bits, as JSON.parse reads them; 2^63 stands for what it rounds up. */
export function integer(least: bigint, most: bigint): Oracle<number> {
  return (value) => {
    if (!Number.isFinite(value)) return "out-of-range";
    try {
      const exact = BigInt(value);
      return exact >= least && exact <= most ? "ok" : "out-of-range";
    } catch {
      return "bad-format";
    }
  };
}

/** Edm.Int64 as a string: exact. The rule has room for 19 digits; a number with more of them is too large or too small. */
export const int64Text: Oracle<string> = (text) => {
  const [, digits = ""] = /^[+-]?0*([0-9]*)$/.exec(text) ?? [];
  if (digits.length > 19) return "out-of-range";
  if (!matches(grammar, "int64Value", text)) return "bad-format";
  const value = BigInt(digits) * (text.startsWith("-") ? -1n : 1n);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? "ok" : "out-of-range";
};

/** Numbers whose nearest one of 32 bits is finite: up to half a step beyond the largest. */
export const single: Oracle<number> = (value) => (Math.abs(value) < 2 ** 128 - 2 ** 103 ? "ok" : "out-of-range");

export const double: Oracle<number> = (value) => (Math.abs(value) <= Number.MAX_VALUE ? "ok" : "out-of-range");

/** Facets of Edm.Decimal. */
export interface Decimal {
  readonly precision?: number;
  readonly scale?: number | "variable" | "floating";
}

export function decimalText(facets: Decimal): Oracle<string> {
  return (text) => {
    if (!matches(grammar, "decimalValue", text)) return "bad-format";
    return matches(grammar, "nanInfinity", text) || fits(text, facets) ? "ok" : "out-of-range";
  };
}

/** A number is the shortest decimal that JSON.parse reads as it. */
export function decimal(facets: Decimal): Oracle<number> {
  return (value) => (double(value) === "ok" && fits(JSON.stringify(value), facets) ? "ok" : "out-of-range");
}

/** The examples of CSDL 7.2.4 in exact arithmetic: is there a whole number of few enough digits and a fitting exponent? */
function fits(text: string, { precision = Infinity, scale = "variable" }: Decimal): boolean {
  const [significand = "", power = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = significand.replace(/^[+-]/, "").split(".");
  let digits = BigInt(whole + fraction);
  let exponent = BigInt(power) - BigInt(fraction.length);
  if (digits === 0n) return true;
  for (; digits % 10n === 0n; digits /= 10n) exponent += 1n;
  const count = digits.toString().length;
  const after = exponent < 0n ? Number(-exponent) : 0;
  const before = Math.max(0, count + Number(exponent));
  if (scale === "floating") return floats(count, Number(exponent), precision);
  if (scale === "variable") return after <= precision && before + after <= precision;
  return after <= scale && before <= precision - scale;
}

/** The smallest of decimal32, decimal64 and decimal128 that has the precision: largest and smallest exponent. */
function floats(count: number, exponent: number, precision: number): boolean {
  if (count > precision) return false;
  if (precision > 34) return true;
  if (precision > 16) return exponent >= -6176 && exponent + count - 1 <= 6144;
  if (precision > 7) return exponent >= -398 && exponent + count - 1 <= 384;
  return exponent >= -101 && exponent + count - 1 <= 96;
}
