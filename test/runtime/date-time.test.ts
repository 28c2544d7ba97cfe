import { expect, test } from "vitest";
import * as t from "../../templates/runtime/date-time.ts";
import { notLeaves, type Row, rows } from "./primitive-rows.ts";

const precise =
  (is: (value: unknown, precision?: number) => boolean, precision: number) =>
  (value: unknown): boolean =>
    is(value, precision);

const dates: readonly Row[] = [
  ["2026-11-30", "ok"],
  ["2024-02-29", "ok"],
  ["2023-02-29", "bad-format"],
  ["2000-02-29", "ok"],
  ["1900-02-29", "bad-format"],
  ["0000-02-29", "ok"],
  ["2026-02-30", "bad-format"],
  ["2026-04-31", "bad-format"],
  ["2026-06-31", "bad-format"],
  ["2026-09-31", "bad-format"],
  ["2026-11-31", "bad-format"],
  ["2026-12-31", "ok"],
  ["2026-01-31", "ok"],
  ["2026-00-01", "bad-format"],
  ["2026-13-01", "bad-format"],
  ["2026-01-00", "bad-format"],
  ["2026-01-32", "bad-format"],
  ["-0044-03-15", "ok"],
  ["-0004-02-29", "ok"],
  ["12026-11-30", "ok"],
  ["-123456-02-29", "ok"],
  ["123457-02-29", "bad-format"],
  ["10000-02-29", "ok"],
  ["02026-11-30", "bad-format"],
  ["+2026-11-30", "bad-format"],
  ["226-11-30", "bad-format"],
  ["2026-1-1", "bad-format"],
  ["20261130", "bad-format"],
  ["2026-11-30\n", "bad-format"],
  ["", "bad-format"],
  ["٢٠٢٦-11-30", "bad-format"],
  ["2026-11-30Z", "bad-format"],
];
// ABNF date.
rows("Date", t.date, (value) => t.isDate(value), [...dates, [20261130, "wrong-type"], ...notLeaves]);
rows(
  "DateTimeOffset, its date",
  t.anyDateTimeOffset,
  t.isDateTimeOffset,
  dates
    .filter(([date]) => !String(date).endsWith("Z") && date !== "")
    .map(([date, want]) => [`${date}T09:15:00Z`, want]),
);

const times: readonly Row[] = [
  ["09:15:00", "ok"],
  ["00:00:00", "ok"],
  ["23:59:59", "ok"],
  ["09:15", "ok"],
  ["09:15:00.1", "ok"],
  ["09:15:00.123456789012", "ok"],
  ["09:15:00.1234567890123", "bad-format"],
  ["09:15:00.", "bad-format"],
  ["09:15.5", "bad-format"],
  ["23:59:60", "ok"],
  ["23:59:60.999", "ok"],
  ["23:58:60", "bad-format"],
  ["22:59:60", "bad-format"],
  ["00:00:60", "bad-format"],
  ["23:59:61", "bad-format"],
  ["24:00:00", "bad-format"],
  ["24:00", "bad-format"],
  ["09:60:00", "bad-format"],
  ["9:15:00", "bad-format"],
  ["09:15:0", "bad-format"],
  ["09-15-00", "bad-format"],
  ["0915", "bad-format"],
  ["", "bad-format"],
];
// ABNF timeOfDayValue.
rows("TimeOfDay", t.anyTimeOfDay, t.isTimeOfDay, [
  ...times,
  ["09:15:00Z", "bad-format"],
  [915, "wrong-type"],
  ...notLeaves,
]);
rows(
  "DateTimeOffset, its time",
  t.anyDateTimeOffset,
  t.isDateTimeOffset,
  times.map(([time, want]) => [`2026-11-30T${time}+01:00`, want]),
);

