import { append, groupedBy } from "../group.ts";
import type { SurfaceEnum } from "../plan/surface/types.ts";
import { compareDocs, note } from "./notes.ts";
import { saysTheSame } from "./renamed-members.ts";
import type { Change } from "./types.ts";
import { judgements, type Judgement } from "./verdicts.ts";

/** What differs between two states of one enumeration. Values are not seen: JSON has the names (OData JSON 7.1). */
export function compareEnums(before: SurfaceEnum, after: SurfaceEnum): Change[] {
  const where = { path: before.name, at: after.at };
  const changes: Change[] = [];
  if (before.flags !== after.flags) {
    const subject = { ...where, before: cardinality(before), after: cardinality(after) };
    changes.push(
      after.flags
        ? note("became-flags", subject, judgements.becameFlags)
        : note("became-single", subject, judgements.becameSingle),
    );
  }
  return [...changes, ...compareEnumMembers(before, after)];
}

function cardinality({ flags }: SurfaceEnum): string {
  return flags ? "combinations of members" : "one member";
}

function compareEnumMembers(before: SurfaceEnum, after: SurfaceEnum): Change[] {
  const renamed = renamedEnumMembers(before, after);
  const later = new Set(renamed.values());
  const changes: Change[] = [];
  for (const [name, member] of before.members) {
    const path = `${before.name}/${name}`;
    const newName = renamed.get(name) ?? name;
    const other = after.members.get(newName);
    if (other === undefined) {
      const code = name === before.future ? "became-fixed" : "enum-member-removed";
      changes.push(note(code, { path, before: name, at: member.at }, judgements.enumShrank));
      continue;
    }
    const subject = { path, before: name, after: newName, at: other.at };
    if (newName !== name) changes.push(note("enum-member-renamed", subject, judgements.enumMemberRenamed));
    append(changes, compareDocs(member.docs, other.docs, subject));
  }
  for (const [name, { at }] of after.members) {
    if (before.members.has(name) || later.has(name)) continue;
    const code = name === after.future ? "became-evolvable" : "enum-member-added";
    changes.push(note(code, { path: `${before.name}/${name}`, after: name, at }, growth(before, after)));
  }
  return changes;
}

/** An exhaustive switch over what was evolvable, or a combination, has a default. */
function growth(before: SurfaceEnum, after: SurfaceEnum): Judgement {
  // What was a combination was any string: no switch was exhaustive.
  if (before.flags) return judgements.flagsGrew;
  return before.future !== undefined && after.future !== undefined ? judgements.evolvableGrew : judgements.enumGrew;
}

/** A member that went and one that came with the same value, which no other has, and a like name or description. */
function renamedEnumMembers(before: SurfaceEnum, after: SurfaceEnum): Map<string, string> {
  const [earlier, later] = [before, after].map(({ members }) => groupedBy(members.values(), ({ value }) => value));
  const pairs = [...(earlier ?? [])].flatMap(([value, [one, ...others]]): [string, string][] => {
    const [other, ...more] = later?.get(value) ?? [];
    if (one === undefined || other === undefined || others.length + more.length > 0) return [];
    const [isGone, isNew] = [!after.members.has(one.name), !before.members.has(other.name)];
    const isMeant = isGone && isNew && one.name !== before.future && other.name !== after.future;
    return isMeant && saysTheSame(one, other) ? [[one.name, other.name]] : [];
  });
  return new Map(pairs);
}
