import type { ModelOperation } from "../model/types.ts";
import { folderOf, shapeIn, type PlanContext } from "./context.ts";
import type { Symbol } from "./module-scope.ts";
import { operationNamesOf } from "./name-forms.ts";
import { planParameter, type MemberPlan } from "./values.ts";

/** Operations of a namespace. */
export function operationsOf(context: PlanContext, namespace: string): readonly ModelOperation[] {
  return context.operations.filter((operation) => operation.namespace === namespace);
}

/** What the rules of the presences need to know of an operation's parameters. */
export function parametersOf(operation: ModelOperation, context: PlanContext): readonly MemberPlan[] {
  return operation.parameters.map((parameter) => planParameter(parameter, context.model));
}

/** The type of an operation's parameters or result. */
export function operationType(context: PlanContext, operation: ModelOperation, part: "parameters" | "result"): Symbol {
  const name = operationNamesOf(context.names.of(operation.key))[part];
  return { module: `${folderOf(context, operation.namespace)}/operations/types`, name, typeOnly: true };
}

/** The shape of an operation's parameters. */
export function operationShape(context: PlanContext, operation: ModelOperation): Symbol {
  const { parameters } = operationNamesOf(context.names.of(operation.key));
  const symbol = shapeIn(context, operation.namespace, parameters);
  return { ...symbol, module: symbol.module.replace(/shapes$/, "operations/shapes") };
}
