import { first, generated, quickFileSystem, second } from "../output/support.ts";

// What `generate` does once everything is made, as a process of its own that can be killed: see kill-stage.test.ts.
const [state, ...folders] = process.argv.slice(2);
const host = { pid: process.pid, isRunning, onInterrupt: () => () => undefined };
await generated(folders, state === "first" ? first : second, quickFileSystem(), host);

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
