import * as n from "../../templates/runtime/numbers.ts";
import { notLeaves, rows } from "./primitive-rows.ts";

// ABNF byte, sbyteValue, int16Value, int32Value, int64Value; OData JSON 4.01 section 7.1.
rows("Byte", n.byte, n.isByte, [
  [0, "ok"],
  [255, "ok"],
  [1.0, "ok"],
  [-0, "ok"],
  [256, "out-of-range"],
  [-1, "out-of-range"],
  [1.5, "bad-format"],
  ["5", "wrong-type"],
  [NaN, "wrong-type"],
  [Infinity, "out-of-range"],
  ...notLeaves,
]);
rows("SByte", n.sbyte, n.isSByte, [
  [-128, "ok"],
  [127, "ok"],
  [-129, "out-of-range"],
  [128, "out-of-range"],
  [0.5, "bad-format"],
  ["0", "wrong-type"],
]);
rows("Int16", n.int16, n.isInt16, [
  [-32768, "ok"],
  [32767, "ok"],
  [-32769, "out-of-range"],
  [32768, "out-of-range"],
  [-0.1, "bad-format"],
  ["", "wrong-type"],
]);
rows("Int32", n.int32, n.isInt32, [
  [-2147483648, "ok"],
  [2147483647, "ok"],
  [-2147483649, "out-of-range"],
  [2147483648, "out-of-range"],
  [1e300, "out-of-range"],
  [3.14, "bad-format"],
  ["5", "wrong-type"],
  ["INF", "wrong-type"],
  [true, "wrong-type"],
]);
rows("Int64", n.int64, n.isInt64, [
  [JSON.parse("9223372036854775807"), "ok"],
  [JSON.parse("-9223372036854775808"), "ok"],
  [2 ** 63, "ok"],
  [-(2 ** 63), "ok"],
  [2 ** 63 + 2048, "out-of-range"],
  [-(2 ** 63) - 2048, "out-of-range"],
  [0.5, "bad-format"],
  ["5", "wrong-type"],
  [5n, "wrong-type"],
  [JSON.parse("1e999"), "out-of-range"],
]);

// OData JSON 4.01 section 3.2: IEEE754Compatible=true.
rows("Int64 as a string", n.int64String, n.isInt64String, [
  // Digits are compared as text, and only numbers of 19 digits with the limit.
  ["95", "ok"],
  ["999999999999999999", "ok"],
  ["-999999999999999999", "ok"],
  ["0999999999999999999", "ok"],
  ["00000000000000000000012", "bad-format"],
  ["a12345678901234567890", "bad-format"],
  ["12345678901234567890a", "bad-format"],
  ["123456789012345678901", "out-of-range"],
  ["0", "ok"],
  ["+5", "ok"],
  ["-0", "ok"],
  ["0005", "ok"],
  ["9223372036854775807", "ok"],
  ["+9223372036854775807", "ok"],
  ["-9223372036854775808", "ok"],
  ["9223372036854775808", "out-of-range"],
  ["-9223372036854775809", "out-of-range"],
  ["9999999999999999999", "out-of-range"],
  ["12345678901234567890", "out-of-range"],
  ["00000000000000000001", "bad-format"],
  ["0000000000000000001", "ok"],
  ["00000000000000000000", "bad-format"],
  ["", "bad-format"],
  ["-", "bad-format"],
  ["1.0", "bad-format"],
  ["1e3", "bad-format"],
  [" 1", "bad-format"],
  ["1\n", "bad-format"],
  ["٣", "bad-format"],
  ["INF", "bad-format"],
  [5, "wrong-type"],
  ...notLeaves,
]);

// OData JSON 4.01 section 7.1; ABNF nanInfinity.
rows("Double", n.double, n.isDouble, [
  [0, "ok"],
  [1e308, "ok"],
  [5e-324, "ok"],
  [-1.5, "ok"],
  ["INF", "ok"],
  ["-INF", "ok"],
  ["NaN", "ok"],
  [NaN, "wrong-type"],
  [Infinity, "out-of-range"],
  [-Infinity, "out-of-range"],
  ["Infinity", "wrong-type"],
  ["inf", "wrong-type"],
  ["+INF", "wrong-type"],
  ["1.5", "wrong-type"],
  ["", "wrong-type"],
  ...notLeaves,
]);
rows("Single", n.single, n.isSingle, [
  [3.4028234663852886e38, "ok"],
  [3.4028235e38, "ok"],
  [-3.4028235e38, "ok"],
  [3.4028236e38, "out-of-range"],
  [1e-46, "ok"],
  [0.1, "ok"],
  ["INF", "ok"],
  ["-INF", "ok"],
  ["NaN", "ok"],
  [1e39, "out-of-range"],
  ["0.1", "wrong-type"],
  [NaN, "wrong-type"],
]);
