import type { Model } from "../model/types.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";

type Structured = ReadonlyMap<string, StructuredPlan>;

/** Members are looked at where the type itself may stand there; those of a derived type include what it inherits. */
export function isAsked({ type, form, unresolved }: StructuredPlan): boolean {
  return !type.abstract || form === "opaque" || unresolved;
}

/** The type whose members' guard a type has: its own, or that of the base type to which it adds nothing. */
export function membersOwner(name: string, structured: Structured): string {
  const plan = structured.get(name);
  const base = structured.get(plan?.type.base ?? "");
  if (plan === undefined || base === undefined || plan.members.length > 0) return name;
  return isAsked(base) && base.type.open === plan.type.open ? membersOwner(base.type.name, structured) : name;
}

/** Types whose members more than one guard looks at, so that these have a guard of their own. */
export function sharedMembers(structured: Structured, model: Model): ReadonlySet<string> {
  const shared = new Set<string>();
  const add = (name: string): unknown => shared.add(membersOwner(name, structured));
  for (const [name, plan] of structured) {
    if (!isAlone(plan) || membersOwner(name, structured) !== name) add(name);
    for (const variant of plan.variants) add(variant);
    for (const { value } of plan.members) {
      if (value.kind === "resource") for (const type of resourceTypes(value.types, structured, model)) add(type);
    }
  }
  return shared;
}

/** Whether the guard of the type's position has one case, so that it can hold the look at the members itself. */
function isAlone({ form, unresolved }: StructuredPlan): boolean {
  return form === "leaf" && !unresolved;
}
