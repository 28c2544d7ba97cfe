// On what machine, with what versions.
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** Takes whether it is a short run; returns what a reader has to know of the rest. */
export function conditions(quick) {
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const [{ model }] = cpus();
  const machine = { cpu: model.trim(), cores: cpus().length, gibibytes: Math.round(totalmem() / 2 ** 30) };
  return { quick, machine, node: process.version, v8: process.versions.v8, versions: dependencies };
}
