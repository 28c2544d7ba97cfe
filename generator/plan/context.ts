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
import { planNamespaces, type NamespacePlan } from "./namespaces.ts";
import { byNamespace, remembered } from "./remembered.ts";
import { sharedMembers } from "./shared-guards.ts";
import { planStructured, type StructuredPlan } from "./structured.ts";
import {
  planSymbols,
  runtimeSymbols,
  shapeIn as shapeSymbolIn,
  type GuardPart,
  type PlannedSymbols,
  type TypePart,
  type ValidatorPart,
} from "./symbols.ts";

/** Everything that is decided before the files are laid out. */
export interface PlanContext extends PlannedSymbols {
  readonly config: Config;
  readonly model: Model;
  readonly types: readonly ModelType[];
  readonly operations: readonly ModelOperation[];
  readonly structured: ReadonlyMap<string, StructuredPlan>;
  /** What a namespace has of these. */
  readonly typesOf: (namespace: string) => readonly ModelType[];
  readonly operationsOf: (namespace: string) => readonly ModelOperation[];
  readonly structuredOf: (namespace: string) => readonly StructuredPlan[];
  readonly namespaces: ReadonlyMap<string, NamespacePlan>;
  readonly names: Names;
  /** The presence whose declarations stand for the given one. */
  readonly representative: (name: string, presence: Presence) => Presence;
  readonly scope: (path: string) => ModuleScope;
  /** Structured types whose members have a guard of their own, because more than one guard looks at them. */
  readonly shared: ReadonlySet<string>;
}

/** Names, namespaces and classes for a slice. */
export function planContext(slice: Slice, config: Config): PlanContext {
  const { model } = slice;
  const types = [...slice.types.keys()].flatMap((name) => model.types.get(name) ?? []);
  const operations = [...slice.operations.keys()].flatMap((key) => model.operations.get(key) ?? []);
  const structured = planStructured(slice);
  const used = new Set([...types, ...operations].map(({ namespace }) => namespace));
  const namespaces = planNamespaces([...used], config);
  const names = planNames({ model, types, structured, operations }, config.names);
  refuseShadowing(namespaces, names);
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
    typesOf: byNamespace(types, ({ namespace }) => namespace),
    operationsOf: byNamespace(operations, ({ namespace }) => namespace),
    structuredOf: byNamespace(structured.values(), ({ type }) => type.namespace),
    namespaces,
    names,
    representative,
    ...planSymbols({ model, namespaces, names, representative }),
    scope: (path) => {
      const namespace = folders.get(path.split("/")[0] ?? "");
      return moduleScope(path, names.local.get(namespace ?? "") ?? ownNames(path), names.uses);
    },
    shared: sharedMembers(structured, model),
  };
}

/** The index cannot export a namespace and something of the main namespace under one name. */
function refuseShadowing(namespaces: ReadonlyMap<string, NamespacePlan>, names: Names): void {
  const main = [...namespaces.values()].find(({ exportName }) => exportName === undefined)?.namespace ?? "";
  const taken = names.taken.get(main);
  for (const { namespace, exportName } of namespaces.values()) {
    if (exportName === undefined || taken?.has(exportName) !== true) continue;
    throw new BindgenError("unsupported", {
      message: `the namespace ${namespace} would be exported as ${exportName}, which is a name of ${main} already`,
      hint: `name its module in the configuration: "modules": { "${namespace}": "…" }`,
    });
  }
}

/** The folder of a namespace. */
export function folderOf(context: PlanContext, namespace: string): string {
  return context.namespaces.get(namespace)?.folder ?? "";
}

/** The names of a structured type in one presence. */
export function namesFor(context: PlanContext, name: string, presence: Presence): StructuredNames {
  return context.namesFor(name, presence);
}

function namespaceOf(context: PlanContext, name: string): string {
  return context.model.types.get(name)?.namespace ?? "";
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

/** A shape by the name of its type. */
export function shapeIn(context: PlanContext, namespace: string, typeName: string): Symbol {
  return shapeSymbolIn(`${folderOf(context, namespace)}/shapes`, typeName);
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
  const representative = context.representative(owner, presence);
  const module = `${folderOf(context, namespaceOf(context, owner))}/types/${representative}`;
  return { module, name: `${pascal(union)}${presenceSuffix[representative]}`, typeOnly: true };
}

/** The guard of a resource union. */
export function resourceGuardSymbol(context: PlanContext, owner: string, union: string, presence: Presence): Symbol {
  const { module, name } = resourceSymbol(context, owner, union, presence);
  return { module: module.replace("/types/", "/guards/"), name: internalNames(name).check, typeOnly: false };
}

/** Something of the run-time library. */
export function runtimeSymbol(file: string, name: string, typeOnly = false): Symbol {
  return runtimeSymbols(file, name)[typeOnly ? "type" : "value"];
}
