import { groupedBy } from "../group.ts";
import type { SurfaceMember } from "../plan/surface/types.ts";
import { areNear, nearKeys, pairUp, type Likeness } from "./pair-up.ts";
import { laterName, plainly, type Comparing } from "./relations.ts";

type Members = ReadonlyMap<string, SurfaceMember>;

/**
 * Members or parameters that were given another name: one went and one came, alike in everything else, with names that
 * are near or the same description, and no other pair like them.
 * @returns later names by earlier ones
 */
export function renamedMembers(before: Members, after: Members, comparing: Comparing): Map<string, string> {
  const gone = [...before.values()].filter(({ name }) => !after.has(name));
  const come = [...after.values()].filter(({ name }) => !before.has(name));
  const later = groupedBy(come, (member) => memberSignature(member, plainly));
  const alike = groupedBy(gone, (member) => memberSignature(member, comparing));
  return new Map(
    [...alike].flatMap(([signature, earlier]) => [...pairUp(earlier, later.get(signature) ?? [], likeWords)]),
  );
}

/** Another spelling, or the same description. */
const likeWords: Likeness<Pick<SurfaceMember, "name" | "docs">> = {
  keysOf: ({ name, docs }) => [...nearKeys(name), ...(docs.description === undefined ? [] : [docs.description])],
  matches: saysTheSame,
};

/** Whether names are near, or both are described in the same words. */
export function saysTheSame(a: Pick<SurfaceMember, "name" | "docs">, b: Pick<SurfaceMember, "name" | "docs">): boolean {
  return areNear(a.name, b.name) || sameDescription(a, b);
}

/** Whether both are described, in the same words. */
function sameDescription(a: Described, b: Described): boolean {
  return a.docs.description !== undefined && a.docs.description === b.docs.description;
}

type Described = Pick<SurfaceMember, "docs">;

/** Everything about a member but its name and comment, types by their later names. */
export function memberSignature({ value, collection, rules }: SurfaceMember, comparing: Comparing): string {
  const named = "name" in value ? { ...value, name: laterName(value.name, comparing) } : value;
  const typed =
    named.kind === "resource" ? { ...named, types: named.types.map((name) => laterName(name, comparing)) } : named;
  return JSON.stringify([typed, collection, [...rules]]);
}
