import { describe, expect, test } from "vitest";
import { apiReport } from "../../generator/report/api-report.ts";
import { declarationSections, entry, packageOf, sectionsOf } from "./support.ts";

type Sources = Readonly<Record<string, string>>;

/** The sections of a package with one entry point. */
function sections(sources: Sources): Record<string, string[]> {
  return declarationSections(apiReport(packageOf(sources)));
}

describe("entry points", () => {
  const rows: readonly (readonly [what: string, exports: unknown, want: readonly string[]])[] = [
    ["a path", "./dist/index.js", ["- `.`"]],
    ["conditions", { import: { default: "./dist/index.mjs", types: "./dist/index.d.ts" } }, ["- `.`"]],
    ["alternatives", [null, { browser: "./x.js" }, "./dist/index.js"], ["- `.`"]],
    [
      "subpaths, sorted",
      {
        "./b": entry("b"),
        ".": entry("index"),
        "./closed": null,
        "./package.json": "./package.json",
        "./x": entry("x"),
      },
      ["- `.`", "- `./b`", "- `./package.json`: `./package.json`", "- `./x`: `./dist/x.d.ts`"],
    ],
    ["nothing of use", 7, []],
  ];
  test.each(rows)("%s", (_, exports, want) => {
    const [manifest, ...files] = packageOf({ "index.ts": "", "b.ts": "" });
    const text = JSON.stringify({ exports });
    expect(sectionsOf(apiReport([{ path: manifest?.path ?? "", text }, ...files]))["Entry points"] ?? []).toEqual(want);
  });

  test("declarations are read where the package has them", () => {
    const files = [
      { path: "package.json", text: JSON.stringify({ types: "index.d.cts" }) },
      { path: "index.d.cts", text: "export declare function f(): void;" },
    ];
    expect(sectionsOf(apiReport(files))).toEqual({ "Entry points": ["- `.`"], "`.`": ["function f(): void"] });
  });

  test.each([
    [{ typings: "a.d.ts", main: "b.js" }, { "`.`": ["const a: 1"] }],
    [{ main: "b.js" }, { "`.`": ["const b: 2"] }],
    [{}, {}],
  ])("without exports, %j says where they are", (manifest, want) => {
    const files = [
      { path: "package.json", text: JSON.stringify(manifest) },
      { path: "a.d.ts", text: "export declare const a: 1;" },
      { path: "b.ts", text: "export const b = 2;" },
    ];
    expect(declarationSections(apiReport(files))).toEqual(want);
  });

  test("specifiers lead to sources, declarations and folders", () => {
    const found = sections({
      "index.ts": `export * from "./a.js"; export * from "./b.mjs"; export * from "./c"; export * from "./d.ts"; export * from "./e";`,
      "a.d.ts": "export declare const a: 1;",
      "b.mts": "export const b = 1;",
      "c/index.ts": "export const c = 1;",
      "d.ts": "export const d = 1;",
      "e.ts": "export const e = 1;",
    });
    expect(found).toEqual({ "`.`": ["const a: 1", "const b: 1", "const c: 1", "const d: 1", "const e: 1"] });
  });

  test.each([[[]], [[{ path: "package.json", text: "{" }]], [[{ path: "package.json", text: "[]" }]]])(
    "a package that is none has none",
    (files) => {
      expect(sectionsOf(apiReport(files))).toEqual({ "Entry points": [] });
    },
  );
});

