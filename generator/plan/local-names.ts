import { camel } from "./identifiers.ts";
import { affixes } from "./name-forms.ts";

/** Says whether it has a name. */
export interface NameSet {
  readonly has: (name: string) => boolean;
}

/** What is known of names in all namespaces together, those that no user sees included. */
export interface NameUses {
  /** How many namespaces have a name. */
  readonly uses: (name: string) => number;
  /** Whether two files of one namespace may each have something else under a name. */
  readonly isTwofold: (name: string) => boolean;
}

/** The names of some namespaces, with the internal ones that files make of them. */
export interface LocalNames extends NameUses {
  readonly byNamespace: ReadonlyMap<string, NameSet>;
}

/**
 * Knows the internal names by what they are made of (`internalNames`): each name has three, and hardly one of them is
 * ever asked for.
 * @param taken the public names by namespace
 */
export function localNames(taken: ReadonlyMap<string, ReadonlySet<string>>): LocalNames {
  const byNamespace = new Map([...taken].map(([namespace, names]) => [namespace, withInternals(names)]));
  const counts = countsOf(taken.values());
  let cameled: ReadonlyMap<string, number> | undefined;
  const internals = new Map<string, InternalUses>();
  const internal = (name: string): InternalUses => {
    // Each is asked for by many files.
    let known = internals.get(name);
    if (known === undefined) internals.set(name, (known = usesOf(name)));
    return known;
  };
  const usesOf = (name: string): InternalUses => {
    const stem = shapeStem(name);
    if (stem !== undefined) cameled ??= countsOf([...byNamespace.values()].map(({ stems }) => stems()));
    const found = [name, ...guardStems(name)].map((one) => counts.get(one) ?? 0);
    const all = [...found, stem === undefined ? 0 : (cameled?.get(stem) ?? 0)].filter((count) => count > 0);
    if (all.length < 2) return { namespaces: all[0] ?? 0, isTwofold: false };
    // Made in several ways: a namespace that has it in two of them has it once.
    const ways = [...byNamespace.values()].map((names) => names.ways(name)).filter((count) => count > 0);
    return { namespaces: ways.length, isTwofold: ways.some((count) => count > 1) };
  };
  const uses = (name: string): number => (isInternalForm(name) ? internal(name).namespaces : (counts.get(name) ?? 0));
  const isTwofold = (name: string): boolean => isInternalForm(name) && internal(name).isTwofold;
  return { byNamespace, uses, isTwofold };
}

/** Of a name of internal form: how many namespaces have it, and whether one of them has it in two ways. */
interface InternalUses {
  readonly namespaces: number;
  readonly isTwofold: boolean;
}

interface WithInternals extends NameSet {
  /** In how many ways a name of internal form comes about: as a public one, for a guard, for a shape. */
  readonly ways: (name: string) => number;
  /** What the names of shapes are made of. */
  readonly stems: () => ReadonlySet<string>;
}

function withInternals(names: ReadonlySet<string>): WithInternals {
  let known: ReadonlySet<string> | undefined;
  const stems = (): ReadonlySet<string> => (known ??= new Set([...names].map(camel)));
  const ways = (name: string): number => {
    const stem = shapeStem(name);
    const found = [name, ...guardStems(name)].filter((one) => names.has(one)).length;
    return stem !== undefined && stems().has(stem) ? found + 1 : found;
  };
  const has = (name: string): boolean => names.has(name) || (isInternalForm(name) && ways(name) > 0);
  return { has, ways, stems };
}

/** Whether a name looks like an internal one; most do not. */
function isInternalForm(name: string): boolean {
  return name.startsWith(affixes.check) || name.startsWith(affixes.members) || name.endsWith(affixes.shape);
}

/** The names of types whose guards would have the name. */
function guardStems(name: string): string[] {
  return [affixes.check, affixes.members].flatMap((start) =>
    name.startsWith(start) ? [name.slice(start.length)] : [],
  );
}

function shapeStem(name: string): string | undefined {
  return name.endsWith(affixes.shape) ? name.slice(0, -affixes.shape.length) : undefined;
}

/** In how many of the sets each name is. */
function countsOf(sets: Iterable<ReadonlySet<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const names of sets) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
