import type { StructuredPlan } from "./structured.ts";

/** The parts that a type consists of (semantics: plain name, members, itself, tagged, unresolved). */
export function partsOf(plan: StructuredPlan): ("plain" | "members" | "itself" | "tagged" | "unresolved")[] {
  return [
    ...(plan.split ? ["members" as const] : []),
    ...(plan.form === "base" ? ["itself" as const] : []),
    ...(plan.type.abstract ? [] : ["tagged" as const]),
    "plain",
    ...(plan.unresolved ? ["unresolved" as const] : []),
  ];
}
