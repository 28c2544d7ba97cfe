import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { compile, inPairs, type Variant } from "./tsc.ts";

/** What is quick: the native compiler. test/package has the others, and every pair of settings. */
const variants: readonly Variant[] = [
  ["7", "node16", "strict"],
  ["7", "nodenext", "exact"],
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
