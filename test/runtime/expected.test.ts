import { expect, test } from "vitest";
import { anyDuration, anyTimeOfDay, date, dateTimeOffset } from "../../templates/runtime/date-time.ts";
import { anyDecimal, decimal, decimalString } from "../../templates/runtime/decimals.ts";
import * as geo from "../../templates/runtime/geo-shapes.ts";
import { byte, double, int16, int32, int64, int64String, sbyte, single } from "../../templates/runtime/numbers.ts";
import {
  anyBinary,
  anyText,
  binary,
  boolean,
  guid,
  primitiveType,
  stream,
  text,
} from "../../templates/runtime/strings.ts";

// Nothing fits a symbol, so each shape says what would have.
test.each([
  [boolean, "true or false"],
  [stream, "a string with a link"],
  [primitiveType, "a Boolean, a finite number or a string"],
  [anyText, "a string"],
  [text(3), "a string of at most 3 characters"],
  [anyBinary, "a string of base64url"],
  [binary(2), "a string of base64url with at most 2 octets"],
  [guid, "a GUID such as 01234567-89ab-cdef-0123-456789abcdef"],
  [byte, "an integer from 0 to 255"],
  [sbyte, "an integer from -128 to 127"],
  [int16, "an integer from -32768 to 32767"],
  [int32, "an integer from -2147483648 to 2147483647"],
  [int64, "an integer of 64 bits"],
  [int64String, "a string with an integer of 64 bits"],
  [single, 'a number of 32 bits, "INF", "-INF" or "NaN"'],
  [double, 'a number of 64 bits, "INF", "-INF" or "NaN"'],
  [anyDecimal, 'a decimal number, "INF", "-INF" or "NaN"'],
  [decimal(5), 'a decimal number (at most 5 digits), "INF", "-INF" or "NaN"'],
  [decimal(5, "variable"), 'a decimal number (at most 5 digits), "INF", "-INF" or "NaN"'],
  [decimal(undefined, 2), 'a decimal number (at most 2 digits after the point), "INF", "-INF" or "NaN"'],
  [
    decimalString(5, 2),
    'a string with a decimal number (at most 5 digits, at most 2 digits after the point), "INF", "-INF" or "NaN"',
  ],
  [date, "a date such as 2026-11-30"],
  [
    dateTimeOffset(3),
    "a date and time with offset such as 2026-11-30T09:15:00Z with at most 3 digits after the second",
  ],
  [anyTimeOfDay, "a time of day such as 09:15:00"],
  [anyDuration, "a duration such as P1DT2H3M4.5S"],
  [geo.geography, "a GeoJSON geometry"],
  [geo.geographyPoint, "a GeoJSON Point"],
  [geo.geographyLineString, "a GeoJSON LineString"],
  [geo.geographyPolygon, "a GeoJSON Polygon with closed rings"],
  [geo.geographyMultiPoint, "a GeoJSON MultiPoint"],
  [geo.geographyMultiLineString, "a GeoJSON MultiLineString"],
  [geo.geographyMultiPolygon, "a GeoJSON MultiPolygon"],
  [geo.geographyCollection, "a GeoJSON GeometryCollection"],
])("%# says %j", (shape, want) => {
  expect(shape.is(Symbol("s"))).toBe(false);
  expect(shape.expected).toBe(want);
});
