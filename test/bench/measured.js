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
  const taken = tried(args);
  if (taken.failure === undefined) return taken;
  process.stderr.write(`${taken.failure}\n`);
  process.exit(70);
}

/** The same for what may fail, or take too long: says so instead, in the last words that it printed. */
export function tried(args, { cwd = root, limit } = {}) {
  const start = performance.now();
  const options = { cwd, stdio: ["ignore", "ignore", "pipe"], timeout: limit === undefined ? 0 : limit * 1000 };
  const { status, stderr, error } = spawnSync(process.execPath, ["--import", probe, ...args], {
    ...options,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error?.code === "ETIMEDOUT") return { seconds, failure: `did not finish in ${limit} s` };
  if (status !== 0) return { seconds, failure: error?.message ?? stderr.toString().trim() };
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
