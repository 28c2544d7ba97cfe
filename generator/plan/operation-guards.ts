import type { ModelOperation } from "../model/types.ts";
import { folderOf, runtimeSymbol, type PlanContext } from "./context.ts";
import { shapeMember } from "./member-plans.ts";
import { guardMembers, guardRuntime, loads } from "./members-guards.ts";
import type { ModuleScope } from "./module-scope.ts";
import { internalNames, operationNamesOf } from "./name-forms.ts";
import { operationsOf, operationShape, operationType, parametersOf } from "./operations.ts";
import type { GuardsModule, MembersGuard, ObjectGuard, ShapesModule } from "./types.ts";

/** Guards of the parameters of a namespace's operations. */
export function planOperationGuards(context: PlanContext, namespace: string): GuardsModule | undefined {
  const operations = operationsOf(context, namespace);
  if (operations.length === 0) return undefined;
  const path = `${folderOf(context, namespace)}/guards/operations`;
  const scope = context.scope(path);
  const guards = operations.map((operation) => parametersGuards(operation, context, scope));
  const members = guards.map((guard) => guard.members);
  const objects = guards.map((guard) => guard.object);
  const runtime = guardRuntime(scope, members, objects, []);
  const imports = scope.imports();
  return { kind: "guards", path, imports, presence: "create", members, objects, resources: [], runtime };
}

function parametersGuards(
  operation: ModelOperation,
  context: PlanContext,
  scope: ModuleScope,
): { readonly members: MembersGuard; readonly object: ObjectGuard } {
  const { key: subject } = operation;
  const { parameters } = operationNamesOf(context.names.of(subject));
  const { check, members: name } = internalNames(parameters);
  const type = scope.use(operationType(context, operation, "parameters"));
  const guards = guardMembers(parametersOf(operation, context), "create", { context, scope, owner: subject });
  return {
    members: { name, type, subject, ...loads(guards, undefined), open: undefined },
    object: { name: check, type, subject, mode: "parameters", members: name, cases: [], never: false },
  };
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
