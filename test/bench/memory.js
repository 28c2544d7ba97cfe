// How much memory the tool takes on all of Graph and on a document of 50 MB, made of Graph under other names: the peak
// of resident memory of whole processes, beyond that of a Node that does nothing. Prints least, median and most, in MB,
// and ends with 1 where a median is above its limit. Run: npm run bench:memory [rounds]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withCopies } from "./copies.js";
import { measured, measuredTool, root, spread } from "./measured.js";

const graph = join(root, "..", "shared", "metadata", "graph-v1.0-2026-08-03.csdl");
if (!existsSync(graph)) {
  console.log(`skipped: ${graph} is not there`);
  process.exit(0);
}

const rounds = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(join(tmpdir(), "bench-memory-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const large = join(folder, "large.csdl");
const text = readFileSync(graph, "utf8");
writeFileSync(large, withCopies(text, Math.ceil(50e6 / text.length) - 1));

const config = ["--config", join(root, "spec", "graph", "config.json")];
const out = ["--out", join(folder, "out")];
const runs = [
  { name: "generate, all of Graph", limit: 300, args: ["generate", ...config, "--metadata", graph, ...out] },
  { name: "inspect, all of Graph", limit: 300, args: ["inspect", ...config, "--metadata", graph] },
  { name: "generate, 50 MB", limit: 1000, args: ["generate", ...config, "--metadata", large, ...out] },
  { name: "inspect, 50 MB", limit: 1000, args: ["inspect", ...config, "--metadata", large] },
];

const empty = Array.from({ length: rounds }, () => measured(["--eval", "0"]).megabytes);
const own = Math.min(...empty);
console.log(`Node ${process.version}, ${rounds} rounds; Node's own ${own.toFixed(0)} MB, beyond it:`);
for (const { name, limit, args } of runs) {
  const peaks = Array.from({ length: rounds }, () => measuredTool(args).megabytes - own);
  const median = [...peaks].sort((a, b) => a - b)[Math.floor(rounds / 2)];
  if (median > limit) process.exitCode = 1;
  console.log(`${name.padEnd(22)}  ${spread(peaks, 0)} MB, limit ${limit} MB${median > limit ? ", EXCEEDED" : ""}`);
}
