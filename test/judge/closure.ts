import { type Facts, isA, lineage, type Operation } from "./facts.ts";

/** What a package is asked for. */
export interface Asked {
  /** Qualified names, names of entity sets and singletons; or everything. */
  readonly roots: readonly string[] | "all";
  /** Types that stand for what derives from them, so that this is not followed (option `derived`). */
  readonly notDerived: ReadonlySet<string>;
}

/** What belongs to a package (contract, section 3): all that the roots refer to. */
export interface Closure {
  readonly structured: ReadonlySet<string>;
  readonly operations: readonly Operation[];
}

/**
 * Derived types belong to it where a type is used as a root, in a member, a parameter or a result; not where it is
 * reached as a base type only.
 */
export function closureOf(facts: Facts, { roots, notDerived }: Asked): Closure {
  const reached = new Set<string>();
  const used = new Set<string>();
  const operations = new Set<Operation>();
  const reach = (name: string): void => {
    if (reached.has(name) || !facts.structured.has(name)) return;
    reached.add(name);
    for (const type of lineage(facts, name)) {
      reach(type.name);
      for (const { type: declared, union, tagIsData } of type.members.values()) {
        // Where the tag is data, nothing derived can stand (contract, section 5).
        if (tagIsData) reach(declared);
        else [declared, ...(union ?? [])].forEach(use);
      }
    }
    for (const operation of facts.operations) if (operation.binding === name) take(operation);
  };
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    reach(name);
    if (notDerived.has(name)) return;
    for (const other of facts.structured.keys()) if (other !== name && isA(facts, other, name)) use(other);
  };
  const take = (operation: Operation): void => {
    if (operations.has(operation)) return;
    operations.add(operation);
    for (const { type } of operation.parameters) use(type);
    if (operation.result !== undefined) use(operation.result.type);
  };
  if (roots === "all") {
    [...facts.structured.keys()].forEach(use);
    facts.operations.forEach(take);
  } else {
    for (const root of roots) use(facts.entryPoints.get(root) ?? root);
  }
  return { structured: reached, operations: [...operations] };
}
