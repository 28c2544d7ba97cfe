import { posix } from "node:path";
import type { FormattedFile } from "../output/types.ts";
import { readModule } from "./read-module.ts";
import type { ForeignTarget, Found, Link, Module, NamespaceTarget, Target } from "./types.ts";

/** The files of a package. Each is read when it is first asked for: most of the text is never looked at. */
export interface OpenPackage {
  readonly files: ReadonlyMap<string, FormattedFile>;
  readonly modules: Map<string, Module>;
  /** To which modules the specifiers in a module lead. */
  readonly resolved: Map<Module, Map<string, Module | undefined>>;
  /** What modules export, as far as it has been asked for as a whole. */
  readonly exports: Map<Module, ReadonlyMap<string, Found>>;
  /** What is not of the package, and the modules as a whole, by what makes them the same. */
  readonly others: Map<string, Target>;
}

/** What is being looked up: modules may export each other's exports in circles. */
type Trail = readonly (readonly [module: Module, name: string])[];

/** Takes the files of a package, reads none of them yet. */
export function openPackage(files: readonly FormattedFile[]): OpenPackage {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return { files: byPath, modules: new Map(), resolved: new Map(), exports: new Map(), others: new Map() };
}

/** The module of a file, undefined where there is no such file. */
export function moduleAt({ files, modules }: OpenPackage, path: string): Module | undefined {
  const file = files.get(path);
  let known = modules.get(path);
  if (known === undefined && file !== undefined) modules.set(path, (known = readModule(file)));
  return known;
}

/** The module of the package to which a specifier leads, undefined where it leads out of it. */
export function resolveModule(opened: OpenPackage, module: Module, specifier: string): Module | undefined {
  let known = opened.resolved.get(module);
  if (known === undefined) opened.resolved.set(module, (known = new Map<string, Module | undefined>()));
  if (known.has(specifier)) return known.get(specifier);
  const path = posix.join(posix.dirname(module.path), specifier);
  const file = specifier.startsWith(".") ? sourcesOf(path).find((one) => opened.files.has(one)) : undefined;
  const found = file === undefined ? undefined : moduleAt(opened, file);
  known.set(specifier, found);
  return found;
}

/** The files that may hold the source or the declarations of what an import or `package.json` names. */
export function sourcesOf(path: string): readonly string[] {
  const [, stem = path, kind = ""] = /^(.*?)(?:\.d)?\.([cm]?)[jt]s$/.exec(path) ?? [];
  const files = [`${stem}.${kind}ts`, `${stem}.d.${kind}ts`, `${path}/index.ts`, `${path}/index.d.ts`];
  return /\.[cm]?ts$/.test(path) ? [path, ...files] : files;
}

/** Everything that a module exports, by name (ECMA-262 16.2.1.7.2.1). */
export function exportsOf(
  opened: OpenPackage,
  module: Module,
  around: readonly Module[] = [],
): ReadonlyMap<string, Found> {
  const known = opened.exports.get(module);
  if (known !== undefined) return known;
  // First what it exports as `*`, so that each name of that is looked up in one step.
  for (const { from } of module.stars) {
    const next = resolveModule(opened, module, from);
    if (next !== undefined && next !== module && !around.includes(next)) exportsOf(opened, next, [...around, module]);
  }
  const found = new Map<string, Found>();
  for (const name of namesOf(opened, module, new Set())) {
    const one = exported(opened, module, name);
    if (one !== undefined) found.set(name, one);
  }
  opened.exports.set(module, found);
  return found;
}

/** What a module exports under a name; undefined where it does not (ECMA-262 16.2.1.7.2.2). */
export function exported(opened: OpenPackage, module: Module, name: string, trail: Trail = []): Found | undefined {
  const known = opened.exports.get(module);
  if (known !== undefined) return known.get(name);
  if (trail.some((step) => step[0] === module && step[1] === name)) return undefined;
  const further: Trail = [...trail, [module, name]];
  const link = module.exports.get(name);
  if (link !== undefined) return follow(opened, module, link, further);
  if (name === "default") return undefined;
  return agreed(
    module.stars.map((star) => {
      const next = resolveModule(opened, module, star.from);
      return next === undefined ? undefined : typed(exported(opened, next, name, further), star.typeOnly);
    }),
  );
}

/** What a module exports as `*` and the package does not hold. */
export function foreignStars(opened: OpenPackage, module: Module, seen = new Set<Module>()): readonly string[] {
  if (seen.has(module)) return [];
  seen.add(module);
  return module.stars.flatMap(({ from }) => {
    const next = resolveModule(opened, module, from);
    return next === undefined ? [from] : foreignStars(opened, next, seen);
  });
}

/** What a name means inside a module; undefined where it is neither declared nor imported there. */
export function local(opened: OpenPackage, module: Module, name: string, trail: Trail = []): Found | undefined {
  const target = module.declarations.get(name);
  if (target !== undefined) return { target, typeOnly: false };
  const link = module.imports.get(name);
  return link === undefined ? undefined : follow(opened, module, link, trail);
}

function follow(opened: OpenPackage, module: Module, link: Link, trail: Trail): Found | undefined {
  const { from, name, typeOnly } = link;
  if (from === undefined) return typed(local(opened, module, name, trail), typeOnly);
  const next = resolveModule(opened, module, from);
  if (next === undefined) return { target: other(opened, { kind: "foreign", from, name }), typeOnly };
  if (name === "*") return { target: other(opened, { kind: "namespace", module: next }), typeOnly };
  return typed(exported(opened, next, name, trail), typeOnly);
}

function other({ others }: OpenPackage, target: ForeignTarget | NamespaceTarget): Target {
  const key = target.kind === "foreign" ? `${target.from}\n${target.name}` : target.module.path;
  const known = others.get(key);
  if (known === undefined) others.set(key, target);
  return known ?? target;
}

function namesOf(opened: OpenPackage, module: Module, seen: Set<Module>): ReadonlySet<string> {
  if (seen.has(module)) return new Set();
  seen.add(module);
  const starred = module.stars.flatMap(({ from }) => {
    const next = resolveModule(opened, module, from);
    return next === undefined ? [] : [...namesOf(opened, next, seen)].filter((name) => name !== "default");
  });
  return new Set([...module.exports.keys(), ...starred]);
}

function typed(found: Found | undefined, typeOnly: boolean): Found | undefined {
  return found === undefined || !typeOnly ? found : { ...found, typeOnly: true };
}

/** What several `export *` offer under one name counts where they mean the same. */
function agreed(found: readonly (Found | undefined)[]): Found | undefined {
  const there = found.filter((one) => one !== undefined);
  const [first] = there;
  if (first === undefined || there.some(({ target }) => target !== first.target)) return undefined;
  return { target: first.target, typeOnly: there.every(({ typeOnly }) => typeOnly) };
}
