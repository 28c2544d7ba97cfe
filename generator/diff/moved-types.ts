import type { Surface } from "../plan/surface/types.ts";
import { splitName } from "../split-name.ts";

/** How much of a namespace another one has to have to be the same under another name. */
const mostOfIt = 0.8;

/** By simple name the qualified names of a namespace's types. */
type Namespaces = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Types of namespaces that were given another name as a whole: one went, one came, and they have most names in common.
 * The types need not be alike: what differs in them is told of each.
 * @returns later names by earlier ones
 */
export function movedTypes(before: Surface, after: Surface): Map<string, string> {
  const [all, allLater] = [namespacesOf(before), namespacesOf(after)];
  const gone = new Map([...all].filter(([namespace]) => !allLater.has(namespace)));
  const come = new Map([...allLater].filter(([namespace]) => !all.has(namespace)));
  const moved = new Map<string, string>();
  for (const types of gone.values()) {
    const [target, second] = [...come.values()].filter((others) => isMostly(types, others));
    if (target === undefined || second !== undefined) continue;
    if ([...gone.values()].filter((others) => isMostly(others, target)).length > 1) continue;
    for (const [simpleName, name] of types) {
      const newName = target.get(simpleName);
      if (newName !== undefined) moved.set(name, newName);
    }
  }
  return moved;
}

function namespacesOf({ types }: Surface): Namespaces {
  const namespaces = new Map<string, Map<string, string>>();
  for (const name of types.keys()) {
    const [namespace, simpleName] = splitName(name);
    const known = namespaces.get(namespace) ?? new Map<string, string>();
    namespaces.set(namespace, known.set(simpleName, name));
  }
  return namespaces;
}

/** A single common name says nothing. */
function isMostly(types: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  const common = [...types.keys()].filter((name) => others.has(name)).length;
  return common > 1 && common >= mostOfIt * Math.max(types.size, others.size);
}
