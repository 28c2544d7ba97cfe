import type { Place } from "./notes.js";
import { isMembers } from "./own.js";
import { resolveUsual } from "./resolve.js";
import type { Run } from "./run.js";
import { type Entry, readMembers } from "./table.js";
import { walkKey } from "./walk-object.js";
import { walkItemOf } from "./walk-value.js";

/**
 * Judges a value of which a guard has noted one member or item, and then what that stands in, up to the root; so it is
 * nearly always. The way there is known, and nothing beside it has to be looked at. False where there is more to it; then
 * nothing that was found counts, and everything has to be walked.
 */
export function walkStraight(run: Run, root: Entry, value: unknown, places: readonly Place[]): boolean {
  let entry = root;
  let part = value;
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at];
    if (place === undefined || place.within !== part) return false;
    const { key } = place;
    run.depth += 1;
    if (typeof key === "number") {
      if (!Array.isArray(part) || !(key in part)) return false;
      part = part[key];
      run.path.push(key);
      continue;
    }
    const { shape } = entry;
    if (!isMembers(part) || (shape.kind !== "object" && shape.kind !== "resource")) return false;
    const table = resolveUsual(entry, shape, part);
    if (table === undefined) return false;
    part = readMembers(table, part)[key];
    // What is not there is nothing to talk about, although guards take note of its name.
    if (at === 0) return part !== undefined && Object.is(walkKey(run, table, key, part), part);
    const inner = table.entries.get(key);
    if (inner === undefined) return false;
    entry = inner;
    run.path.push(key);
  }
  return Object.is(walkItemOf(run, entry, part), part);
}
