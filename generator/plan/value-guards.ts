import type { Presence } from "../../templates/runtime/shape.ts";
import type { ModelType } from "../model/types.ts";
import { enumGuardSymbol, fileFor, guardSymbol, runtimeSymbol, type PlanContext } from "./context.ts";
import type { Symbol } from "./module-scope.ts";
import type { Portion } from "./portions.ts";
import { isAsked, membersOwner } from "./shared-guards.ts";
import type { StructuredPlan } from "./structured.ts";
import type { EnumGuardsModule, RuntimeNames, TaggedModule } from "./types.ts";

/** The guards of a portion's enumerations, or undefined where there are none. */
export function planValueGuardsModule(context: PlanContext, portion: Portion<ModelType>): EnumGuardsModule | undefined {
  const path = fileFor(context, portion, "guards/values");
  const scope = context.scope(path);
  const enums = portion.items.flatMap((type) => {
    if (type.kind !== "enum") return [];
    const members = type.members.map(({ name }) => name);
    const empty = members.length === 0;
    const { name } = enumGuardSymbol(context, type.name);
    return [{ name, subject: type.name, flags: type.flags, empty, members }];
  });
  if (enums.length === 0) return undefined;
  const flags = enums.some((type) => type.flags && !type.empty);
  const runtime: RuntimeNames = flags ? { isFlags: scope.use(runtimeSymbol("guard", "isFlags")) } : {};
  return { kind: "enumGuards", path, imports: scope.imports(), enums, runtime };
}

/** The guards of a package by tag in one presence; only open types ask for them. */
export function planTaggedModule(context: PlanContext, presence: Presence): TaggedModule {
  const path = `tagged/${presence}`;
  const scope = context.scope(path);
  const cases = [...context.structured.values()].map((plan) => ({
    tag: plan.tag,
    members: isAsked(plan) ? scope.use(membersSymbol(plan, presence, context)) : undefined,
  }));
  const runtime: RuntimeNames = {
    TaggedGuards: scope.use(runtimeSymbol("is-dynamic", "TaggedGuards", true)),
    ...(cases.some(({ members }) => members === undefined)
      ? { isAbstract: scope.use(runtimeSymbol("is-dynamic", "isAbstract")) }
      : {}),
    Members: scope.use(runtimeSymbol("own", "Members", true)),
    Notes: scope.use(runtimeSymbol("notes", "Notes", true)),
    wire: scope.use({ module: "wire", name: "wire", typeOnly: false }),
  };
  return {
    kind: "tagged",
    path,
    imports: scope.imports(),
    presence,
    cases,
    runtime,
    renamed: runtime["wire"] !== "wire",
  };
}

/** Whatever looks at the members: their own guard, or that of the position where it holds the look itself. */
function membersSymbol({ type }: StructuredPlan, presence: Presence, context: PlanContext): Symbol {
  const owner = membersOwner(type.name, context.structured);
  return guardSymbol(context, owner, presence, context.shared.has(owner) ? "members" : "plain");
}
