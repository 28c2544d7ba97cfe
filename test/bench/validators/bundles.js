// Bundles of every peer: for the timings as they are, for the sizes minified and of notifications alone.
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chosen } from "./peers.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The root of which sizes and times of import are taken: what a callback receives. */
export const notifications = "AtCommsNotifications";

/** Takes the material and a folder; writes modules of all roots, returns their paths by peer. */
export async function writeBundles({ ir, examples }, folder, only) {
  const roots = [...new Set(examples.map(({ root }) => root.name))];
  const bundles = [];
  for (const { name, module, only: part, options } of chosen(only)) {
    const { write } = await import(`./peers/${module}.js`);
    const file = (kind) => join(folder, `${name.replace(/\W+/g, "-")}-${kind}.mjs`);
    const one = async (kind, withValidate) => {
      await bundle(await write({ ir, roots, withValidate, folder, ...options }), { outfile: file(kind) });
      return file(kind);
    };
    bundles.push({ name, is: part === undefined ? await one("is", false) : undefined, all: await one("all", true) });
  }
  return bundles;
}

/** The same for notifications alone, minified; returns paths, and bytes after gzip, by peer. */
export async function writeSmall({ examples, irOfRoot }, folder, only) {
  const { root } = examples.find((example) => example.root.name === notifications);
  const ir = irOfRoot(root);
  mkdirSync(folder, { recursive: true });
  const sizes = [];
  for (const { name, module, options } of chosen(only).filter((peer) => peer.only === undefined)) {
    const { write } = await import(`./peers/${module}.js`);
    const one = async (withValidate) => {
      const outfile = join(folder, `${module}-${withValidate ? "all" : "is"}.mjs`);
      const text = await write({ ir, roots: [root.name], alone: root.type, withValidate, folder, ...options });
      return { outfile, ...(await bundle(text, { outfile, minify: true })) };
    };
    sizes.push({ name, is: await one(false), all: await one(true) });
  }
  const types = Object.keys(ir.objects).length;
  return { types, sizes };
}

async function bundle(contents, options) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here, loader: "ts" },
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    legalComments: "none",
    write: false,
    ...options,
  });
  const [{ contents: bytes }] = outputFiles;
  writeFileSync(options.outfile, bytes);
  return { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
