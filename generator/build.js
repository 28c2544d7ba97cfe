// Bundles the command line into dist/, in some 50 ms. What the fast path needs (yargs, picocolors: devDependencies) goes
// into the bundle, because reading its thirty modules would double the time that --help takes; the heavy libraries
// (dependencies) stay outside and are loaded by the commands that need them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Puts in the place of `config/config-check.ts` what ajv makes of the schema: as code, so that no run compiles it. */
const compiledSchema = {
  name: "compiled-schema",
  setup({ onLoad, onResolve }) {
    const check = 'import validate from "compiled-schema"; export const configCheck = () => Promise.resolve(validate);';
    onLoad({ filter: /[\\/]config-check\.ts$/ }, () => ({ contents: check, resolveDir: root }));
    onResolve({ filter: /^compiled-schema$/ }, ({ path }) => ({ path, namespace: "compiled" }));
    onLoad({ filter: /^/, namespace: "compiled" }, () => ({ contents: schemaCode(), resolveDir: root }));
    // The code needs a function or two of ajv's; the rest of it stays outside.
    onResolve({ filter: /^ajv\/dist\/runtime\// }, ({ path }) => ({ path: join(root, "node_modules", `${path}.js`) }));
  },
};

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["generator/cli.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  external: Object.keys(dependencies),
  plugins: [compiledSchema],
  metafile: true,
  logLevel: "warning",
  write: false,
});
mkdirSync(join(root, "dist"), { recursive: true });
// Last the file that names the others.
const inOrder = [...outputFiles].sort((a, b) => Number(a.path.endsWith("cli.js")) - Number(b.path.endsWith("cli.js")));
for (const { path, contents } of inOrder) put(path, contents, path.endsWith("cli.js") ? 0o755 : 0o644);
const notice = join(root, "dist", "THIRD-PARTY-LICENSES.txt");
put(notice, Buffer.from(licenses(Object.keys(metafile.inputs))), 0o644);

// Chunks have hashes in their names. An ordinary build leaves old ones in place for a run that may still need them; what
// gets packed has none.
if (process.argv.includes("--clean")) removeOthers(new Set([notice, ...outputFiles.map(({ path }) => path)]));

function removeOthers(made) {
  const found = readdirSync(join(root, "dist")).map((name) => join(root, "dist", name));
  for (const path of found) if (!made.has(path)) rmSync(path, { recursive: true, force: true });
}

/** Writes what differs, and at once: another run may be loading these very files. */
function put(path, contents, mode) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  const staged = `${path}.${process.pid}`;
  writeFileSync(staged, contents, { mode });
  renameSync(staged, path);
}

function schemaCode() {
  const schema = JSON.parse(readFileSync(join(root, "spec", "config.schema.json"), "utf8"));
  const ajv = new Ajv({ strictTypes: false, messages: false, code: { source: true } });
  return standalone.default(ajv, ajv.compile(schema));
}

/** The licences of the packages whose files went into the bundle. */
function licenses(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = [...packages].sort().map((name) => {
    const folder = join(root, "node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name}\n\n${file === undefined ? "(no licence file)" : readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}
