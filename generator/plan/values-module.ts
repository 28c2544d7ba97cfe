import type { ModelType } from "../model/types.ts";
import { fileFor, type PlanContext } from "./context.ts";
import { memberDocs, plainDocs } from "./docs-plan.ts";
import { valueType } from "./member-plans.ts";
import type { Portion } from "./portions.ts";
import type { AliasItem, EnumItem, EnumsModule } from "./types.ts";
import { futureMember, planValue } from "./values.ts";

/** Enumerations and type definitions of a portion. */
export function planValuesModule(context: PlanContext, portion: Portion<ModelType>): EnumsModule {
  const path = fileFor(context, portion, "types/values");
  const scope = context.scope(path);
  const enums = portion.items.flatMap((type): EnumItem[] => {
    if (type.kind !== "enum") return [];
    const members = type.members.map(({ name, docs }) => ({ name, docs: memberDocs(docs) }));
    const evolvable = type.members.some(({ name }) => name === futureMember);
    const facts = [
      ...(type.flags ? ["Flags: member names joined by commas."] : []),
      ...(evolvable ? [`Evolvable: \`${futureMember}\` stands for members that are added later.`] : []),
    ];
    return [
      { name: context.names.of(type.name), flags: type.flags, members, docs: plainDocs(type.name, type.docs, facts) },
    ];
  });
  const definitions = portion.items.flatMap((type): AliasItem[] => {
    if (type.kind !== "typeDefinition") return [];
    const written = valueType(planValue(type.underlying, context.model), "received", {
      context,
      scope,
      owner: type.name,
    });
    return [{ kind: "alias", name: context.names.of(type.name), type: written, docs: plainDocs(type.name, type.docs) }];
  });
  return { kind: "enums", path, imports: scope.imports(), enums, definitions };
}
