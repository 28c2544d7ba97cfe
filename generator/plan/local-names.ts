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

/** A list of names, such as a set, or the keys of a map. */
export interface NameList extends NameSet {
  readonly keys: () => Iterable<string>;
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
export function localNames(taken: ReadonlyMap<string, NameList>): LocalNames {
  const byNamespace = new Map([...taken].map(([namespace, names]) => [namespace, withInternals(names)]));
  const counts = countsOf(taken.values());
  let stems: ReadonlyMap<string, number> | undefined;
  const internals = new Map<string, InternalUses>();
  const internal = (name: string): InternalUses => {
    // Each is asked for by many files.
    let known = internals.get(name);
    if (known === undefined) internals.set(name, (known = usesOf(name)));
    return known;
  };
  const usesOf = (name: string): InternalUses => {
    const [guard, shape] = [guardStem(name), shapeStem(name)];
    // Nearly all come about in one way.
    if (!counts.has(name) && (guard === undefined || shape === undefined)) {
      if (guard !== undefined) return { namespaces: counts.get(guard) ?? 0, isTwofold: false };
      stems ??= countsOf(Array.from(byNamespace.values(), (names) => names.stems()));
      return { namespaces: stems.get(shape ?? "") ?? 0, isTwofold: false };
    }
    // A namespace that has it in two ways has it once.
    const ways = Array.from(byNamespace.values(), (names) => names.ways(name)).filter((count) => count > 0);
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

function withInternals(names: NameList): WithInternals {
  let known: ReadonlySet<string> | undefined;
  const stems = (): ReadonlySet<string> => (known ??= new Set(Array.from(names.keys(), camel)));
  const ways = (name: string): number => {
    const [guard, shape] = [guardStem(name), shapeStem(name)];
    const asGuard = guard !== undefined && names.has(guard);
    const asShape = shape !== undefined && stems().has(shape);
    return [names.has(name), asGuard, asShape].filter(Boolean).length;
  };
  const has = (name: string): boolean => names.has(name) || (isInternalForm(name) && ways(name) > 0);
  return { has, ways, stems };
}

/** Whether a name looks like an internal one; most do not. */
function isInternalForm(name: string): boolean {
  return name.startsWith(affixes.check) || name.startsWith(affixes.members) || name.endsWith(affixes.shape);
}

/** The name of the type whose guard would have the name. */
function guardStem(name: string): string | undefined {
  if (name.startsWith(affixes.check)) return name.slice(affixes.check.length);
  return name.startsWith(affixes.members) ? name.slice(affixes.members.length) : undefined;
}

function shapeStem(name: string): string | undefined {
  return name.endsWith(affixes.shape) ? name.slice(0, -affixes.shape.length) : undefined;
}

/** In how many of the lists each name is. */
function countsOf(lists: Iterable<NameList>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const names of lists) for (const name of names.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
