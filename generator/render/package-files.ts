import { unseen } from "../unseen.ts";
import type { PackagePlan } from "../plan/types.ts";

/** Compiles afresh: what an earlier version left in `dist/` must not be published. */
const build = `node --eval "fs.rmSync('dist', { recursive: true, force: true })" && tsc`;

/**
 * `package.json` of the generated package: types first, no dependency, no side effects. Packing compiles first, so that
 * no package is published without its code.
 */
export function packageJson(plan: PackagePlan): string {
  const exports = new Map<string, object | string>(
    plan.entries.map(({ subpath, file }) => [subpath, { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }]),
  );
  exports.set("./package.json", "./package.json");
  const value = {
    name: plan.name,
    version: plan.version,
    description: sayable(plan.description),
    license: sayable(plan.license),
    keywords: plan.keywords.map(sayable),
    generatedBy: "odata-bindgen",
    type: "module",
    sideEffects: false,
    exports: Object.fromEntries(exports),
    main: "./dist/index.js",
    types: "./dist/index.d.ts",
    files: ["dist", "src", "CHANGELOG.md"],
    scripts: { build, prepack: "npm run build" },
    engines: { node: "^20.19.0 || >=22" },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** What npm and its pages show: the formatter would undo an escape, so what cannot be seen is left out. */
function sayable(text: string): string {
  return text.replace(/\s+/g, " ").replace(unseen, "").trim();
}

/** `tsconfig.json` of the generated package: builds `dist/` with declarations and maps. */
export function tsconfigJson(): string {
  const value = {
    compilerOptions: {
      target: "ES2020",
      lib: ["ES2020"],
      module: "NodeNext",
      moduleResolution: "NodeNext",
      types: [],
      rootDir: "src",
      outDir: "dist",
      declaration: true,
      declarationMap: true,
      sourceMap: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
    },
    include: ["src"],
  };
  // Lists stand on one line, as prettier has them.
  return `${JSON.stringify(value, undefined, 2).replace(/\[\s+("\w+")\s+\]/g, "[$1]")}\n`;
}
