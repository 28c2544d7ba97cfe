import { rules } from "../../templates/runtime/presence.ts";
import type { ModelOperation } from "../model/types.ts";
import { folderOf, runtimeSymbol, shapeIn, validatorSymbol, type PlanContext } from "./context.ts";
import { memberDocs, plainDocs } from "./docs-plan.ts";
import { guardMembers, guardRuntime, loads } from "./guards-modules.ts";
import { memberType, named, shapeMember, unionOf, valueType, type MemberPlace } from "./member-plans.ts";
import type { ModuleScope, Symbol } from "./module-scope.ts";
import { functionNames, internalNames, operationNamesOf } from "./naming.ts";
import { validatorRuntime } from "./validators-modules.ts";
import { planParameter, planValue, type MemberPlan } from "./values.ts";
import type {
  AliasItem,
  GuardsModule,
  InterfaceItem,
  InterfaceMember,
  OperationTypesModule,
  OperationValidatorsModule,
  ResultItem,
  ShapesModule,
  TypeExpression,
  ValidatorItem,
} from "./types.ts";

/** Operations of a namespace. */
export function operationsOf(context: PlanContext, namespace: string): readonly ModelOperation[] {
  return context.operations.filter((operation) => operation.namespace === namespace);
}

function parametersOf(operation: ModelOperation, context: PlanContext): readonly MemberPlan[] {
  return operation.parameters.map((parameter) => planParameter(parameter, context.model));
}

/** Types of the parameters and results of a namespace's operations. */
export function planOperationTypes(context: PlanContext, namespace: string): OperationTypesModule | undefined {
  const operations = operationsOf(context, namespace);
  if (operations.length === 0) return undefined;
  const path = `${folderOf(context, namespace)}/operations/types`;
  const scope = context.scope(path);
  const items = operations.flatMap((operation) => {
    const place: MemberPlace = { context, scope, owner: operation.key };
    return [parametersInterface(operation, place), ...resultAlias(operation, place)];
  });
  return { kind: "operationTypes", path, imports: scope.imports(), items };
}

function parametersInterface(operation: ModelOperation, place: MemberPlace): InterfaceItem {
  const { context, scope } = place;
  const plans = parametersOf(operation, context);
  const members = operation.parameters.flatMap((parameter, index): InterfaceMember[] => {
    const plan = plans[index];
    if (plan === undefined) return [];
    const { required } = rules(plan.facts, "create");
    const type = memberType(plan, "create", place);
    return [{ name: parameter.name, type, optional: !required, docs: memberDocs(parameter.docs) }];
  });
  return {
    kind: "interface",
    name: operationNamesOf(context.names.of(operation.key)).parameters,
    extends: [scope.use(runtimeSymbol("control", "ODataControl", true))],
    members,
    index: false,
    docs: plainDocs(operation.key, operation.docs),
  };
}

/** Result types: a structured type, or the envelope that JSON needs round anything else (OData JSON 11, 12, 13). */
function resultAlias(operation: ModelOperation, place: MemberPlace): AliasItem[] {
  const { returnType } = operation;
  if (returnType === undefined) return [];
  const { context, scope } = place;
  const value = planValue(returnType.type, context.model);
  const one = valueType(value, "received", place);
  const nullable = returnType.nullable && !returnType.type.collection;
  const type: TypeExpression = returnType.type.collection
    ? { kind: "name", name: scope.use(collectionSymbol(context)), arguments: [one] }
    : value.kind === "object" || value.kind === "untyped"
      ? one
      : {
          kind: "name",
          name: scope.use(runtimeSymbol("envelope", "ODataValue", true)),
          arguments: [nullable ? unionOf([one, named("null")]) : one],
        };
  const { result } = operationNamesOf(context.names.of(operation.key));
  const docs = { description: undefined, deprecated: undefined, facts: [`What \`${operation.key}\` returns.`] };
  return [{ kind: "alias", name: result, type, docs }];
}

/** The envelope of collections, by how 64-bit numbers travel. */
export function collectionSymbol(context: PlanContext): Symbol {
  return runtimeSymbol(
    "envelope",
    context.config.ieee754Compatible ? "ODataCollectionIeee754" : "ODataCollection",
    true,
  );
}

