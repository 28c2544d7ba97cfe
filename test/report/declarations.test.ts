import { describe, expect, test } from "vitest";
import { declarationsOf } from "./support.ts";

type Row = readonly [what: string, source: string, want: readonly string[]];

function rows(name: string, table: readonly Row[]): void {
  describe(name, () => {
    test.each(table)("%s", (_, source, want) => {
      expect(declarationsOf(source)).toEqual(want);
    });
  });
}

rows("interfaces", [
  ["without members", "export interface A {}", ["interface A {}"]],
  [
    "members by name, one a line, however they are written",
    `export interface A extends B, C { z?: string | undefined; readonly "@x": 'y'
     /** Words. */ a: number, }
     interface B {} interface C {}`,
    ["interface A extends B, C {", '  readonly "@x": "y"', "  a: number", "  z?: string | undefined", "}"],
  ],
  [
    "signatures before members, overloads in their order",
    `export interface A { b(x: string): void; b(x: number): void; a: 1; [key: string]: unknown; new (): A; (): 1 }`,
    [
      "interface A {",
      "  new (): A",
      "  (): 1",
      "  [key: string]: unknown",
      "  a: 1",
      "  b(x: string): void",
      "  b(x: number): void",
      "}",
    ],
  ],
  [
    "nothing but a discriminator",
    `export interface A { "@odata.type": "#n.a" }\nexport interface B { "@odata.type": "#n.b"; c: 1 }`,
    ['interface A { "@odata.type": "#n.a" }', "interface B {", '  "@odata.type": "#n.b"', "  c: 1", "}"],
  ],
  [
    "type parameters, whatever else has their names",
    `import type { T as U } from "x"; export interface A<T extends object = {}, U = T> { t: T; u: U; <V>(v: V): V }`,
    ["interface A<T extends object = {}, U = T> {", "  <V>(v: V): V", "  t: T", "  u: U", "}"],
  ],
  [
    "several under one name",
    "export interface A { a: 1 }\nexport interface A { b: 2 }",
    ["interface A {", "  a: 1", "}", "interface A {", "  b: 2", "}"],
  ],
]);

rows("type aliases", [
  ["simple", "export type A = (string);", ["type A = string"]],
  [
    "a line for each part of a union",
    `export type A<T> =\n  | "b"\n  // why\n  | T[] | { b: 1, a?: (x: T) => void }`,
    ["type A<T> =", '  | "b"', "  | T[]", "  | { a?: (x: T) => void; b: 1; }"],
  ],
  ["a line for each member", "export type A = { b: 1; a: 2 };", ["type A = {", "  a: 2", "  b: 1", "}"]],
  [
    "everything that types are made of",
    `export type A = keyof B & (typeof c)["d"] & Partial<{ readonly [K in keyof B]?: B[K] }> & [x: 1, ...y: 2[]] &
       (B extends infer U ? U : never) & \`\${string}@\${number}\` & -1 & true & unique symbol & (new () => B) & {}
     interface B {} declare const c: { d: 1 };`,
    [
      'type A = keyof B & (typeof c)["d"] & Partial<{ readonly [K in keyof B]?: B[K]; }> & [x: 1, ...y: 2[]] & ' +
        "(B extends infer U ? U : never) & `${string}@${number}` & -1 & true & unique symbol & (new () => B) & {}",
    ],
  ],
  ["invisible characters", `export type A = "a\u202eb" | "größe";`, ["type A =", '  | "a\\u202eb"', '  | "größe"']],
  ["backticks", "export type A = '```';", ['type A = "```"']],
]);

rows("functions", [
  [
    "the signature",
    "export async function* f<T>(a: T, ...b: T[]): T { return a; }",
    ["function f<T>(a: T, ...b: T[]): T"],
  ],
  [
    "defaults are optional, unless something required follows",
    "export function f(a = 1, b: string, c: B = {}, { d }: B = {}): void {}\ninterface B {}",
    ["function f(a: number | undefined, b: string, c?: B, { d }?: B): void"],
  ],
  [
    "predicates",
    "export function f(a: unknown): asserts a is B {}\ntype B = 1;",
    ["function f(a: unknown): asserts a is B"],
  ],
  [
    "overloads in their order, without the implementation",
    "export function f(b: string): void;\nexport function f(a: number): void;\nexport function f(a: unknown): void {}",
    ["function f(b: string): void", "function f(a: number): void"],
  ],
  ["without types, as it is written", "export function f(a, b?) {}", ["function f(a, b?)"]],
]);

