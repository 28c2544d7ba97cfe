// Child of the benchmark: bytes allocated per call. Runs with --expose-gc and a young generation that nothing of this
// fills, so that the heap grows by what is allocated. Takes a JSON file with { bundles, payloads, calls }.
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "./load.js";
import { median } from "./figures.js";
import { runnerOf } from "./runner.js";

const [input, output] = process.argv.slice(2);
const { bundles, payloads, room } = JSON.parse(readFileSync(input, "utf8"));
const loaded = await load(bundles);
const nothing = runnerOf("nothing", [() => true], [undefined]);

const rows = payloads.flatMap((payload) => ["is", "validate"].map((what) => row(payload, what)));
writeFileSync(output, JSON.stringify(rows));

function row({ name, items }, what) {
  const values = items.map(({ text }) => JSON.parse(text));
  const able = loaded.filter((one) => one[what] !== undefined);
  const bytes = able.map((one) => {
    const functions = items.map(({ root }) => one[what][root]);
    const run = runnerOf(`allocation ${one.name} ${what} ${name}`, functions, values);
    return { name: one.name, bytes: perItem(run, values.length) };
  });
  return { payload: name, what, rows: bytes };
}

/** Warm first: what is not yet compiled allocates numbers that the compiler does without. */
function perItem(run, items) {
  const start = performance.now();
  do run(1);
  while (performance.now() - start < 150);
  const once = Math.max(0, grown(run, 1));
  const count = Math.max(2, Math.min(2000, Math.floor(room / Math.max(once, 1))));
  return Math.max(0, median([0, 1, 2, 3, 4].map(() => (grown(run, count) - grown(nothing, count)) / count / items)));
}

function grown(run, count) {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  run(count);
  return process.memoryUsage().heapUsed - before;
}
