import { gathered } from "../group.ts";
import type { Surface, SurfaceStructured, SurfaceType } from "../plan/surface/types.ts";
import { compareCodeUnits } from "../sort.ts";
import { splitName } from "../split-name.ts";
import { movedTypes } from "./moved-types.ts";
import { referrers, type Reference } from "./referrers.ts";
import { laterName, plainly, type Comparing } from "./relations.ts";
import { areNear, nearKeys, pairUp, unpaired, type Likeness } from "./pair-up.ts";
import { memberSignature } from "./renamed-members.ts";

/**
 * Types that were given another name: one went and one came, of the same shape and referred to from the same places,
 * and no other pair like them. What refers to a renamed type counts as unchanged: first it is supposed that types of
 * like names are the same, and what does not bear that out is dropped; then the others are looked at.
 * @returns later names by earlier ones
 */
export function renamedTypes(before: Surface, after: Surface): Map<string, string> {
  const gone = [...before.types.values()].filter(({ name }) => !after.types.has(name));
  const come = [...after.types.values()].filter(({ name }) => !before.types.has(name));
  if (gone.length === 0 || come.length === 0) return new Map();
  const refersBefore = referrers(before);
  const later = evidenceOf(referrers(after), plainly);
  const earlier = (renamed: Renames): EvidenceOf => evidenceOf(refersBefore, { ...plainly, renamed });
  const moved = movedTypes(before, after);
  const rest = supposed(...unpaired(gone, come, moved));
  let renamed: Renames = borneOut(rest, moved, { before, after, refers: refersBefore, later });
  for (;;) {
    const found = matches(...unpaired(gone, come, renamed), earlier(renamed), later);
    if (found.size === 0) return new Map(renamed);
    renamed = new Map([...renamed, ...found]);
  }
}

type Renames = ReadonlyMap<string, string>;
type EvidenceOf = (type: SurfaceType) => Evidence;

/** What both sides say, and where the earlier one refers to its types. */
interface Sides {
  readonly before: Surface;
  readonly after: Surface;
  readonly refers: ReadonlyMap<string, readonly Reference[]>;
  readonly later: EvidenceOf;
}

interface Evidence {
  /** Kind and members, and where it is referred to. */
  readonly key: string;
  readonly isReferred: boolean;
  /** How many members the shape is told by. */
  readonly size: number;
}

/** The same name in another namespace, or another spelling in the same; only where no other is like it. */
function supposed(gone: readonly SurfaceType[], come: readonly SurfaceType[]): Renames {
  const moved = pairsBy(gone, come, ({ name }) => splitName(name)[1]);
  return new Map([...moved, ...pairUp(...unpaired(gone, come, moved), likeNames)]);
}

/** The same name in another namespace, or another spelling in the same. */
const likeNames: Likeness<SurfaceType> = {
  keysOf: ({ name }) => {
    const [namespace, simpleName] = splitName(name);
    return [simpleName, ...Array.from(nearKeys(simpleName), (key) => `${namespace}.${key}`)];
  },
  matches: (one, other) => areAlike(one.name, other.name),
};

/**
 * Those of the pairs whose evidence is the same, once all of them are taken for the same; and what is settled. Where one is
 * dropped, those that it refers to and those that refer to it are looked at again.
 */
function borneOut(pairs: Renames, settled: Renames, { before, after, refers, later }: Sides): Renames {
  const all = new Map([...settled, ...pairs]);
  const neighbours = neighboursOf(refers);
  let doubtful: Iterable<string> = pairs.keys();
  for (;;) {
    const earlier = evidenceOf(refers, { ...plainly, renamed: all });
    const dropped = [...doubtful].filter((name) => {
      const [one, other] = [before.types.get(name), after.types.get(all.get(name) ?? "")];
      if (one === undefined || other === undefined) return true;
      const { key, isReferred, size } = earlier(one);
      return key !== later(other).key || (size <= 1 && !isReferred);
    });
    if (dropped.length === 0) return all;
    for (const name of dropped) all.delete(name);
    const near = new Set(dropped.flatMap((name) => neighbours.get(name) ?? []));
    doubtful = [...near].filter((name) => pairs.has(name) && all.has(name));
  }
}

