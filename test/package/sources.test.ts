import { beforeAll, expect, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { compile, compilers, inPairs, modules, strictness, type Variant } from "../types/tsc.ts";

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

const everything = [packagePath("generated", "src"), packagePath("test", "types", "*.test-d.ts")];

let results: Map<Variant, Promise<string[]>>;
beforeAll(() => {
  results = inPairs(variants, (variant) => compile(variant, everything));
});

it.each(variants.map((variant) => [variant.join(", "), variant] as const))(
  "the sources and all type tests compile: TypeScript %s",
  async (_title, variant) => {
    expect(await results.get(variant)).toEqual([]);
  },
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

function cross(left: readonly string[], right: readonly string[]): [string, string][] {
  return left.flatMap((a) => right.map((b): [string, string] => [a, b]));
}
