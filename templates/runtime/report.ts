import { collected } from "./collector.js";
import type { Issue } from "./issue.js";
import type { Notes } from "./notes.js";
import type { Settings } from "./options.js";
import { type Run, startRun, type Terms } from "./run.js";
import type { ObjectShape } from "./shape.js";
import { rootOf } from "./table.js";
import { walkObject } from "./walk-object.js";
import { walkStraight } from "./walk-straight.js";

/** What was found: the issues in order, whether an error is among them, and the value in canonical form. */
export interface Report {
  readonly issues: readonly Issue[];
  readonly failed: boolean;
  readonly value: unknown;
}

/**
 * Takes a type's shape, its terms and a value, and what its guard has noted of that value, if it was asked to. Returns
 * everything there is to say about the value. Throws only what the value's own getters throw.
 */
export function report(shape: ObjectShape, terms: Terms, value: unknown, asked: Settings, notes?: Notes): Report {
  const root = rootOf(shape, terms.presence);
  const straight = startRun(terms, asked, notes);
  const last = straight.notes?.incomplete === false ? straight.notes.last : undefined;
  if (last !== undefined && walkStraight(straight, root, value, last)) return told(straight, value);
  const run = startRun(terms, asked, notes);
  return told(run, walkObject(run, root, shape, value));
}

function told(run: Run, value: unknown): Report {
  return { issues: collected(run), failed: run.errors > 0, value };
}
