import { append } from "../group.ts";
import type { SurfaceMember, SurfaceStructured } from "../plan/surface/types.ts";
import { compareMember } from "./compare-members.ts";
import { isRead, isRequired, isSent } from "./member-pair.ts";
import { comparePosition } from "./compare-unions.ts";
import { note } from "./notes.ts";
import { laterName, type Comparing } from "./relations.ts";
import { renamedMembers } from "./renamed-members.ts";
import { typeText } from "./texts.ts";
import type { Change } from "./types.ts";
import { judgements, type Judgement } from "./verdicts.ts";

/** Two states of one structured type. */
export interface StructuredPair {
  readonly before: SurfaceStructured;
  readonly after: SurfaceStructured;
}

/** What differs in the type itself; its members are compared apart. */
export function compareStructured({ before, after }: StructuredPair, comparing: Comparing): Change[] {
  const where = { path: before.name, at: after.at };
  const changes: Change[] = [];
  if (before.kind !== after.kind) {
    const judgement = before.kind === "entity" ? judgements.updateRemoved : judgements.updateAdded;
    changes.push(note("kind-changed", { ...where, before: before.kind, after: after.kind }, judgement));
  }
  if ((before.base && laterName(before.base, comparing)) !== after.base) {
    changes.push(note("base-changed", { ...where, before: before.base, after: after.base }, judgements.baseChanged));
  }
  if (before.open !== after.open) {
    const subject = { ...where, before: openness(before), after: openness(after) };
    const { indexed } = comparing;
    changes.push(
      after.open
        ? note("became-open", subject, indexed.after ? judgements.openedIndex : judgements.opened)
        : note("became-closed", subject, indexed.before ? judgements.closedIndex : judgements.closed),
    );
  }
  return [...changes, ...comparePosition(before.position, after.position, where, comparing)];
}

function openness({ open }: SurfaceStructured): string {
  return open ? "open" : "closed";
}

/** What differs in the members of a type, inherited ones included. */
export function compareMembers({ before, after }: StructuredPair, comparing: Comparing): Change[] {
  const renamed = renamedMembers(before.members, after.members, comparing);
  const later = new Set(renamed.values());
  const changes: Change[] = [];
  for (const [name, member] of before.members) {
    const path = `${before.name}/${name}`;
    const newName = renamed.get(name) ?? name;
    const other = after.members.get(newName);
    if (other === undefined) {
      changes.push(note("member-removed", { path, before: memberText(member), at: member.at }, removal(member)));
      continue;
    }
    if (newName !== name) {
      const subject = { path, before: name, after: newName, at: other.at };
      changes.push(note("member-renamed", subject, narrowed(judgements.memberRenamed, member)));
    }
    append(changes, compareMember({ before: member, after: other, path }, comparing));
  }
  for (const [name, member] of after.members) {
    if (before.members.has(name) || later.has(name)) continue;
    const judgement = judgeAdded(member);
    const subject = { path: `${before.name}/${name}`, after: memberText(member), at: member.at };
    changes.push(note("member-added", subject, judgement));
  }
  return changes;
}

function judgeAdded(member: SurfaceMember): Judgement {
  return isRequired(member) ? judgements.requiredAdded : judgements.memberAdded;
}

function memberText({ value, collection }: SurfaceMember): string {
  return typeText(value, collection);
}

function removal(member: SurfaceMember): Judgement {
  return isSent(member) ? judgements.memberRemoved : judgements.readMemberRemoved;
}

/** Nobody who writes is broken by what is only read. */
function narrowed(judgement: Judgement, member: SurfaceMember): Judgement {
  return isSent(member) || !isRead(member) ? judgement : { ...judgement, verdict: "breaking-readers" };
}
