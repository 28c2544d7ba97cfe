import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { gathered } from "../group.ts";
import { fileFor, guardSymbol, namesFor, runtimeSymbol, shapeSymbol, typeSymbol, type PlanContext } from "./context.ts";
import { divide } from "./divide.ts";
import { named, unionOf } from "./member-plans.ts";
import { specifier, type ModuleScope } from "./module-scope.ts";
import type { Portion } from "./portions.ts";
import { allMembers, type StructuredPlan } from "./structured.ts";
import type {
  AliasGroup,
  FactoriesModule,
  FactoryItem,
  PartitionItem,
  RuntimeNames,
  ValidatorItem,
  ValidatorsModule,
} from "./types.ts";

/** The public functions of a portion's structured types in one presence. */
export function planValidatorsModule(
  context: PlanContext,
  portion: Portion<StructuredPlan>,
  presence: Presence,
): ValidatorsModule | undefined {
  const fileOf = (which: Presence): string => fileFor(context, portion, `validators/${which}`);
  const path = fileOf(presence);
  const scope = context.scope(path);
  const { own, aliased } = divide(context, portion, presence);
  if (own.length === 0 && aliased.length === 0) return undefined;
  const items = own.map((plan) => validatorItem(plan, presence, context, scope));
  const names = (plan: StructuredPlan, which: Presence): string[] => validatorNames(context, plan, which);
  const aliases = aliasGroups(context, fileOf, aliased, presence, names);
  const runtime = items.length === 0 ? {} : validatorRuntime(scope);
  return { kind: "validators", path, imports: scope.imports(), items, aliases, runtime };
}

/** The run-time names that validators are printed with. */
export function validatorRuntime(scope: ModuleScope): RuntimeNames {
  const use = (file: string, name: string, typeOnly = false): string => scope.use(runtimeSymbol(file, name, typeOnly));
  return {
    validate: use("validate", "validate"),
    assertValid: use("validate", "assertValid"),
    parse: use("validate", "parse"),
    Validation: use("validate", "Validation", true),
    ValidateOptions: use("validate", "ValidateOptions", true),
    standardSchema: use("standard-schema", "standardSchema"),
    StandardSchema: use("standard-schema", "StandardSchema", true),
  };
}

function validatorItem(
  plan: StructuredPlan,
  presence: Presence,
  context: PlanContext,
  scope: ModuleScope,
): ValidatorItem {
  const { name } = plan.type;
  const { is, validate, assert, parse, schema } = namesFor(context, name, presence);
  return {
    subject: name,
    words: presence === "received" ? "" : ` (${presence})`,
    type: scope.use(typeSymbol(context, name, presence)),
    is,
    validate,
    assert,
    parse,
    schema,
    check: scope.use(guardSymbol(context, name, presence)),
    shape: scope.use(shapeSymbol(context, name)),
    terms: scope.use({ module: "wire", name: presence, typeOnly: false }),
    partition: planPartition(plan, presence, context, scope),
  };
}

function planPartition(
  plan: StructuredPlan,
  presence: Presence,
  context: PlanContext,
  scope: ModuleScope,
): PartitionItem | undefined {
  const { items } = plan;
  if (items === undefined) return undefined;
  const { inside, nullableItems } = rules(items.facts, presence);
  const item = named(scope.use(typeSymbol(context, items.type, inside)));
  return {
    name: namesFor(context, plan.type.name, presence).partition,
    item: nullableItems ? unionOf([item, named("null")]) : item,
    maker: scope.use(runtimeSymbol("partition", nullableItems ? "partitionNullable" : "partition")),
    result: scope.use(runtimeSymbol("partition", "Partition", true)),
    check: scope.use(guardSymbol(context, items.type, inside)),
    shape: scope.use(shapeSymbol(context, items.type)),
  };
}

/** All function names of a type in a presence, in one order. */
function validatorNames(context: PlanContext, plan: StructuredPlan, presence: Presence): string[] {
  const { is, validate, assert, parse, schema, partition } = namesFor(context, plan.type.name, presence);
  return [is, validate, assert, parse, schema, ...(plan.items === undefined ? [] : [partition])];
}

function aliasGroups(
  context: PlanContext,
  fileOf: (presence: Presence) => string,
  aliased: readonly StructuredPlan[],
  presence: Presence,
  namesOf: (plan: StructuredPlan, presence: Presence) => string[],
): AliasGroup[] {
  const pairs = aliased.flatMap((plan) => {
    const representative = context.representative(plan.type.name, presence);
    const targets = namesOf(plan, presence);
    const names = namesOf(plan, representative).map((name, index) => ({ name, as: targets[index] ?? name }));
    return names.map((each) => [representative, each] as const);
  });
  return [...gathered(pairs)].map(([representative, names]) => {
    return { from: specifier(fileOf(presence), fileOf(representative)), names };
  });
}

/** Factories of a portion's concrete types in one presence. */
export function planFactoriesModule(
  context: PlanContext,
  portion: Portion<StructuredPlan>,
  presence: Presence,
): FactoriesModule | undefined {
  const fileOf = (which: Presence): string => fileFor(context, portion, `factories/${which}`);
  const path = fileOf(presence);
  const scope = context.scope(path);
  const { own, aliased } = divide(context, portion, presence);
  const concrete = (plan: StructuredPlan): boolean => !plan.type.abstract;
  const items = own.filter(concrete).map((plan) => factoryItem(plan, presence, context, scope));
  const names = (plan: StructuredPlan, which: Presence): string[] => [namesFor(context, plan.type.name, which).factory];
  const aliases = aliasGroups(context, fileOf, aliased.filter(concrete), presence, names);
  if (items.length === 0 && aliases.length === 0) return undefined;
  return { kind: "factories", path, imports: scope.imports(), items, aliases };
}

function factoryItem(plan: StructuredPlan, presence: Presence, context: PlanContext, scope: ModuleScope): FactoryItem {
  const { name } = plan.type;
  const part = plan.form === "leaf" ? "plain" : plan.form === "base" ? "itself" : "members";
  const members = allMembers(name, context.structured).map(({ facts }) => rules(facts, presence));
  return {
    name: namesFor(context, name, presence).factory,
    subject: name,
    init: scope.use(typeSymbol(context, name, presence, part)),
    initRequired: members.some(({ sent, required }) => sent && required),
    result: scope.use(typeSymbol(context, name, presence, "tagged")),
    tag: plan.tag,
  };
}
