import { resolveModule, type OpenPackage } from "./open-package.ts";
import type { ForeignTarget, Found, Link, Module, NamespaceTarget, Target } from "./types.ts";

/** What is being looked up: modules may export each other's exports in circles. */
type Trail = readonly (readonly [module: Module, name: string])[];

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
  for (const name of exportedNames(opened, module, new Set())) {
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
  const link = module.exports.get(name);
  if (link === undefined && (name === "default" || module.stars.length === 0)) return undefined;
  if (trail.some((step) => step[0] === module && step[1] === name)) return undefined;
  const further: Trail = [...trail, [module, name]];
  return link === undefined ? starred(opened, module, name, further) : follow(opened, module, link, further);
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

/** What several `export *` offer under one name counts where they mean the same. */
function starred(opened: OpenPackage, module: Module, name: string, trail: Trail): Found | undefined {
  let found: Found | undefined;
  for (const star of module.stars) {
    const next = resolveModule(opened, module, star.from);
    const one = next === undefined ? undefined : typed(exported(opened, next, name, trail), star.typeOnly);
    if (one === undefined) continue;
    if (found !== undefined && found.target !== one.target) return undefined;
    if (found?.typeOnly !== false) found = one;
  }
  return found;
}

function follow(opened: OpenPackage, module: Module, link: Link, trail: Trail): Found | undefined {
  const { from, name, typeOnly } = link;
  if (from === undefined) return typed(local(opened, module, name, trail), typeOnly);
  const next = resolveModule(opened, module, from);
  if (next === undefined) return { target: other(opened, { kind: "foreign", from, name }), typeOnly };
  if (name === "*") return { target: other(opened, { kind: "namespace", module: next }), typeOnly };
  return typed(exported(opened, next, name, trail), typeOnly);
}

/** Targets are compared as objects, so that there is one for each. */
function other({ others }: OpenPackage, target: ForeignTarget | NamespaceTarget): Target {
  const key = target.kind === "foreign" ? `${target.from}\n${target.name}` : target.module.path;
  const known = others.get(key);
  if (known === undefined) others.set(key, target);
  return known ?? target;
}

/** The names that a module may export; some turn out to be nothing. */
function exportedNames(opened: OpenPackage, module: Module, seen: Set<Module>): ReadonlySet<string> {
  if (seen.has(module)) return new Set();
  seen.add(module);
  const names = new Set(module.exports.keys());
  for (const { from } of module.stars) {
    const next = resolveModule(opened, module, from);
    for (const name of next === undefined ? [] : exportedNames(opened, next, seen)) names.add(name);
  }
  return names;
}

function typed(found: Found | undefined, typeOnly: boolean): Found | undefined {
  return found === undefined || !typeOnly || found.typeOnly ? found : { ...found, typeOnly: true };
}
