import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { compile, compilers, inPairs, modules, strictness, type Variant } from "./tsc.ts";

/** Every pair of compiler, module setting and strictness occurs; the native compiler is cheap enough for all of them. */
const variants: readonly Variant[] = [
  ["5.0", "nodenext", "exact"],
  ["5.0", "bundler", "strict"],
  ["5.9", "node16", "exact"],
  ["5.9", "bundler", "strict"],
  ["6", "nodenext", "strict"],
  ["6", "bundler", "exact"],
  ["7", "node16", "strict"],
  ["7", "node16", "exact"],
  ["7", "nodenext", "strict"],
  ["7", "nodenext", "exact"],
  ["7", "bundler", "strict"],
  ["7", "bundler", "exact"],
];

/** Options that a user may have set beyond; the newest compiler knows them all. */
const demanding = {
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedSideEffectImports: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  lib: ["ES2023", "DOM", "DOM.Iterable"],
};

const everything = [packagePath("generated", "src"), packagePath("test", "types", "*.test-d.ts")];
const timeout = 240_000;

describe("the whole package and all type tests compile", () => {
  let results: Map<Variant, Promise<string[]>>;
  beforeAll(() => {
    results = inPairs(variants, (variant) => compile(variant, everything));
  });

  it.each(variants.map((variant) => [variant.join(", "), variant] as const))(
    "TypeScript %s",
    async (_title, variant) => {
      expect(await results.get(variant)).toEqual([]);
    },
    timeout,
  );

  it(
    "TypeScript 7 with all that a user may ask for beyond `strict`",
    async () => {
      expect(await compile(["7", "nodenext", "exact"], everything, demanding)).toEqual([]);
    },
    timeout,
  );

  it("covers every pair of compiler, module setting and strictness", () => {
    const pairs = new Set(variants.flatMap(([a, b, c]) => [`${a} ${b}`, `${a} ${c}`, `${b} ${c}`]));
    const wanted = [
      ...cross(Object.keys(compilers), ["node16|nodenext", "bundler"]),
      ...cross(Object.keys(compilers), Object.keys(strictness)),
      ...cross(Object.keys(modules), Object.keys(strictness)),
    ];
    const has = ([a, b]: readonly [string, string]) => b.split("|").some((each) => pairs.has(`${a} ${each}`));
    expect(wanted.filter((pair) => !has(pair))).toEqual([]);
  });
});

describe("what the compilers would say", () => {
  const directory = mkdtempSync(join(tmpdir(), "odata-bindgen-types-"));
  const probe = join(directory, "probe.ts");
  writeFileSync(
    probe,
    [
      `import { type Call, callCreate } from "${packagePath("generated", "src", "index.js").replaceAll("\\", "/")}";`,
      `// @ts-expect-error TS2322: there is no such error`,
      `export const right: Call = { state: "established" };`,
      `export const wrong: Call = { state: "Established" };`,
      `export const missing = callCreate({});`,
    ].join("\n"),
  );
  afterAll(() => rmSync(directory, { recursive: true }));

  it("errors, and directives that expect an error in vain", async () => {
    const lines = await compile(["7", "nodenext", "exact"], [probe]);
    expect(
      lines.filter((line) => !line.startsWith(" ")).map((line) => /\((\d+),.*(TS\d+)/.exec(line)?.slice(1)),
    ).toEqual([
      ["2", "TS2578"],
      ["4", "TS2820"],
      ["5", "TS2741"],
    ]);
  });
});

function cross(left: readonly string[], right: readonly string[]): [string, string][] {
  return left.flatMap((a) => right.map((b): [string, string] => [a, b]));
}
