import { expect, test } from "vitest";
import * as times from "../../templates/runtime/date-time.ts";
import * as decimals from "../../templates/runtime/decimals.ts";
import * as numbers from "../../templates/runtime/numbers.ts";
import * as strings from "../../templates/runtime/strings.ts";
import { guardOf, judge } from "./model-cases.ts";
import { verdictOf } from "./primitive-rows.ts";

const size = 20_000_000;
const digits = "1".repeat(size);
const zeros = "0".repeat(size);

/** Twenty megabytes are judged by the same rules as ten characters: none of them ends in an exception. */
test.each([
  ["a year", times.date, times.isDate, `${digits}-11-30`, "ok"],
  ["a year without end", times.date, times.isDate, digits, "bad-format"],
  ["a year of a time", times.anyDateTimeOffset, times.isDateTimeOffset, `${digits}-11-30T09:15Z`, "ok"],
  ["fractions", times.anyTimeOfDay, times.isTimeOfDay, `09:15:00.${digits}`, "bad-format"],
  ["days", times.anyDuration, times.isDuration, `P${digits}D`, "ok"],
  ["hours again and again", times.anyDuration, times.isDuration, `PT${"1H".repeat(size / 2)}`, "bad-format"],
  ["seconds without end", times.anyDuration, times.isDuration, `PT${digits}`, "bad-format"],
  ["fractions of seconds", times.anyDuration, times.isDuration, `PT1.${digits}S`, "ok"],
  ["digits of Int64", numbers.int64String, numbers.isInt64String, digits, "out-of-range"],
  ["zeros of Int64", numbers.int64String, numbers.isInt64String, zeros, "bad-format"],
  ["zeros and digits of Int64", numbers.int64String, numbers.isInt64String, zeros + digits, "out-of-range"],
  ["digits of a decimal", decimals.anyDecimalString, decimals.isDecimalString, digits, "ok"],
  ["digits on both sides", decimals.anyDecimalString, decimals.isDecimalString, `${digits}.${digits}`, "ok"],
  ["an exponent", decimals.anyDecimalString, decimals.isDecimalString, `1e${digits}`, "ok"],
  ["an exponent without end", decimals.anyDecimalString, decimals.isDecimalString, `1e${digits}x`, "bad-format"],
  ["hexadecimal digits", strings.guid, strings.isGuid, `01234567-89ab-cdef-0123-${digits}`, "bad-format"],
  ["base64", strings.anyBinary, strings.isBinary, digits, "ok"],
  ["padding", strings.anyBinary, strings.isBinary, "=".repeat(size), "bad-format"],
  ["text", strings.anyText, strings.isString, digits, "ok"],
])("20 MB of %s", (_, shape, is, value, want) => {
  expect(verdictOf(shape, value)).toBe(want);
  expect(is(value)).toBe(want === "ok");
});

test.each([
  ["beyond MaxLength", strings.text(5), digits],
  ["surrogates beyond MaxLength", strings.text(size / 2 - 1), "\ud83d\ude00".repeat(size / 2)],
  ["octets beyond MaxLength", strings.binary(5), digits],
  ["digits beyond Precision", decimals.decimalString(5, "floating"), digits],
  ["digits beyond Scale", decimals.decimalString(5, 2), `1.${digits}`],
])("20 MB %s are out of range", (_, shape, value) => {
  expect(verdictOf(shape, value)).toBe("out-of-range");
});

test.each([
  ["an enumeration", { color: digits }, "unknown-enum-member", ["color"]],
  ["an enumeration that grows", { state: digits, retries: "5" }, "unknown-enum-member", ["state"]],
  ["flags", { rights: "read,".repeat(size / 5) }, "unknown-enum-member", ["rights"]],
  ["empty flags", { rights: ",".repeat(size) }, "unknown-enum-member", ["rights"]],
  ["a tag", { "@odata.type": `#demo.${digits}` }, "unexpected-type", ["@odata.type"]],
  ["a tag of points", { "@odata.type": ".".repeat(size) }, "unexpected-type", ["@odata.type"]],
  ["two tags", { "@odata.type": digits, "@type": zeros }, "unexpected-type", ["@odata.type"]],
  ["an undeclared name", { [digits]: 5, retries: "5" }, "undeclared-property", [digits]],
  ["a number as text", { retries: digits }, "wrong-type", ["retries"]],
])("20 MB in %s: a short message", (_, value, code, path) => {
  const result = judge("call", value);
  expect(guardOf("call", "received")(value)).toBe(false);
  const [issue] = result.ok ? [] : result.issues;
  expect(issue?.code).toBe(code);
  expect(issue?.path).toEqual(path);
  expect(issue?.message.length).toBeLessThan(300);
  expect(issue?.received?.length ?? 0).toBeLessThan(80);
});

test.each([
  ["a dynamic name", { [digits]: [{ "@odata.type": "#demo.info", uri: 5 }] }, [digits, 0, "uri"]],
  ["a dynamic name of blanks", { [" id".repeat(size / 5)]: { "@odata.type": 5, "@type": "#demo.info" } }, undefined],
  ["the tag of a dynamic object", { x: { "@odata.type": `#demo.${digits}` } }, []],
  ["an annotation", { [`x@${digits}`]: digits }, []],
])("20 MB in %s", (_, value, path) => {
  const result = judge("identity", value);
  expect(guardOf("identity", "received")(value)).toBe(result.ok);
  const first = result.ok ? [] : result.issues[0]?.path;
  if (path !== undefined) expect(first).toEqual(path);
});
