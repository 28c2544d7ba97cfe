import { expect, test } from "vitest";
import { isDuration } from "../../templates/runtime/date-time.ts";
import { isDecimalString } from "../../templates/runtime/decimals.ts";
import { isInt64String } from "../../templates/runtime/numbers.ts";

const ones = (count: number): string => "1".repeat(count);

test.each([39, 40, 41, 42, 1000])("the grammar sets no limit, so that %i digits in a row are fine", (count) => {
  const digits = ones(count);
  const durations = [
    ...[`P${digits}D`, `-P${digits}DT${digits}H${digits}M${digits}.${digits}S`, `PT${digits}H${digits}.${digits}S`],
    ...[`PT${digits}H${digits}S`, `PT${digits}M${digits}S`, `PT${digits}M${digits}.${digits}S`, `PT${digits}S`],
    `PT${digits}.${digits}S`,
  ];
  expect(durations.filter((text) => !isDuration(text))).toEqual([]);
  const decimals = [digits, `-${digits}.${digits}e+${digits}`, `+${digits}E-${digits}`, `${digits}.1`, `1.${digits}`];
  expect(decimals.filter((text) => !isDecimalString(text))).toEqual([]);
});

test.each([40, 41, 1000])("%i digits where the form has none, or twice", (count) => {
  const digits = ones(count);
  const durations = [
    ...[digits, `P${digits}`, `PT${digits}`, `P${digits}H`, `P${digits}D${digits}D`, `PT${digits}M${digits}H`],
    ...[`PT${digits}.${digits}M`, `PT.${digits}S`, `PT${digits}.S`, `P${digits}DT`, `+P${digits}D`, `P-${digits}D`],
    ...[`P${digits}D `, ` P${digits}D`, `PT${digits}\u0661S`, `P${digits}DT${`${digits}H`.repeat(3)}`],
  ];
  expect(durations.filter((text) => isDuration(text))).toEqual([]);
  const decimals = [
    ...[`${digits}.`, `.${digits}`, `${digits}e`, `--${digits}`, `${digits}.${digits}.${digits}`, `${digits}e1.1`],
    ...[`${digits}\n`, `${digits} `, `${digits}x`, `0x${digits}`, `${digits},${digits}`, `${digits}e++1`],
  ];
  expect(decimals.filter((text) => isDecimalString(text))).toEqual([]);
});

test.each([
  ["1.".repeat(30), false],
  [`${ones(50)}${".0".repeat(20)}`, false],
  [`${ones(50)}.${ones(50)}e-${ones(50)}`, true],
])("a long text that is not one number: %s", (text, want) => {
  expect(isDecimalString(text)).toBe(want);
});

test("a long decimal is held against its facets digit for digit", () => {
  const cases: readonly (readonly [text: string, precision: number, scale: number, want: boolean])[] = [
    [`${"0".repeat(50)}12.5`, 3, 1, true],
    [`${"0".repeat(50)}12.5`, 2, 1, false],
    [`12.5${"0".repeat(50)}`, 3, 1, true],
    [`${ones(50)}.1`, 51, 1, true],
    [`${ones(50)}.1`, 50, 1, false],
    [`${ones(50)}e-50`, 50, 50, true],
    [`${ones(50)}e-${"0".repeat(50)}51`, 50, 50, false],
    [`-${ones(50)}e+${"0".repeat(50)}1`, 51, 0, true],
    [`-${ones(50)}e+${"0".repeat(50)}1`, 50, 0, false],
  ];
  const found = cases.map(([text, precision, scale]) => [
    text,
    precision,
    scale,
    isDecimalString(text, precision, scale),
  ]);
  expect(found).toEqual(cases);
});

test("an integer has 19 digits at most, zeros at its beginning included", () => {
  expect([ones(19), `-${ones(19)}`, `+${ones(19)}`, "0".repeat(19)].every(isInt64String)).toBe(true);
  expect([ones(20), `0${ones(19)}`, "0".repeat(20)].some(isInt64String)).toBe(false);
});
