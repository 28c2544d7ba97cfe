import { build, type Plugin } from "esbuild";
import { posix } from "node:path";
import vm from "node:vm";

/** Loads the modules of a package from memory, `./x.js` from `src/x.ts`. */
function packageIn(files: ReadonlyMap<string, string>): Plugin {
  return {
    name: "package",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /.*/ }, ({ path, importer }) => ({
        path: importer === "" ? path : posix.join(posix.dirname(importer), path).replace(/\.js$/, ".ts"),
        namespace: "package",
      }));
      onLoad({ filter: /.*/, namespace: "package" }, ({ path }) => ({ contents: files.get(path) ?? "", loader: "ts" }));
    },
  };
}

/** Every export of a package, run in a world of its own, and what in it called or read a global that is not the language's. */
export async function execute(
  files: ReadonlyMap<string, string>,
): Promise<{ readonly exports: Readonly<Record<string, unknown>>; readonly seen: readonly string[] }> {
  const entry = `export * as index from "./src/index.ts"; export * as registry from "./src/registry.ts"; export * as source from "./src/source.ts";`;
  const { outputFiles } = await build({
    entryPoints: ["entry.ts"],
    plugins: [packageIn(new Map([...files, ["entry.ts", entry]]))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "made",
    charset: "utf8",
    logLevel: "silent",
  });
  const seen: string[] = [];
  const world = vm.createContext({});
  const before = new Set(Object.getOwnPropertyNames(vm.runInContext("globalThis", world)));
  const exports = vm.runInContext(`${outputFiles[0]?.text ?? ""}; made`, world, { timeout: 10_000 }) as object;
  const after: readonly string[] = Object.getOwnPropertyNames(vm.runInContext("globalThis", world));
  seen.push(...after.filter((name) => !before.has(name) && name !== "made"));
  return { exports: { ...exports }, seen };
}
