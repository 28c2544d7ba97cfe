// How long `generate` takes on the flagship slice, on all of Graph and on ten copies of it: whole processes, cold and
// with nothing to do, their memory, the stages apart, the compiler on what came out, and others on the same input.
// Writes test/bench/generate.json and RESULTS.md; with --quick a short run that only prints.
// Run: npm run bench:generate [-- --quick]
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { conditions } from "./conditions.js";
import { configWithCopies, withCopies } from "./copies.js";
import { median } from "./figures.js";
import { runPeers } from "./generate/peers.js";
import { measuredTool, root } from "./measured.js";
import { partOf, writeResults } from "./results.js";
import { compilers, typeChecked } from "./type-check.js";

const here = fileURLToPath(new URL("generate/", import.meta.url));
const graph = join(root, "..", "shared", "metadata", "graph-v1.0-2026-08-03.csdl");
if (!existsSync(graph)) {
  console.log("skipped: there is no document of Graph in ../shared/metadata");
  process.exit(0);
}
if (!existsSync(join(here, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here });
  if (status !== 0) process.exit(70);
}

const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));
// The tool looks for its templates from where it stands upwards, and its libraries stand beside them.
const bundles = mkdtempSync(join(root, "node_modules", ".bench-"));
process.on("exit", () => [folder, bundles].forEach((path) => rmSync(path, { recursive: true, force: true })));

const flagship = { name: "flagship slice", config: join(root, "spec", "graph", "config.json") };
const whole = { name: "all of Graph", config: join(root, "spec", "whole-graph", "config.json"), metadata: graph };
const out = join(folder, "out");
const bundle = await bundled();

const inputs = [
  { ...flagship, rounds: quick ? 3 : 9 },
  { ...whole, rounds: quick ? 1 : 3 },
].map(({ rounds, ...input }) => ({ ...runsOf(input, rounds), stages: stagesOf(input, Math.ceil(rounds / 2)) }));
const copies = quick ? undefined : copiesOf(10);
const types = typesOf();
const peers = quick ? [] : peersOf();

const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const results = { ...conditions(dependencies, quick), inputs, copies, types, peers };
console.log(await partOf("generate", results));
if (!quick) await writeResults("generate", results);

function argumentsOf({ config, metadata }) {
  return ["generate", "--config", config, ...(metadata === undefined ? [] : ["--metadata", metadata]), "--out", out];
}

/** An empty folder for the package, and an empty one for what the tool remembers. */
function empty() {
  for (const name of ["out", "node_modules"]) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"));
}

/** Cold, then with nothing to do, alternating. */
function runsOf(input, rounds) {
  const runs = Array.from({ length: rounds }, () => {
    empty();
    return { cold: measuredTool(argumentsOf(input)), unchanged: measuredTool(argumentsOf(input)) };
  });
  const kinds = ["cold", "unchanged"].map((kind) => [kind, medians(runs.map((run) => run[kind]))]);
  return { name: input.name, rounds, ...Object.fromEntries(kinds) };
}

function medians(runs) {
  const most = Math.max(...runs.map(({ megabytes }) => megabytes));
  return { seconds: median(runs.map(({ seconds }) => seconds)), megabytes: most };
}

/** A process for each round; the median of each stage. */
function stagesOf({ config, metadata }, rounds) {
  const runs = Array.from({ length: rounds }, () => {
    empty();
    const flags = JSON.stringify({ config, metadata, out });
    const args = ["--heap-growing-percent=70", join(here, "stages.js"), bundle, flags];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  return Object.keys(runs[0]).map((name) => ({ name, milliseconds: median(runs.map((run) => run[name])) }));
}

/** As many times Graph, in one document. */
function copiesOf(count) {
  const [metadata, config] = ["copies.csdl", "copies.json"].map((name) => join(folder, name));
  const text = withCopies(readFileSync(graph, "utf8"), count - 1);
  writeFileSync(metadata, text);
  writeFileSync(config, JSON.stringify(configWithCopies(JSON.parse(readFileSync(whole.config, "utf8")), count - 1)));
  empty();
  const taken = measuredTool(argumentsOf({ config, metadata }));
  return { count, bytes: Buffer.byteLength(text), ...taken };
}

/** The compilers on each package, as it was written. */
function typesOf() {
  return [flagship, whole].flatMap((input) => {
    empty();
    measuredTool(argumentsOf(input));
    return compilers
      .filter(({ folder: compiler }) => !quick || compiler === "typescript-7")
      .map((compiler) => {
        const { failure, seconds, megabytes, errors = [] } = typeChecked(compiler, out);
        return { input: input.name, compiler: compiler.name, failure, seconds, megabytes, errors: errors.length };
      });
  });
}

function peersOf() {
  const slice = join(root, "spec", "graph", "v1.0.csdl.xml");
  return [
    [flagship.name, slice],
    [whole.name, graph],
  ].map(([name, file], index) => {
    const place = join(folder, `peers-${index}`);
    mkdirSync(place);
    return { name, rows: runPeers(file, place, 120) };
  });
}

async function bundled() {
  const outfile = join(bundles, "entry.mjs");
  const options = { bundle: true, format: "esm", platform: "node", packages: "external" };
  await build({ entryPoints: [join(here, "entry.ts")], outfile, ...options });
  return outfile;
}
