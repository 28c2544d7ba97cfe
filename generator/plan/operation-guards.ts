import type { ModelOperation } from "../model/types.ts";
import { fileFor, runtimeSymbol, type PlanContext } from "./context.ts";
import { shapeMember } from "./member-plans.ts";
import { casesOf, guardMembers, guardRuntime, hasInherited, isDeep } from "./members-guards.ts";
import type { ModuleScope } from "./module-scope.ts";
import { internalNames } from "./name-forms.ts";
import { operationObjects, operationShape, operationType, type OperationObject } from "./operations.ts";
import type { Portion } from "./portions.ts";
import type { GuardsModule, MembersGuard, ObjectGuard, ShapesModule } from "./types.ts";

/** Guards of the parameters and results of a portion's operations. */
export function planOperationGuards(context: PlanContext, portion: Portion<ModelOperation>): GuardsModule {
  const path = fileFor(context, portion, "guards/operations");
  const scope = context.scope(path);
  const guards = operationObjects(context, portion).map((object) => objectGuards(object, context, scope));
  const members = guards.map((guard) => guard.members);
  const objects = guards.map((guard) => guard.object);
  const runtime = guardRuntime(scope, { members, objects, resources: [] });
  const imports = scope.imports();
  return { kind: "guards", path, imports, members, objects, resources: [], runtime };
}

function objectGuards(
  { operation, name: typeName, part, presence, members }: OperationObject,
  context: PlanContext,
  scope: ModuleScope,
): { readonly members: MembersGuard; readonly object: ObjectGuard } {
  const { key: subject } = operation;
  const { check, members: name } = internalNames(typeName);
  const type = scope.use(operationType(context, operation, part));
  const plans = members.map(({ plan }) => plan);
  const guards = guardMembers(plans, presence, { context, scope, owner: subject });
  return {
    members: {
      name,
      type,
      subject,
      // Parameters have no discriminator: in either spelling it is an annotation like any other.
      skipped: ["@odata.type", "@type"],
      ...casesOf(guards),
      open: false,
      ownOnly: hasInherited(guards),
      usesDepth: guards.some(({ test }) => isDeep(test)),
    },
    object: {
      name: check,
      subject,
      type,
      mode: "parameters",
      members: name,
      whole: undefined,
      cases: [],
      untagged: undefined,
      never: false,
    },
  };
}

/** Shapes of the parameters and results of a portion's operations. */
export function planOperationShapes(context: PlanContext, portion: Portion<ModelOperation>): ShapesModule {
  const path = fileFor(context, portion, "operations/shapes");
  const scope = context.scope(path);
  const objects = operationObjects(context, portion).map((object) => ({
    name: operationShape(context, object).name,
    subject: object.operation.key,
    entity: false,
    discriminator: "none" as const,
    base: undefined,
    variants: [],
    open: undefined,
    members: object.members.map(({ plan }) => shapeMember(plan, { context, scope, owner: object.operation.key })),
  }));
  const runtime = { ObjectShape: scope.use(runtimeSymbol("shape", "ObjectShape", true)) };
  return { kind: "shapes", path, imports: scope.imports(), objects, enums: [], resources: [], runtime };
}
