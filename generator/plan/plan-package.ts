import type { Config } from "../config/types.ts";
import type { Root, Slice } from "../slice/types.ts";
import { compareCodeUnits } from "../sort.ts";
import { planNamespaceBarrels, planRootBarrels } from "./barrels.ts";
import { presences } from "./classes.ts";
import { planContext, type PlanContext } from "./context.ts";
import { surfaces } from "./export-lists.ts";
import { planGuardsModule } from "./guards-modules.ts";
import { planOperationGuards, planOperationShapes } from "./operation-guards.ts";
import { planOperationTypes } from "./operation-types.ts";
import { planOperationValidators } from "./operation-validators.ts";
import { planDynamicMembers, planRegistry, planWire } from "./package-modules.ts";
import { planRuntimeBarrel } from "./runtime-exports.ts";
import { planShapesModule, planTagsModule } from "./shapes-modules.ts";
import { planTypesModule } from "./types-modules.ts";
import { planTaggedModule, planValueGuardsModule } from "./value-guards.ts";
import { planValuesModule } from "./values-module.ts";
import type { Counts, ModulePlan, PackagePlan, Plan } from "./types.ts";
import { planFactoriesModule, planValidatorsModule } from "./validators-modules.ts";

/**
 * Decides everything about the package that a slice becomes.
 * @param sha256 of the canonical CSDL of slice and overlay, in hexadecimal
 * @throws BindgenError `unsupported` for names that clash
 */
export function planPackage(slice: Slice, config: Config, sha256: string): Plan {
  const context = planContext(slice, config);
  const modules = planModules(context);
  const namespaces = [...context.namespaces.keys()].sort(compareCodeUnits);
  return {
    modules: modules.sort((a, b) => compareCodeUnits(a.path, b.path)),
    package: planPackageFacts(context, slice.roots),
    source: { namespaces, sha256, ieee754Compatible: config.ieee754Compatible },
  };
}

function planModules(context: PlanContext): ModulePlan[] {
  const perNamespace = [...context.namespaces.keys()].flatMap((namespace): (ModulePlan | undefined)[] => [
    ...presences.flatMap((presence) => [
      planTypesModule(context, namespace, presence),
      planGuardsModule(context, namespace, presence),
      planValidatorsModule(context, namespace, presence),
      planFactoriesModule(context, namespace, presence),
    ]),
    planValuesModule(context, namespace),
    planValueGuardsModule(context, namespace),
    planShapesModule(context, namespace),
    planOperationTypes(context, namespace),
    planOperationGuards(context, namespace),
    planOperationShapes(context, namespace),
    planOperationValidators(context, namespace),
    ...planNamespaceBarrels(context, namespace),
  ]);
  return [
    ...perNamespace.filter((module) => module !== undefined),
    ...presences.map((presence) => planTaggedModule(context, presence)),
    planTagsModule(context),
    planWire(context),
    planDynamicMembers(context),
    planRegistry(context),
    planRuntimeBarrel(context),
    ...planRootBarrels(context),
  ];
}

function planPackageFacts(context: PlanContext, roots: readonly Root[]): PackagePlan {
  const subpaths = ["index", ...surfaces, "registry", "runtime", "source"];
  return {
    ...context.config.package,
    entries: subpaths.map((file) => ({ subpath: file === "index" ? "." : `./${file}`, file })),
    counts: countsOf(context),
    namespaces: [...context.namespaces.values()]
      .map(({ namespace, exportName }) => ({ namespace, exportName }))
      .sort((a, b) => compareCodeUnits(a.namespace, b.namespace)),
    sample: sampleOf(context, roots),
  };
}

/** A type to show in the README: the first root that was asked for as a type, if its names stand by themselves. */
function sampleOf(context: PlanContext, roots: readonly Root[]): PackagePlan["sample"] {
  const asked = roots.filter(({ kind }) => kind === "type");
  const named = asked.flatMap(({ target }) => context.structured.get(target) ?? []);
  const sample = [...named, ...context.structured.values()].find(({ form, type }) => {
    return form === "leaf" && context.namespaces.get(type.namespace)?.exportName === undefined;
  });
  return sample && { name: sample.type.name, identifier: context.names.of(sample.type.name) };
}

function countsOf({ types, operations }: PlanContext): Counts {
  const count = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length;
  return {
    entityTypes: count(types, ({ kind }) => kind === "entity"),
    complexTypes: count(types, ({ kind }) => kind === "complex"),
    enumTypes: count(types, ({ kind }) => kind === "enum"),
    actions: count(operations, ({ kind }) => kind === "action"),
    functions: count(operations, ({ kind }) => kind === "function"),
  };
}
