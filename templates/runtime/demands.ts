import { isFull } from "./collector.js";
import type { Members } from "./own.js";
import { rules } from "./presence.js";
import { add, type Demands, type Run } from "./run.js";
import { type Entry, loadEntry } from "./table.js";

/** All of it; terms that ask for nothing have none. */
export const fullDemands: Demands = { rules, addUnsent, addMissing };

function addUnsent(run: Run, name: string, value: unknown): void {
  const message = `"${name}" is not part of what is sent; the service ignores or refuses it.`;
  add(run, { code: "read-only", severity: "warning", step: name, message, value });
}

function addMissing(run: Run, required: readonly Entry[], value: Members): void {
  for (const entry of required) {
    if (isFull(run)) return;
    if (loadEntry(value, entry) !== undefined) continue;
    const { name } = entry;
    add(run, { code: "missing-required", step: name, expected: "a value", message: `"${name}" is required.` });
  }
}
