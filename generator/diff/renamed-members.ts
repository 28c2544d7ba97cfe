import { editDistance } from "../closest.ts";
import { groupedBy } from "../group.ts";
import type { SurfaceMember } from "../plan/surface/types.ts";
import { laterName, plainly, type Comparing } from "./relations.ts";

type Members = ReadonlyMap<string, SurfaceMember>;

/**
 * Members that were given another name: one went and one came, alike in everything else, with names that are near or
 * the same description, and no other pair like them.
 * @returns later names by earlier ones
 */
export function renamedMembers(before: Members, after: Members, comparing: Comparing): Map<string, string> {
  const gone = [...before.values()].filter(({ name }) => !after.has(name));
  const come = [...after.values()].filter(({ name }) => !before.has(name));
  const later = groupedBy(come, (member) => memberSignature(member, plainly));
  const alike = groupedBy(gone, (member) => memberSignature(member, comparing));
  const pairs = [...alike].flatMap(([signature, earlier]): [string, string][] => {
    const others = later.get(signature) ?? [];
    if (earlier.length * others.length > mostComparisons) return [];
    return [...pairUp(earlier, others, (one, other) => areNear(one.name, other.name) || sameDescription(one, other))];
  });
  return new Map(pairs);
}

/** More comparisons of names than this would take longer than the rest. */
export const mostComparisons = 250_000;

/** What is the same for both and fits nothing else; each thing at most once. */
export function pairUp<T extends { readonly name: string }>(
  gone: readonly T[],
  come: readonly T[],
  match: (earlier: T, later: T) => boolean,
): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const earlier of gone) {
    const [only, second] = come.filter((later) => match(earlier, later));
    if (only === undefined || second !== undefined) continue;
    if (gone.filter((other) => match(other, only)).length === 1) pairs.set(earlier.name, only.name);
  }
  return pairs;
}

/** What of both sides the pairs leave. */
export function unpaired<T extends { readonly name: string }>(
  gone: readonly T[],
  come: readonly T[],
  pairs: ReadonlyMap<string, string>,
): readonly [gone: T[], come: T[]] {
  const taken = new Set(pairs.values());
  return [gone.filter(({ name }) => !pairs.has(name)), come.filter(({ name }) => !taken.has(name))];
}

/** Shorter names differ by a letter and mean something else: `cost`, `host`. */
const longEnough = 6;

/** Whether one name may be another spelling of the other: the same but for case and marks, or one letter apart. */
export function areNear(a: string, b: string): boolean {
  const [one, other] = [spelling(a), spelling(b)];
  return one === other || (Math.min(one.length, other.length) >= longEnough && editDistance(one, other) === 1);
}

function spelling(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether both are described, in the same words. */
export function sameDescription(a: Described, b: Described): boolean {
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
