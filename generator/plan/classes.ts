import { isLenient, rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import type { Model } from "../model/types.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import type { MemberPlan, ValuePlan } from "./values.ts";

export const presences: readonly Presence[] = ["received", "create", "update", "declared"];

/** The presences that a type has: update is for entity types only. */
export function presencesOf(plan: StructuredPlan): readonly Presence[] {
  return plan.type.kind === "entity" ? presences : presences.filter((presence) => presence !== "update");
}

/**
 * For each type and presence the first presence with the same structure and the same verdicts, so that the second can
 * be an alias. The coarsest partition that is stable under what members, bases and variants refer to, found by
 * refinement from all presences of a type being alike.
 * @returns by `name presence`
 */
export function planClasses(structured: ReadonlyMap<string, StructuredPlan>, model: Model): Map<string, Presence> {
  let classes = new Map<string, Presence>();
  for (const [name, plan] of structured) {
    for (const presence of presencesOf(plan)) classes.set(classKey(name, presence), "received");
  }
  for (;;) {
    const next = refine(structured, model, classes);
    const stable = [...next].every(([key, presence]) => classes.get(key) === presence);
    if (stable) return next;
    classes = next;
  }
}

export function classKey(name: string, presence: Presence): string {
  return `${name} ${presence}`;
}

/** Complex types have no update: inside one they follow create (rule of the nested presences). */
export function presenceFor(plan: StructuredPlan | undefined, presence: Presence): Presence {
  return presence === "update" && plan?.type.kind === "complex" ? "create" : presence;
}

function refine(
  structured: ReadonlyMap<string, StructuredPlan>,
  model: Model,
  classes: ReadonlyMap<string, Presence>,
): Map<string, Presence> {
  const next = new Map<string, Presence>();
  for (const [name, plan] of structured) {
    const bySignature = new Map<string, Presence>();
    for (const presence of presencesOf(plan)) {
      const old = classes.get(classKey(name, presence)) ?? presence;
      const signature = `${old} ${signatureOf(plan, presence, structured, model, classes)}`;
      const representative = bySignature.get(signature) ?? presence;
      bySignature.set(signature, representative);
      next.set(classKey(name, presence), representative);
    }
  }
  return next;
}

function signatureOf(
  plan: StructuredPlan,
  presence: Presence,
  structured: ReadonlyMap<string, StructuredPlan>,
  model: Model,
  classes: ReadonlyMap<string, Presence>,
): string {
  const classOf = (name: string, wanted: Presence): Presence | undefined =>
    classes.get(classKey(name, presenceFor(structured.get(name), wanted)));
  const valueSignature = (value: ValuePlan, inside: Presence): unknown => {
    switch (value.kind) {
      case "object":
        return classOf(value.name, inside);
      case "resource":
        return resourceTypes(value.types, structured, model).map((name) => classOf(name, inside));
      case "enum":
        return value.evolvable && isLenient(inside);
      case "primitive":
      case "definition":
      case "untyped":
        return undefined;
    }
  };
  const memberSignature = ({ facts, value }: MemberPlan): unknown => {
    const { sent, required, nullable, inside } = rules(facts, presence);
    return sent ? [required, nullable, valueSignature(value, inside)] : "not sent";
  };
  return JSON.stringify([
    plan.type.base === undefined ? undefined : classOf(plan.type.base, presence),
    plan.variants.map((name) => classOf(name, presence)),
    plan.members.map(memberSignature),
    // Dynamic members are checked as the types of the package in this very presence.
    plan.type.open ? presence : undefined,
  ]);
}
