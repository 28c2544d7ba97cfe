// Child of the benchmark: bytes allocated per call. Runs with --expose-gc and a young generation that nothing of this
// fills, so that the heap grows by what is allocated. Takes a JSON file with { bundles, payloads, room, patience }: the bytes
// and the milliseconds that one measurement may take.
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "./load.js";
import { median } from "../figures.js";
import { runnerOf } from "./runner.js";

const [input, output] = process.argv.slice(2);
const { bundles, payloads, room, patience } = JSON.parse(readFileSync(input, "utf8"));
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
  let calls = 0;
  for (; performance.now() - start < 150; calls += 1) run(1);
  const milliseconds = (performance.now() - start) / calls;
  const once = Math.max(1, grown(run, 1));
  // What allocates little may still take long.
  const count = Math.max(1, Math.min(2000, Math.floor(room / once), Math.floor(patience / milliseconds)));
  const times = milliseconds > patience ? 1 : 5;
  const figures = Array.from({ length: times }, () => (grown(run, count) - grown(nothing, count)) / count / items);
  return Math.max(0, median(figures));
}

/** The young generation alone is emptied before: collecting all of the heap takes most of a second for ten figures. */
function grown(run, count) {
  globalThis.gc({ type: "minor" });
  const before = process.memoryUsage().heapUsed;
  run(count);
  return process.memoryUsage().heapUsed - before;
}
