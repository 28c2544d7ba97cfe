// The emitted validators beside those of others: equal verdicts first, then times, allocations, sizes and imports, all
// from one model. Writes test/bench/validators.json and RESULTS.md; with --quick a short run that only prints.
// Run: npm run bench:validators [-- --quick] [--only=ajv,typia]
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { conditions } from "./conditions.js";
import { partOf, writeResults } from "./results.js";

const here = fileURLToPath(new URL("validators/", import.meta.url));
const quick = process.argv.includes("--quick");
// Milliseconds, but for counts. All bodies take longest until they are warm; of single bodies with faults there are many.
const settings = quick
  ? { count: 3000, imports: 7, sizes: [500, 5000], ...pacesOf({ rounds: 7, sample: 2, warm: 60 }) }
  : { count: 20_000, imports: 21, sizes: [500, 5000, 50_000], ...pacesOf({ rounds: 21, sample: 5, warm: 120 }) };
const only = process.argv.flatMap((argument) => (/^--only=(.*)$/.exec(argument)?.[1] ?? "").split(",")).filter(Boolean);
const seed = Number(process.env.BENCH_SEED ?? 1);

if (!existsSync(join(here, "node_modules"))) run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], here);
const { writeBundles, writeSmall } = await import("./validators/bundles.js");
const { compare } = await import("./validators/equivalence.js");
const { importTimes } = await import("./validators/imports.js");
const { load } = await import("./validators/load.js");
const { payloadsOf, rosterOf } = await import("./validators/payloads.js");

// Within the folder that is ignored anyway, so that what is written there finds the packages.
const folder = mkdtempSync(join(here, "node_modules", ".bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const material = await readMaterial();
const bundles = await writeBundles(material, folder, only);
const equivalence = { seed, ...compare(material, await load(bundles), { count: settings.count, seed }) };
console.log(`${equivalence.inputs} inputs, one verdict`);

const payloads = payloadsOf(material).filter(({ group }) => !quick || group !== "invalid single");
const small = await writeSmall(material, join(folder, "small"), only);
const timings = child("time.js", [], { bundles, payloads, scaling: scalingOf(settings.sizes), ...settings });
const spacious = ["--expose-gc", "--max-semi-space-size=256", "--min-semi-space-size=256"];
const allocated = payloads.filter(({ group }) => group !== "single" && group !== "invalid single");
const allocation = child("allocate.js", spacious, { bundles, payloads: allocated, room: 60e6, patience: 60 });
const imports = importTimes(
  small.sizes.map(({ name, all }) => [name, all.outfile]),
  settings.imports,
  folder,
);

const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const results = { ...conditions(dependencies, quick), equivalence, ...timings, allocation, imports, ...small };
console.log(await partOf("validators", results));
if (!quick && only.length === 0) await writeResults("validators", JSON.parse(JSON.stringify(results, withoutPaths)));

function pacesOf(pace) {
  const { rounds, sample, warm } = pace;
  const single = { rounds: Math.ceil(rounds / 2), sample: sample / 2, warm: warm / 2 };
  return { pace, paces: { mixed: { warm: 10 * warm }, "invalid single": single } };
}

async function readMaterial() {
  const outfile = join(folder, "entry.mjs");
  await build({
    entryPoints: [join(here, "entry.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    packages: "external",
  });
  return (await import(pathToFileURL(outfile).href)).material();
}

function scalingOf(sizes) {
  const bodies = material.examples.map(({ name, root, body }) => ({ name, root: root.name, value: body }));
  return sizes.map((participants) => {
    const { root, value } = rosterOf(bodies, participants);
    const items = [{ root, text: JSON.stringify(value) }];
    return { participants, name: `${participants} participants`, group: "scaling", valid: true, items };
  });
}

function child(file, flags, input) {
  const [from, to] = ["in", "out"].map((name) => join(folder, `${file}-${name}.json`));
  writeFileSync(from, JSON.stringify(input));
  run(process.execPath, [...flags, join(here, file), from, to], here);
  return JSON.parse(readFileSync(to, "utf8"));
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 70);
}

function withoutPaths(key, value) {
  return key === "outfile" ? undefined : value;
}
