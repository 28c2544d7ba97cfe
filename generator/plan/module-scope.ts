import { compareCodeUnits } from "../sort.ts";
import { pascal } from "./identifiers.ts";
import type { ImportPlan } from "./types.ts";

/** Something that another file exports. */
export interface Symbol {
  /** Path under `src/`, without `.ts`. */
  readonly module: string;
  readonly name: string;
  readonly typeOnly: boolean;
}

/** What a file needs from others. Names come out the same whatever the order in which they are asked for. */
export interface ModuleScope {
  /** The symbol's name in this file; importing it follows. */
  readonly use: (symbol: Symbol) => string;
  /** The name of the `Edm` types. */
  readonly edm: () => string;
  readonly imports: () => ImportPlan[];
}

/**
 * @param path the file's own path
 * @param taken names that the file's namespace has for itself
 * @param folders namespace folders, to tell symbols of other namespaces and the names that several of them have
 */
export function moduleScope(
  path: string,
  taken: ReadonlySet<string>,
  isShared: (name: string) => boolean,
): ModuleScope {
  const used = new Map<string, Map<string, { as: string | undefined; typeOnly: boolean }>>();
  let edm: string | undefined;
  const folder = path.split("/")[0];
  const localName = (symbol: Symbol): string => {
    const owner = symbol.module.split("/")[0] ?? "";
    if (owner === folder) return symbol.name;
    const clashes = taken.has(symbol.name) || isShared(symbol.name);
    return clashes ? prefixed(owner, symbol.name) : symbol.name;
  };
  return {
    use: (symbol) => {
      if (symbol.module === path) return symbol.name;
      const local = localName(symbol);
      const names = used.get(symbol.module) ?? new Map<string, { as: string | undefined; typeOnly: boolean }>();
      used.set(symbol.module, names);
      const earlier = names.get(symbol.name);
      const as = local === symbol.name ? undefined : local;
      names.set(symbol.name, { as, typeOnly: symbol.typeOnly && (earlier?.typeOnly ?? true) });
      return local;
    },
    edm: () => (edm ??= taken.has("Edm") ? "RuntimeEdm" : "Edm"),
    imports: () => {
      const plans = [...used].map(([module, names]): ImportPlan => {
        const list = [...names].map(([name, details]) => ({ name, ...details }));
        list.sort((a, b) => compareCodeUnits(a.name, b.name));
        return { from: specifier(path, module), names: list, namespace: undefined };
      });
      if (edm !== undefined) plans.push({ from: specifier(path, "runtime/edm"), names: [], namespace: edm });
      return plans.sort((a, b) => compareCodeUnits(a.from, b.from));
    },
  };
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
