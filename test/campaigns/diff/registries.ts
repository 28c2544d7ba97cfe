import { build, type Plugin } from "esbuild";
import { readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import type { Body } from "./programs.ts";
import { redirected } from "./program-of.ts";

interface Entry {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown, options: { readonly strict: boolean }) => { readonly ok: boolean };
}

/** A package's validators by key and presence. */
export type Registry = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/** The registries of packages, by the path of the package. */
export async function registriesOf(
  files: ReadonlyMap<string, string>,
  packages: readonly string[],
): Promise<ReadonlyMap<string, Registry>> {
  const lines = packages.map((path, index) => `export { registry as r${index} } from "${path}/src/registry.js";`);
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: "/", loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    tsconfigRaw: {},
    logLevel: "error",
    plugins: [inMemory(files)],
  });
  const code = Buffer.from(outputFiles[0]?.text ?? "").toString("base64");
  const loaded = (await import(`data:text/javascript;base64,${code}`)) as Readonly<Record<string, Registry>>;
  return new Map(packages.map((path, index) => [path, loaded[`r${index}`] ?? {}]));
}

function inMemory(files: ReadonlyMap<string, string>): Plugin {
  return {
    name: "in-memory",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.js$/ }, ({ path, importer }) => {
        const whole = path.startsWith("/") ? path : posix.join(dirname(importer), path);
        return { path: redirected(whole.replace(/\.js$/, ".ts")), namespace: "in-memory" };
      });
      onLoad({ filter: /^/, namespace: "in-memory" }, ({ path }) => {
        return { contents: files.get(path) ?? readFileSync(path, "utf8"), loader: "ts" };
      });
    },
  };
}

/** What a registry says of a body: refused, accepted, or accepted under `strict` too; undefined without an entry. */
export function verdictOf(registry: Registry | undefined, { key, presence, value }: Body): 0 | 1 | 2 | undefined {
  const entry = registry?.[key]?.[presence];
  if (entry === undefined) return undefined;
  if (!entry.is(value)) return 0;
  return entry.validate(value, { strict: true }).ok ? 2 : 1;
}
