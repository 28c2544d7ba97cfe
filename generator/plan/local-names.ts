import { camel } from "./identifiers.ts";
import { affixes } from "./name-forms.ts";

/** Says whether it has a name. */
export interface NameSet {
  readonly has: (name: string) => boolean;
}

/** The names of some namespaces, with the internal ones that files make of them. */
export interface LocalNames {
  readonly byNamespace: ReadonlyMap<string, NameSet>;
  /** How many namespaces have a name. */
  readonly uses: (name: string) => number;
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
  const internals = new Map<string, number>();
  const uses = (name: string): number => {
    if (!isInternalForm(name)) return counts.get(name) ?? 0;
    // Each is asked for by many files.
    let known = internals.get(name);
    if (known === undefined) internals.set(name, (known = usesOf(name)));
    return known;
  };
  const usesOf = (name: string): number => {
    const stem = shapeStem(name);
    if (stem !== undefined) cameled ??= countsOf([...byNamespace.values()].map(({ stems }) => stems()));
    const found = [name, ...guardStems(name)].map((one) => counts.get(one) ?? 0);
    const all = [...found, stem === undefined ? 0 : (cameled?.get(stem) ?? 0)].filter((count) => count > 0);
    if (all.length < 2) return all[0] ?? 0;
    // Made in several ways: a namespace that has it in two of them has it once.
    return [...byNamespace.values()].filter((names) => names.has(name)).length;
  };
  return { byNamespace, uses };
}

interface WithInternals extends NameSet {
  /** What the names of shapes are made of. */
  readonly stems: () => ReadonlySet<string>;
}

function withInternals(names: ReadonlySet<string>): WithInternals {
  let known: ReadonlySet<string> | undefined;
  const stems = (): ReadonlySet<string> => (known ??= new Set([...names].map(camel)));
  const has = (name: string): boolean => {
    if (names.has(name)) return true;
    if (!isInternalForm(name)) return false;
    const stem = shapeStem(name);
    return guardStems(name).some((one) => names.has(one)) || (stem !== undefined && stems().has(stem));
  };
  return { has, stems };
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
