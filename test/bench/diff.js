// How long `diff` takes on Graph's two documents: whole processes, cold, alternating between the flagship's part and
// all of Graph. Prints least, median and most, in seconds, and the peak of resident memory. Run: npm run bench:diff [rounds]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
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
const report = join(tmpdir(), `bench-diff-${process.pid}.txt`);
const meter = `process.on("exit",()=>require("fs").writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
const probe = `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(root)}); ${meter}`)}`;

for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(runs)) {
    const start = performance.now();
    const { status } = spawnSync(
      process.execPath,
      ["--import", probe, join(root, "dist", "cli.js"), "diff", ...args, "--json", "--fail-on", "none"],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
    );
    if (status !== 0) process.exit(status ?? 70);
    seconds.get(name).push((performance.now() - start) / 1000);
    peaks.set(name, Math.max(peaks.get(name), Number(readFileSync(report, "utf8"))));
  }
}
rmSync(report, { force: true });

console.log(`Node ${process.version}, ${rounds} rounds`);
for (const [name, all] of seconds) {
  const sorted = [...all].sort((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const text = [least, median, most].map((value) => value.toFixed(2)).join(" / ");
  console.log(`${name.padEnd(12)}  ${text} s  ${Math.round(peaks.get(name) / 1024)} MB`);
}
