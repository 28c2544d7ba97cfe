import { posix } from "node:path";
import type { FormattedFile } from "../output/types.ts";
import type { Found, Module, ReadModule, Target } from "./types.ts";

/** The files of a package. Each is read when it is first asked for: most of the text is never looked at. */
export interface OpenPackage {
  readonly files: ReadonlyMap<string, FormattedFile>;
  readonly read: ReadModule;
  readonly modules: Map<string, Module>;
  /** To which modules the specifiers in a module lead. */
  readonly resolved: Map<Module, Map<string, Module | undefined>>;
  /** What modules export, as far as it has been asked for as a whole. */
  readonly exports: Map<Module, ReadonlyMap<string, Found>>;
  /** What is not of the package, and the modules as a whole, by what makes them the same. */
  readonly others: Map<string, Target>;
}

/** Takes the files of a package and what reads them, reads none of them yet. */
export function openPackage(files: readonly FormattedFile[], read: ReadModule): OpenPackage {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return { files: byPath, read, modules: new Map(), resolved: new Map(), exports: new Map(), others: new Map() };
}

/** The module of a file, undefined where there is no such file. */
export function moduleAt({ files, modules, read }: OpenPackage, path: string): Module | undefined {
  const file = files.get(path);
  let known = modules.get(path);
  if (known === undefined && file !== undefined) modules.set(path, (known = read(file)));
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
