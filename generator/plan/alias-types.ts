import type { Presence } from "../../templates/runtime/shape.ts";
import { namesFor, resourceSymbol, typeSymbol } from "./context.ts";
import { noDocs, typeDocs } from "./docs-plan.ts";
import { pascal } from "./identifiers.ts";
import { named, type MemberPlace } from "./member-plans.ts";
import type { Symbol } from "./module-scope.ts";
import { presenceSuffix } from "./name-forms.ts";
import { partsOf } from "./parts.ts";
import type { StructuredPlan } from "./structured.ts";
import type { AliasItem } from "./types.ts";

/** Every name of a type in a presence that says the same as an earlier one. */
export function aliasType(plan: StructuredPlan, presence: Presence, { context, scope }: MemberPlace): AliasItem[] {
  const representative = context.representative(plan.type.name, presence);
  const names = namesFor(context, plan.type.name, presence);
  const docs = typeDocs(plan.type.name, noDocs, presence);
  const alias = (name: string, original: Symbol): AliasItem => {
    return { kind: "alias", name, type: named(scope.use(original)), docs };
  };
  const parts = partsOf(plan).map((part) => {
    return alias(names[part], typeSymbol(context, plan.type.name, representative, part));
  });
  const unions = plan.members.flatMap(({ value }): AliasItem[] => {
    if (value.kind !== "resource") return [];
    const original = resourceSymbol(context, plan.type.name, value.name, presence);
    return [alias(`${pascal(value.name)}${presenceSuffix[presence]}`, original)];
  });
  return [...parts, ...unions];
}
