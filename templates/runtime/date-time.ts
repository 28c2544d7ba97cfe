import { endOfDigits, isOfForm } from "./digits.js";
import { facetFault, primitive, textFault } from "./fault.js";
import type { PrimitiveShape } from "./shape.js";

// ABNF `date`, `timeOfDayValue`, `dateTimeOffsetValue`, `durationValue`; anchored, bounded, and after each character
// there are two ways to go on at most, so the time is linear. A leap second is the last one of a day.
const dateText = /^-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const timeText = /^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?|23:59:60(?:\.\d{1,12})?)$/;
const dateTimeText =
  /^-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?|23:59:60(?:\.\d{1,12})?)(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const durationText =
  /^-?P(?!$)(?:\d{1,40}D)?(?:T\d{1,40}(?:H(?:\d{1,40}(?:M(?:\d{1,40}(?:\.\d{1,40})?S)?|(?:\.\d{1,40})?S))?|M(?:\d{1,40}(?:\.\d{1,40})?S)?|(?:\.\d{1,40})?S))?$/;

/** Edm.Date: a day that exists (ABNF `date`). */
export function isDate(value: unknown): value is string {
  return typeof value === "string" && isDated(value, dateText) && dayExists(value, value.length);
}

/** Edm.DateTimeOffset (ABNF `dateTimeOffsetValue`). */
export function isAnyDateTimeOffset(value: unknown): value is string {
  return typeof value === "string" && isDated(value, dateTimeText) && dayExists(value, value.indexOf("T"));
}

/** Edm.TimeOfDay (ABNF `timeOfDayValue`). */
export function isAnyTimeOfDay(value: unknown): value is string {
  return typeof value === "string" && timeText.test(value);
}

/** Edm.Duration (ABNF `durationValue`). */
export function isAnyDuration(value: unknown): value is string {
  return typeof value === "string" && isOfForm(value, durationText);
}

/** Edm.DateTimeOffset with at most `precision` digits after the second. */
export function isDateTimeOffset(value: unknown, precision?: number): value is string {
  return isAnyDateTimeOffset(value) && isPrecise(value, precision);
}

/** Edm.TimeOfDay with at most `precision` digits after the second. */
export function isTimeOfDay(value: unknown, precision?: number): value is string {
  return isAnyTimeOfDay(value) && isPrecise(value, precision);
}

/** Edm.Duration with at most `precision` digits after the second. */
export function isDuration(value: unknown, precision?: number): value is string {
  return isAnyDuration(value) && isPrecise(value, precision);
}

const dateTimeForm = "a date and time with offset such as 2026-11-30T09:15:00Z";
const timeForm = "a time of day such as 09:15:00";
const durationForm = "a duration such as P1DT2H3M4.5S";

/** The shape of Edm.Date. */
export const date: PrimitiveShape = /* @__PURE__ */ primitive(isDate, "a date such as 2026-11-30", textFault);
/** The shape of Edm.DateTimeOffset of any precision. */
export const anyDateTimeOffset: PrimitiveShape = /* @__PURE__ */ primitive(
  isAnyDateTimeOffset,
  dateTimeForm,
  textFault,
);
/** The shape of Edm.TimeOfDay of any precision. */
export const anyTimeOfDay: PrimitiveShape = /* @__PURE__ */ primitive(isAnyTimeOfDay, timeForm, textFault);
/** The shape of Edm.Duration of any precision. */
export const anyDuration: PrimitiveShape = /* @__PURE__ */ primitive(isAnyDuration, durationForm, textFault);

/** The shape of Edm.DateTimeOffset; takes Precision. */
export function dateTimeOffset(precision: number): PrimitiveShape {
  return precise(isDateTimeOffset, dateTimeForm, precision);
}

/** The shape of Edm.TimeOfDay; takes Precision. */
export function timeOfDay(precision: number): PrimitiveShape {
  return precise(isTimeOfDay, timeForm, precision);
}

/** The shape of Edm.Duration; takes Precision. */
export function duration(precision: number): PrimitiveShape {
  return precise(isDuration, durationForm, precision);
}

type IsTemporal = (value: unknown, precision?: number) => boolean;

function precise(is: IsTemporal, form: string, precision: number): PrimitiveShape {
  const fits = (value: unknown): boolean => is(value, precision);
  return primitive(fits, `${form} with at most ${precision} digits after the second`, facetFault(is));
}

/** Whether a text is of a form that begins with a year; a year that has more than four digits begins with no zero. */
function isDated(text: string, form: RegExp): boolean {
  if (form.test(text)) return true;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  const end = endOfDigits(text, start);
  return end - start > 4 && text.charCodeAt(start) !== 48 && form.test(text.slice(end - 4));
}

/** Takes text with a well-formed date that ends before `end`, says whether its month has that day. */
function dayExists(text: string, end: number): boolean {
  const day = twoDigits(text, end - 2);
  if (day <= 28) return true;
  const month = twoDigits(text, end - 5);
  if (month !== 2) return day <= 30 || !(month === 4 || month === 6 || month === 9 || month === 11);
  // Whether a year is a leap year follows from its last four digits.
  const year = twoDigits(text, end - 10) * 100 + twoDigits(text, end - 8);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function twoDigits(text: string, index: number): number {
  return (text.charCodeAt(index) - 48) * 10 + text.charCodeAt(index + 1) - 48;
}

/** Counts the digits after the point, of which a well-formed value has one at most (CSDL 4.01 section 7.2.3). */
function isPrecise(text: string, precision: number | undefined): boolean {
  if (precision === undefined) return true;
  const point = text.indexOf(".");
  if (point < 0) return true;
  return endOfDigits(text, point + 1) - point - 1 <= precision;
}