rows("values", [
  ["with a type", "export const a: string[] = [];", ["const a: string[]"]],
  ["with an object type", "export const a: { c: 1; b: 2 } = x;", ["const a: {", "  b: 2", "  c: 1", "}"]],
  [
    "literals",
    `export const a = 1, b = -1n, c = 'd', e = true, f = null, g = \`h\`;\nexport let i = 1, j = "k";`,
    [
      "const a: 1",
      "const b: -1n",
      'const c: "d"',
      "const e: true",
      "const f: null",
      'const g: "h"',
      "let i: number",
      "let j: string",
    ],
  ],
  [
    "as const",
    `export const a = { c: ["x", { y: -1 }], /** Words. */ "b-": { d: false } } as const;`,
    ["const a: {", '  readonly "b-": { readonly d: false; }', '  readonly c: readonly ["x", { readonly y: -1; }]', "}"],
  ],
  [
    "objects",
    `export const a = { b: "c", d: 1, e(x: 1): void {} };`,
    ["const a: {", "  b: string", "  d: number", "  e: (x: 1) => void", "}"],
  ],
  [
    "functions",
    "export const f = (a: string, b = 1, c?: 1): void => {};",
    ["const f = (a: string, b = 1, c?: 1): void => { }"],
  ],
  ["typed functions", "export const f = <T>(a: T, b?: 1): T => a;", ["const f: <T>(a: T, b?: 1) => T"]],
  ["what has to be inferred, as it is written", "export const a = f(\n  1, // one\n);", ["const a = f(1)"]],
  [
    "literals in what can be changed",
    "export let a = -1, b = 2n, c = true, d = null, e = `f`;",
    ["let a: number", "let b: bigint", "let c: boolean", "let d: null", "let e: string"],
  ],
  [
    "in parentheses, checked or asserted",
    "export const a = (1), b = { c: 1 } satisfies object, d = e as string, f = <g>h;\ninterface g {}",
    ["const a: 1", "const b: {", "  c: number", "}", "const d: string", "const f: g"],
  ],
  [
    "with a part that syntax does not tell, as it is written",
    "export const a = [1], b = { c }, d = [e, 1] as const, f = { [g]: 1 }, h = -i, j = { get k() { return 1; } };",
    [
      "const a = [1]",
      "const b = { c }",
      "const d = [e, 1] as const",
      "const f = { [g]: 1 }",
      "const h = -i",
      "const j = { get k() { return 1; } }",
    ],
  ],
  ["without a value", "export declare const a: 1;\nexport declare var b;", ["const a: 1", "var b"]],
]);

rows("classes", [
  [
    "what is not private",
    `export abstract class A<T> extends B<T> implements C {
       static x = 1; readonly kind = "a"; private secret = 1; declare c?: T; protected abstract d(): void;
       get e(): T { return 1 } set e(value: T) {} async f(x = 1): Promise<void> {} static {} override public g!: string;
       constructor(readonly h: string, i: number) { super(); }
     }\nclass B<T> {}\ninterface C {}`,
    [
      "abstract class A<T> extends B<T> {",
      "  constructor(h: string, i: number)",
      "  c?: T",
      "  protected abstract d(): void",
      "  get e(): T",
      "  set e(value: T)",
      "  f(x?: number): Promise<void>",
      "  g: string",
      "  readonly h: string",
      '  readonly kind: "a"',
      "  static x: number",
      "  #private",
      "}",
    ],
  ],
  [
    "overloads",
    "export class A { #x = 1; private constructor(a: 1) {} b(x: 1): void; b(x: 2): void; b(x: unknown): void {} [Symbol.iterator](): 1 {} }",
    [
      "class A {",
      "  private constructor()",
      "  [Symbol.iterator](): 1",
      "  b(x: 1): void",
      "  b(x: 2): void",
      "  #private",
      "}",
    ],
  ],
  [
    "static and other members of one name",
    "export class A {\n  static a(): void {}\n  a(x: 1): void;\n  a(x: unknown): void {}\n  constructor(private b: 1) {}\n}",
    ["class A {", "  constructor(b: 1)", "  a(x: 1): void", "  static a(): void", "  #private", "}"],
  ],
  [
    "members of all other kinds",
    `export class A { [key: string]: unknown; set b(value: 1); c?(): void; d; e? = 1; f = g(); readonly h = true; ; accessor i = 1; }`,
    [
      "class A {",
      "  [key: string]: unknown",
      "  set b(value: 1)",
      "  c?(): void",
      "  d",
      "  e?: number",
      "  f",
      "  readonly h: true",
      "  i: number",
      "}",
    ],
  ],
  [
    "bases that are no plain name",
    "export class A extends f(B) {}\nexport interface C extends d.E<1>, d.F {}\ndeclare namespace d { interface E<T> {} interface F {} }",
    ["class A extends f(B) {}", "interface C extends d.E<1>, d.F {}"],
  ],
]);

