import fc from "fast-check";
import { expect, test, vi } from "vitest";
import * as temporal from "../../templates/runtime/date-time.ts";
import * as decimals from "../../templates/runtime/decimals.ts";
import * as numbers from "../../templates/runtime/numbers.ts";
import type { PrimitiveShape } from "../../templates/runtime/shape.ts";
import * as strings from "../../templates/runtime/strings.ts";

vi.setConfig({ testTimeout: 60_000 });

const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);

const pairs: readonly (readonly [string, PrimitiveShape, (value: unknown) => boolean])[] = [
  ["Byte", numbers.byte, numbers.isByte],
  ["Int16", numbers.int16, numbers.isInt16],
  ["Int64", numbers.int64, numbers.isInt64],
  ["Int64 as a string", numbers.int64String, numbers.isInt64String],
  ["Single", numbers.single, numbers.isSingle],
  ["Double", numbers.double, numbers.isDouble],
  ["Decimal(5, 2)", decimals.decimal(5, 2), (value) => decimals.isDecimal(value, 5, 2)],
  ["Decimal(5, 2) as a string", decimals.decimalString(5, 2), (value) => decimals.isDecimalString(value, 5, 2)],
  ["String(4)", strings.text(4), (value) => strings.isString(value, 4)],
  ["Binary(4)", strings.binary(4), (value) => strings.isBinary(value, 4)],
  ["Guid", strings.guid, strings.isGuid],
  ["Date", temporal.date, (value) => temporal.isDate(value)],
  ["DateTimeOffset(2)", temporal.dateTimeOffset(2), (value) => temporal.isDateTimeOffset(value, 2)],
  ["TimeOfDay", temporal.anyTimeOfDay, (value) => temporal.isTimeOfDay(value)],
  ["Duration", temporal.anyDuration, (value) => temporal.isDuration(value)],
];

/** Text made of the pieces that the grammars are made of, so that it is often nearly right. */
const text = fc
  .array(fc.constantFrom(..."0123459-+:.TZPDHMSe=Ag_/", "00", "2024-02-29", "T23:59:60", "INF", "😀"), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));
const anything = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.uuid(),
  fc.base64String(),
  fc.anything(),
);

test.each(pairs)(`%s: the shape is content exactly when the guard is (FC_SEED=${seed})`, (_, shape, is) => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(shape.is(value)).toBe(is(value));
    }),
    { seed, numRuns: 3000 },
  );
});

test(`what JavaScript knows to be a date is one (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z") }),
      (date) => {
        expect(temporal.isDateTimeOffset(date.toISOString())).toBe(true);
        expect(temporal.isDate(date.toISOString().slice(0, 10))).toBe(true);
      },
    ),
    { seed },
  );
});

test(`days of the month are those of the calendar (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const written = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const date = new Date(`${written}T00:00:00Z`);
        expect(temporal.isDate(written)).toBe(!Number.isNaN(date.getTime()) && date.getUTCDate() === day);
      },
    ),
    { seed, numRuns: 3000 },
  );
});

test(`Buffer's base64 and base64url are Binary (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.uint8Array(), (octets) => {
      for (const form of ["base64", "base64url"] as const) {
        const written = Buffer.from(octets).toString(form);
        expect(strings.isBinary(written, octets.length)).toBe(true);
        expect(octets.length === 0 || !strings.isBinary(written, octets.length - 1)).toBe(true);
      }
    }),
    { seed },
  );
});

test(`decimal facets agree with BigInt arithmetic (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }),
      fc.nat(6),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(6),
      (unscaled, point, precision, scale) => {
        const written = `${unscaled}e-${point}`;
        const scaled = unscaled * 10n ** BigInt(scale);
        const isExact = scaled % 10n ** BigInt(point) === 0n;
        const size = scaled / 10n ** BigInt(point);
        const wanted = isExact && (size < 0n ? -size : size) < 10n ** BigInt(precision);
        fc.pre(scale <= precision);
        expect(decimals.isDecimalString(written, precision, scale)).toBe(wanted);
        expect(decimals.isDecimal(Number(written), precision, scale)).toBe(wanted);
      },
    ),
    { seed, numRuns: 5000 },
  );
});
