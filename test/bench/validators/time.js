// Child of the benchmark: times, in one process, alternating. Takes a JSON file with { bundles, payloads, scaling, pace,
// paces }: how long is measured, and what differs from that for a group of payloads.
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "./load.js";
import { median } from "../figures.js";
import { runnerOf } from "./runner.js";

const [input, output] = process.argv.slice(2);
const { bundles, payloads, scaling, pace, paces } = JSON.parse(readFileSync(input, "utf8"));
const loaded = await load(bundles);
const parse = { name: "JSON.parse" };

const results = [];
for (const payload of payloads) {
  results.push(series(payload, "is"));
  if (!payload.valid || payload.group === "mixed" || payload.group === "roster") {
    results.push(series(payload, "validate"));
  }
  process.stderr.write(".");
}
const scaled = scaling.map((payload) => ({ participants: payload.participants, ...series(payload, "is") }));
const scaledValidate = scaling.map((payload) => ({
  participants: payload.participants,
  ...series(payload, "validate"),
}));
process.stderr.write("\n");
writeFileSync(output, JSON.stringify({ results, scaling: [...scaled, ...scaledValidate] }));

/** The time of each peer for one payload: nanoseconds per item in each round, and ratios to ours within the round. */
function series(payload, what) {
  const values = payload.items.map(({ text }) => JSON.parse(text));
  const able = loaded.filter((one) => one[what] !== undefined);
  const runners = able.map((one) => runnerFor(payload, values, one, what));
  if (payload.valid) runners.push(parsing(payload));
  const own = { ...pace, ...paces[payload.group] };
  const counts = runners.map((runner) => calibrated(runner, own));
  const times = runners.map(() => []);
  for (let round = 0; round < own.rounds; round += 1) {
    for (let index = 0; index < runners.length; index += 1) {
      const at = (index + round) % runners.length;
      if (isSpent(times[at], counts[at] * values.length, own)) continue;
      times[at][round] = timed(runners[at], counts[at]) / values.length;
    }
  }
  const ratios = times.map((own) => median(own.map((time, round) => time / times[0][round])));
  const rows = runners.map(({ name }, at) => ({ name, ns: median(times[at]), ratio: ratios[at] }));
  return { payload: payload.name, group: payload.group, what, items: values.length, rows };
}

/** Who takes twenty times as long as a sample should is measured three times, and not in every round. */
function isSpent(times, count, { sample }) {
  return times.length >= 3 && median(times) * count > 20 * sample * 1e6;
}

function runnerFor({ items, valid, name }, values, peer, what) {
  const functions = items.map(({ root }) => peer[what][root]);
  const run = runnerOf(`${peer.name} ${what} ${name}`, functions, values);
  const told = values.map((value, at) => {
    const result = functions[at](value);
    return what === "is" ? result : peer.passed(result, value);
  });
  if (told.some((one) => one !== valid)) throw new Error(`${peer.name}: ${name} is not judged as it is`);
  return { name: peer.name, run };
}

function parsing({ name, items }) {
  const texts = items.map(({ text }) => text);
  const run = runnerOf(`${parse.name} ${name}`, Array(texts.length).fill(JSON.parse), texts);
  return { name: parse.name, run };
}

/** How often it has to run so that a sample takes as long as it should; warm before. */
function calibrated(runner, { sample, warm }) {
  const end = performance.now() + warm;
  let count = 1;
  for (;;) {
    const each = timed(runner, count);
    if (performance.now() >= end) return Math.max(1, Math.round((sample * 1e6) / each));
    if (each * count < sample * 1e6) count *= 2;
  }
}

/** Nanoseconds for one run. */
function timed({ run }, count) {
  const start = process.hrtime.bigint();
  run(count);
  return Number(process.hrtime.bigint() - start) / count;
}
