import type { Presence } from "../../templates/runtime/shape.ts";
import { groupedBy } from "../group.ts";

/** Every file that mentions a type asks the same of it. */
export function remembered<T>(make: (name: string, presence: Presence) => T): (name: string, presence: Presence) => T {
  const known = { received: new Map<string, T>(), create: new Map(), update: new Map(), declared: new Map() };
  return (name, presence) => {
    const byName: Map<string, T> = known[presence];
    let found = byName.get(name);
    if (found === undefined) byName.set(name, (found = make(name, presence)));
    return found;
  };
}

/** Knows what each namespace has, in its order. */
export function byNamespace<T>(
  items: Iterable<T>,
  namespaceOf: (item: T) => string,
): (namespace: string) => readonly T[] {
  const groups = groupedBy(items, namespaceOf);
  return (namespace) => groups.get(namespace) ?? [];
}
