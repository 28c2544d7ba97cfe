import type { Shown, SurfaceOperation, SurfaceType } from "../plan/surface/types.ts";
import { compareDocs, note } from "./notes.ts";
import type { Change } from "./types.ts";
import { judgements } from "./verdicts.ts";

/** Names and comments of something that both sides have. */
export function compareShown(
  renaming: "type-renamed" | "operation-renamed",
  before: SurfaceType | SurfaceOperation,
  after: SurfaceType | SurfaceOperation,
): Change[] {
  const where = { path: before.name, at: after.at };
  const docs = compareDocs(before.docs, after.docs, where);
  if (before.name !== after.name) {
    const judgement = renaming === "type-renamed" ? judgements.typeRenamed : judgements.operationRenamed;
    return [note(renaming, { ...where, before: before.name, after: after.name }, judgement), ...docs];
  }
  return [...(isExplained(before, after) ? [] : compareNames(before, after)), ...docs];
}

/** Whether another change says already that all names of a form, or of a result, came or went. */
function isExplained(before: SurfaceType | SurfaceOperation, after: SurfaceType | SurfaceOperation): boolean {
  if (before.identifier !== after.identifier) return false;
  if ("parameters" in before && "parameters" in after) {
    return (before.result === undefined) !== (after.result === undefined);
  }
  return before.kind !== after.kind;
}

function compareNames(before: Shown, after: Shown): Change[] {
  const where = { path: before.name, at: after.at };
  if (before.identifier !== after.identifier) {
    const subject = { ...where, before: before.identifier, after: after.identifier };
    return [note("name-changed", subject, judgements.nameChanged)];
  }
  const gone = before.names.filter((name) => !after.names.includes(name));
  const come = after.names.filter((name) => !before.names.includes(name));
  return [
    ...(come.length === 0 ? [] : [note("names-added", { ...where, after: come.join(", ") }, judgements.namesAdded)]),
    ...(gone.length === 0
      ? []
      : [note("names-removed", { ...where, before: gone.join(", ") }, judgements.namesRemoved)]),
  ];
}
