import { isLenient, rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { gathered } from "../group.ts";
import type { Model } from "../model/types.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import type { MemberPlan, ValuePlan } from "./values.ts";

export const presences: readonly Presence[] = ["received", "create", "update", "declared"];

/** The presences that a type has: update is for entity types only. */
export function presencesOf(plan: StructuredPlan): readonly Presence[] {
  return plan.type.kind === "entity" ? presences : withoutUpdate;
}

const withoutUpdate = presences.filter((presence) => presence !== "update");

/** A type in one presence while presences are compared. */
interface Node {
  readonly key: string;
  readonly presence: Presence;
  /** What it is apart from what it refers to. */
  readonly own: string;
  /** What it refers to, by key, in the order of `own`. */
  readonly references: readonly string[];
}

/**
 * For each type and presence the first presence with the same structure and the same verdicts, so that the second can
 * be an alias. The coarsest partition that is stable under what members, bases and variants refer to, found by
 * refinement from all presences of a type being alike that are alike apart from what they refer to.
 * @returns by `name presence`
 */
export function planClasses(structured: ReadonlyMap<string, StructuredPlan>, model: Model): Map<string, Presence> {
  const types = [...structured].map(([name, plan]) =>
    presencesOf(plan).map((presence) => nodeOf(classKey(name, presence), plan, presence, { structured, model })),
  );
  const classes = new Map<string, Presence>();
  for (const nodes of types) divide(nodes, ({ own }) => own, classes);
  const users = gathered(types.flatMap((nodes) => nodes.flatMap(referring(nodes))));
  // What is divided further divides what refers to it: a type three times at most.
  const waiting = new Set<readonly Node[]>(types);
  for (const nodes of waiting) {
    waiting.delete(nodes);
    const signature = ({ key, references }: Node): string =>
      `${classes.get(key) ?? ""} ${references.map((one) => classes.get(one)).join(" ")}`;
    if (!divide(nodes, signature, classes)) continue;
    for (const user of nodes.flatMap(({ key }) => users.get(key) ?? [])) waiting.add(user);
  }
  return classes;
}

function referring(nodes: readonly Node[]): (node: Node) => [key: string, user: readonly Node[]][] {
  return ({ references }) => references.map((key) => [key, nodes]);
}

/** Gives each presence of a type the first one with the same signature; says whether anything is another one now. */
function divide(nodes: readonly Node[], signature: (node: Node) => string, classes: Map<string, Presence>): boolean {
  const first = new Map<string, Presence>();
  const found = nodes.map((node): [string, Presence] => {
    const text = signature(node);
    const representative = first.get(text) ?? node.presence;
    first.set(text, representative);
    return [node.key, representative];
  });
  const changed = found.some(([key, presence]) => classes.get(key) !== presence);
  for (const [key, presence] of found) classes.set(key, presence);
  return changed;
}

export function classKey(name: string, presence: Presence): string {
  return `${name} ${presence}`;
}

/** Complex types have no update: inside one they follow create (rule of the nested presences). */
export function presenceFor(plan: StructuredPlan | undefined, presence: Presence): Presence {
  return presence === "update" && plan?.type.kind === "complex" ? "create" : presence;
}

function nodeOf(
  key: string,
  plan: StructuredPlan,
  presence: Presence,
  { structured, model }: { readonly structured: ReadonlyMap<string, StructuredPlan>; readonly model: Model },
): Node {
  const references: string[] = [];
  const refer = (name: string, wanted: Presence): void => {
    references.push(classKey(name, presenceFor(structured.get(name), wanted)));
  };
  const valueSignature = (value: ValuePlan, inside: Presence): unknown => {
    switch (value.kind) {
      case "object":
        return refer(value.name, inside);
      case "resource":
        for (const name of resourceTypes(value.types, structured, model)) refer(name, inside);
        return undefined;
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
  if (plan.type.base !== undefined) refer(plan.type.base, presence);
  for (const name of plan.variants) refer(name, presence);
  const members = plan.members.map(memberSignature);
  // Dynamic members are checked as the types of the package in this very presence.
  return { key, presence, own: JSON.stringify([members, plan.type.open ? presence : undefined]), references };
}
