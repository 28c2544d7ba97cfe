import type { Presence } from "../../templates/runtime/shape.ts";
import { presences, presencesOf } from "./classes.ts";
import { folderOf, namesFor, type PlanContext } from "./context.ts";
import { pascal } from "./identifiers.ts";
import { functionNames, operationNamesOf, presenceSuffix } from "./naming.ts";
import { hasResultValidator, operationsOf } from "./operation-modules.ts";
import { partsOf } from "./types-modules.ts";
import type { BarrelModule, ExportedName } from "./types.ts";
import { validatorNames } from "./validators-modules.ts";

type ExportList = BarrelModule["exports"][number];

/** What a package exports of a namespace, by kind; each kind is a subpath. */
export const surfaces = ["types", "validators", "factories", "operations"] as const;

export type Surface = (typeof surfaces)[number];

/** The files that list a namespace's public names one by one. */
export function planNamespaceBarrels(context: PlanContext, namespace: string): BarrelModule[] {
  const folder = folderOf(context, namespace);
  const barrels = surfaces.flatMap((surface): BarrelModule[] => {
    const exports = surfaceExports(context, namespace, surface);
    if (exports.length === 0) return [];
    return [barrel(`${folder}/${surface}`, `The ${surface} of \`${namespace}\`.`, { exports })];
  });
  const stars = barrels.map(({ path }) => `./${path.slice(folder.length + 1)}.js`);
  return [...barrels, barrel(`${folder}/index`, `Everything public of \`${namespace}\`.`, { stars })];
}

function barrel(
  path: string,
  title: string,
  parts: Partial<Pick<BarrelModule, "exports" | "stars" | "namespaces">>,
): BarrelModule {
  return { kind: "barrel", path, imports: [], title, exports: [], stars: [], namespaces: [], ...parts };
}

function surfaceExports(context: PlanContext, namespace: string, surface: Surface): ExportList[] {
  switch (surface) {
    case "types":
      return [valueExports(context, namespace), ...perPresence(context, namespace, "types", typeNames, true)].filter(
        nonEmpty,
      );
    case "validators":
      return perPresence(context, namespace, "validators", validatorNames, false).filter(nonEmpty);
    case "factories":
      return perPresence(context, namespace, "factories", factoryNames, false).filter(nonEmpty);
    case "operations":
      return operationExports(context, namespace).filter(nonEmpty);
  }
}

function exported(name: string, typeOnly: boolean, as?: string): ExportedName {
  return { name, typeOnly, as };
}

function nonEmpty({ names }: ExportList): boolean {
  return names.length > 0;
}

type NamesOf = (context: PlanContext, plan: Parameters<typeof partsOf>[0], presence: Presence) => string[];

const typeNames: NamesOf = (context, plan, presence) => {
  const names = namesFor(context, plan.type.name, presence);
  const unions = plan.members.flatMap(({ value }) =>
    value.kind === "resource" ? [`${pascal(value.name)}${presenceSuffix[presence]}`] : [],
  );
  return [...partsOf(plan).map((part) => names[part]), ...unions];
};

const factoryNames: NamesOf = (context, plan, presence) =>
  plan.type.abstract ? [] : [namesFor(context, plan.type.name, presence).factory];

function perPresence(
  context: PlanContext,
  namespace: string,
  folder: string,
  names: NamesOf,
  typeOnly: boolean,
): ExportList[] {
  const plans = [...context.structured.values()].filter(({ type }) => type.namespace === namespace);
  return presences.map((presence) => {
    const own = plans.filter((plan) => presencesOf(plan).includes(presence));
    const list = own.flatMap((plan) => names(context, plan, presence)).sort();
    return { from: `./${folder}/${presence}.js`, names: list.map((name) => exported(name, typeOnly)) };
  });
}

