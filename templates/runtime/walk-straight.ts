import { isHole } from "./guard.js";
import type { Place } from "./notes.js";
import { isMembers } from "./own.js";
import { resolveKnown } from "./resolve.js";
import type { Run } from "./run.js";
import type { Entry } from "./table.js";
import { walkKey } from "./walk-object.js";
import { walkItemOf } from "./walk-value.js";

/**
 * Judges a value of which a guard has noted one member or item, and then what that stands in, up to the root; so it is
 * nearly always. The way there is known, and nothing beside it has to be looked at. False where there is more to it; then
 * nothing that was found counts, and everything has to be walked.
 */
export function walkStraight(run: Run, root: Entry, value: unknown, last: Place): boolean {
  let entry = root;
  let part = value;
  for (let place: Place | undefined = last; place !== undefined; place = place.before) {
    const { within, key } = place;
    if (within !== part || isBefore(last, place)) return false;
    run.depth += 1;
    if (typeof key === "number") {
      if (!Array.isArray(part) || isHole(part, key)) return false;
      part = part[key];
      run.path.push(key);
      continue;
    }
    const { shape } = entry;
    if (!isMembers(part) || (shape.kind !== "object" && shape.kind !== "resource")) return false;
    const table = resolveKnown(run, entry, shape, part);
    if (table === undefined) return false;
    // As guards do, which note no name that they have not read.
    part = part[key];
    // What is not there is nothing to talk about, although guards take note of its name.
    if (place.before === undefined) return part !== undefined && Object.is(walkKey(run, table, key, part), part);
    const inner = table.entries.get(key);
    if (inner === undefined) return false;
    entry = inner;
    run.path.push(key);
  }
  return Object.is(walkItemOf(run, entry, part), part);
}

/** Whether an object stands on the way twice: then it holds itself, and nobody knows from where a guard has noted it. */
function isBefore(first: Place, place: Place): boolean {
  for (let above: Place | undefined = first; above !== place; above = above?.before) {
    if (above?.within === place.within) return true;
  }
  return false;
}
