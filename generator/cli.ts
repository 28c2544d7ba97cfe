#!/usr/bin/env node
import pc from "picocolors";
import { parseArguments, type Handlers } from "./commands/arguments.ts";
import { report } from "./commands/report.ts";
import { write, type Terminal } from "./commands/terminal.ts";
import { reason, systemCode } from "./system-error.ts";

const { argv, env, stdin, stdout, stderr } = process;
const args = argv.slice(2);
const colors = { stdout: pc.createColors(wantsColor(stdout.isTTY)), stderr: pc.createColors(wantsColor(stderr.isTTY)) };
const progress = stderr.isTTY && !env["CI"];
const columns = stdout.columns || 80;
const terminal: Terminal = {
  cwd: process.cwd(),
  stdin,
  stdinIsTty: stdin.isTTY,
  stdout,
  stderr,
  colors,
  progress,
  columns,
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

/** The flags decide, then NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
function wantsColor(isTerminal: boolean): boolean {
  if (args.includes("--no-color")) return false;
  if (args.includes("--color")) return true;
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  return force === undefined ? isTerminal && env["TERM"] !== "dumb" : !["", "0", "false"].includes(force);
}