/** By type: what it refers to, and what refers to it. */
function neighboursOf(refers: ReadonlyMap<string, readonly Reference[]>): Map<string, string[]> {
  const both = [...refers].flatMap(([type, places]) =>
    places.flatMap(({ owner }): [string, string][] => [
      [type, owner],
      [owner, type],
    ]),
  );
  return gathered(both);
}

/** Pairs with the same evidence, of which there are no others, where the evidence says enough. */
function matches(
  gone: readonly SurfaceType[],
  come: readonly SurfaceType[],
  earlier: EvidenceOf,
  later: EvidenceOf,
): Renames {
  const pairs = pairsBy(gone, come, (type, side) => (side === "before" ? earlier : later)(type).key);
  const byName = new Map(gone.map((type) => [type.name, type]));
  const strong = [...pairs].filter(([name, newName]) => {
    const type = byName.get(name);
    const { isReferred, size } = type === undefined ? { isReferred: false, size: 0 } : earlier(type);
    return size > 1 && (isReferred || areAlike(name, newName));
  });
  return new Map(strong);
}

/** What has a key that nothing else of its side has, with what has it on the other side. */
function pairsBy(
  gone: readonly SurfaceType[],
  come: readonly SurfaceType[],
  keyOf: (type: SurfaceType, side: "before" | "after") => string,
): Map<string, string> {
  const [one, other] = [only(gone, (type) => keyOf(type, "before")), only(come, (type) => keyOf(type, "after"))];
  return new Map(
    [...one].flatMap(([key, name]): [string, string][] => {
      const newName = other.get(key);
      return name === undefined || newName === undefined ? [] : [[name, newName]];
    }),
  );
}

/** By key the name of the only type that has it; undefined where several have. */
function only(types: readonly SurfaceType[], keyOf: (type: SurfaceType) => string): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const type of types) {
    const key = keyOf(type);
    names.set(key, names.has(key) ? undefined : type.name);
  }
  return names;
}

function areAlike(name: string, otherName: string): boolean {
  const [[namespace, simple], [otherNamespace, other]] = [splitName(name), splitName(otherName)];
  return namespace === otherNamespace ? areNear(simple, other) : simple === other;
}

function evidenceOf(refers: ReadonlyMap<string, readonly Reference[]>, comparing: Comparing): EvidenceOf {
  const known = new Map<string, Evidence>();
  return (type) => {
    const earlier = known.get(type.name);
    if (earlier !== undefined) return earlier;
    const places = (refers.get(type.name) ?? []).filter(({ owner }) => owner !== type.name);
    const referrers = places.map(({ owner, member }) => `${laterName(owner, comparing)}/${member}`);
    const size = "members" in type ? type.members.size : 1;
    const key = JSON.stringify([shapeOf(type, comparing), referrers.sort(compareCodeUnits)]);
    const evidence = { key, isReferred: referrers.length > 0, size };
    known.set(type.name, evidence);
    return evidence;
  };
}

function shapeOf(type: SurfaceType, comparing: Comparing): string {
  const { renamed } = comparing;
  const get = (name: string): string | undefined => (name === type.name ? "itself" : renamed.get(name));
  const within = { ...comparing, renamed: { get } };
  switch (type.kind) {
    case "entity":
    case "complex":
      return structuredShape(type, within);
    case "enum":
      return JSON.stringify([type.flags, [...type.members.keys()]]);
    case "typeDefinition":
      return JSON.stringify({ ...type.value, name: "itself" });
  }
}

function structuredShape({ kind, base, open, members }: SurfaceStructured, comparing: Comparing): string {
  const list = [...members.values()].map((member) => `${member.name} ${memberSignature(member, comparing)}`);
  return JSON.stringify([kind, base && laterName(base, comparing), open, list]);
}
