/*
 * What a string has to look like to be of a primitive type: the OData ABNF (section 7, "Literal Data Values"), with the
 * choices that the contract makes (section 4, "Lexical rules"). Written to be read beside the grammar, not to be fast.
 */

const year = "-?(?:0[0-9]{3}|[1-9][0-9]{3,})";
const clock = "([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,12}))?)?";
const datePattern = new RegExp(`^(${year})-([0-9]{2})-([0-9]{2})$`);
const clockPattern = new RegExp(`^${clock}$`);
const offsetPattern = /^(?:Z|[+-]([0-9]{2}):([0-9]{2}))$/;
const momentPattern = /^([^T]*)T([0-9:.]*)(.*)$/s;
const durationPattern = /^-?P(?:([0-9]+)D)?(T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

/** ABNF `date`; the day exists in its month. */
export function isDate(text: string): boolean {
  const [, written = "", month = "", day = ""] = datePattern.exec(text) ?? [];
  if (written === "") return false;
  // The calendar repeats itself every 400 years, and so after 10,000: the last four digits are enough.
  const like = 2000 + (Number(written.slice(-4)) % 400);
  const moment = new Date(Date.UTC(like, Number(month) - 1, Number(day)));
  return moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day) && Number(day) > 0;
}

/** ABNF `timeOfDayValue`; a second of 60 is the last one of a day. */
export function isTimeOfDay(text: string, digits = 12): boolean {
  const [, hour, minute, second = "0", fraction = ""] = clockPattern.exec(text) ?? [];
  if (hour === undefined || minute === undefined || fraction.length > digits) return false;
  if (Number(second) === 60) return hour === "23" && minute === "59";
  return Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
}

/** ABNF `dateTimeOffsetValue`. */
export function isDateTimeOffset(text: string, digits = 12): boolean {
  const [, date, time, offset] = momentPattern.exec(text) ?? [];
  if (date === undefined || time === undefined || offset === undefined) return false;
  const zone = offsetPattern.exec(offset);
  if (zone === null || !isDate(date) || !isTimeOfDay(time, digits)) return false;
  return Number(zone[1] ?? 0) <= 23 && Number(zone[2] ?? 0) <= 59;
}

/** ABNF `durationValue`; XML Schema's dayTimeDuration wants at least one part, and one after T. */
export function isDuration(text: string, digits = Infinity): boolean {
  const parts = durationPattern.exec(text);
  if (parts === null) return false;
  const [, days, time, hours, minutes, seconds, fraction = ""] = parts;
  const timed = (hours ?? minutes ?? seconds) !== undefined;
  return (days !== undefined || timed) && (time === undefined || timed) && fraction.length <= digits;
}

/** ABNF `guid`, in either case. */
export function isGuid(text: string): boolean {
  const parts = text.split("-");
  return parts.map(({ length }) => length).join() === "8,4,4,4,12" && /^[0-9a-fA-F]*$/.test(parts.join(""));
}

/** ABNF `binaryValue`, or the other alphabet: encoding again what is decoded gives the same text. */
export function isBinary(text: string, octets = Infinity): boolean {
  const body = text.replace(/={1,2}$/, "");
  const padded = text.length - body.length;
  if (padded > 0 && text.length % 4 !== 0) return false;
  const decoded = Buffer.from(body, "base64");
  const same = decoded.toString("base64url") === body || decoded.toString("base64").replace(/=+$/, "") === body;
  return same && decoded.length <= octets;
}

/** ABNF `int64Value`, within 64 bits. */
export function isInt64Text(text: string): boolean {
  return /^[+-]?[0-9]{1,19}$/.test(text) && BigInt.asIntN(64, toBigInt(text)) === toBigInt(text);
}

function toBigInt(text: string): bigint {
  return text.startsWith("-") ? -BigInt(text.slice(1)) : BigInt(text.replace("+", ""));
}

const decimalPattern = /^[+-]?([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/** ABNF `decimalValue` without its words. */
export function isDecimalText(text: string): boolean {
  return decimalPattern.test(text);
}

/**
 * Whether a decimal number, as text, keeps within its facets (CSDL 7.2.3, 7.2.4): Precision counts significant digits;
 * of a fixed Scale so many stand behind the point and at most Precision less Scale before it; `variable` is any number
 * of digits behind it up to Precision; `floating` counts significant digits wherever the point is.
 */
export function keepsFacets(
  text: string,
  precision: number | undefined,
  scale: number | "variable" | "floating" | undefined,
): boolean {
  const [, whole = "", fraction = "", exponent = "0"] = decimalPattern.exec(text) ?? [];
  // The digits before and behind the point, without zeros that say nothing.
  const digits = whole + fraction;
  const power = Number(exponent) - fraction.length;
  const significant = digits.replace(/^0+/, "").replace(/0+$/, "");
  if (significant === "") return true;
  const trailing = /0*$/.exec(digits)?.[0].length ?? 0;
  const lowest = power + trailing;
  const highest = lowest + significant.length;
  const behind = Math.max(0, -lowest);
  const before = Math.max(0, highest);
  if (scale === "floating") return precision === undefined || floats(precision, significant.length, lowest);
  if (typeof scale === "number" && behind > scale) return false;
  if (precision === undefined) return true;
  if (typeof scale === "number") return before <= precision - scale;
  return before + behind <= precision;
}

/** IEEE 754 decimal32, decimal64 and decimal128: digits, and the largest exponent of the first of them. */
const decimalFormats = [
  { digits: 7, largest: 96 },
  { digits: 16, largest: 384 },
  { digits: 34, largest: 6144 },
];

/** CSDL 7.2.4: Precision names the format, for seven digits from 1e-101 to 9.999999e96. */
function floats(precision: number, count: number, lowest: number): boolean {
  if (count > precision) return false;
  const format = decimalFormats.find(({ digits }) => digits >= precision);
  if (format === undefined) return true;
  return lowest + count - 1 <= format.largest && lowest >= 2 - format.largest - format.digits;
}
