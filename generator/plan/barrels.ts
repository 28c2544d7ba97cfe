import { presences } from "./classes.ts";
import type { PlanContext } from "./context.ts";
import { barrel, edmNamespace, surfaces, type Surface } from "./export-lists.ts";
import { mainOf, type NamespacePlan } from "./namespaces.ts";
import { mainNames, runtimeFor } from "./runtime-exports.ts";
import type { BarrelModule } from "./types.ts";

type Stars = BarrelModule["stars"];

/**
 * The files that gather what is public of a namespace: all that the files of its types, validators, factories and operations
 * export. No name is written down a second time, which is what compilers and editors would read first. None gathers what
 * another one has gathered: for each step in between they make a table of all names, an editor after each edit.
 * @param planned the files that there are, by path
 */
export function planNamespaceBarrels(
  context: PlanContext,
  namespace: NamespacePlan,
  planned: ReadonlySet<string>,
): BarrelModule[] {
  const { folder, exportName } = namespace;
  // The files behind the package's subpaths gather the names of the main one.
  if (exportName === undefined) return [];
  const of = `of \`${namespace.namespace}\`.`;
  const starsOf = (surface: Surface): Stars => filesOf(context, namespace, planned, { surface, from: "." });
  const having = surfaces.filter((surface) => starsOf(surface).length > 0);
  const barrels = having.map((surface) =>
    barrel(`${folder}/${surface}`, `The ${surface} ${of}`, { stars: withTypes(surface, starsOf) }),
  );
  return [...barrels, barrel(`${folder}/index`, `Everything public ${of}`, { stars: surfaces.flatMap(starsOf) })];
}

/**
 * The files of a surface, and the names of types: whoever infers a type from a validator has to be able to name it by the very
 * subpath (TS2742).
 */
function withTypes(surface: Surface, starsOf: (surface: Surface) => Stars): Stars {
  return surface === "types" ? starsOf(surface) : [...starsOf(surface), ...namesAlone(starsOf("types"))];
}

function namesAlone(stars: Stars): Stars {
  return stars.map(({ from }) => ({ from, typeOnly: true }));
}

/** The files of a namespace that a surface gathers, in order, as seen from a folder. */
function filesOf(
  context: PlanContext,
  { namespace, folder }: NamespacePlan,
  planned: ReadonlySet<string>,
  { surface, from }: { readonly surface: Surface; readonly from: string },
): Stars {
  return surfaceFiles(context, namespace, surface)
    .filter(({ file }) => planned.has(`${folder}/${file}`))
    .map(({ file, typeOnly }) => ({ from: `${from}/${file}.js`, typeOnly }));
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
  const starsOf = (surface: Surface): Stars => mainFiles(context, planned, surface);
  const barrels = surfaces.map((surface) =>
    barrel(surface, `The ${surface} of the package.`, {
      exports: runtimeFor(context, surface),
      stars: withTypes(surface, starsOf),
      namespaces: [...namespacesOf(context, planned, surface), ...(surface === "types" ? edmOf(context) : [])],
    }),
  );
  const index = barrel("index", "Everything public of the package.", {
    exports: runtimeFor(context, "index"),
    stars: surfaces.flatMap(starsOf),
    namespaces: [...namespacesOf(context, planned, "index"), ...edmOf(context)],
  });
  return [...barrels, index];
}

/** The files of the main namespace that declare types: of whatever hands out values the types have names. */
export function mainTypes(context: PlanContext, planned: ReadonlySet<string>): Stars {
  const operations = mainFiles(context, planned, "operations").filter(({ typeOnly }) => typeOnly);
  return namesAlone([...mainFiles(context, planned, "types"), ...operations]);
}

function mainFiles(context: PlanContext, planned: ReadonlySet<string>, surface: Surface): Stars {
  const main = mainOf(context.namespaces);
  return main === undefined ? [] : filesOf(context, main, planned, { surface, from: `./${main.folder}` });
}

/** The namespaces that have a file of a name, each under its own. */
function namespacesOf(
  { namespaces }: PlanContext,
  planned: ReadonlySet<string>,
  file: Surface | "index",
): BarrelModule["namespaces"] {
  return [...namespaces.values()].flatMap(({ folder, exportName: name }) =>
    name === undefined || !planned.has(`${folder}/${file}`)
      ? []
      : [{ name, from: `./${folder}/${file}.js`, typeOnly: false }],
  );
}

/** The built-in types; written out they would hide a type of that name, which comes with all others. */
function edmOf(context: PlanContext): BarrelModule["namespaces"] {
  return mainNames(context).has("Edm") ? [] : [edmNamespace];
}
