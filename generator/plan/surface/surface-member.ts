import { COLLECTION, type Presence } from "../../../templates/runtime/shape.ts";
import { rules } from "../../../templates/runtime/presence.ts";
import type { Docs, Model, ModelMember, ModelOperation } from "../../model/types.ts";
import { noDocs } from "../docs-plan.ts";
import { operationClaims, type Names } from "../naming.ts";
import { planResult } from "../results.ts";
import { resourceTypes, type StructuredPlan } from "../structured.ts";
import { planParameter, type MemberPlan, type ValuePlan } from "../values.ts";
import type { Shown, SurfaceMember, SurfaceOperation } from "./types.ts";

/** What every part of the surface is made with. */
export interface Look {
  readonly model: Model;
  readonly structured: ReadonlyMap<string, StructuredPlan>;
  readonly nameOf: Names["of"];
  /** The export in front of a namespace's names; empty for the main namespace. */
  readonly prefixOf: (namespace: string) => string;
}

/** A planned member with its rules in the presences that it has. */
export function surfaceMember(
  { name, value, facts }: MemberPlan,
  about: { readonly presences: readonly Presence[]; readonly docs: Docs; readonly at?: ModelMember["at"] | undefined },
  { structured, model }: Look,
): SurfaceMember {
  const { presences, docs, at } = about;
  const byPresence = new Map(presences.map((presence) => [presence, rules(facts, presence)]));
  // Not what is listed, but what may stand there.
  const resolved: ValuePlan =
    value.kind === "resource" ? { ...value, types: resourceTypes(value.types, structured, model) } : value;
  return { name, value: resolved, collection: (facts & COLLECTION) !== 0, rules: byPresence, docs, at };
}

/** Names and comments of something that the package exports. */
export function shownAs(
  name: string,
  { namespace, docs, at }: Pick<ModelOperation, "namespace" | "docs" | "at">,
  names: readonly string[],
  look: Look,
): Shown {
  return { name, identifier: `${look.prefixOf(namespace)}${look.nameOf(name)}`, names, docs, at };
}

/** What users see of an operation. */
export function surfaceOperation(operation: ModelOperation, look: Look): SurfaceOperation {
  const { key, kind, simpleName, binding, parameters, at } = operation;
  const members = parameters.map((parameter): [string, SurfaceMember] => {
    const about = { presences: ["create"] as const, docs: parameter.docs, at };
    return [parameter.name, surfaceMember(planParameter(parameter, look.model), about, look)];
  });
  return {
    ...shownAs(key, operation, operationClaims(operation, look.nameOf(key), look.model), look),
    kind,
    simpleName,
    binding,
    parameters: new Map(members),
    result: surfaceResult(operation, look),
  };
}

function surfaceResult({ returnType, at }: ModelOperation, look: Look): SurfaceMember | undefined {
  if (returnType === undefined) return undefined;
  const { value, facts } = planResult(returnType, look.model);
  const plan = { name: "$ReturnType", value, facts };
  return surfaceMember(plan, { presences: ["received"], docs: noDocs, at }, look);
}
