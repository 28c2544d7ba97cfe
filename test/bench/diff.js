// How long `diff` takes on Graph's two documents: whole processes, cold, alternating between the flagship's part and
// all of Graph. Prints least, median and most, in seconds, and the peak of resident memory. Run: npm run bench:diff [rounds]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { measuredTool, root, spread } from "./measured.js";

const metadata = join(root, "..", "shared", "metadata");
const [base, head] = ["graph-v1.0-2025-01-17.csdl", "graph-v1.0-2026-08-03.csdl"].map((name) => join(metadata, name));
if (!existsSync(base) || !existsSync(head)) {
  console.log(`skipped: there are no documents of Graph in ${metadata}`);
  process.exit(0);
}

const rounds = Number(process.argv[2] ?? 5);
const runs = { flagship: [base, head], "whole Graph": [base, head, "--all"] };
const seconds = new Map(Object.keys(runs).map((name) => [name, []]));
const peaks = new Map(Object.keys(runs).map((name) => [name, 0]));

for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(runs)) {
    const taken = measuredTool(["diff", ...args, "--json", "--fail-on", "none"]);
    seconds.get(name).push(taken.seconds);
    peaks.set(name, Math.max(peaks.get(name), taken.megabytes));
  }
}

console.log(`Node ${process.version}, ${rounds} rounds`);
for (const [name, all] of seconds) {
  console.log(`${name.padEnd(12)}  ${spread(all, 2)} s  ${Math.round(peaks.get(name))} MB`);
}
