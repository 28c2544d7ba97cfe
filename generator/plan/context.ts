import type { Presence } from "../../templates/runtime/shape.ts";
import type { Config } from "../config/types.ts";
import { BindgenError } from "../errors.ts";
import type { Model, ModelOperation, ModelType } from "../model/types.ts";
import type { Slice } from "../slice/types.ts";
import { classKey, planClasses, presenceFor } from "./classes.ts";
import { pascal } from "./identifiers.ts";
import { moduleScope, ownNames, type ModuleScope, type Symbol } from "./module-scope.ts";
import { internalNames, presenceSuffix, type StructuredNames } from "./name-forms.ts";
import { planNames, type Names } from "./naming.ts";
import { mainOf, planNamespaces, type NamespacePlan } from "./namespaces.ts";
import type { TypePart } from "./parts.ts";
import { MANY, planPortions, type Portion, type Portions } from "./portions.ts";
import { remembered } from "./remembered.ts";
import { membersOwner, sharedMembers } from "./shared-guards.ts";
import { planStructured, type StructuredPlan } from "./structured.ts";
import {
  planSymbols,
  runtimeSymbols,
  shapeIn,
  type GuardPart,
  type PlannedSymbols,
  type ValidatorPart,
} from "./symbols.ts";

/** Everything that is decided before the files are laid out. */
export interface PlanContext extends PlannedSymbols {
  readonly config: Config;
  readonly model: Model;
  readonly types: readonly ModelType[];
  readonly operations: readonly ModelOperation[];
  readonly structured: ReadonlyMap<string, StructuredPlan>;
  /** What a namespace has of these, file by file. */
  readonly portions: Portions;
  /** How many types of a namespace a file may have. */
  readonly bound: number;
  readonly namespaces: ReadonlyMap<string, NamespacePlan>;
  readonly names: Names;
  /** The presence whose declarations stand for the given one. */
  readonly representative: (name: string, presence: Presence) => Presence;
  readonly scope: (path: string) => ModuleScope;
  /** Structured types whose members have a guard of their own, because more than one guard looks at them. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Names, namespaces and classes for a slice.
 * @param bound how many types of a namespace a file may have
 */
export function planContext(slice: Slice, config: Config, bound = MANY): PlanContext {
  const { model } = slice;
  const types = [...slice.types.keys()].flatMap((name) => model.types.get(name) ?? []);
  const operations = [...slice.operations.keys()].flatMap((key) => model.operations.get(key) ?? []);
  const structured = planStructured(slice);
  const namespaces = planNamespaces([...types, ...operations], config);
  const names = planNames({ model, types, structured, operations }, config.names);
  refuseShadowing(namespaces, names);
  const portions = planPortions({ types, structured, operations, names }, bound);
  const classes = planClasses(structured, model);
  const folders = new Map([...namespaces.values()].map(({ namespace, folder }) => [folder, namespace]));
  const representative = remembered((name, presence) => {
    const wanted = presenceFor(structured.get(name), presence);
    return classes.get(classKey(name, wanted)) ?? wanted;
  });
  return {
    config,
    model,
    types,
    operations,
    structured,
    portions,
    bound,
    namespaces,
    names,
    representative,
    ...planSymbols({ model, namespaces, names, portions, representative }),
    scope: (path) => {
      const namespace = folders.get(path.split("/")[0] ?? "");
      return moduleScope(path, names.local.get(namespace ?? "") ?? ownNames(path), names);
    },
    shared: sharedMembers(structured, model),
  };
}

/** The index cannot export a namespace and something of the main namespace under one name. */
function refuseShadowing(namespaces: ReadonlyMap<string, NamespacePlan>, names: Names): void {
  const main = mainOf(namespaces)?.namespace ?? "";
  const taken = names.taken.get(main);
  for (const { namespace, exportName, at } of namespaces.values()) {
    if (exportName === undefined || taken?.has(exportName) !== true) continue;
    throw new BindgenError("unsupported", {
      place: at,
      message: `the namespace ${namespace} would be exported as ${exportName}, which is a name of ${main} already`,
      hint: `name its module in the configuration: "modules": { "${namespace}": "…" }`,
    });
  }
}

/** The folder of a namespace. */
export function folderOf(context: PlanContext, namespace: string): string {
  return context.namespaces.get(namespace)?.folder ?? "";
}

/** The file of a portion for a kind of thing. */
export function fileFor(context: PlanContext, { namespace, suffix }: Portion<unknown>, kind: string): string {
  return `${folderOf(context, namespace)}/${kind}${suffix}`;
}

/** The names of a structured type in one presence. */
export function namesFor(context: PlanContext, name: string, presence: Presence): StructuredNames {
  return context.namesFor(name, presence);
}

/** A type of a structured type: its plain name or one of its parts. */
export function typeSymbol(
  { symbols }: PlanContext,
  name: string,
  presence: Presence,
  part: TypePart = "plain",
): Symbol {
  return symbols.types(name, presence)[part];
}

/** A guard of a structured type, with depth. */
export function guardSymbol(
  { symbols }: PlanContext,
  name: string,
  presence: Presence,
  part: GuardPart = "plain",
): Symbol {
  return symbols.guards(name, presence)[part];
}

/** Whatever looks at the members of a type: a guard of their own, or that of the position which holds the look itself. */
export function membersSymbol(context: PlanContext, name: string, presence: Presence): Symbol {
  const owner = membersOwner(name, context.structured);
  return guardSymbol(context, owner, presence, context.shared.has(owner) ? "members" : "plain");
}

/** A public function of a structured type. */
export function validatorSymbol(
  { symbols }: PlanContext,
  name: string,
  presence: Presence,
  part: ValidatorPart,
): Symbol {
  return symbols.validators(name, presence)[part];
}

/** The shape of a structured type. */
export function shapeSymbol({ symbols }: PlanContext, name: string, unresolved = false): Symbol {
  return symbols.shapes(name)[unresolved ? "unresolved" : "plain"];
}

/** Enumerations and type definitions: the type itself. */
export function valueTypeSymbol(context: PlanContext, name: string): Symbol {
  return context.values(name).type;
}

/** The guard of an enumeration. */
export function enumGuardSymbol(context: PlanContext, name: string): Symbol {
  return context.values(name).guard;
}

/** The shape of an enumeration. */
export function enumShapeSymbol(context: PlanContext, name: string): Symbol {
  return context.values(name).shape;
}

/** The type of a resource union, declared with the type that has the member. */
export function resourceSymbol(context: PlanContext, owner: string, union: string, presence: Presence): Symbol {
  const { module } = typeSymbol(context, owner, presence);
  const suffix = presenceSuffix[context.representative(owner, presence)];
  return { module, name: `${pascal(union)}${suffix}`, typeOnly: true };
}

/** The guard of a resource union. */
export function resourceGuardSymbol(context: PlanContext, owner: string, union: string, presence: Presence): Symbol {
  const { module } = guardSymbol(context, owner, presence);
  const { name } = resourceSymbol(context, owner, union, presence);
  return { module, name: internalNames(name).check, typeOnly: false };
}

/** The shape of a resource union. */
export function resourceShapeSymbol(context: PlanContext, owner: string, union: string): Symbol {
  return shapeIn(shapeSymbol(context, owner).module, pascal(union));
}

/** Something of the run-time library. */
export function runtimeSymbol(file: string, name: string, typeOnly = false): Symbol {
  return runtimeSymbols(file, name)[typeOnly ? "type" : "value"];
}
