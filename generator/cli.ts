#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import pc from "picocolors";
import { main } from "./commands/main.ts";
import type { Terminal } from "./commands/terminal.ts";
import { wantsColor } from "./commands/wants-color.ts";
import type { Host } from "./output/types.ts";
import { reason, systemCode } from "./system-error.ts";

// V8 lets a heap that is in use grow fourfold before it looks for what is in use no more. To look sooner takes less
// memory for large documents, and much sooner takes time (`npm run bench:memory`, `npm run bench:generate`).
setFlagsFromString("--heap-growing-percent=140");
// V8 compiles what it sees often beside the work, with all that is called in it, and most runs are over before that pays:
// half of what they take was the compiler's. So it waits for longer, and takes less into each function. Engines after that
// of Node.js 20 do not know the first flag, and say so: they have a quick compiler in between.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=200000");
setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");

const { argv, env, stdin, stdout, stderr } = process;
const args = argv.slice(2);
const tidiers = new Set<() => void>();
const host: Host = {
  pid: process.pid,
  isRunning,
  onInterrupt: (tidy) => {
    tidiers.add(tidy);
    return () => tidiers.delete(tidy);
  },
};
const terminal: Terminal = {
  cwd: process.cwd(),
  stdin,
  stdinIsTty: stdin.isTTY,
  stdout,
  stderr,
  colors: {
    stdout: pc.createColors(wantsColor(args, env, stdout.isTTY)),
    stderr: pc.createColors(wantsColor(args, env, stderr.isTTY)),
  },
  progress: stderr.isTTY && !env["CI"],
  columns: stdout.columns || 80,
  host,
  engine: `node ${process.version} ${process.versions.unicode ?? ""}`,
};

// A reader that stops reading (`| head`) is no error: `write` notices and the commands stop. A full disk is one.
stdout.on("error", (error) => {
  if (systemCode(error) === "EPIPE") return;
  stderr.write(`error: cannot write the output: ${reason(error)}\n`);
  process.exitCode = 3;
});
stderr.on("error", () => undefined);
// Told to end, by a person or the system: the shell sees 128 and the number of the signal.
for (const [signal, status] of [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.once(signal, () => {
    for (const tidy of [...tidiers].reverse()) tidy();
    process.exit(status);
  });
}
process.setSourceMapsEnabled(args.includes("--debug"));
const code = await main(args, terminal);
process.exitCode ??= code;

/** Signal 0 is none: it only asks. What may not be sent one is running as well. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}
