import { rules } from "../../templates/runtime/presence.ts";
import type { ModelOperation } from "../model/types.ts";
import { sortedBy } from "../sort.ts";
import { collectionNames } from "./collection-names.ts";
import { fileFor, runtimeSymbol, type PlanContext } from "./context.ts";
import { memberDocs, noDocs, plainDocs } from "./docs-plan.ts";
import { memberType, valueType, type MemberPlace } from "./member-plans.ts";
import type { Symbol } from "./module-scope.ts";
import { operationNamesOf } from "./name-forms.ts";
import { operationObjects, type OperationObject } from "./operations.ts";
import type { Portion } from "./portions.ts";
import { planResult } from "./results.ts";
import type {
  AliasItem,
  DocsPlan,
  InterfaceItem,
  InterfaceMember,
  OperationTypesModule,
  TypeExpression,
} from "./types.ts";

/** Types of the parameters and results of a portion's operations. */
export function planOperationTypes(context: PlanContext, portion: Portion<ModelOperation>): OperationTypesModule {
  const path = fileFor(context, portion, "operations/types");
  const scope = context.scope(path);
  const interfaces = operationObjects(context, portion).map((object) => {
    return objectInterface(object, { context, scope, owner: object.operation.key });
  });
  const aliases = portion.items.flatMap((operation) =>
    resultAlias(operation, { context, scope, owner: operation.key }),
  );
  const items = sortedBy([...interfaces, ...aliases], ({ name }) => name);
  return { kind: "operationTypes", path, imports: scope.imports(), items };
}

function objectInterface(object: OperationObject, place: MemberPlace): InterfaceItem {
  const { operation, name, part, presence, members } = object;
  return {
    kind: "interface",
    name,
    extends: [place.scope.use(runtimeSymbol("control", "ODataControl", true))],
    members: members.map(({ plan, docs }): InterfaceMember => {
      const { required } = rules(plan.facts, presence);
      return { name: plan.name, type: memberType(plan, presence, place), optional: !required, docs: memberDocs(docs) };
    }),
    index: false,
    docs: part === "parameters" ? plainDocs(operation.key, operation.docs) : resultDocs(operation),
  };
}

function resultDocs({ key }: ModelOperation): DocsPlan {
  return { ...noDocs, facts: [`What \`${key}\` returns.`] };
}

/** Results without an envelope of their own (OData JSON 12, 13). */
function resultAlias(operation: ModelOperation, place: MemberPlace): AliasItem[] {
  const { returnType } = operation;
  if (returnType === undefined) return [];
  const { context, scope } = place;
  const { value, form } = planResult(returnType, context.model);
  if (form === "envelope") return [];
  const one = valueType(value, "received", place);
  const type: TypeExpression = returnType.type.collection
    ? { kind: "name", name: scope.use(collectionSymbol(context)), arguments: [one] }
    : one;
  const { result } = operationNamesOf(context.names.of(operation.key));
  return [{ kind: "alias", name: result, type, docs: resultDocs(operation) }];
}

/** The envelope of collections, by how 64-bit numbers travel. */
function collectionSymbol(context: PlanContext): Symbol {
  return runtimeSymbol("envelope", collectionNames(context.config).type, true);
}
