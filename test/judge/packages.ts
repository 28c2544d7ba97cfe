import { join, posix } from "node:path";
import { build, type Plugin } from "esbuild";
import { packagePath } from "../../generator/package-root.ts";
import type { Validation } from "../../generated/src/runtime/validate.ts";
import type { Tree } from "../golden/tree.ts";

/** What a package judges a type by, in one presence. */
export interface Entry {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown, options?: { readonly maxIssues: number }) => Validation<unknown>;
}

/** By qualified name or operation key, then by presence. */
export type Registry = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

export interface Loaded {
  readonly registry: Registry;
  readonly validateCollection: (item: Entry["validate"]) => Entry["validate"];
  /** What the subpath of operations exports. */
  readonly operations: ReadonlyMap<string, unknown>;
}

/** Takes packages by name, as the files that were emitted; returns what each exports. One build for all of them. */
export async function loadPackages(packages: ReadonlyMap<string, Tree>): Promise<ReadonlyMap<string, Loaded>> {
  const names = [...packages.keys()];
  const contents = names.flatMap((name, index) => [
    `export * as p${index} from "emitted:${name}/src/registry.ts";`,
    ...(packages.get(name)?.has("src/operations.ts") === true
      ? [`export * as o${index} from "emitted:${name}/src/operations.ts";`]
      : []),
  ]);
  const result = await build({
    stdin: { contents: contents.join("\n") },
    plugins: [emitted(packages)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "node20",
    logLevel: "silent",
    tsconfigRaw: {},
  });
  const code = result.outputFiles[0]?.text ?? "";
  const loaded = (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as object;
  const exported = new Map(Object.entries(loaded as Record<string, Exported>));
  const functions = new Map(Object.entries(loaded as Record<string, object>));
  return new Map(
    names.map((name, index) => {
      const one = exported.get(`p${index}`);
      if (one === undefined) throw new Error(`no package ${name}`);
      const operations = functionsIn(functions.get(`o${index}`) ?? {});
      return [name, { registry: toMaps(one.registry), validateCollection: one.validateCollection, operations }];
    }),
  );
}

interface Exported {
  readonly registry: Record<string, Record<string, Entry>>;
  readonly validateCollection: Loaded["validateCollection"];
}

/** Other namespaces than the main one are exported as objects of their own. */
function functionsIn(module: object): ReadonlyMap<string, unknown> {
  const entries = Object.entries(module as Record<string, unknown>);
  return new Map(
    entries.flatMap(([name, value]): [string, unknown][] =>
      typeof value === "object" && value !== null ? Object.entries(value) : [[name, value]],
    ),
  );
}

function toMaps(registry: Exported["registry"]): Registry {
  return new Map(Object.entries(registry).map(([name, entry]) => [name, new Map(Object.entries(entry))]));
}

/** Reads emitted files from memory. The run-time library is the same in every package, and so is there once. */
function emitted(packages: ReadonlyMap<string, Tree>): Plugin {
  return {
    name: "emitted",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^emitted:/ }, ({ path }) => ({ path: path.slice("emitted:".length), namespace: "emitted" }));
      onResolve({ filter: /\.js$/, namespace: "emitted" }, ({ path, importer }) => {
        const file = posix.join(posix.dirname(importer), path).replace(/\.js$/, ".ts");
        const [, runtime] = /^[^/]+\/src\/runtime\/(.*)$/.exec(file) ?? [];
        if (runtime === undefined) return { path: file, namespace: "emitted", sideEffects: false };
        return { path: join(packagePath("templates", "runtime"), runtime), sideEffects: false };
      });
      onResolve({ filter: /\.js$/, namespace: "file" }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace(/\.js$/, ".ts")),
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: "emitted" }, ({ path }) => {
        const slash = path.indexOf("/");
        const contents = packages.get(path.slice(0, slash))?.get(path.slice(slash + 1));
        if (contents === undefined) throw new Error(`nothing emitted as ${path}`);
        return { contents, loader: "ts" };
      });
    },
  };
}
