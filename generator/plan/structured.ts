import { COLLECTION } from "../../templates/runtime/shape.ts";
import type { Model, StructuredModelType } from "../model/types.ts";
import type { Slice } from "../slice/types.ts";
import { planMember, type MemberPlan } from "./values.ts";

/** How the declared type of a position is told from what stands there. */
export type Form =
  /** Concrete, nothing derived from it in the slice: optional tag. */
  | "leaf"
  /** Concrete, with derived types: a union. */
  | "base"
  /** Abstract: a union of tagged types; empty where nothing concrete derives from it. */
  | "abstract"
  /** Derived types are not told apart: any tag. */
  | "opaque";

export interface StructuredPlan {
  readonly type: StructuredModelType;
  readonly form: Form;
  readonly tag: string;
  /** Own members, in model order. */
  readonly members: readonly MemberPlan[];
  /** Concrete types of the slice derived from it, at any distance; sorted. */
  readonly variants: readonly string[];
  /** Whether members stand in an interface of their own, for derived types or for positions with any tag. */
  readonly split: boolean;
  /** Some position takes it with its discriminator as data. */
  readonly unresolved: boolean;
  /** What a partition divides: a collection of structured values called `value`, own or inherited, as envelopes have. */
  readonly items: ItemsPlan | undefined;
}

/** The type of the items of a collection, and the facts of the member that holds it. */
export interface ItemsPlan {
  readonly type: string;
  readonly facts: number;
}

/** The structured types of the slice, by qualified name; sorted. */
export function planStructured(slice: Slice): Map<string, StructuredPlan> {
  const { model } = slice;
  const unresolved = unresolvedTypes(slice);
  const plans = new Map<string, StructuredPlan>();
  for (const [name, { distinguished, variants }] of slice.types) {
    const type = model.types.get(name);
    if (type?.kind !== "entity" && type?.kind !== "complex") continue;
    const derived = (model.derived.get(name) ?? []).filter((other) => slice.types.has(other));
    const form = !distinguished ? "opaque" : type.abstract ? "abstract" : variants.length > 0 ? "base" : "leaf";
    plans.set(name, {
      type,
      form,
      tag: `#${name}`,
      members: type.members.map((member) => planMember(member, model)),
      variants: distinguished ? variants : [],
      split: form !== "leaf" || derived.length > 0 || unresolved.has(name),
      unresolved: unresolved.has(name),
      items: itemsOf(type, model),
    });
  }
  return plans;
}

function itemsOf({ members, base }: StructuredModelType, model: Model): ItemsPlan | undefined {
  const found = members.find(({ name }) => name === "value");
  if (found === undefined) {
    const above = base === undefined ? undefined : model.types.get(base);
    return above?.kind === "entity" || above?.kind === "complex" ? itemsOf(above, model) : undefined;
  }
  const { value, facts } = planMember(found, model);
  return value.kind === "object" && (facts & COLLECTION) !== 0 ? { type: value.name, facts } : undefined;
}

function unresolvedTypes({ model, types }: Slice): Set<string> {
  const names = new Set<string>();
  for (const name of types.keys()) {
    const type = model.types.get(name);
    if (type?.kind !== "entity" && type?.kind !== "complex") continue;
    for (const member of type.members) if (member.unresolvedDiscriminator) names.add(member.type.name);
  }
  return names;
}

/** A type and those that it derives from, the outermost base first. */
export function lineage(name: string, structured: ReadonlyMap<string, StructuredPlan>): readonly StructuredPlan[] {
  const plan = structured.get(name);
  if (plan === undefined) return [];
  return plan.type.base === undefined ? [plan] : [...lineage(plan.type.base, structured), plan];
}

/** Own and inherited members, base members first. */
export function allMembers(name: string, structured: ReadonlyMap<string, StructuredPlan>): readonly MemberPlan[] {
  return lineage(name, structured).flatMap(({ members }) => members);
}

/** The concrete types of the slice that a resource union takes: those listed and those derived from them. */
export function resourceTypes(
  types: readonly string[],
  structured: ReadonlyMap<string, StructuredPlan>,
  model: Model,
): string[] {
  const all = types.flatMap((name) => [name, ...(model.derived.get(name) ?? [])]);
  const concrete = all.filter((name) => structured.get(name)?.type.abstract === false);
  return [...new Set(concrete)].sort();
}
