import { sortedBy } from "../sort.ts";
import { entryPoints } from "./entry-points.ts";
import { exportsOf, foreignStars } from "./find-names.ts";
import { moduleAt, type OpenPackage } from "./open-package.ts";
import type { EntryPoint, Found, Item, Module, Surface } from "./types.ts";

/** What is collected while the entry points are walked. */
interface Collecting {
  readonly opened: OpenPackage;
  /** By name, one for each meaning. */
  readonly items: Map<string, (Item & { readonly entries: Map<string, boolean> })[]>;
  readonly namespaces: Map<string, Map<string, boolean>>;
  readonly others: Map<string, readonly string[]>;
}

/** A module on the way from an entry point: the entry, the names of the namespaces passed, and their modules. */
interface Place {
  readonly subpath: string;
  readonly prefix: string;
  readonly typeOnly: boolean;
  readonly around: readonly Module[];
}

/** Every public name of a package with its meaning, each once, and the entry points that have it. */
export function collectSurface(opened: OpenPackage): Surface {
  const entries = entryPoints(opened);
  const collecting: Collecting = { opened, items: new Map(), namespaces: new Map(), others: new Map() };
  for (const entry of entries) collectEntry(collecting, entry);
  const { items, namespaces, others } = collecting;
  const sorted = sortedBy([...items.values()].flat(), ({ name }) => name);
  return { entries, items: sorted, namespaces, others };
}

function collectEntry(collecting: Collecting, { subpath, file }: EntryPoint): void {
  const module = file === undefined ? undefined : moduleAt(collecting.opened, file);
  if (module === undefined) return;
  collectModule(collecting, module, { subpath, prefix: "", typeOnly: false, around: [module] });
}

function collectModule(collecting: Collecting, module: Module, place: Place): void {
  for (const [name, found] of exportsOf(collecting.opened, module)) collectName(collecting, name, found, place);
  const others = new Set([...(collecting.others.get(place.subpath) ?? []), ...foreignStars(collecting.opened, module)]);
  collecting.others.set(place.subpath, [...others]);
}

function collectName(collecting: Collecting, name: string, { target, typeOnly }: Found, place: Place): void {
  const { subpath, prefix, around } = place;
  const path = `${prefix}${name}`;
  const isType = typeOnly || place.typeOnly;
  if (target.kind === "namespace") {
    const namespaces = collecting.namespaces.get(subpath) ?? new Map<string, boolean>();
    collecting.namespaces.set(subpath, namespaces.set(path, isType));
    // A module may export itself; its members are listed already.
    if (around.includes(target.module)) return;
    const inside = { subpath, prefix: `${path}.`, typeOnly: isType, around: [...around, target.module] };
    collectModule(collecting, target.module, inside);
    return;
  }
  let named = collecting.items.get(path);
  if (named === undefined) collecting.items.set(path, (named = []));
  let item = named.find((one) => one.target === target);
  if (item === undefined) named.push((item = { name: path, target, entries: new Map() }));
  item.entries.set(subpath, isType);
}