/** Guards of the parameters of a namespace's operations. */
export function planOperationGuards(context: PlanContext, namespace: string): GuardsModule | undefined {
  const operations = operationsOf(context, namespace);
  if (operations.length === 0) return undefined;
  const path = `${folderOf(context, namespace)}/guards/operations`;
  const scope = context.scope(path);
  const members = operations.map((operation) => {
    const { parameters } = operationNamesOf(context.names.of(operation.key));
    const place: MemberPlace = { context, scope, owner: operation.key };
    const guards = guardMembers(parametersOf(operation, context), "create", place);
    return {
      name: internalNames(parameters).members,
      type: scope.use(operationType(context, operation, "parameters")),
      subject: operation.key,
      ...loads(guards, undefined),
      open: undefined,
    };
  });
  const objects = members.map(({ name, type, subject }, index) => {
    const operation = operations[index];
    const parameters = operation === undefined ? "" : operationNamesOf(context.names.of(operation.key)).parameters;
    return {
      name: internalNames(parameters).check,
      type,
      subject,
      mode: "parameters" as const,
      members: name,
      cases: [],
      never: false,
    };
  });
  const runtime = guardRuntime(scope, members, objects, []);
  return {
    kind: "guards",
    path,
    imports: scope.imports(),
    presence: "create",
    members,
    objects,
    resources: [],
    runtime,
  };
}

function operationType(context: PlanContext, operation: ModelOperation, part: "parameters" | "result"): Symbol {
  const name = operationNamesOf(context.names.of(operation.key))[part];
  return { module: `${folderOf(context, operation.namespace)}/operations/types`, name, typeOnly: true };
}

/** Shapes of the parameters of a namespace's operations. */
export function planOperationShapes(context: PlanContext, namespace: string): ShapesModule | undefined {
  const operations = operationsOf(context, namespace);
  if (operations.length === 0) return undefined;
  const path = `${folderOf(context, namespace)}/operations/shapes`;
  const scope = context.scope(path);
  const objects = operations.map((operation) => ({
    name: operationShape(context, operation).name,
    subject: operation.key,
    entity: false,
    discriminator: "none" as const,
    base: undefined,
    variants: [],
    open: undefined,
    members: parametersOf(operation, context).map((plan) =>
      shapeMember(plan, { context, scope, owner: operation.key }),
    ),
  }));
  const runtime = { ObjectShape: scope.use(runtimeSymbol("shape", "ObjectShape", true)) };
  return { kind: "shapes", path, imports: scope.imports(), objects, enums: [], resources: [], runtime };
}

function operationShape(context: PlanContext, operation: ModelOperation): Symbol {
  const { parameters } = operationNamesOf(context.names.of(operation.key));
  const symbol = shapeIn(context, operation.namespace, parameters);
  return { ...symbol, module: symbol.module.replace(/shapes$/, "operations/shapes") };
}

/** Validators of parameters and results of a namespace's operations. */
export function planOperationValidators(
  context: PlanContext,
  namespace: string,
): OperationValidatorsModule | undefined {
  const operations = operationsOf(context, namespace);
  if (operations.length === 0) return undefined;
  const path = `${folderOf(context, namespace)}/operations/validators`;
  const scope = context.scope(path);
  const items = operations.map((operation) => parametersValidator(operation, context, scope));
  const results = operations.flatMap((operation) => resultValidator(operation, context, scope));
  const runtime = {
    ...validatorRuntime(scope, false),
    ...(results.length > 0 ? { Validator: scope.use(runtimeSymbol("validate", "Validator", true)) } : {}),
  };
  return { kind: "operationValidators", path, imports: scope.imports(), items, results, runtime };
}

function parametersValidator(operation: ModelOperation, context: PlanContext, scope: ModuleScope): ValidatorItem {
  const { parameters } = operationNamesOf(context.names.of(operation.key));
  const { is, validate, assert, parse, schema } = functionNames(parameters);
  const guards = `${folderOf(context, operation.namespace)}/guards/operations`;
  return {
    subject: operation.key,
    type: scope.use(operationType(context, operation, "parameters")),
    is,
    validate,
    assert,
    parse,
    schema,
    check: scope.use({ module: guards, name: internalNames(parameters).check, typeOnly: false }),
    shape: scope.use(operationShape(context, operation)),
    terms: scope.use({ module: "wire", name: "create", typeOnly: false }),
    partition: undefined,
  };
}

function resultValidator(operation: ModelOperation, context: PlanContext, scope: ModuleScope): ResultItem[] {
  const { returnType } = operation;
  if (returnType === undefined) return [];
  const value = planValue(returnType.type, context.model);
  if (value.kind !== "object") return [];
  const type = named(scope.use(operationType(context, operation, "result")));
  const { result } = operationNamesOf(context.names.of(operation.key));
  const item = scope.use(validatorSymbol(context, value.name, "received", "validate"));
  const maker = context.config.ieee754Compatible ? "validateCollectionIeee754" : "validateCollection";
  return [
    {
      subject: operation.key,
      name: functionNames(result).validate,
      type,
      maker: returnType.type.collection ? scope.use(runtimeSymbol("collection", maker)) : "",
      argument: item,
    },
  ];
}

/** Whether a validator of the result is emitted. */
export function hasResultValidator(operation: ModelOperation, context: PlanContext): boolean {
  return operation.returnType !== undefined && planValue(operation.returnType.type, context.model).kind === "object";
}