describe("re-exports", () => {
  const rows: readonly (readonly [what: string, sources: Sources, want: Record<string, string[]>])[] = [
    [
      "are followed to the declaration",
      {
        "index.ts": `export { a, type B } from "./one.js"; import { c } from "./one.js"; export { c }; export { d as default };\nconst d = 1;`,
        "one.ts": `export * from "./two.js"; export const a = 1;`,
        "two.ts": "export interface B {}\nexport const c = 2, unused = 3;",
      },
      { "`.`": ["interface B {}", "const a: 1", "const c: 2", "const default: 1"] },
    ],
    [
      "under another name: functions in full, types by reference",
      {
        "index.ts": `export { A, A as B, f, f as g, x, x as y, z as w, z } from "./one.js";`,
        "one.ts":
          "export interface A {}\nexport function f(): A {}\nexport const x = { a: 1 };\nexport const z: A = {};",
      },
      {
        "`.`": [
          "interface A {}",
          "alias B = A",
          "function f(): A",
          "function g(): A",
          "const w: A",
          "const x: {",
          "  a: number",
          "}",
          "const y: typeof x",
          "const z: A",
        ],
      },
    ],
    [
      "as types only leave out the value",
      {
        "index.ts": `export { type A, type f, type C } from "./one.js"; export type { D } from "./one.js"; export type * as n from "./one.js";`,
        "one.ts": `export type A = "a";\nexport const A = { a: "a" } as const;\nexport function f(): void {}\nexport class C {}\nexport interface D {}`,
      },
      {
        "`.`": ["type A =", '  | "a"', "interface D {}", "alias n.A = A", "alias n.D = D"],
        "`.` (as a type)": ["class C {}", "alias n.C = C"],
      },
    ],
    [
      "of everything: the own name wins, and what is not the same counts for nothing",
      {
        "index.ts": `export * from "./one.js"; export * from "./two.js"; export const own = 0;`,
        "one.ts": `export const own = 1, both = 1; export * from "./three.js"; export default 1;`,
        "two.ts": `export const both = 2; export * from "./three.js"; export * from "./index.js";`,
        "three.ts": `export const same = 3; export { nothing } from "./one.js";`,
      },
      { "`.`": ["const own: 0", "const same: 3"] },
    ],
    [
      "of other packages, and of files that are not there",
      { "index.ts": `export { a, b as c } from "x"; export * as n from "x"; export { d } from "./gone.js";` },
      {
        "`.`": [
          'alias a = import("x").a',
          'alias c = import("x").b',
          'alias d = import("./gone.js").d',
          'alias n = import("x")',
        ],
      },
    ],
    [
      "of everything of a package and of a module: the module's are listed",
      { "index.ts": `export * from "x"; export * from "./one.js";`, "one.ts": "export const a = 1;" },
      { "`.`": ["const a: 1"] },
    ],
    [
      "that are torn",
      { "index.ts": "export * from x; import a from y; import * as b from; import; export const c: a = 1;" },
      { "`.`": ["const c: a"] },
    ],
    [
      "of what is nothing",
      { "index.ts": `export { a, b } from "./one.js"; export { c };`, "one.ts": `export { a } from "./index.js";` },
      {},
    ],
  ];
  test.each(rows)("%s", (_, sources, want) => {
    expect(sections(sources)).toEqual(want);
  });

  test("everything of another package stands at the entry point", () => {
    const files = packageOf({ "index.ts": `export * from "./one.js";`, "one.ts": `export * from "x";` });
    expect(sectionsOf(apiReport(files))).toEqual({ "Entry points": ["- `.`: everything of `x`"] });
  });
});

describe("namespaces", () => {
  test("show their members under names as consumers write them", () => {
    const files = packageOf({
      "index.ts": `export * as n from "./n.js"; export type * as Edm from "./edm.js";`,
      "n.ts": `import type * as E from "./edm.js"; export * as inner from "./edm.js"; export interface A { b: E.Guid; c: B }\nexport interface B {}`,
      "edm.ts": "export type Guid = string;",
    });
    expect(sectionsOf(apiReport(files))).toEqual({
      "Entry points": ["- `.`: namespace `Edm` (types only), namespace `n`, namespace `n.inner`"],
      "`.`": [
        "type Edm.Guid = string",
        "interface n.A {",
        "  b: Edm.Guid",
        "  c: n.B",
        "}",
        "interface n.B {}",
        "alias n.inner.Guid = Edm.Guid",
      ],
    });
  });

  test("that hold themselves end somewhere", () => {
    const files = packageOf({ "index.ts": `export * as self from "./index.js"; export const a = 1;` });
    expect(sectionsOf(apiReport(files))).toEqual({
      "Entry points": ["- `.`: namespace `self`"],
      "`.`": ["const a: 1"],
    });
  });
});

