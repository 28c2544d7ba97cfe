/*
 * The reader that knows only what the tool writes, judged by the one that reads all of TypeScript: the same bytes.
 */
import { describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format.ts";
import { apiReport } from "../../generator/report/api-report.ts";
import { makeReport } from "../../generator/report/make-report.ts";
import { plainReport } from "../../generator/report/plain-report.ts";
import { readPlain } from "../../generator/report/plain/read-plain.ts";
import { caseNames, runCase } from "../golden/cases.ts";
import { flagshipFiles, packageOf } from "./support.ts";

test("the flagship package", () => {
  const files = flagshipFiles();
  const report = makeReport(files, readPlain);
  expect(report.length).toBeGreaterThan(400_000);
  expect(report === apiReport(files)).toBe(true);
});

/** An enumeration with the member `__proto__`, whose constant has a computed name. */
const beyond = ["hostile-names-that-are-legal"];

test.each(caseNames())("the case %s", async (name) => {
  const files = await formatFiles((await runCase(name)).files);
  expect(plainReport(files)).toBe(beyond.includes(name) ? undefined : apiReport(files));
});

/** Modules in the form that prettier gives. */
const known: Readonly<Record<string, string>> = {
  interfaces: `
/** Of the package. */
export interface A<T extends object = B> extends Base, Other<T[]> {
  /** @deprecated No more. */
  readonly b: readonly string[];
  a?: string | undefined;
  "quoted-name": "x" | 'say "x"';
  "plain": null;
  [annotation: \`\${string}@\${string}\`]: unknown;
  nested: { readonly c: [number, string]; a: T["x"] };
}
interface Base {}
interface Other<T> {
  t: T;
}
interface B {}
`,
  functions: `
/**
 * @deprecated
 */
export function old(value: unknown): asserts value is A;
export function old(value: string): void;
export function old(value: unknown): void {
  return;
}
export function generic<T, U extends T>(
  first: T,
  options: { readonly deep?: boolean } = { deep: true },
  ...rest: readonly U[]
): value is string {
  const x = "}";
}
export function late(first: string = "a", second: (value: T) => asserts value is string): Validation<A>["x"] {}
interface A {}
`,
  constants: `
export const typed: Readonly<Record<string, (value: unknown) => value is string>> = {
  a: isString,
};
export const text = "text";
export const object = { a: "a", "b-c": 1, d: [true, null, { e: "f" }] } as const;
export type E = "a" | "b";
/** The members. */
export const E = {
  /** @deprecated */
  a: "a",
  b: "b",
} as const;
`,
  aliases: `
export type Text = string & {};
export type Union = ({ b: 1; a: 2 } | string)[] | (keyof A) | Union[];
export type Wrapped = (
  | "b"
  | "a"
);
export type Fn = <T>(value: T, more?: readonly T[]) => T;
interface A {}
`,
  classes: `
export class Failure extends Error {
  readonly issues: readonly string[];
  count?: number;

  constructor(issues: readonly string[]) {
    super(\`\${string}\`);
    this.issues = issues;
  }
}
`,
  lists: `
import { type A, b as c } from "./other.js";
import type { D } from "elsewhere";
import * as other from "./other.js";
export * from "./other.js";
export * as ns from "./other.js";
export type * as types from "./other.js";
export { c as d, type A as E };
export type { D };
export { F } from "./missing.js";
export interface G {
  a: A;
  d: D;
  o: other.A;
}
`,
};
const other = `export interface A {}\n/** One. */\nexport const b: A = {};\nexport function b2(): A {}\n`;

test.each(Object.keys(known))("forms of %s", (name) => {
  const files = packageOf({ "index.ts": known[name] ?? "", "other.ts": other });
  expect(makeReport(files, readPlain)).toBe(apiReport(files));
});

describe("what it does not know is left to the other", () => {
  const unknown = [
    "export type A<T> = T extends string ? 1 : 2;",
    "export type A = { [K in string]: K };",
    "export type A = typeof b;\nconst b: 1 = 1;",
    'export type A = import("./other.js").A;',
    "export interface A {\n  a(): void;\n}",
    "export interface A {\n  1: string;\n}",
    "export const a = b();",
    "export const a = [1, 2];",
    "export const { a } = b;",
    "export let a: string;",
    "export default 1;",
    "export enum A {\n  a,\n}",
    "export namespace A {}",
    "export function a(b = 1): void {}",
    "export function a({ b }: C): void {}",
    "export abstract class A {}",
    "export class A {\n  private a: string;\n}",
    "export class A {\n  a(): void {}\n}",
    "export const a: `${`x`}` = `x`;",
    "export type A = 1_000n;",
    'export type A = "\\x41";',
  ];
  test.each(unknown)("%s", (text) => {
    const files = packageOf({ "index.ts": `${text}\n`, "other.ts": other });
    expect(plainReport(files)).toBeUndefined();
    expect(apiReport(files)).toContain("# Public API");
  });

  test("and what has been read is told", () => {
    const files = packageOf({ "index.ts": "export type A = string;\n" });
    expect(plainReport(files)).toBe(apiReport(files));
  });
});
