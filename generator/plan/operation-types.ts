import { rules } from "../../templates/runtime/presence.ts";
import type { ModelOperation } from "../model/types.ts";
import { folderOf, runtimeSymbol, type PlanContext } from "./context.ts";
import { memberDocs, plainDocs } from "./docs-plan.ts";
import { memberType, named, unionOf, valueType, type MemberPlace } from "./member-plans.ts";
import type { Symbol } from "./module-scope.ts";
import { operationNamesOf } from "./name-forms.ts";
import { operationsOf, parametersOf } from "./operations.ts";
import type { AliasItem, InterfaceItem, InterfaceMember, OperationTypesModule, TypeExpression } from "./types.ts";
import { planValue } from "./values.ts";

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
