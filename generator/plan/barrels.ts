import { presences } from "./classes.ts";
import { folderOf, type PlanContext } from "./context.ts";
import { barrel, edmNamespace, starred, surfaces, type Surface } from "./export-lists.ts";
import { mainNames, runtimeFor } from "./runtime-exports.ts";
import type { BarrelModule } from "./types.ts";

/**
 * The files that gather what is public of a namespace: all that the files of its types, validators, factories and operations
 * export. No name is written down a second time, which is what compilers and editors would read first.
 * @param planned the files that there are, by path
 */
export function planNamespaceBarrels(
  context: PlanContext,
  namespace: string,
  planned: ReadonlySet<string>,
): BarrelModule[] {
  const folder = folderOf(context, namespace);
  const barrels = surfaces.flatMap((surface): BarrelModule[] => {
    const files = surfaceFiles(context, namespace, surface).filter(({ file }) => planned.has(`${folder}/${file}`));
    if (files.length === 0) return [];
    const stars = files.map(({ file, typeOnly }) => ({ from: `./${file}.js`, typeOnly }));
    return [barrel(`${folder}/${surface}`, `The ${surface} of \`${namespace}\`.`, { stars })];
  });
  const stars = barrels.map(({ path }) => starred(`./${path.slice(folder.length + 1)}.js`));
  return [...barrels, barrel(`${folder}/index`, `Everything public of \`${namespace}\`.`, { stars })];
}

/** A file of a namespace, and whether it holds types alone. */
interface SurfaceFile {
  readonly file: string;
  readonly typeOnly: boolean;
}

/** The files that a surface may have, in order. */
function surfaceFiles({ portions }: PlanContext, namespace: string, surface: Surface): SurfaceFile[] {
  const structured = portions.structured(namespace);
  const perPresence = presences.flatMap((presence) =>
    structured.map(({ suffix }) => ({ file: `${surface}/${presence}${suffix}`, typeOnly: surface === "types" })),
  );
  switch (surface) {
    case "types":
      return [
        ...portions.values(namespace).map(({ suffix }) => ({ file: `types/values${suffix}`, typeOnly: false })),
        ...perPresence,
      ];
    case "validators":
    case "factories":
      return perPresence;
    case "operations": {
      const each = portions.operations(namespace);
      return [
        ...each.map(({ suffix }) => ({ file: `operations/types${suffix}`, typeOnly: true })),
        ...each.map(({ suffix }) => ({ file: `operations/validators${suffix}`, typeOnly: false })),
      ];
    }
  }
}

/**
 * The files behind the package's subpaths.
 * @param planned the files of the namespaces, by path
 */
export function planRootBarrels(context: PlanContext, planned: ReadonlySet<string>): BarrelModule[] {
  const root = surfaces.flatMap((surface): BarrelModule[] => {
    const plans = [...context.namespaces.values()];
    const having = plans.filter(({ folder }) => planned.has(`${folder}/${surface}`));
    const stars = having.filter(({ exportName }) => exportName === undefined);
    const named = having.flatMap(({ folder, exportName }) =>
      exportName === undefined ? [] : [{ name: exportName, from: `./${folder}/${surface}.js`, typeOnly: false }],
    );
    return [
      barrel(surface, `The ${surface} of the package.`, {
        exports: runtimeFor(context, surface),
        stars: stars.map(({ folder }) => starred(`./${folder}/${surface}.js`)),
        namespaces: [...named, ...(surface === "types" ? edmOf(context) : [])],
      }),
    ];
  });
  return [...root, planIndex(context)];
}

function planIndex(context: PlanContext): BarrelModule {
  const plans = [...context.namespaces.values()];
  const stars = plans
    .filter(({ exportName }) => exportName === undefined)
    .map(({ folder }) => starred(`./${folder}/index.js`));
  const namespaces = plans.flatMap(({ folder, exportName }) =>
    exportName === undefined ? [] : [{ name: exportName, from: `./${folder}/index.js`, typeOnly: false }],
  );
  return barrel("index", "Everything public of the package.", {
    exports: runtimeFor(context, "index"),
    stars,
    namespaces: [...namespaces, ...edmOf(context)],
  });
}

/** The built-in types; written out they would hide a type of that name, which comes with all others. */
function edmOf(context: PlanContext): BarrelModule["namespaces"] {
  return mainNames(context).has("Edm") ? [] : [edmNamespace];
}
