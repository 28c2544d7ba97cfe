import type { Presence } from "../../templates/runtime/shape.ts";
import type { NamespacePlan } from "./namespaces.ts";

/** Every file that mentions a type asks the same of it. */
export function remembered<T>(make: (name: string, presence: Presence) => T): (name: string, presence: Presence) => T {
  const known = new Map<Presence, Map<string, T>>();
  return (name, presence) => {
    const byName = known.get(presence) ?? new Map<string, T>();
    known.set(presence, byName);
    let found = byName.get(name);
    if (found === undefined) byName.set(name, (found = make(name, presence)));
    return found;
  };
}

/** Knows the path of the file of a namespace for a kind of thing in one presence: making it anew takes its time. */
export function filesOf(
  namespaces: ReadonlyMap<string, NamespacePlan>,
): (namespace: string, kind: string, presence: Presence) => string {
  const kinds = remembered(() => new Map<string, string>());
  return (namespace, kind, presence) => {
    const paths = kinds(namespace, presence);
    let path = paths.get(kind);
    if (path === undefined) {
      paths.set(kind, (path = `${namespaces.get(namespace)?.folder ?? ""}/${kind}/${presence}`));
    }
    return path;
  };
}

/** Knows what each namespace has, in its order. */
export function byNamespace<T>(
  items: Iterable<T>,
  namespaceOf: (item: T) => string,
): (namespace: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const namespace = namespaceOf(item);
    const own = groups.get(namespace);
    if (own === undefined) groups.set(namespace, [item]);
    else own.push(item);
  }
  return (namespace) => groups.get(namespace) ?? [];
}
