import { expect, test } from "vitest";
import { excerpt, printable } from "../../templates/runtime/excerpt.ts";
import { type Issue, ODataValidationError, toPointer } from "../../templates/runtime/issue.ts";
import { found, judge } from "./model-cases.ts";

// RFC 6901 section 5.
test.each([
  [[], ""],
  [["foo", 0], "/foo/0"],
  [[""], "/"],
  [["a/b", "m~n", "~1"], "/a~1b/m~0n/~01"],
  [["value", 10, "@odata.type"], "/value/10/@odata.type"],
])("%j is the pointer %j", (path, want) => {
  expect(toPointer(path)).toBe(want);
});

test.each([
  ["text", '"text"'],
  ['quote " and \\', '"quote \\" and \\\\"'],
  ["line\nbreak\u0000\u001b[31m", '"line\\u000abreak\\u0000\\u001b[31m"'],
  ["\u202eright to left\u2066", '"\\u202eright to left\\u2066"'],
  ["\u2028\u2029\u200b\ufeff\u0085", '"\\u2028\\u2029\\u200b\\ufeff\\u0085"'],
  ["\ud800", '"\\ud800"'],
  ["\u{e0041}", '"\\udb40\\udc41"'],
  ["😀 ä 漢", '"😀 ä 漢"'],
  [5, "5"],
  [-0.5, "-0.5"],
  [true, "true"],
  [null, "null"],
  [undefined, "undefined"],
  [[1, 2], "an array"],
  [{ toString: null }, "an object"],
  [Symbol("x"), "a symbol"],
  [10n ** 50_000n, "a bigint"],
  [() => 5, "a function"],
])("an excerpt", (value, want) => {
  expect(excerpt(value)).toBe(want);
});

test("an excerpt is short and ends between code points", () => {
  for (const text of ["a".repeat(1e6), "😀".repeat(1e6), "\u0000".repeat(1e6), `${"a".repeat(69)}😀😀`]) {
    expect(excerpt(text).length).toBeLessThanOrEqual(80);
    expect(excerpt(text)).toMatch(/…"$/);
    expect(excerpt(text)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  }
  expect(printable("abc", 3)).toBe("abc");
  expect(printable("abcd", 3)).toBe("abc…");
});

test("the error names the first issue and counts the others", () => {
  const issue: Issue = { path: ["a/b", 0], code: "wrong-type", severity: "error", message: "Expected x, got y." };
  expect(new ODataValidationError([issue]).message).toBe("/a~1b/0: Expected x, got y.");
  expect(new ODataValidationError([issue, issue]).message).toBe("/a~1b/0: Expected x, got y. (and 1 more)");
  expect(new ODataValidationError([{ ...issue, path: [] }]).message).toBe("the value: Expected x, got y.");
  expect(new ODataValidationError([{ ...issue, path: ["\u001b[2J"] }]).message).not.toContain("\u001b");
  expect(new ODataValidationError([])).toBeInstanceOf(Error);
});

test("issues are plain data that says what would have fitted", () => {
  const result = judge("call", { color: "Red", "\u001b": 1, media: { "@odata.type": "#demo.x" } });
  expect(found(result)).toHaveLength(3);
  expect(result).toEqual({
    ok: false,
    issues: [
      {
        path: ["color"],
        code: "unknown-enum-member",
        severity: "error",
        message: 'Expected one of "red", "green", got "Red".',
        expected: 'one of "red", "green"',
        received: '"Red"',
      },
      {
        path: ["\u001b"],
        code: "undeclared-property",
        severity: "warning",
        message: "The type does not declare this member.",
        received: "1",
      },
      {
        path: ["media", "@odata.type"],
        code: "unexpected-type",
        severity: "error",
        message: 'Expected one of "#demo.appMedia", "#demo.serviceMedia", got "#demo.x".',
        expected: 'one of "#demo.appMedia", "#demo.serviceMedia"',
        received: '"#demo.x"',
      },
    ],
  });
});

test("an error has its name and issues where the name that errors inherit cannot be written", () => {
  class Sealed extends ODataValidationError {}
  // What `Object.freeze(Error.prototype)` does to every class of errors, done to one.
  Object.defineProperty(Sealed.prototype, "name", { value: "Error", writable: false });
  const error = new Sealed([]);
  expect([error.name, error.issues, Object.keys(error)]).toEqual(["ODataValidationError", [], ["issues"]]);
});

test.each([
  ["call", { source: 5 }, "Expected an object, got 5."],
  ["notification", { resourceData: 5 }, "Expected an object or an array of objects, got 5."],
  ["call", { modalities: 5 }, "Expected an array, got 5."],
  ["call", { id: undefined, state: 5 }, 'Expected one of "idle", "running", "unknownFutureValue", got 5.'],
  [
    "call",
    { rights: "x" },
    'Expected members of demo.rights, each once, with commas between them: "read", "write", got "x".',
  ],
  ["call", { media: {} }, '"@odata.type" is missing; expected one of "#demo.appMedia", "#demo.serviceMedia".'],
  ["call", { "@odata.type": "#x" }, 'Expected "#demo.call", got "#x".'],
  ["call", { "@odata.type": "#demo.call", "@type": "#x" }, 'Expected the same type as in "@type", got "#demo.call".'],
  ["changed", { "@type": "\u001b" }, 'The canonical form is "@odata.type": "\\u001b".'],
  ["answer", {}, '"callbackUri" is required.'],
  ["participant", { joinedAt: "x" }, '"joinedAt" is not part of what is sent; the service ignores or refuses it.'],
] as const)("what is said of a %s: %j", (name, value, want) => {
  const presence = name === "participant" ? "update" : "received";
  const result = judge(name, value, presence);
  expect((result.ok ? result.warnings : result.issues)[0]?.message).toBe(want);
});
