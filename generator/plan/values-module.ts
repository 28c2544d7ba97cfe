import { folderOf, type PlanContext } from "./context.ts";
import { memberDocs, plainDocs } from "./docs-plan.ts";
import { valueType } from "./member-plans.ts";
import type { AliasItem, EnumItem, EnumsModule } from "./types.ts";
import { futureMember, planValue } from "./values.ts";

/** Enumerations and type definitions of a namespace. */
export function planValuesModule(context: PlanContext, namespace: string): EnumsModule | undefined {
  const path = `${folderOf(context, namespace)}/types/values`;
  const scope = context.scope(path);
  const own = context.typesOf(namespace);
  const enums = own.flatMap((type): EnumItem[] => {
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
  const definitions = own.flatMap((type): AliasItem[] => {
    if (type.kind !== "typeDefinition") return [];
    const written = valueType(planValue(type.underlying, context.model), "received", {
      context,
      scope,
      owner: type.name,
    });
    return [{ kind: "alias", name: context.names.of(type.name), type: written, docs: plainDocs(type.name, type.docs) }];
  });
  if (enums.length === 0 && definitions.length === 0) return undefined;
  return { kind: "enums", path, imports: scope.imports(), enums, definitions };
}
