import { describe, expect, it } from "vitest";
import { isConstant, isInteger } from "../../generator/csdl/grammar/constants.ts";
import {
  isIdentifier,
  isNamespace,
  isPath,
  isQualifiedName,
  parseTypeReference,
} from "../../generator/csdl/grammar/names.ts";
import { parseTarget } from "../../generator/csdl/grammar/targets.ts";
import type { ConstantKind } from "../../generator/csdl/types.ts";

const long = "a".repeat(128);

describe("names", () => {
  it.each(["a", "_", "_1", "Ünïcode", "名前", "ⅷ", "a\u0301", "a\u200d", "\u{20000}".repeat(128), long])(
    "the identifier %s",
    (text) => expect(isIdentifier(text)).toBe(true),
  );
  it.each(["", "1", "a b", "a-b", "a.b", "a/b", "$a", "a\n", "\n", "€", "a\u00a0", `${long}a`, "*/", "`"])(
    "no identifier: %j",
    (text) => expect(isIdentifier(text)).toBe(false),
  );
  it.each([
    ["a", true, false],
    ["a.b", true, true],
    [`${long}.${long}.${long}.${long.slice(4)}`, true, true],
    [`${long}.${long}.${long}.${long}.a`, false, false],
    ["", false, false],
    [".a", false, false],
    ["a.", false, false],
    ["a..b", false, false],
    ["a.1", false, false],
    ["a. b", false, false],
  ])("%s: a namespace %s, a qualified name %s", (text, namespace, qualified) => {
    expect(isNamespace(text)).toBe(namespace);
    expect(isQualifiedName(text)).toBe(qualified);
  });
});

describe("types", () => {
  it.each([
    ["Edm.String", { name: "Edm.String", collection: false }],
    ["Collection(n.T)", { name: "n.T", collection: true }],
    ["String", undefined],
    ["Collection(String)", undefined],
    ["Collection(Collection(n.T))", undefined],
    ["Collection( n.T)", undefined],
    ["collection(n.T)", undefined],
    ["Collection(n.T", undefined],
    ["Collection()", undefined],
    [" n.T", undefined],
  ])("%s", (text, want) => expect(parseTypeReference(text)).toEqual(want));
});

describe("paths", () => {
  it.each(["a", "a/b", "a/n.T/b", "a/@n.Term#q", "a/$count", "request-id"])("%s", (text) => {
    expect(isPath(text)).toBe(true);
  });
  it.each(["", "/a", "a/", "a//b", "a b", "a/@Term", "a/@n.Term#"])("no path: %j", (text) => {
    expect(isPath(text)).toBe(false);
  });
});

describe("targets", () => {
  it.each([
    ["n.T", "n.T"],
    ["n.T/p/q", "n.T/p/q"],
    ["n.T/p/@m.Term#q", "n.T/p/@m.Term#q"],
    ["n.f(n.T, Collection(Edm.String))/$ReturnType", "n.f(n.T,Collection(Edm.String))/$ReturnType"],
    ["n.f()", "n.f()"],
    ["n.f(n.T", undefined],
    ["n.f(n.T,)", undefined],
    ["n.f(n.T)x", undefined],
    ["n.f(n.T)/", undefined],
    ["n.T/", undefined],
    ["n T", undefined],
    ["", undefined],
  ])("%j", (text, want) => expect(parseTarget(text)).toBe(want));
});

const constants: readonly (readonly [kind: ConstantKind, good: readonly string[], bad: readonly string[]])[] = [
  ["Binary", ["", "T0RhdGE", "-_=="], ["a+b", "====", "a b"]],
  ["Bool", ["true", "false"], ["True", "1", ""]],
  ["Date", ["2000-01-01", "-0001-12-31", "12000-01-01"], ["2000-13-01", "2000-1-1", "00-01-01", "2000-00-01"]],
  ["DateTimeOffset", ["2000-01-01T16:00:00.000Z", "2000-01-01T16:00-09:00"], ["2000-01-01T16:00:00", "2000-01-01"]],
  ["Decimal", ["3.14", "-1", "INF", "NaN", "1e5"], ["", "1.", ".5", "0x1", "inf"]],
  ["Duration", ["P7D", "PT11.5S", "-P1DT1H2M", "P11DT23H59M59.999999999999S"], ["P", "PT", "P1DT", "7D", "P1Y"]],
  ["EnumMember", ["n.E/a", "n.E/a n.E/b"], ["", "a", "E/a", "n.E/a,n.E/b", "n.E/"]],
  ["Float", ["3.14", "-INF", "1E-7"], ["", "Infinity", "1f"]],
  ["Guid", ["21EC2020-3AEA-1069-A2DD-08002B30309D"], ["21EC2020", "{21EC2020-3AEA-1069-A2DD-08002B30309D}"]],
  [
    "Int",
    ["42", "-1", "+1", "9223372036854775807", "0000000000000000000000001"],
    ["1.0", "", "0x10", "9223372036854775808"],
  ],
  ["String", ["", "anything < & >"], []],
  ["TimeOfDay", ["21:45:00", "00:00", "23:59:59.123456789012"], ["24:00", "1:00", "21:60"]],
];

describe("constants", () => {
  it.each(constants)("%s", (kind, good, bad) => {
    expect(good.filter((text) => !isConstant(kind, text))).toEqual([]);
    expect(bad.filter((text) => isConstant(kind, text))).toEqual([]);
  });

  it.each([
    ["255", "Edm.Byte", true],
    ["256", "Edm.Byte", false],
    ["-1", "Edm.Byte", false],
    ["-128", "Edm.SByte", true],
    ["-129", "Edm.SByte", false],
    ["32768", "Edm.Int16", false],
    ["-2147483648", "Edm.Int32", true],
    ["2147483648", "Edm.Int32", false],
    ["-9223372036854775808", "Edm.Int64", true],
    ["-9223372036854775809", "Edm.Int64", false],
  ])("%s as %s: %s", (text, type, want) => expect(isInteger(text, type)).toBe(want));

  it("takes linear time for hostile texts", () => {
    const start = performance.now();
    for (const [kind] of constants) isConstant(kind, `${"9".repeat(1_000_000)}x`);
    isNamespace("a.".repeat(500_000));
    isQualifiedName("a.".repeat(500_000));
    isIdentifier("a".repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

it.each<[ConstantKind, string, string]>([
  ["Decimal", "1.", ""],
  ["Float", "1e", ""],
  ["Duration", "PT0.", "S"],
  ["Date", "", "-01-01"],
])("a %s has at most 10,000 characters", (kind, before, after) => {
  const written = (length: number): string => before + "9".repeat(length - before.length - after.length) + after;
  expect(isConstant(kind, written(10_000))).toBe(true);
  expect(isConstant(kind, written(10_001))).toBe(false);
});