// ABNF dateTimeOffsetValue.
rows("DateTimeOffset, its offset", t.anyDateTimeOffset, t.isDateTimeOffset, [
  ["2026-11-30T09:15:00Z", "ok"],
  ["2026-11-30T09:15:00+00:00", "ok"],
  ["2026-11-30T09:15:00-00:00", "ok"],
  ["2026-11-30T09:15:00+14:00", "ok"],
  ["2026-11-30T09:15:00-23:59", "ok"],
  ["2026-11-30T09:15:00+24:00", "bad-format"],
  ["2026-11-30T09:15:00+01:60", "bad-format"],
  ["2026-11-30T09:15:00+0100", "bad-format"],
  ["2026-11-30T09:15:00+01", "bad-format"],
  ["2026-11-30T09:15:00", "bad-format"],
  ["2026-11-30T09:15:00z", "bad-format"],
  ["2026-11-30t09:15:00Z", "bad-format"],
  ["2026-11-30 09:15:00Z", "bad-format"],
  ["2026-11-30", "bad-format"],
  ["2026-11-30T09:15Z", "ok"],
  ["12026-11-30T09:15:00.5Z", "ok"],
  ["2026-11-30T09:15:00ZZ", "bad-format"],
  [Date.UTC(2026, 10, 30), "wrong-type"],
  [new Date(0), "wrong-type"],
  ...notLeaves,
]);

// CSDL 4.01 section 7.2.3.
rows("DateTimeOffset(3)", t.dateTimeOffset(3), precise(t.isDateTimeOffset, 3), [
  ["2026-11-30T09:15:00.123Z", "ok"],
  ["2026-11-30T09:15:00.1234Z", "out-of-range"],
  ["2026-11-30T09:15:00Z", "ok"],
  ["2026-11-30T09:15:00.0000+01:00", "out-of-range"],
  ["2026-11-31T09:15:00.1Z", "bad-format"],
]);
rows("TimeOfDay(0)", t.timeOfDay(0), precise(t.isTimeOfDay, 0), [
  ["09:15:00", "ok"],
  ["09:15:00.1", "out-of-range"],
]);
rows("Duration(2)", t.duration(2), precise(t.isDuration, 2), [
  ["PT1.25S", "ok"],
  ["PT1.255S", "out-of-range"],
  ["P", "bad-format"],
]);

// ABNF durationValue; XML Schema 1.1 part 2 section 3.4.27.
rows("Duration", t.anyDuration, t.isDuration, [
  ["P1D", "ok"],
  ["PT1H", "ok"],
  ["PT1M", "ok"],
  ["PT1S", "ok"],
  ["PT0S", "ok"],
  ["-P1DT2H3M4.5S", "ok"],
  ["PT1H2S", "ok"],
  ["P10000000000D", "ok"],
  ["PT0.0000000000000001S", "ok"],
  // Every form of ABNF durationValue with more than one digit in each place.
  ["PT10H10M10.25S", "ok"],
  ["PT10H10M10S", "ok"],
  ["PT10H10M", "ok"],
  ["PT10H10.25S", "ok"],
  ["PT10M10.25S", "ok"],
  ["PT10M10S", "ok"],
  ["PT10.25S", "ok"],
  ["PT1H2.xxS", "bad-format"],
  ["PT1MxxS", "bad-format"],
  ["PT1M2.xxS", "bad-format"],
  ["P", "bad-format"],
  ["PT", "bad-format"],
  ["P1DT", "bad-format"],
  ["-P", "bad-format"],
  ["P1", "bad-format"],
  ["PT1", "bad-format"],
  ["P1H", "bad-format"],
  ["PT1D", "bad-format"],
  ["P1Y", "bad-format"],
  ["P1M", "bad-format"],
  ["P1W", "bad-format"],
  ["PT1S1M", "bad-format"],
  ["PT.5S", "bad-format"],
  ["PT5.S", "bad-format"],
  ["PT1.5M", "bad-format"],
  ["+P1D", "bad-format"],
  ["p1d", "bad-format"],
  ["pt1s", "bad-format"],
  ["P-1D", "bad-format"],
  ["", "bad-format"],
  ["P1D\n", "bad-format"],
  [5, "wrong-type"],
  ...notLeaves,
]);

test("long digits take linear time", () => {
  const digits = "1".repeat(2_000_000);
  expect(t.isDuration(`P${digits}`)).toBe(false);
  expect(t.isDuration(`PT${digits}.${digits}`)).toBe(false);
  expect(t.isDate(`${digits}-13-01`)).toBe(false);
  expect(t.isDateTimeOffset(`${digits}-01-01T00:00:00`)).toBe(false);
});
