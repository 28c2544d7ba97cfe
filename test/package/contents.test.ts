import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { packagePath } from "../../generator/package-root.ts";
import { node, npm } from "./npm.ts";

const bindings = inject("bindings");
const tool = inject("tool");

/** Paths below a folder, with `/`, relative to `root`. */
function below(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => relative(root, path).replaceAll("\\", "/"));
}

describe("the flagship package holds what it should and nothing else", () => {
  const root = packagePath("generated");
  const sources = below(root, "src");

  test("its source, each module compiled with declarations and maps, and what npm wants to see", () => {
    const modules = sources.map((path) => path.replace(/^src\//, "dist/").replace(/\.ts$/, ""));
    const compiled = modules.flatMap((path) => [".js", ".js.map", ".d.ts", ".d.ts.map"].map((end) => path + end));
    const about = ["LICENSE", "README.md", "package.json", ...optional(root, "CHANGELOG.md")];
    expect(sources.length).toBeGreaterThan(80);
    expect(bindings.contents).toEqual([...about, ...sources, ...compiled].sort());
  });

  test("no module is loaded for types, of which nothing is left at run time", () => {
    const installed = join(inject("consumer"), "node_modules", bindings.name);
    const code = below(installed, "dist").filter((path) => path.endsWith(".js"));
    const needless = code.filter((path) => /\{\s*\} from/.test(readFileSync(join(installed, path), "utf8")));
    expect(code.length).toBeGreaterThan(80);
    expect(needless).toEqual([]);
  });

  test("it is not packed where it cannot be compiled", async () => {
    const folder = mkdtempSync(join(tmpdir(), "odata-bindgen-uncompiled-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const path of ["package.json", "tsconfig.json", "src/source.ts"]) cpSync(join(root, path), join(folder, path));
    await expect(npm(["pack"], folder)).rejects.toThrow(/\btsc\b/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tgz"))).toEqual([]);
  });
});

test("the tool holds what it loads and what it reads, and nothing else", async () => {
  const entry = packagePath("dist", "cli.js");
  const { metafile } = await build({
    absWorkingDir: packagePath(),
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: "nowhere",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const loaded = Object.keys(metafile.inputs).flatMap((path) => [path, `${path}.map`]);
  const read = ["templates", "spec/vocabulary"].flatMap((folder) => below(packagePath(), folder));
  const about = ["CHANGELOG.md", "LICENSE", "README.md", "package.json", "dist/THIRD-PARTY-LICENSES.txt"];
  expect(loaded.length).toBeGreaterThan(8);
  expect(tool.contents).toEqual([...about, "spec/config.schema.json", ...read, ...loaded].sort());
});

test.each([bindings, tool])("publint finds nothing in $name", async ({ file }) => {
  const tarball = new Uint8Array(readFileSync(file)).buffer;
  const { messages } = await publint({ pack: { tarball }, strict: true });
  expect(messages).toEqual([]);
});

// The package is ESM and says so. What is left out by this profile is TypeScript's "node10", which does not know
// `exports` at all, and CommonJS under "node16", where the compiler does not know that Node.js can require ESM.
test("the types of the flagship package are not wrong", async () => {
  const bin = packagePath("node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
  const { code, stdout } = await node([bin, bindings.file, "--profile", "esm-only", "--no-emoji"], packagePath());
  expect(code, stdout).toBe(0);
});

function optional(root: string, path: string): string[] {
  return existsSync(join(root, path)) ? [path] : [];
}
