import { compareCodeUnits } from "../sort.ts";
import { presences } from "./classes.ts";
import { pascal } from "./identifiers.ts";
import type { NameSet, NameUses } from "./local-names.ts";
import type { ImportPlan } from "./types.ts";

/** Something that another file exports. */
export interface Symbol {
  /** Path under `src/`, without `.ts`. */
  readonly module: string;
  readonly name: string;
  readonly typeOnly: boolean;
}

/** Files and folders below `src/` that belong to no namespace, and what each declares for itself. */
const packageFiles: ReadonlyMap<string, readonly string[]> = new Map([
  ["runtime", []],
  ["wire", ["wire", "result", ...presences]],
  ["tags", ["shapeOfTag"]],
  ["tagged", ["find", ...presences.map((presence) => `${presence}Guards`)]],
  ["registry", ["Registry", "registry"]],
  ["dynamic-members", ["dynamicMembers", "withDynamic", "read", "add", "declaredBy"]],
]);

/** The names that a file has for itself, where it belongs to no namespace. */
export function ownNames(path: string): ReadonlySet<string> {
  return new Set(packageFiles.get(path.split("/")[0] ?? ""));
}

/** What a file needs from others. Names come out the same whatever the order in which they are asked for. */
export interface ModuleScope {
  /** The symbol's name in this file; importing it follows. */
  readonly use: (symbol: Symbol) => string;
  /** The name of the `Edm` types. */
  readonly edm: () => string;
  readonly imports: () => ImportPlan[];
}

/** What a file calls something of another, and whether it needs no more than the type. */
interface Used {
  readonly local: string;
  typeOnly: boolean;
}

/**
 * @param path the file's own path
 * @param taken names that the file, or its namespace, has for itself
 * @param names what is known of names in all namespaces
 */
export function moduleScope(path: string, taken: NameSet, names: NameUses): ModuleScope {
  const used = new Map<string, Map<string, Used>>();
  // Most of what is asked for was asked for before, by the very symbol.
  const known = new Map<Symbol, string>();
  let edm: string | undefined;
  const { free, localName } = localNaming(path.split("/")[0], taken, names);
  const nameOf = (symbol: Symbol): string => {
    if (symbol.module === path) return symbol.name;
    let imported = used.get(symbol.module);
    if (imported === undefined) used.set(symbol.module, (imported = new Map<string, Used>()));
    let one = imported.get(symbol.name);
    if (one === undefined) imported.set(symbol.name, (one = { local: localName(symbol), typeOnly: true }));
    one.typeOnly &&= symbol.typeOnly;
    return one.local;
  };
  return {
    use: (symbol) => {
      let name = known.get(symbol);
      if (name === undefined) known.set(symbol, (name = nameOf(symbol)));
      return name;
    },
    edm: () => (edm ??= taken.has("Edm") || names.uses("Edm") > 0 ? free("RuntimeEdm") : "Edm"),
    imports: () => {
      const plans = [...used].map(([module, imported]) => {
        return { turn: turnOf(module), plan: importPlan(specifier(path, module), imported) };
      });
      if (edm !== undefined) {
        plans.push({ turn: 0, plan: { from: specifier(path, "runtime/edm"), names: [], namespace: edm } });
      }
      plans.sort((a, b) => a.turn - b.turn || compareCodeUnits(a.plan.from, b.plan.from));
      return plans.map(({ plan }) => plan);
    },
  };
}

/**
 * When a module has its turn among those that a file imports: the library, shapes, everything else. Bundlers keep this order,
 * and compressors find a name again only in the last 32 KB: so the shapes of types stand right before their guards.
 */
function turnOf(module: string): number {
  const parts = module.split("/");
  if (parts[0] === "runtime") return 0;
  return parts[0] === "tags" || parts.includes("shapes") ? 1 : 2;
}

/** What a file of a folder calls what it imports: what others of its names allow. */
function localNaming(
  folder: string | undefined,
  taken: NameSet,
  { uses, isTwofold }: NameUses,
): { readonly free: (name: string) => string; readonly localName: (symbol: Symbol) => string } {
  const free = (name: string): string => (taken.has(name) || uses(name) > 0 ? free(`${name}_`) : name);
  const localName = ({ module, name }: Symbol): string => {
    const [owner = "", kind = ""] = module.split("/");
    // The guard of a type called `Shape`, and the shape of one called `Check`: each is told by where it comes from.
    if (!packageFiles.has(owner) && isTwofold(name)) {
      return free(prefixed(owner === folder ? kind : `${owner}-${kind}`, name));
    }
    if (owner === folder) return name;
    // What no namespace exports has to give way to a single one.
    const clashes = taken.has(name) || uses(name) > (packageFiles.has(owner) ? 0 : 1);
    return clashes ? free(prefixed(owner, name)) : name;
  };
  return { free, localName };
}

function importPlan(from: string, names: ReadonlyMap<string, Used>): ImportPlan {
  const list = [...names].map(([name, { local, typeOnly }]) => {
    return { name, as: local === name ? undefined : local, typeOnly };
  });
  list.sort((a, b) => compareCodeUnits(a.name, b.name));
  return { from, names: list, namespace: undefined };
}

function prefixed(folder: string, name: string): string {
  const words = folder.split("-").map(pascal).join("");
  return /^\p{Lu}/u.test(name) ? `${words}${name}` : `${name}Of${words}`;
}

/** The relative specifier from one file of `src/` to another. */
export function specifier(from: string, to: string): string {
  const fromParts = from.split("/").slice(0, -1);
  const toParts = to.split("/");
  let shared = 0;
  while (shared < fromParts.length && shared < toParts.length - 1 && fromParts[shared] === toParts[shared]) shared += 1;
  const up = fromParts.length - shared;
  const prefix = up === 0 ? "./" : "../".repeat(up);
  return `${prefix}${toParts.slice(shared).join("/")}.js`;
}
