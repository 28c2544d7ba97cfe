import { isPrimitiveTypeName } from "../edm.ts";
import type { Place } from "../errors.ts";
import { resolveName, type Scope } from "./names.ts";
import { findMember, structured, type Members, type OwnedMember } from "./members.ts";
import type { Problems } from "./problems.ts";

/** Where a path leads (CSDL 14.4.1): to a member, nowhere, or where it cannot be told, which is not to be judged. */
export type Walk =
  | { readonly kind: "member"; readonly found: OwnedMember }
  | { readonly kind: "type"; readonly type: string }
  | {
      readonly kind: "missing";
      readonly segment: string;
      readonly type: string;
      readonly depth: number;
      readonly open: boolean;
    }
  | { readonly kind: "unknown" };

const unknown: Walk = { kind: "unknown" };

/** Follows a path of members and type casts from a type. */
export function walkPath(start: string, path: string, scope: Scope, members: Members): Walk {
  let here: Extract<Walk, { kind: "member" | "type" }> = { kind: "type", type: start };
  for (const [depth, segment] of path.split("/").entries()) {
    const type: string = here.kind === "member" ? here.found.member.type.name : here.type;
    const next = segment.includes(".")
      ? cast(resolveName(segment, scope), members)
      : step(type, { segment, depth }, members);
    if (next.kind === "missing" || next.kind === "unknown") return next;
    here = next;
  }
  return here;
}

/** A cast to a type that is not there may be one to a type of a document that was not given, or that was cut away. */
function cast(type: string, { types }: Members): Walk {
  return structured(types.get(type)) === undefined ? unknown : { kind: "type", type };
}

interface Step {
  readonly segment: string;
  readonly depth: number;
}

function step(type: string, { segment, depth }: Step, members: Members): Walk {
  const { types, bases } = members;
  const declared = types.get(type);
  if (segment.startsWith("$") || segment.startsWith("@")) return unknown;
  if (isPrimitiveTypeName(type)) return { kind: "missing", segment, type, depth, open: false };
  // Abstract, or not declared, which is a problem of its own.
  if (declared === undefined) return unknown;
  const found = findMember(type, segment, members);
  if (found !== undefined) return { kind: "member", found };
  if (bases.broken.has(type)) return unknown;
  return { kind: "missing", segment, type, depth, open: structured(declared)?.open === true };
}

/**
 * Tells of a path that leads nowhere from its first step. It is no error, because nothing that is generated depends on
 * where such paths lead; and services write so many that go wrong further along, with casts to the wrong type mostly,
 * that these are let be.
 */
export function tellMissing(at: Place, what: string, walk: Walk, problems: Problems): void {
  // Instances of an open type may have it (CSDL 6.3).
  if (walk.kind !== "missing" || walk.depth > 0 || walk.open) return;
  problems.warn(at, `${what}, and ${walk.segment} is no member of ${walk.type}`);
}
