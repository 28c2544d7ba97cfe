#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import pc from "picocolors";
import { parseArguments, type Handlers } from "./commands/arguments.ts";
import { report } from "./commands/report.ts";
import { write, type Terminal } from "./commands/terminal.ts";
import type { Host } from "./output/types.ts";
import { reason, systemCode } from "./system-error.ts";

// V8 lets a heap that is in use grow fourfold before it looks for what is in use no more: a third less memory for a
// twentieth of the time.
setFlagsFromString("--heap-growing-percent=70");

const { argv, env, stdin, stdout, stderr } = process;
const args = argv.slice(2);
const colors = { stdout: pc.createColors(wantsColor(stdout.isTTY)), stderr: pc.createColors(wantsColor(stderr.isTTY)) };
const progress = stderr.isTTY && !env["CI"];
const columns = stdout.columns || 80;
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
  colors,
  progress,
  columns,
  host,
};

// Loaded when they run: the libraries behind them take longer than the help.
const handlers: Handlers = {
  diff: async (flags) => (await import("./commands/diff.ts")).diff(flags, terminal),
  generate: async (flags) => (await import("./commands/generate.ts")).generate(flags, terminal),
  inspect: async (flags) => (await import("./commands/inspect.ts")).inspect(flags, terminal),
  refresh: async (flags) => (await import("./commands/refresh.ts")).refresh(flags, terminal),
  release: async (flags) => (await import("./commands/release.ts")).release(flags, terminal),
  validate: async (flags) => (await import("./commands/validate.ts")).validate(flags, terminal),
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
const debug = args.includes("--debug");
process.setSourceMapsEnabled(debug);
const code = await main();
process.exitCode ??= code;

async function main(): Promise<number> {
  try {
    const parsed = await parseArguments(args, columns, handlers);
    if (parsed.kind === "run") return await parsed.run();
    await write(stdout, parsed.text);
    return 0;
  } catch (error) {
    return report(error, terminal, debug);
  }
}

/** Signal 0 is none: it only asks. What may not be sent one is running as well. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** The flags decide, then NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
function wantsColor(isTerminal: boolean): boolean {
  if (args.includes("--no-color")) return false;
  if (args.includes("--color")) return true;
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  return force === undefined ? isTerminal && env["TERM"] !== "dumb" : !["", "0", "false"].includes(force);
}