describe("names in several entry points", () => {
  const exports = { ".": entry("index"), "./a": entry("a"), "./b": entry("b") };

  test("are declared once, under all of them", () => {
    const sources = {
      "index.ts": `export * from "./a.js"; export * from "./b.js";`,
      "a.ts": "export interface A {}\nexport class C {}",
      "b.ts": `export type { C } from "./a.js"; export interface B { a: import("./a.js").A }`,
    };
    expect(declarationSections(apiReport(packageOf(sources, exports)))).toEqual({
      "`.`, `./a`": ["interface A {}"],
      "`.`, `./a`, `./b` (as a type)": ["class C {}"],
      "`.`, `./b`": ["interface B {", "  a: A", "}"],
    });
  });

  test("with different meanings say which is meant", () => {
    const sources = {
      "index.ts": `import type { A as Other } from "./a.js"; export interface A { other: Other; self: A }`,
      "a.ts": `export interface A { b: string }`,
      "b.ts": `export { A as B } from "./index.js";`,
    };
    expect(declarationSections(apiReport(packageOf(sources, exports)))).toEqual({
      "`.`": ["alias A = B"],
      "`./a`": ["interface A {", "  b: string", "}"],
      "`./b`": ["interface B {", '  other: import("./a").A', "  self: B", "}"],
    });
  });
});

describe("what is not exported", () => {
  test("is shown where something exported refers to it", () => {
    const found = sections({
      "index.ts": `import type { C } from "./one.js"; interface B { c: C; d: D }\nexport interface A extends B {}\ninterface D {}\ninterface E {}`,
      "one.ts": "export interface C { self: C }",
    });
    expect(found).toEqual({
      "`.`": ["interface A extends B {}"],
      "Not exported, but part of the above": [
        "interface B {",
        "  c: C",
        "  d: D",
        "}",
        "interface C {",
        "  self: C",
        "}",
        "interface D {}",
      ],
    });
  });

  test("gets the name of its file where the name is taken", () => {
    const found = sections({
      "index.ts": `import type { B as B1, C as C1 } from "./one.js"; import type { B as B2 } from "./two.js"; export interface A { one: B1; two: B2; c: C1 }\nexport interface C {}`,
      "one.ts": "export interface B {}\nexport interface C {}",
      "two.ts": "export interface B {}",
    });
    expect(found).toEqual({
      "`.`": [
        "interface A {",
        '  c: import("src/one.ts").C',
        '  one: import("src/one.ts").B',
        '  two: import("src/two.ts").B',
        "}",
        "interface C {}",
      ],
      "Not exported, but part of the above": [
        'interface import("src/one.ts").B {}',
        'interface import("src/one.ts").C {}',
        'interface import("src/two.ts").B {}',
      ],
    });
  });

  test("is named by the way to it, in other modules and their namespaces", () => {
    const found = sections({
      "index.ts": `import "./one.js"; import d, * as n from "./one.js"; import { A as One } from "./one.js";
        export interface B { a: n.A; b: n.Gone; c: typeof n; d: d; e: import("./one.js").A; f: import("./one.js").Gone; g: One;
          h: import("./gone.js").A; i: import("./one.js").A<1> }`,
      "one.ts": "export interface A {}\nexport default interface D {}",
    });
    expect(found).toEqual({
      "`.`": [
        "interface B {",
        "  a: A",
        "  b: n.Gone",
        "  c: typeof n",
        "  d: D",
        "  e: A",
        '  f: import("./one.js").Gone',
        "  g: A",
        '  h: import("./gone.js").A',
        "  i: A<1>",
        "}",
      ],
      "Not exported, but part of the above": ["interface A {}", "interface D {}"],
    });
  });

  test("of other packages is named", () => {
    const found = sections({
      "index.ts": `import type D, { B } from "x"; import type * as n from "y"; export interface A extends B, D, n.C { e: Map<string, F> }`,
    });
    expect(found).toEqual({
      "`.`": ['interface A extends import("x").B, import("x").default, import("y").C {', "  e: Map<string, F>", "}"],
    });
  });
});