function valueExports(context: PlanContext, namespace: string): ExportList {
  const names = context.types.flatMap((type) => {
    if (type.namespace !== namespace || (type.kind !== "enum" && type.kind !== "typeDefinition")) return [];
    return [exported(context.names.of(type.name), type.kind === "typeDefinition")];
  });
  return { from: "./types/values.js", names: names.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function operationExports(context: PlanContext, namespace: string): ExportList[] {
  const operations = operationsOf(context, namespace);
  const types = operations.flatMap(({ key, returnType }) => {
    const { parameters, result } = operationNamesOf(context.names.of(key));
    return returnType === undefined ? [parameters] : [parameters, result];
  });
  const functions = operations.flatMap((operation) => {
    const { parameters, result } = operationNamesOf(context.names.of(operation.key));
    const { is, validate, assert, parse, schema } = functionNames(parameters);
    const ofResult = hasResultValidator(operation, context) ? [functionNames(result).validate] : [];
    return [is, validate, assert, parse, schema, ...ofResult];
  });
  return [
    { from: "./operations/types.js", names: types.sort().map((name) => exported(name, true)) },
    { from: "./operations/validators.js", names: functions.sort().map((name) => exported(name, false)) },
  ];
}

/** What the run-time library offers to users, under the names that users see. */
const runtimeExports: readonly (ExportList & { readonly surfaces: readonly (Surface | "index")[] })[] = [
  { from: "./runtime/control.js", names: [exported("ODataControl", true)], surfaces: ["types", "index"] },
  {
    from: "./runtime/collection.js",
    names: [exported("Partition", true), exported("partitionCollection", false)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./runtime/issue.js",
    names: [
      exported("Issue", true),
      exported("IssueCode", true),
      exported("ODataValidationError", false),
      exported("toPointer", false),
    ],
    surfaces: ["validators", "index"],
  },
  {
    from: "./runtime/standard-schema.js",
    names: [exported("StandardSchema", true)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./runtime/validate.js",
    names: [exported("ValidateOptions", true), exported("Validation", true), exported("Validator", true)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./runtime/envelope.js",
    names: [exported("ODataError", true), exported("isODataError", false)],
    surfaces: ["validators", "index"],
  },
  {
    from: "./dynamic-members.js",
    names: [exported("dynamicMembers", false), exported("withDynamic", false)],
    surfaces: ["validators", "index"],
  },
];

/** The files behind the package's subpaths. */
export function planRootBarrels(context: PlanContext): BarrelModule[] {
  const root = surfaces.flatMap((surface): BarrelModule[] => {
    const plans = [...context.namespaces.values()];
    const having = plans.filter(({ namespace }) => surfaceExports(context, namespace, surface).length > 0);
    const stars = having.filter(({ exportName }) => exportName === undefined);
    const named = having.flatMap(({ folder, exportName }) =>
      exportName === undefined ? [] : [{ name: exportName, from: `./${folder}/${surface}.js`, typeOnly: false }],
    );
    return [
      barrel(surface, `The ${surface} of the package.`, {
        exports: runtimeFor(context, surface),
        stars: stars.map(({ folder }) => `./${folder}/${surface}.js`),
        namespaces: [...named, ...(surface === "types" ? [edmNamespace] : [])],
      }),
    ];
  });
  return [...root, planIndex(context)];
}

const edmNamespace = { name: "Edm", from: "./runtime/edm.js", typeOnly: true };

function planIndex(context: PlanContext): BarrelModule {
  const plans = [...context.namespaces.values()];
  const stars = plans.filter(({ exportName }) => exportName === undefined).map(({ folder }) => `./${folder}/index.js`);
  const namespaces = plans.flatMap(({ folder, exportName }) =>
    exportName === undefined ? [] : [{ name: exportName, from: `./${folder}/index.js`, typeOnly: false }],
  );
  const edm = mainNames(context).has("Edm") ? [] : [edmNamespace];
  return barrel("index", "Everything public of the package.", {
    exports: runtimeFor(context, "index"),
    stars,
    namespaces: [...namespaces, ...edm],
  });
}

/** Names of the run-time library give way to names of the main namespace; `./runtime` has them all. */
function runtimeFor(context: PlanContext, surface: Surface | "index"): ExportList[] {
  const taken = mainNames(context);
  const collection = collectionExports(context);
  const lists = [...runtimeExports, ...collection].filter((list) => list.surfaces.includes(surface));
  return mergeLists(
    lists.map(({ from, names }) => ({ from, names: names.filter(({ name, as }) => !taken.has(as ?? name)) })),
  );
}

function mergeLists(lists: readonly ExportList[]): ExportList[] {
  const merged = new Map<string, ExportList["names"][number][]>();
  for (const { from, names } of lists) merged.set(from, [...(merged.get(from) ?? []), ...names]);
  return [...merged]
    .map(([from, names]) => ({
      from,
      names: [...names].sort((a, b) => ((a.as ?? a.name) < (b.as ?? b.name) ? -1 : 1)),
    }))
    .filter(nonEmpty)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function mainNames(context: PlanContext): ReadonlySet<string> {
  const main = [...context.namespaces.values()].find(({ exportName }) => exportName === undefined);
  return context.names.taken.get(main?.namespace ?? "") ?? new Set();
}

/** The envelope of collections and its validator, by how 64-bit numbers travel. */
function collectionExports(context: PlanContext): typeof runtimeExports {
  const suffix = context.config.ieee754Compatible ? "Ieee754" : "";
  const as = (name: string): string | undefined => (suffix === "" ? undefined : name);
  return [
    {
      from: "./runtime/envelope.js",
      names: [exported(`ODataCollection${suffix}`, true, as("ODataCollection")), exported("ODataValue", true)],
      surfaces: ["types", "index"],
    },
    {
      from: "./runtime/collection.js",
      names: [exported(`validateCollection${suffix}`, false, as("validateCollection"))],
      surfaces: ["validators", "index"],
    },
  ];
}

/** All run-time names, whatever the model's names are. */
export function planRuntimeBarrel(context: PlanContext): BarrelModule {
  return barrel("runtime", "The run-time library, under names that never change.", {
    exports: mergeLists([...runtimeExports, ...collectionExports(context)]),
    namespaces: [edmNamespace],
  });
}
