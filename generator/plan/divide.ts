import type { Presence } from "../../templates/runtime/shape.ts";
import { presencesOf } from "./classes.ts";
import type { PlanContext } from "./context.ts";
import type { Portion } from "./portions.ts";
import type { StructuredPlan } from "./structured.ts";

/** The types that a presence declares, and those whose names it takes from an earlier one. */
export function divide(
  context: PlanContext,
  portion: Portion<StructuredPlan>,
  presence: Presence,
): { readonly own: StructuredPlan[]; readonly aliased: StructuredPlan[] } {
  const plans = portion.items.filter((plan) => presencesOf(plan).includes(presence));
  const isOwn = (plan: StructuredPlan): boolean => context.representative(plan.type.name, presence) === presence;
  return { own: plans.filter(isOwn), aliased: plans.filter((plan) => !isOwn(plan)) };
}
