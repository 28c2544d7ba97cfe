import { sortedBy } from "../sort.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { presences, presencesOf } from "./classes.ts";
import type { ModelOperation } from "../model/types.ts";
import { folderOf, namesFor, type PlanContext } from "./context.ts";
import { pascal } from "./identifiers.ts";
import { functionNames, operationNamesOf, presenceSuffix } from "./name-forms.ts";
import { resultFunctions } from "./operation-validators.ts";
import { partsOf } from "./parts.ts";
import type { Portion } from "./portions.ts";
import { barrel, edmNamespace, exported, nonEmpty, surfaces, type ExportList, type Surface } from "./export-lists.ts";
import { mainNames, runtimeFor } from "./runtime-exports.ts";
import type { BarrelModule } from "./types.ts";
import { validatorNames } from "./validators-modules.ts";

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

function surfaceExports(context: PlanContext, namespace: string, surface: Surface): ExportList[] {
  switch (surface) {
    case "types":
      return [...valueExports(context, namespace), ...perPresence(context, namespace, "types", typeNames, true)].filter(
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
  const portions = context.portions.structured(namespace);
  return presences.flatMap((presence) =>
    portions.map(({ suffix, items }) => {
      const own = items.filter((plan) => presencesOf(plan).includes(presence));
      const list = own.flatMap((plan) => names(context, plan, presence)).sort();
      return { from: `./${folder}/${presence}${suffix}.js`, names: list.map((name) => exported(name, typeOnly)) };
    }),
  );
}

function valueExports(context: PlanContext, namespace: string): ExportList[] {
  return context.portions.values(namespace).map(({ suffix, items }) => {
    const names = items.map(({ name, kind }) => exported(context.names.of(name), kind === "typeDefinition"));
    return { from: `./types/values${suffix}.js`, names: sortedBy(names, ({ name }) => name) };
  });
}

function operationExports(context: PlanContext, namespace: string): ExportList[] {
  const lists = context.portions.operations(namespace).map((portion) => portionExports(context, portion));
  return [...lists.map(({ types }) => types), ...lists.map(({ validators }) => validators)];
}

function portionExports(
  context: PlanContext,
  { suffix, items }: Portion<ModelOperation>,
): { readonly types: ExportList; readonly validators: ExportList } {
  const types = items.flatMap(({ key, returnType }) => {
    const { parameters, result } = operationNamesOf(context.names.of(key));
    return returnType === undefined ? [parameters] : [parameters, result];
  });
  const functions = items.flatMap((operation) => {
    const { parameters } = operationNamesOf(context.names.of(operation.key));
    const { is, validate, assert, parse, schema } = functionNames(parameters);
    return [is, validate, assert, parse, schema, ...resultFunctions(operation, context)];
  });
  const list = (file: string, names: string[], typeOnly: boolean): ExportList => {
    return { from: `./operations/${file}${suffix}.js`, names: names.sort().map((name) => exported(name, typeOnly)) };
  };
  return { types: list("types", types, true), validators: list("validators", functions, false) };
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
        stars: stars.map(({ folder }) => `./${folder}/${surface}.js`),
        namespaces: [...named, ...(surface === "types" ? edmOf(context) : [])],
      }),
    ];
  });
  return [...root, planIndex(context)];
}

function planIndex(context: PlanContext): BarrelModule {
  const plans = [...context.namespaces.values()];
  const stars = plans.filter(({ exportName }) => exportName === undefined).map(({ folder }) => `./${folder}/index.js`);
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
