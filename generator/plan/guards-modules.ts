import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { fileFor, membersSymbol, namesFor, resourceGuardSymbol, typeSymbol, type PlanContext } from "./context.ts";
import { divide } from "./divide.ts";
import type { MemberPlace } from "./member-plans.ts";
import { guardRuntime, membersGuard } from "./members-guards.ts";
import { internalNames } from "./name-forms.ts";
import type { Portion } from "./portions.ts";
import { isAsked, membersOwner } from "./shared-guards.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import { groupTags } from "./tag-cases.ts";
import type { GuardsModule, ObjectGuard, ResourceGuard } from "./types.ts";

/** The guards of a portion's structured types in one presence, or undefined where there are none. */
export function planGuardsModule(
  context: PlanContext,
  portion: Portion<StructuredPlan>,
  presence: Presence,
): GuardsModule | undefined {
  const path = fileFor(context, portion, `guards/${presence}`);
  const scope = context.scope(path);
  const { own: plans } = divide(context, portion, presence);
  if (plans.length === 0) return undefined;
  const place = (plan: StructuredPlan): MemberPlace => ({ context, scope, owner: plan.type.name });
  const isShared = ({ type }: StructuredPlan): boolean => context.shared.has(type.name);
  const members = plans.filter(isShared).map((plan) => membersGuard(plan, presence, place(plan)));
  const objects = plans.flatMap((plan) => objectGuards(plan, presence, place(plan)));
  const resources = plans.flatMap((plan) => resourceGuards(plan, presence, place(plan)));
  const runtime = guardRuntime(scope, { members, objects, resources });
  const dynamic =
    "isDynamic" in runtime
      ? { tagged: scope.use({ module: `tagged/${presence}`, name: `${presence}Guards`, typeOnly: false }) }
      : {};
  const names = { ...runtime, ...dynamic };
  return { kind: "guards", path, imports: scope.imports(), members, objects, resources, runtime: names };
}

function objectGuards(plan: StructuredPlan, presence: Presence, place: MemberPlace): ObjectGuard[] {
  const { context, scope } = place;
  const names = namesFor(context, plan.type.name, presence);
  const membersOf = (name: string): string => scope.use(membersSymbol(context, name, presence));
  const alone = isAsked(plan) && !context.shared.has(membersOwner(plan.type.name, context.structured));
  const own = isAsked(plan) && !alone ? membersOf(plan.type.name) : "";
  const whole = alone ? membersGuard(plan, presence, place) : undefined;
  const base = { subject: plan.type.name, members: own, whole };
  const declared = plan.variants.map((name) => ({ tag: `#${name}`, members: membersOf(name) }));
  const itself = plan.type.abstract ? [] : [{ tag: plan.tag, members: own }];
  const opaque = plan.type.abstract ? "dataRequired" : "data";
  const mode = plan.form === "opaque" ? opaque : "declared";
  const plain: ObjectGuard = {
    ...base,
    name: internalNames(names.plain).check,
    type: scope.use(typeSymbol(context, plan.type.name, presence)),
    mode,
    cases: mode === "declared" ? groupTags([...itself, ...declared]) : [],
    untagged: plan.type.abstract ? undefined : own,
    never: mode === "declared" && itself.length + declared.length === 0,
  };
  if (!plan.unresolved) return [plain];
  const type = scope.use(typeSymbol(context, plan.type.name, presence, "unresolved"));
  const unresolved = { name: internalNames(names.unresolved).check, type, mode: "data" } as const;
  return [plain, { ...base, ...unresolved, cases: [], untagged: undefined, never: false }];
}

function resourceGuards(plan: StructuredPlan, presence: Presence, place: MemberPlace): ResourceGuard[] {
  const { context, scope } = place;
  return plan.members.flatMap(({ name, value, facts }): ResourceGuard[] => {
    if (value.kind !== "resource") return [];
    const { inside } = rules(facts, presence);
    const guard = resourceGuardSymbol(context, plan.type.name, value.name, presence).name;
    const tags = resourceTypes(value.types, context.structured, context.model).map((type) => ({
      tag: `#${type}`,
      members: scope.use(membersSymbol(context, type, inside)),
    }));
    return [{ name: guard, subject: `${plan.type.name}/${name}`, cases: groupTags(tags) }];
  });
}
