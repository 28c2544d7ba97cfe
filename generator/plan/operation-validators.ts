import type { ModelOperation } from "../model/types.ts";
import { collectionNames } from "./collection-names.ts";
import { fileFor, runtimeSymbol, validatorSymbol, type PlanContext } from "./context.ts";
import { named } from "./member-plans.ts";
import type { ModuleScope } from "./module-scope.ts";
import { functionNames, internalNames, operationNamesOf } from "./name-forms.ts";
import { operationFile, operationObjects, operationShape, operationType, type OperationObject } from "./operations.ts";
import type { Portion } from "./portions.ts";
import { planResult } from "./results.ts";
import type { OperationValidatorsModule, ResultItem, ValidatorItem } from "./types.ts";
import { validatorRuntime } from "./validators-modules.ts";

/** Validators of parameters and results of a portion's operations. */
export function planOperationValidators(
  context: PlanContext,
  portion: Portion<ModelOperation>,
): OperationValidatorsModule {
  const path = fileFor(context, portion, "operations/validators");
  const scope = context.scope(path);
  const items = operationObjects(context, portion).map((object) => objectValidator(object, context, scope));
  const results = portion.items.flatMap((operation) => resultValidator(operation, context, scope));
  const runtime = {
    ...validatorRuntime(scope),
    ...(results.length > 0 ? { Validator: scope.use(runtimeSymbol("validate", "Validator", true)) } : {}),
  };
  return { kind: "operationValidators", path, imports: scope.imports(), items, results, runtime };
}

function objectValidator(object: OperationObject, context: PlanContext, scope: ModuleScope): ValidatorItem {
  const { operation, name, part, presence } = object;
  const { is, validate, assert, parse, schema } = functionNames(name);
  const guards = operationFile(context, operation, "guards/operations");
  return {
    subject: operation.key,
    words: part === "parameters" ? " (its parameters)" : " (its result)",
    type: scope.use(operationType(context, operation, part)),
    is,
    validate,
    assert,
    parse,
    schema,
    check: scope.use({ module: guards, name: internalNames(name).check, typeOnly: false }),
    shape: scope.use(operationShape(context, object)),
    terms: scope.use({ module: "wire", name: part === "result" ? part : presence, typeOnly: false }),
    partition: undefined,
  };
}

function resultValidator(operation: ModelOperation, context: PlanContext, scope: ModuleScope): ResultItem[] {
  const { returnType } = operation;
  if (returnType === undefined) return [];
  const { value, form } = planResult(returnType, context.model);
  if (form !== "type" || value.kind !== "object") return [];
  const type = named(scope.use(operationType(context, operation, "result")));
  const { result } = operationNamesOf(context.names.of(operation.key));
  const item = scope.use(validatorSymbol(context, value.name, "received", "validate"));
  const maker = collectionNames(context.config).validator;
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
