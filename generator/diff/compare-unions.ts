import { append } from "../group.ts";
import type { SurfacePosition } from "../plan/surface/types.ts";
import { note, type Subject } from "./notes.ts";
import { laterName, type Comparing } from "./relations.ts";
import type { Change } from "./types.ts";
import { judgements } from "./verdicts.ts";

type Where = Pick<Subject, "path" | "at">;

/** What may stand where a type is declared. */
export function comparePosition(
  before: SurfacePosition,
  after: SurfacePosition,
  where: Where,
  comparing: Comparing,
): Change[] {
  const changes: Change[] = [];
  const [any, listed] = ["any type", "types told apart"];
  if (!before.anyTag && after.anyTag) {
    changes.push(note("union-dropped", { ...where, before: listed, after: any }, judgements.unionDropped));
  } else if (before.anyTag && !after.anyTag) {
    changes.push(note("union-introduced", { ...where, before: any, after: listed }, judgements.unionIntroduced));
  } else {
    append(changes, compareUnion(before.types, after.types, where, comparing));
  }
  const [required, optional] = ["required", "optional"];
  if (before.untagged && !after.untagged) {
    const subject = { ...where, before: optional, after: required };
    changes.push(note("discriminator-required", subject, judgements.tagRequired));
  } else if (!before.untagged && after.untagged) {
    const subject = { ...where, before: required, after: optional };
    changes.push(note("discriminator-optional", subject, judgements.tagOptional));
  }
  return changes;
}

/** Types that came into a union, and types that left it; those of a union are in order. */
export function compareUnion(
  before: readonly string[],
  after: readonly string[],
  where: Where,
  comparing: Comparing,
): Change[] {
  const earlier = new Set(before.map((name) => laterName(name, comparing)));
  const later = new Set(after);
  const added = after.filter((name) => !earlier.has(name));
  const removed = before.filter((name) => !later.has(laterName(name, comparing)));
  return [
    ...(added.length === 0
      ? []
      : [note("union-widened", { ...where, after: added.join(", ") }, judgements.unionWidened)]),
    ...(removed.length === 0
      ? []
      : [note("union-narrowed", { ...where, before: removed.join(", ") }, judgements.unionNarrowed)]),
  ];
}
