import { compareCodeUnits } from "../sort.ts";
import { exported, local } from "./find-names.ts";
import { resolveModule, type OpenPackage } from "./open-package.ts";
import { quoted } from "./quoted.ts";
import type { DeclaredTarget, Found, Item, Module, Surface, Target } from "./types.ts";

/** Where a type stands: names of the module, and of the type parameters around it. */
export interface Scope {
  readonly module: Module;
  readonly parameters: readonly string[];
}

/** Knows what consumers write for what the modules of the package call by names of their own. */
export interface Names {
  readonly opened: OpenPackage;
  /** The name under which a target is declared in the report. */
  readonly main: ReadonlyMap<Target, Item>;
  /** How many meanings a public name has, each in entry points of its own. */
  readonly meanings: ReadonlyMap<string, number>;
  /** What no entry point exports, but what is exported refers to; filled while declarations are printed. */
  readonly hidden: Set<DeclaredTarget>;
  /** Hidden targets that share their name with others. */
  readonly ambiguous: ReadonlySet<DeclaredTarget>;
  /** What has been looked up before, by the name in a module. */
  readonly known: Map<Module, Map<string, string>>;
}

/** Takes the surface of a package, and which hidden targets share a name, as far as that is known. */
export function namesOf(opened: OpenPackage, surface: Surface, ambiguous: ReadonlySet<DeclaredTarget>): Names {
  const meanings = new Map<string, number>();
  for (const { name } of surface.items) meanings.set(name, (meanings.get(name) ?? 0) + 1);
  const main = new Map<Target, Item>();
  for (const item of surface.items) {
    const other = main.get(item.target);
    if (other === undefined || compareNames(item, other, meanings) < 0) main.set(item.target, item);
  }
  return { opened, main, meanings, hidden: new Set(), ambiguous, known: new Map() };
}

/** A path of names in the consumer's words. */
export function nameIn(names: Names, { module, parameters }: Scope, path: readonly string[]): string {
  const [first = ""] = path;
  return parameters.includes(first) ? path.join(".") : consumerName(names, module, path);
}

/** Takes a path of names (`Edm`, `Guid`) as it stands in a module, returns what consumers write. */
function consumerName(names: Names, module: Module, path: readonly string[]): string {
  const written = path.length === 1 ? (path[0] ?? "") : path.join(".");
  let known = names.known.get(module);
  if (known === undefined) names.known.set(module, (known = new Map<string, string>()));
  let name = known.get(written);
  if (name === undefined) known.set(written, (name = lookUp(names, module, path)));
  return name;
}

/** The same for a path in another module, `import("./other.js").Name`. */
export function importedName(names: Names, module: Module, specifier: string, path: readonly string[]): string {
  const [first = "", ...rest] = path;
  const from = resolveModule(names.opened, module, specifier);
  const found = from === undefined ? undefined : exported(names.opened, from, first);
  return found === undefined ? importType(specifier, path) : nameOfFound(names, found, first, rest);
}

/** The name of a declaration that the report shows, exported or not. */
export function nameOfTarget(names: Names, target: DeclaredTarget): string {
  const item = names.main.get(target);
  if (item !== undefined) {
    const isAmbiguous = (names.meanings.get(item.name) ?? 0) > 1;
    return isAmbiguous ? importType([...item.entries.keys()][0] ?? "", [item.name]) : item.name;
  }
  names.hidden.add(target);
  const isTaken = names.ambiguous.has(target) || names.meanings.has(target.name);
  return isTaken ? importType(target.module.path, [target.name]) : target.name;
}

/** Those hidden targets whose name belongs to several. */
export function sharedNames({ hidden }: Names): ReadonlySet<DeclaredTarget> {
  const counts = new Map<string, number>();
  for (const { name } of hidden) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...hidden].filter(({ name }) => (counts.get(name) ?? 0) > 1));
}

function lookUp(names: Names, module: Module, path: readonly string[]): string {
  const [first = "", ...rest] = path;
  const found = local(names.opened, module, first);
  // What is neither declared nor imported is global.
  return found === undefined ? path.join(".") : nameOfFound(names, found, first, rest);
}

function nameOfFound(names: Names, { target }: Found, first: string, rest: readonly string[]): string {
  if (target.kind === "declaration") return [nameOfTarget(names, target), ...rest].join(".");
  if (target.kind === "foreign") return importType(target.from, target.name === "*" ? rest : [target.name, ...rest]);
  const [next, ...others] = rest;
  const found = next === undefined ? undefined : exported(names.opened, target.module, next);
  return found === undefined || next === undefined
    ? [first, ...rest].join(".")
    : nameOfFound(names, found, `${first}.${next}`, others);
}

function importType(from: string, path: readonly string[]): string {
  return [`import(${quoted(from)})`, ...path].join(".");
}

/** Best first: a name with one meaning, a short path, the name that the declaration itself has. */
function compareNames(a: Item, b: Item, meanings: ReadonlyMap<string, number>): number {
  const rank = ({ name, target }: Item): readonly number[] => [
    (meanings.get(name) ?? 0) > 1 ? 1 : 0,
    name.split(".").length,
    name.split(".").at(-1) === target.name ? 0 : 1,
  ];
  const [ranks, others] = [rank(a), rank(b)];
  const difference = ranks.map((one, index) => one - (others[index] ?? 0)).find((one) => one !== 0);
  return difference ?? compareCodeUnits(a.name, b.name);
}
