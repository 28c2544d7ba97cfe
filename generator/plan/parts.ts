import type { StructuredPlan } from "./structured.ts";

/** A type of a structured type: its plain name or one of its parts. */
export type TypePart = "plain" | "members" | "itself" | "tagged" | "unresolved";

/** The parts that a type consists of (semantics: plain name, members, itself, tagged, unresolved). */
export function partsOf(plan: StructuredPlan): TypePart[] {
  return [
    ...(plan.split ? ["members" as const] : []),
    ...(plan.form === "base" ? ["itself" as const] : []),
    ...(plan.type.abstract ? [] : ["tagged" as const]),
    "plain",
    ...(plan.unresolved ? ["unresolved" as const] : []),
  ];
}
