import type { Config } from "../config/types.ts";
import type { Root, Slice } from "../slice/types.ts";
import { compareCodeUnits } from "../sort.ts";
import { mainTypes, planNamespaceBarrels, planRootBarrels } from "./barrels.ts";
import { presences } from "./classes.ts";
import { planContext, type PlanContext } from "./context.ts";
import { surfaces } from "./export-lists.ts";
import { planGuardsModule } from "./guards-modules.ts";
import type { NamespacePlan } from "./namespaces.ts";
import { planOperationGuards, planOperationShapes } from "./operation-guards.ts";
import { planOperationTypes } from "./operation-types.ts";
import { planOperationValidators } from "./operation-validators.ts";
import { planDynamicMembers, planWire } from "./package-modules.ts";
import { MANY } from "./portions.ts";
import { planRegistry } from "./registry.ts";
import { planRuntimeBarrel } from "./runtime-exports.ts";
import { planShapesModules, planTagsModule } from "./shapes-modules.ts";
import { planTypesModule } from "./types-modules.ts";
import { planTaggedModule, planValueGuardsModule } from "./value-guards.ts";
import { planValuesModule } from "./values-module.ts";
import type { Counts, LazyPlan, ModulePlan, PackagePlan, Plan } from "./types.ts";
import { planFactoriesModule, planValidatorsModule } from "./validators-modules.ts";

/**
 * Decides everything about the package that a slice becomes.
 * @param sha256 of the canonical CSDL of slice and overlay, in hexadecimal
 * @param bound how many types of a namespace a file may have; what is more is divided
 * @throws BindgenError `unsupported` for names that clash
 */
export function planPackage(slice: Slice, config: Config, sha256: string, bound = MANY): Plan {
  const plan = planLazily(slice, config, sha256, bound);
  return { ...plan, modules: [...plan.modules].sort((a, b) => compareCodeUnits(a.path, b.path)) };
}

/**
 * The same with each file decided when it is asked for, in no order: the decisions for all files take several times the
 * memory of the files. To be walked once.
 */
export function planLazily(slice: Slice, config: Config, sha256: string, bound = MANY): LazyPlan {
  const context = planContext(slice, config, bound);
  const namespaces = [...context.namespaces.keys()].sort(compareCodeUnits);
  return {
    modules: planModules(context),
    package: planPackageFacts(context, slice.roots),
    source: { namespaces, sha256, ieee754Compatible: config.ieee754Compatible },
  };
}

function* planModules(context: PlanContext): Generator<ModulePlan> {
  const planned = new Set<string>();
  for (const namespace of context.namespaces.values()) {
    for (const module of planNamespace(context, namespace)) {
      if (module === undefined) continue;
      planned.add(module.path);
      yield module;
    }
    for (const module of planNamespaceBarrels(context, namespace, planned)) {
      planned.add(module.path);
      yield module;
    }
  }
  for (const presence of presences) yield planTaggedModule(context, presence);
  yield planTagsModule(context);
  yield planWire(context);
  yield planDynamicMembers(context);
  yield* planRegistry(context, mainTypes(context, planned));
  yield planRuntimeBarrel(context);
  yield* planRootBarrels(context, planned);
}

function* planNamespace(context: PlanContext, { namespace }: NamespacePlan): Generator<ModulePlan | undefined> {
  const { structured, values, operations } = context.portions;
  for (const presence of presences) {
    for (const portion of structured(namespace)) {
      yield planTypesModule(context, portion, presence);
      yield planGuardsModule(context, portion, presence);
      yield planValidatorsModule(context, portion, presence);
      yield planFactoriesModule(context, portion, presence);
    }
  }
  for (const portion of values(namespace)) {
    yield planValuesModule(context, portion);
    yield planValueGuardsModule(context, portion);
  }
  yield* planShapesModules(context, namespace);
  for (const portion of operations(namespace)) {
    yield planOperationTypes(context, portion);
    yield planOperationGuards(context, portion);
    yield planOperationShapes(context, portion);
    yield planOperationValidators(context, portion);
  }
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
