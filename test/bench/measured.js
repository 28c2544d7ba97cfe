// One command of the built tool in a process of its own, and what that took.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const report = join(tmpdir(), `bench-${process.pid}.txt`);
const meter = `process.on("exit",()=>require("fs").writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
const probe = `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(root)}); ${meter}`)}`;

/** Runs Node with these arguments; its seconds, and its peak of resident memory in MB. Ends this process where it fails. */
export function measured(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", probe, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) {
    process.stderr.write(stderr);
    process.exit(status ?? 70);
  }
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Number(readFileSync(report, "utf8")) / 1024;
  rmSync(report, { force: true });
  return { seconds, megabytes };
}

/** The same for the command line of the tool. */
export function measuredTool(args) {
  return measured([join(root, "dist", "cli.js"), ...args]);
}

/** `least / median / most` of some figures. */
export function spread(figures, digits) {
  const sorted = [...figures].sort((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return [least, median, most].map((value) => value.toFixed(digits)).join(" / ");
}
