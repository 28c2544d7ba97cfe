import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { emittedFiles, fileOf, programOf, typeTests } from "./program.ts";
import { suspects } from "./suspects.ts";
import { compile, inPairs, type Variant } from "./tsc.ts";

const timeout = 240_000;
const name = "@odata-bindgen/msgraph-communications";
const directory = mkdtempSync(join(tmpdir(), "odata-bindgen-consumer-"));
const dist = join(directory, "package", "dist");

/** As `npm run build` compiles the package. */
const config = ts.getParsedCommandLineOfConfigFile(
  packagePath("generated", "tsconfig.json"),
  { emitDeclarationOnly: true, outDir: dist },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
);
const program = programOf(emittedFiles(), new Map(), config?.options);

afterAll(() => rmSync(directory, { recursive: true }));

describe("what is emitted hides nothing from the compiler", () => {
  it("the source has no any, no cast, no non-null assertion, no directive", () => {
    expect(emittedFiles().length).toBeGreaterThan(80);
    expect(emittedFiles().flatMap((path) => suspects(fileOf(program, path)))).toEqual([]);
  });

  it.each([
    ["let a: any;", "any"],
    ["const a = b as string;", "as"],
    ["const a = <string>b;", "<>"],
    ["const a = b!;", "!"],
    ["let a!: string;", "!"],
    ["// @ts-ignore: so", "@ts-ignore"],
    ["/* eslint-disable */", "eslint-disable"],
    ["declare const a: Record<string, any[]>;", "any"],
  ])("%s would be found", (text, found) => {
    const file = ts.createSourceFile("probe.ts", text, ts.ScriptTarget.ES2020, true);
    expect(suspects(file)).toEqual([`probe.ts:1 ${found}`]);
  });

  it("`as const` is no cast", () => {
    const file = ts.createSourceFile("probe.ts", `const a = { b: "c" } as const;`, ts.ScriptTarget.ES2020, true);
    expect(suspects(file)).toEqual([]);
  });
});

describe("the declarations work for a user", () => {
  const declarations: ts.SourceFile[] = [];
  let results: Map<Variant, Promise<string[]>>;
  const variants: readonly Variant[] = [
    ["5.0", "nodenext", "strict"],
    ["5.0", "bundler", "exact"],
    ["5.9", "nodenext", "exact"],
    ["6", "node16", "exact"],
    ["7", "nodenext", "exact"],
    ["7", "bundler", "strict"],
  ];

  beforeAll(() => {
    const { diagnostics } = program.emit(undefined, (path, text) => {
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, text);
      if (path.endsWith(".d.ts")) declarations.push(ts.createSourceFile(path, text, ts.ScriptTarget.ES2020, true));
    });
    expect(diagnostics).toEqual([]);
    layOut();
    results = inPairs(variants, (variant) => compile(variant, [join(directory, "*.ts")]));
  }, timeout);

  it("there is one for each module, with no any in it", () => {
    expect(declarations.map(({ fileName }) => relative(dist, fileName)).sort()).toEqual(
      emittedFiles().map((path) => relative(packagePath("generated", "src"), path).replace(/\.ts$/, ".d.ts")),
    );
    expect(declarations.flatMap(suspects)).toEqual([]);
  });

  it.each(variants.map((variant) => [variant.join(", "), variant] as const))(
    "all type tests compile against the package as it is installed: TypeScript %s",
    async (_title, variant) => {
      expect(await results.get(variant)).toEqual([]);
    },
    timeout,
  );
});

/** The package, linked as a dependency of a project that holds the type tests. */
function layOut(): void {
  const modules = join(directory, "node_modules");
  mkdirSync(join(modules, name, ".."), { recursive: true });
  symlinkSync(join(directory, "package"), join(modules, name));
  symlinkSync(packagePath("node_modules", "@standard-schema"), join(modules, "@standard-schema"));
  cpSync(packagePath("generated", "package.json"), join(directory, "package", "package.json"));
  writeFileSync(join(directory, "package.json"), JSON.stringify({ name: "consumer", type: "module" }));
  for (const path of [...typeTests(), packagePath("test", "types", "support.ts")]) {
    writeFileSync(join(directory, basename(path)), asConsumer(readFileSync(path, "utf8")));
  }
}

/** `…/generated/src/registry.js` is `<package>/registry` to a user. */
function asConsumer(text: string): string {
  return text
    .replaceAll(`"../../generated/src/index.js"`, `"${name}"`)
    .replaceAll(/"\.\.\/\.\.\/generated\/src\/([\w-]+)\.js"/g, `"${name}/$1"`);
}
