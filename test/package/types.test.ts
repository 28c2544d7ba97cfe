import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { emittedFiles, typeTests } from "../types/program.ts";
import { suspects } from "../types/suspects.ts";
import { compile, inPairs, type Variant } from "../types/tsc.ts";

const consumer = inject("consumer");
const { name } = inject("bindings");
const dist = join(consumer, "node_modules", ...name.split("/"), "dist");

const variants: readonly Variant[] = [
  ["5.0", "nodenext", "strict"],
  ["5.0", "bundler", "exact"],
  ["5.9", "nodenext", "exact"],
  ["6", "node16", "exact"],
  ["7", "nodenext", "exact"],
  ["7", "bundler", "strict"],
];

/** CommonJS that requires the package, and uses a guard, a validator, a factory and the registry. */
const commonJs = `
  import bindings = require("${name}");
  import { registry } from "${name}/registry";
  export function state(body: unknown): bindings.Call["state"] {
    const result = bindings.validateCall(body);
    if (!result.ok || !registry["microsoft.graph.call"].received.is(result.value)) return undefined;
    return bindings.isCall(body) ? body.state : bindings.call(result.value).state;
  }
  // @ts-expect-error TS2322: the types are there, and not any
  export const wrong: bindings.Call = { state: 1 };`;

let results: Map<Variant, Promise<string[]>>;

beforeAll(() => {
  // One of the type tests shows that the schemas are Standard Schemas.
  const modules = join(consumer, "node_modules");
  symlinkSync(packagePath("node_modules", "@standard-schema"), join(modules, "@standard-schema"), "junction");
  for (const path of [...typeTests(), packagePath("test", "types", "support.ts")]) {
    writeFileSync(join(consumer, basename(path)), asConsumer(readFileSync(path, "utf8")));
  }
  writeFileSync(join(consumer, "common.cts"), commonJs);
  results = inPairs(variants, (variant) => compile(variant, [join(consumer, "*.ts")]));
});

describe("the installed declarations work for a user", () => {
  it("there is one for each module, with no any in it", () => {
    const paths = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".d.ts"));
    const sources = emittedFiles().map((path) => relative(packagePath("generated", "src"), path));
    expect(paths.sort()).toEqual(sources.map((path) => path.replace(/\.ts$/, ".d.ts")).sort());
    const files = paths.map((path) =>
      ts.createSourceFile(path, readFileSync(join(dist, path), "utf8"), ts.ScriptTarget.ES2020, true),
    );
    expect(files.flatMap(suspects)).toEqual([]);
  });

  it.each(variants.map((variant) => [variant.join(", "), variant] as const))(
    "all type tests compile against them: TypeScript %s",
    async (_title, variant) => {
      expect(await results.get(variant)).toEqual([]);
    },
  );

  it("CommonJS compiles under nodenext", async () => {
    expect(await compile(["5.9", "nodenext", "strict"], [join(consumer, "common.cts")])).toEqual([]);
  });
});

/** `…/generated/src/registry.js` is `<package>/registry` to a user. */
function asConsumer(text: string): string {
  return text
    .replaceAll(`"../../generated/src/index.js"`, `"${name}"`)
    .replaceAll(/"\.\.\/\.\.\/generated\/src\/([\w-]+)\.js"/g, `"${name}/$1"`);
}
