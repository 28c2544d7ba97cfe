import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

// Hooks of Node's module loader: TypeScript as it stands, our own collector for the test runner, and modules that can be
// loaded again. A module that is asked for as `…?2` asks for its own imports in the same way.

const collector = new URL("collect.js", import.meta.url).href;
const compiled = new Map();

/** Where a module stands; the run-time library names its files as they are called once they are compiled. */
export async function resolve(specifier, context, next) {
  if (specifier === "vitest") return { url: collector + queryOf(context.parentURL), shortCircuit: true };
  if (!specifier.startsWith(".")) return next(specifier, context);
  const source = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
  if (!source.pathname.endsWith(".ts") || !existsSync(source)) return next(specifier, context);
  return { url: source.href.replace(/\?.*$/, "") + queryOf(context.parentURL), shortCircuit: true };
}

function queryOf(url) {
  return /\?\d+$/.exec(url ?? "")?.[0] ?? "";
}

/** A module as JavaScript. */
export async function load(url, context, next) {
  const { protocol, pathname, href } = new URL(url);
  if (protocol !== "file:" || !pathname.endsWith(".ts")) return next(url, context);
  const file = href.replace(/\?.*$/, "");
  if (!compiled.has(file)) compiled.set(file, await compile(file));
  return { format: "module", source: compiled.get(file), shortCircuit: true };
}

async function compile(file) {
  const text = await readFile(new URL(file), "utf8");
  const { code } = await transform(text, { loader: "ts", target: "node20" });
  return code;
}
