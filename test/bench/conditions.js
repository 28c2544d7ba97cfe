// On what machine, with what versions.
import { cpus, totalmem } from "node:os";

/** Takes versions by name, and whether it is a short run; returns what a reader has to know of the rest. */
export function conditions(versions, quick) {
  const [{ model }] = cpus();
  const machine = { cpu: model.trim(), cores: cpus().length, gibibytes: Math.round(totalmem() / 2 ** 30) };
  return { quick, machine, node: process.version, v8: process.versions.v8, versions };
}
