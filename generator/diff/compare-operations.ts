import { append } from "../group.ts";
import type { SurfaceMember, SurfaceOperation } from "../plan/surface/types.ts";
import { compareMember } from "./compare-members.ts";
import { isRequired } from "./member-pair.ts";
import { note } from "./notes.ts";
import type { Comparing } from "./relations.ts";
import { renamedMembers } from "./renamed-members.ts";
import { typeText } from "./texts.ts";
import type { Change } from "./types.ts";
import { judgements } from "./verdicts.ts";

/** What differs between two states of one operation. */
export function compareOperations(before: SurfaceOperation, after: SurfaceOperation, comparing: Comparing): Change[] {
  return [...compareParameters(before, after, comparing), ...compareResult(before, after, comparing)];
}

function compareParameters(before: SurfaceOperation, after: SurfaceOperation, comparing: Comparing): Change[] {
  const renamed = renamedMembers(before.parameters, after.parameters, comparing);
  const later = new Set(renamed.values());
  const changes: Change[] = [];
  for (const [name, parameter] of before.parameters) {
    const path = `${before.name}/${name}`;
    const newName = renamed.get(name) ?? name;
    const other = after.parameters.get(newName);
    if (other === undefined) {
      const subject = { path, before: text(parameter), at: after.at };
      changes.push(note("parameter-removed", subject, judgements.parameterRemoved));
      continue;
    }
    const subject = { path, before: name, after: newName, at: other.at };
    if (newName !== name) changes.push(note("parameter-renamed", subject, judgements.parameterRenamed));
    append(changes, compareMember({ before: parameter, after: other, path }, comparing));
  }
  for (const [name, parameter] of after.parameters) {
    if (before.parameters.has(name) || later.has(name)) continue;
    const judgement = isRequired(parameter) ? judgements.requiredAdded : judgements.parameterAdded;
    const subject = { path: `${before.name}/${name}`, after: text(parameter), at: parameter.at };
    changes.push(note("parameter-added", subject, judgement));
  }
  return changes;
}

function compareResult(before: SurfaceOperation, after: SurfaceOperation, comparing: Comparing): Change[] {
  const path = `${before.name}/$ReturnType`;
  const { at } = after;
  const [earlier, later] = [before.result, after.result];
  if (earlier !== undefined && later !== undefined) {
    return compareMember({ before: earlier, after: later, path }, comparing);
  }
  if (later !== undefined) return [note("return-added", { path, after: text(later), at }, judgements.returnAdded)];
  if (earlier === undefined) return [];
  return [note("return-removed", { path, before: text(earlier), at }, judgements.returnRemoved)];
}

function text({ value, collection }: SurfaceMember): string {
  return typeText(value, collection);
}
