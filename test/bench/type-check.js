// A compiler of its own process over a project, and what it says that this took.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./measured.js";

/** The compilers that users have: the last one of each line. */
export const compilers = [
  { name: "TypeScript 5.9", folder: "typescript-5.9" },
  { name: "TypeScript 6", folder: "typescript" },
  { name: "TypeScript 7", folder: "typescript-7" },
];

/**
 * Takes a compiler and the file or folder of a project. Returns seconds from start to end, the memory and the count of
 * instantiations that the compiler tells, and its errors; or the reason why there is nothing to tell.
 */
export function typeChecked({ folder }, project, { limit = 180, heap = 12_000 } = {}) {
  const bin = join(root, "node_modules", folder, "bin", "tsc");
  const args = [`--max-old-space-size=${heap}`, bin, "-p", project, "--noEmit", "--extendedDiagnostics"];
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...args, "--pretty", "false"], {
    encoding: "utf8",
    timeout: limit * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error?.code === "ETIMEDOUT") return { failure: `did not finish in ${limit} s` };
  const figure = (name) => Number(new RegExp(`^${name}: +([\\d.]+)`, "m").exec(stdout)?.[1]);
  const errors = stdout.split("\n").filter((line) => /error TS\d+:/.test(line));
  const megabytes = figure("Memory used") / 1024;
  if (Number.isNaN(megabytes))
    return { failure: `${stdout}${stderr}`.trim().split("\n").at(-1) ?? `ended with ${status}` };
  return { seconds, megabytes, instantiations: figure("Instantiations"), lines: linesOf(stdout), errors };
}

/** How much it had to read. */
function linesOf(text) {
  const counts = [...text.matchAll(/^Lines(?: of \w+)?: +(\d+)/gm)].map(([, count]) => Number(count));
  return counts.reduce((sum, count) => sum + count, 0);
}
