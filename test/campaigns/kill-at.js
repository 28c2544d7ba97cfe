// Loaded into the command line before it starts: ends the process without a word at one of the calls that change
// something on the disk (KILL_AT, from 1), before it or while it runs (KILL_WHEN). Says in KILL_LOG how many there were.
import { writeFileSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const { KILL_AT, KILL_WHEN, KILL_LOG } = process.env;
const at = Number(KILL_AT ?? "0");
let calls = 0;

/** Replaces a function by one that counts, and may not return. */
function watch(owner, name, changes = () => true) {
  const real = owner[name];
  owner[name] = function (...args) {
    if (!changes(args)) return real.apply(this, args);
    calls += 1;
    if (calls !== at) return real.apply(this, args);
    if (KILL_WHEN === "during") void real.apply(this, args);
    process.kill(process.pid, "SIGKILL");
    // The signal is on its way.
    for (;;);
  };
}

for (const name of ["mkdir", "rename", "rmdir", "unlink"]) watch(promises, name);
watch(promises, "open", ([, flags]) => flags === "wx");
const handle = await promises.open(import.meta.filename);
for (const name of ["sync", "writeFile"]) watch(Object.getPrototypeOf(handle), name);
await handle.close();
calls = 0;
syncBuiltinESMExports();
if (KILL_LOG !== undefined) process.on("exit", () => writeFileSync(KILL_LOG, String(calls)));
