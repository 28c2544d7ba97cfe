import { expect, test } from "vitest";
import { apiReport } from "../../generator/report/api-report.ts";
import { declarationsOf, packageOf, sectionsOf } from "./support.ts";

const types = `
  export interface Validation<T> { t: T }
  export interface ValidateOptions {}
  export interface StandardSchema<I, O> { i: I; o: O }
  export interface Call {}
`;

const functions = {
  is: "export function isCall(value: unknown): value is Call {}",
  validate: "export function validateCall(value: unknown, options?: ValidateOptions): Validation<Call> {}",
  assert: "export function assertCall(value: unknown): asserts value is Call {}",
  parse: "export function parseCall(value: unknown): Call {}",
  schema: "export const callSchema: StandardSchema<Call> = x;",
};

/** What the report has of functions and constants. */
function values(...sources: string[]): string[] {
  return declarationsOf([types, ...sources].join("\n")).filter((line) =>
    /^(?:validators|function|const|\/\*)/.test(line),
  );
}

test("the validators of a type stand on one line", () => {
  expect(values(...Object.values(functions))).toEqual([
    "validators of Call: { assertCall, callSchema, isCall, parseCall, validateCall }",
  ]);
});

test("so do those that are there under other names", () => {
  const again = "export { isCall as isCallCreate, parseCall as parseCallCreate, callSchema as callCreateSchema };";
  expect(values(functions.is, functions.parse, functions.schema, again)).toEqual([
    "validators of Call: { callSchema, isCall, parseCall }",
    "validators of Call: { callCreateSchema, isCallCreate, parseCallCreate }",
  ]);
});

test("and those of namespaces", () => {
  const files = packageOf({
    "index.ts": `export * as n from "./n.js"; export * from "./types.js";`,
    "n.ts": `import { Validation, ValidateOptions } from "./types.js";\nexport interface Call {}\n${functions.is}\n${functions.validate}`,
    "types.ts": types.replace("export interface Call {}", ""),
  });
  expect(sectionsOf(apiReport(files))["`.`"]).toContain("validators of n.Call: n.{ isCall, validateCall }");
});

const exceptions: readonly (readonly [what: string, source: string, want: string])[] = [
  [
    "another parameter",
    "export function isCall(value: object): value is Call {}",
    "function isCall(value: object): value is Call",
  ],
  ["no predicate", "export function isCall(value: unknown): boolean {}", "function isCall(value: unknown): boolean"],
  [
    "another type",
    "export function isCall(value: unknown): value is ValidateOptions {}",
    "function isCall(value: unknown): value is ValidateOptions",
  ],
  [
    "another name",
    "export function isACall(value: unknown): value is Call {}",
    "function isACall(value: unknown): value is Call",
  ],
  [
    "an overload",
    "export function isCall(value: unknown): value is Call;\nexport function isCall(value: unknown): value is Call;",
    "function isCall(value: unknown): value is Call",
  ],
  [
    "a constant",
    "export const isCall: (value: unknown) => value is Call = x;",
    "const isCall: (value: unknown) => value is Call",
  ],
  [
    "a mark",
    "/** @deprecated */\nexport function isCall(value: unknown): value is Call {}",
    "function isCall(value: unknown): value is Call",
  ],
];
test.each(exceptions)("%s keeps a function out of the family", (_, source, want) => {
  const { validate, assert, parse, schema } = functions;
  const found = values(validate, assert, parse, schema, source);
  expect(found).toContain("validators of Call: { assertCall, callSchema, parseCall, validateCall }");
  expect(found).toContain(want);
});

test("one alone is no family", () => {
  expect(values(functions.parse)).toEqual(["function parseCall(value: unknown): Call"]);
});