rows("marks", [
  [
    "what is deprecated, without the reason",
    `/**\n * Old.\n * @deprecated since 2023\n */\nexport interface A {\n  /** @deprecated */ b: 1;\n  // @deprecated\n  c: 2;\n  /** Not @deprecated. */\n  d: 3;\n}`,
    ["/** @deprecated */", "interface A {", "  /** @deprecated */", "  b: 1", "  c: 2", "  d: 3", "}"],
  ],
  [
    "in the last of several comments",
    "/** @deprecated */\n/** B. */\nexport interface A {}\n/** B. */\n/** @deprecated */\n// C.\nexport interface B {}",
    ["interface A {}", "/** @deprecated */", "interface B {}"],
  ],
  [
    "of functions, constants and their members",
    `/** @deprecated */ export function f(): void {}\n/** @deprecated */ export const a = {\n  /** @deprecated */ b: 1 } as const;`,
    [
      "/** @deprecated */",
      "const a: {",
      "  /** @deprecated */",
      "  readonly b: 1",
      "}",
      "/** @deprecated */",
      "function f(): void",
    ],
  ],
]);

rows("enumerations", [
  [
    "as a union and a constant that agree: the members once",
    `export type A = "c" | "b";\nexport const A = { b: "b", c: "c" } as const;`,
    ["const A: { readonly [N in A]: N }", "type A =", '  | "b"', '  | "c"'],
  ],
  [
    "with one member",
    `/** @deprecated */ export type A = "b";\nexport const A = {\n  /** @deprecated */ b: "b" } as const;`,
    ["const A: { readonly [N in A]: N }", "/** @deprecated */", "type A =", "  /** @deprecated */", '  | "b"'],
  ],
  [
    "where the two differ: both",
    `export type A = "b" | "c";\nexport const A = { b: "b", c: "d" } as const;`,
    ["const A: {", '  readonly b: "b"', '  readonly c: "d"', "}", "type A =", '  | "b"', '  | "c"'],
  ],
  [
    "where the constant has more: both",
    `export type A = "b";\nexport const A = { b: "b", c: "c" } as const;`,
    ["const A: {", '  readonly b: "b"', '  readonly c: "c"', "}", 'type A = "b"'],
  ],
  [
    "where the constant can be changed: both",
    `export type A = "b";\nexport const A: { b: "b" } = x;`,
    ["const A: {", '  b: "b"', "}", 'type A = "b"'],
  ],
  [
    "of flags: the type is any string",
    `export type A = string;\nexport const A = { b: "b" } as const;`,
    ["const A: {", '  readonly b: "b"', "}", "type A = string"],
  ],
  [
    "where the constant has members that may be missing, or are no constants: both",
    `export type A = "b"; export const A: { readonly b?: "b" } = {};
     export type C = "d"; export const C: { readonly d(): void } = x;
     export type E = "f"; export const E: { readonly f: string } = x;`,
    [
      "const A: {",
      '  readonly b?: "b"',
      "}",
      'type A = "b"',
      "const C: {",
      "  readonly d(): void",
      "}",
      'type C = "d"',
      "const E: {",
      "  readonly f: string",
      "}",
      'type E = "f"',
    ],
  ],
  [
    "where the constant has no type that syntax tells: both",
    `export type A = "b"; export const A = f(); export type C = "d"; export declare const C;`,
    ["const A = f()", 'type A = "b"', "const C", 'type C = "d"'],
  ],
  [
    "TypeScript's own, in their order",
    "export enum A { c, /** Words. */ b = 'x' }",
    ["enum A {", "  c", '  b = "x"', "}"],
  ],
]);

rows("what has no form of its own", [
  ["namespaces", "export namespace A { export const b: 1; }", ["export namespace A {", "    export const b: 1;", "}"]],
  [
    "destructuring",
    "export const { a, b: [c] } = x;",
    ["export const { a, b: [c] } = x;", "export const { a, b: [c] } = x;"],
  ],
  [
    "under another name",
    "declare namespace A { const b: 1; }\nexport { A as B };",
    ["// B", "declare namespace A {", "    const b: 1;", "}"],
  ],
  ["constant enumerations", "export const enum A { b = 1 }", ["const enum A {", "  b = 1", "}"]],
  ["destructured lists with gaps", "export const [, a] = x;", ["export const [, a] = x;"]],
  ["assignments of modules", "const a = 1;\nexport = a;", ["const export=: 1"]],
  ["defaults by name", "class A {}\nexport default A;", ["class default {}"]],
  ["default functions", "export default function (a: 1): void {}", ["function default(a: 1): void"]],
  ["default classes", "export default class A { b: 1 }", ["class default {", "  b: 1", "}"]],
  ["members without a type", "export interface A { b; c? }", ["interface A {", "  b", "  c?", "}"]],
  [
    "types of modules and of values",
    "export type A = typeof import('x') | typeof import('y').z | import('y').Z<1> | typeof b<1>;\nimport { b } from 'w';",
    [
      "type A =",
      '  | import("y").Z<1>',
      '  | typeof import("w").b<1>',
      '  | typeof import("x")',
      '  | typeof import("y").z',
    ],
  ],
  ["a default", "export default { a: 1 };", ["const default: {", "  a: number", "}"]],
  ["nonsense", "export const = ;\nexport type A = ;", ["type A = "]],
]);
