import type {
  Absence,
  AliasItem,
  EnumItem,
  FactoryItem,
  InterfaceItem,
  InterfaceMember,
  ModulePlan,
  ObjectGuard,
  Plan,
  ShapeItem,
  TestPlan,
  TypeExpression,
} from "../../generator/plan/types.ts";

/**
 * What a plan can ask the renderers for, by the property of the plan that asks. A new kind of thing in the plan is a new
 * member here, and `constructs.test.ts` does not compile until it names a case for it.
 */
export type Construct =
  | `modules=${ModulePlan["kind"]}`
  | `items=${InterfaceItem["kind"] | AliasItem["kind"]}`
  | `type=${TypeExpression["kind"]}`
  | `item=${TypeExpression["kind"] & ("name" | "union")}`
  | `test=${TestPlan["kind"]}`
  | `absence=${Absence}`
  | `mode=${ObjectGuard["mode"]}`
  | `discriminator=${ShapeItem["discriminator"]}`
  | `never=${ObjectGuard["never"]}`
  | `index=${InterfaceItem["index"]}`
  | `optional=${InterfaceMember["optional"]}`
  | `flags=${EnumItem["flags"]}`
  | `initRequired=${FactoryItem["initRequired"]}`
  | `empty=${boolean}`
  | `ieee754Compatible=${boolean}`
  | "aliases"
  | "arguments"
  | "as"
  | "base"
  | "definitions"
  | "deprecated"
  | "exportName"
  | "namespace"
  | "open"
  | "partition"
  | "results"
  | "serviceRoot"
  | "stars"
  | "variants"
  | "whole";

/** Everything that a plan asks for: literals as `property=value`, other properties where they hold something. */
export function constructsOf(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  collect("plan", plan, found);
  return found;
}

function collect(key: string, value: unknown, found: Set<string>): void {
  if (typeof value === "string" || typeof value === "boolean") found.add(`${key}=${value}`);
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
  found.add(key);
  if (Array.isArray(value)) for (const item of value) collect(key, item, found);
  else if (typeof value === "object" && value !== null) collectMembers(key, value, found);
}

function collectMembers(key: string, value: object, found: Set<string>): void {
  if ("kind" in value && typeof value.kind === "string") found.add(`${key}=${value.kind}`);
  for (const [name, member] of Object.entries(value)) collect(name, member, found);
}
