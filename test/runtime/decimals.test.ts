import * as d from "../../templates/runtime/decimals.ts";
import { notLeaves, rows } from "./primitive-rows.ts";

const facetted = (precision?: number, scale?: d.Scale) => (value: unknown) => d.isDecimal(value, precision, scale);
const text = (precision?: number, scale?: d.Scale) => (value: unknown) => d.isDecimalString(value, precision, scale);

// CSDL 4.01 section 3.3; OData JSON 4.01 section 7.1.
rows("Decimal", d.anyDecimal, facetted(), [
  [0, "ok"],
  [1.5, "ok"],
  [1e300, "ok"],
  ["INF", "ok"],
  ["-INF", "ok"],
  ["NaN", "ok"],
  ["1.5", "wrong-type"],
  ["-inf", "wrong-type"],
  [NaN, "wrong-type"],
  [Infinity, "out-of-range"],
  ...notLeaves,
]);
// The examples of CSDL 4.01 section 7.2.4.
rows("Decimal(3, 2)", d.decimal(3, 2), facetted(3, 2), [
  [1.23, "ok"],
  [0.23, "ok"],
  [3.14, "ok"],
  [0.7, "ok"],
  [0, "ok"],
  [-1.23, "ok"],
  [123, "out-of-range"],
  [12.3, "out-of-range"],
  [0.001, "out-of-range"],
  ["INF", "ok"],
  ["1.23", "wrong-type"],
]);
rows("Decimal(3, variable)", d.decimal(3, "variable"), facetted(3, "variable"), [
  [0.123, "ok"],
  [1.23, "ok"],
  [0.23, "ok"],
  [0.7, "ok"],
  [123, "ok"],
  [12.3, "ok"],
  [12.34, "out-of-range"],
  [1234, "out-of-range"],
  [123.4, "out-of-range"],
  [0.0001, "out-of-range"],
  [1200, "out-of-range"],
  [-999, "ok"],
]);
rows("Decimal(7, floating)", d.decimal(7, "floating"), facetted(7, "floating"), [
  [-1.234567e3, "ok"],
  [1e-101, "ok"],
  [9.999999e96, "ok"],
  [1e97, "out-of-range"],
  [1e-102, "out-of-range"],
  [1.2345678, "out-of-range"],
  [12000000000, "ok"],
  [1e-7, "ok"],
]);
rows("Decimal, facets one by one", d.decimal(undefined, 1), facetted(undefined, 1), [
  [123456.7, "ok"],
  [0.1, "ok"],
  [0.12, "out-of-range"],
  [1e21, "ok"],
  [1e-7, "out-of-range"],
  [1.5e-1, "out-of-range"],
]);
rows("Decimal(2)", d.decimal(2), facetted(2), [
  [99, "ok"],
  [9.9, "ok"],
  [100, "out-of-range"],
  [0.99, "ok"],
  [1.25, "out-of-range"],
  [1e21, "out-of-range"],
]);
rows("Decimal(30, 10) with exponents", d.decimal(30, 10), facetted(30, 10), [
  [1.5e-7, "ok"],
  [1e-10, "ok"],
  [1e-11, "out-of-range"],
  [1e19, "ok"],
  [1e20, "out-of-range"],
  [0.1 + 0.2, "out-of-range"],
]);

// ABNF decimalValue; OData JSON 4.01 section 3.2.
rows("Decimal as a string", d.anyDecimalString, text(), [
  ["0", "ok"],
  ["+1.50", "ok"],
  ["-1.5e10", "ok"],
  ["1E-5", "ok"],
  ["INF", "ok"],
  ["-INF", "ok"],
  ["NaN", "ok"],
  ["007", "ok"],
  [".5", "bad-format"],
  ["5.", "bad-format"],
  ["", "bad-format"],
  ["1,5", "bad-format"],
  ["1e", "bad-format"],
  ["+INF", "bad-format"],
  ["1.5 ", "bad-format"],
  ["0x10", "bad-format"],
  [1.5, "wrong-type"],
  ...notLeaves,
]);
rows("Decimal(3, 2) as a string", d.decimalString(3, 2), text(3, 2), [
  ["1.23", "ok"],
  ["1.2300", "ok"],
  ["001.2", "ok"],
  ["123e-2", "ok"],
  ["0.0123e2", "ok"],
  ["12.3", "out-of-range"],
  ["1.234", "out-of-range"],
  ["1e999999999999", "out-of-range"],
  ["1e-999999999999", "out-of-range"],
  ["0e999", "ok"],
  ["0.000", "ok"],
  ["INF", "ok"],
  ["x", "bad-format"],
]);
// One facet alone counts as well.
rows("Decimal(3) as a string", d.decimalString(3), text(3), [
  ["123", "ok"],
  ["1234", "out-of-range"],
  ["1.234", "out-of-range"],
]);
rows("Decimal of scale 1 as a string", d.decimalString(undefined, 1), text(undefined, 1), [
  ["12345.6", "ok"],
  ["1.23", "out-of-range"],
]);
// The formats of IEEE 754 for up to 7, 16 and 34 digits; nothing holds more.
rows("Decimal(10, floating)", d.decimal(10, "floating"), facetted(10, "floating"), [
  [1e100, "ok"],
  [-1e-100, "ok"],
]);
rows("Decimal(50, floating) as a string", d.decimalString(50, "floating"), text(50, "floating"), [
  ["1e6999", "ok"],
  ["1.5e-6999", "ok"],
]);
