import type { Presence } from "../../templates/runtime/shape.ts";
import type { ModelType } from "../model/types.ts";
import { enumGuardSymbol, fileFor, membersSymbol, runtimeSymbol, type PlanContext } from "./context.ts";
import type { Symbol } from "./module-scope.ts";
import type { Portion } from "./portions.ts";
import type { StructuredPlan } from "./structured.ts";
import { groupTags } from "./tag-cases.ts";
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
  // No value is of an abstract type.
  const guard = (plan: StructuredPlan): Symbol =>
    plan.form === "abstract"
      ? runtimeSymbol("is-dynamic", "isAbstract")
      : membersSymbol(context, plan.type.name, presence);
  const tags = [...context.structured.values()].map((plan) => ({ tag: plan.tag, members: scope.use(guard(plan)) }));
  const runtime: RuntimeNames = {
    TaggedGuards: scope.use(runtimeSymbol("is-dynamic", "TaggedGuards", true)),
    Members: scope.use(runtimeSymbol("own", "Members", true)),
    Notes: scope.use(runtimeSymbol("notes", "Notes", true)),
    wire: scope.use({ module: "wire", name: "wire", typeOnly: false }),
  };
  return {
    kind: "tagged",
    path,
    imports: scope.imports(),
    presence,
    cases: groupTags(tags),
    runtime,
    renamed: runtime["wire"] !== "wire",
  };
}
