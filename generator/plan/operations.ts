import { NOT_NULL, type Presence } from "../../templates/runtime/shape.ts";
import type { Docs, ModelOperation } from "../model/types.ts";
import { folderOf, type PlanContext } from "./context.ts";
import { noDocs } from "./docs-plan.ts";
import type { Symbol } from "./module-scope.ts";
import { operationNamesOf } from "./name-forms.ts";
import type { Portion } from "./portions.ts";
import { planResult } from "./results.ts";
import { shapeIn } from "./symbols.ts";
import { planParameter, planValue, type MemberPlan, type ValuePlan } from "./values.ts";

/**
 * A JSON object that belongs to one operation alone: its parameters, or the envelope round a result that is no
 * structured type (OData JSON 11, 12).
 */
export interface OperationObject {
  readonly operation: ModelOperation;
  readonly name: string;
  readonly part: "parameters" | "result";
  readonly presence: Presence;
  readonly members: readonly { readonly plan: MemberPlan; readonly docs: Docs }[];
}

/** The objects of a portion's operations. */
export function operationObjects(context: PlanContext, { items }: Portion<ModelOperation>): OperationObject[] {
  return items.flatMap((operation) => {
    const result = resultEnvelope(operation, context);
    return result === undefined
      ? [parametersObject(operation, context)]
      : [parametersObject(operation, context), result];
  });
}

function parametersObject(operation: ModelOperation, context: PlanContext): OperationObject {
  const members = operation.parameters.map((parameter) => {
    return { plan: planParameter(parameter, context.model), docs: parameter.docs };
  });
  const name = operationNamesOf(context.names.of(operation.key)).parameters;
  return { operation, name, part: "parameters", presence: "create", members };
}

/** The envelope of a result that has one of its own. */
function resultEnvelope(operation: ModelOperation, context: PlanContext): OperationObject | undefined {
  const { returnType } = operation;
  if (returnType === undefined) return undefined;
  const { value, facts, form } = planResult(returnType, context.model);
  if (form !== "envelope") return undefined;
  const control = returnType.type.collection ? collectionControl(context) : [];
  const plans = [...control, { name: "value", value, facts }];
  const name = operationNamesOf(context.names.of(operation.key)).result;
  return {
    operation,
    name,
    part: "result",
    presence: "received",
    members: plans.map((plan) => ({ plan, docs: noDocs })),
  };
}

/** What a response says of a collection (OData JSON 4.5). */
function collectionControl(context: PlanContext): MemberPlan[] {
  const facets = { maxLength: undefined, precision: undefined, scale: undefined };
  const text: ValuePlan = { kind: "primitive", type: "Edm.String", facets };
  const count = planValue({ name: "Edm.Int64", collection: false, ...facets }, context.model);
  return [
    { name: "@odata.count", value: count, facts: NOT_NULL },
    { name: "@odata.deltaLink", value: text, facts: NOT_NULL },
    { name: "@odata.nextLink", value: text, facts: NOT_NULL },
  ];
}

/** The file of an operation for a kind of thing. */
export function operationFile(context: PlanContext, { key, namespace }: ModelOperation, kind: string): string {
  return `${folderOf(context, namespace)}/${kind}${context.portions.suffixOf(key)}`;
}

/** The type of an operation's parameters or result. */
export function operationType(context: PlanContext, operation: ModelOperation, part: "parameters" | "result"): Symbol {
  const name = operationNamesOf(context.names.of(operation.key))[part];
  return { module: operationFile(context, operation, "operations/types"), name, typeOnly: true };
}

/** The shape of an operation's object. */
export function operationShape(context: PlanContext, { operation, name }: OperationObject): Symbol {
  return shapeIn(operationFile(context, operation, "operations/shapes"), name);
}
