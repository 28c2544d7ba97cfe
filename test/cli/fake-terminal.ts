import { Readable, Writable } from "node:stream";
import pc from "picocolors";
import type { Terminal } from "../../generator/commands/terminal.ts";

export interface FakeTerminal {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** A terminal that remembers what was written to it. */
export function fakeTerminal(overrides: Partial<Terminal> = {}): FakeTerminal {
  const written = { stdout: "", stderr: "" };
  const sink = (name: "stdout" | "stderr"): Writable =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        written[name] += chunk;
        done();
      },
    });
  const colors = pc.createColors(false);
  const terminal: Terminal = {
    cwd: "/",
    stdin: Readable.from([]),
    stdinIsTty: false,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    colors: { stdout: colors, stderr: colors },
    progress: false,
    columns: 80,
    host: { pid: process.pid, isRunning: (pid) => pid === process.pid, onInterrupt: () => () => undefined },
    engine: "test",
    ...overrides,
  };
  return { terminal, stdout: () => written.stdout, stderr: () => written.stderr };
}
