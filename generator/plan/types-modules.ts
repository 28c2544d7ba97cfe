import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import type { ModelMember } from "../model/types.ts";
import { presencesOf } from "./classes.ts";
import { folderOf, namesFor, runtimeSymbol, typeSymbol, type PlanContext } from "./context.ts";
import { memberDocs, noDocs, plainDocs, typeDocs } from "./docs-plan.ts";
import { pascal } from "./identifiers.ts";
import { memberType, named, unionOf, valueType, type MemberPlace } from "./member-plans.ts";
import type { ModuleScope } from "./module-scope.ts";
import { presenceSuffix, type StructuredNames } from "./naming.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import type {
  AliasItem,
  EnumItem,
  EnumsModule,
  InterfaceItem,
  InterfaceMember,
  TypeExpression,
  TypesModule,
} from "./types.ts";
import { futureMember, planValue } from "./values.ts";

/** The structured types of a namespace in one presence, or undefined where there are none. */
export function planTypesModule(context: PlanContext, namespace: string, presence: Presence): TypesModule | undefined {
  const path = `${folderOf(context, namespace)}/types/${presence}`;
  const scope = context.scope(path);
  const items = [...context.structured.values()]
    .filter(({ type }) => type.namespace === namespace)
    .filter((plan) => presencesOf(plan).includes(presence))
    .flatMap((plan) => {
      const representative = context.representative(plan.type.name, presence);
      return representative === presence
        ? declareType(plan, presence, { context, scope, owner: plan.type.name })
        : aliasType(plan, presence, representative, context, scope);
    });
  return items.length === 0 ? undefined : { kind: "types", path, imports: scope.imports(), items };
}

type Item = InterfaceItem | AliasItem;

function declareType(plan: StructuredPlan, presence: Presence, place: MemberPlace): Item[] {
  const { context } = place;
  const names = namesFor(context, plan.type.name, presence);
  const parent = baseName(plan, presence, place);
  const own = ownMembers(plan, presence, place);
  const index = plan.type.open && context.config.openTypes === "index";
  const { name, docs } = plan.type;
  const declare = (item: Omit<InterfaceItem, "kind" | "index">, withIndex = index): InterfaceItem => {
    return { kind: "interface", index: withIndex, ...item };
  };
  const members = declare({
    name: names.members,
    extends: [parent],
    members: own,
    docs: typeDocs(name, noDocs, presence, "without discriminator"),
  });
  const tagged = (extended: string): InterfaceItem =>
    declare(
      {
        name: names.tagged,
        extends: [extended],
        members: [tagMember({ kind: "literal", value: plan.tag }, false)],
        docs: typeDocs(name, noDocs, presence, "with its discriminator"),
      },
      false,
    );
  const optionalTag = tagMember(unionOf([{ kind: "literal", value: plan.tag }, named("undefined")]), true);
  const main = typeDocs(name, docs, presence);
  const split = plan.split ? [members] : [];
  const extras = [...unresolvedPart(plan, names, presence), ...resourceUnions(plan, presence, place)];
  switch (plan.form) {
    case "leaf": {
      const plain = plan.split
        ? declare({ name: names.plain, extends: [names.members], members: [optionalTag], docs: main }, false)
        : declare({ name: names.plain, extends: [parent], members: [optionalTag, ...own], docs: main });
      return [...split, plain, tagged(names.plain), ...extras];
    }
    case "base": {
      const itself = typeDocs(name, noDocs, presence, "itself and nothing derived from it");
      const union = [named(names.itself), ...variantTypes(plan, presence, place)];
      return [
        ...split,
        declare({ name: names.itself, extends: [names.members], members: [optionalTag], docs: itself }, false),
        tagged(names.members),
        { kind: "alias", name: names.plain, type: unionOf(union), docs: main },
        ...extras,
      ];
    }
    case "abstract": {
      const variants = variantTypes(plan, presence, place);
      const type = variants.length === 0 ? named("never") : unionOf(variants);
      return [...split, { kind: "alias", name: names.plain, type, docs: main }, ...extras];
    }
    case "opaque": {
      const tag = plan.type.abstract
        ? tagMember(named("string"), false)
        : tagMember(unionOf([named("string"), named("undefined")]), true);
      const plain = declare({ name: names.plain, extends: [names.members], members: [tag], docs: main }, false);
      return [...split, plain, ...(plan.type.abstract ? [] : [tagged(names.members)]), ...extras];
    }
  }
}

/** The interface that holds the inherited members. */
function baseName(plan: StructuredPlan, presence: Presence, { context, scope }: MemberPlace): string {
  const { base } = plan.type;
  if (base === undefined) return scope.use(runtimeSymbol("control", "ODataControl", true));
  return scope.use(typeSymbol(context, base, presence, "members"));
}

function variantTypes(plan: StructuredPlan, presence: Presence, { context, scope }: MemberPlace): TypeExpression[] {
  return plan.variants.map((name) => named(scope.use(typeSymbol(context, name, presence, "tagged"))));
}

function tagMember(type: TypeExpression, optional: boolean): InterfaceMember {
  return { name: "@odata.type", type, optional, docs: undefined };
}

function ownMembers(plan: StructuredPlan, presence: Presence, place: MemberPlace): InterfaceMember[] {
  return plan.type.members.flatMap((member, index): InterfaceMember[] => {
    const planned = plan.members[index];
    if (planned === undefined) return [];
    const { sent, required } = rules(planned.facts, presence);
    if (!sent) return [];
    const type = memberType(planned, presence, place);
    return [{ name: member.name, type, optional: !required, docs: memberDocs(member.docs, memberFacts(member)) }];
  });
}

/** What a reader of the type wants to know and the type does not say. */
function memberFacts({ readOnly, immutable, key }: ModelMember): string[] {
  if (key) return ["Key."];
  if (readOnly) return ["Read-only."];
  return immutable ? ["Cannot be changed later."] : [];
}

function unresolvedPart(plan: StructuredPlan, names: StructuredNames, presence: Presence): InterfaceItem[] {
  if (!plan.unresolved) return [];
  return [
    {
      kind: "interface",
      name: names.unresolved,
      extends: [names.members],
      members: [tagMember(unionOf([named("string"), named("undefined")]), true)],
      index: false,
      docs: typeDocs(plan.type.name, noDocs, presence, "where the discriminator names something else"),
    },
  ];
}

function resourceUnions(plan: StructuredPlan, presence: Presence, place: MemberPlace): AliasItem[] {
  const { context, scope } = place;
  return plan.members.flatMap(({ name, value, facts }): AliasItem[] => {
    if (value.kind !== "resource") return [];
    const { inside } = rules(facts, presence);
    const types = resourceTypes(value.types, context.structured, context.model);
    const members = types.map((type) => named(scope.use(typeSymbol(context, type, inside, "tagged"))));
    const docs = { ...noDocs, facts: [`What \`${plan.type.name}/${name}\` holds, one or many.`] };
    const alias = `${pascal(value.name)}${presenceSuffix[presence]}`;
    return [{ kind: "alias", name: alias, type: members.length === 0 ? named("never") : unionOf(members), docs }];
  });
}

/** Every name of a type in a presence that says the same as an earlier one. */
function aliasType(
  plan: StructuredPlan,
  presence: Presence,
  representative: Presence,
  context: PlanContext,
  scope: ModuleScope,
): AliasItem[] {
  const names = namesFor(context, plan.type.name, presence);
  const parts = partsOf(plan).map((part): AliasItem => {
    const type = named(scope.use(typeSymbol(context, plan.type.name, representative, part)));
    return { kind: "alias", name: names[part], type, docs: typeDocs(plan.type.name, noDocs, presence) };
  });
  const unions = plan.members.flatMap(({ value }): AliasItem[] => {
    if (value.kind !== "resource") return [];
    const module = `${folderOf(context, plan.type.namespace)}/types/${representative}`;
    const original = { module, name: `${pascal(value.name)}${presenceSuffix[representative]}`, typeOnly: true };
    const name = `${pascal(value.name)}${presenceSuffix[presence]}`;
    return [
      { kind: "alias", name, type: named(scope.use(original)), docs: typeDocs(plan.type.name, noDocs, presence) },
    ];
  });
  return [...parts, ...unions];
}

/** The parts that a type consists of (semantics: plain name, members, itself, tagged, unresolved). */
export function partsOf(plan: StructuredPlan): ("plain" | "members" | "itself" | "tagged" | "unresolved")[] {
  return [
    ...(plan.split ? ["members" as const] : []),
    ...(plan.form === "base" ? ["itself" as const] : []),
    ...(plan.type.abstract ? [] : ["tagged" as const]),
    "plain",
    ...(plan.unresolved ? ["unresolved" as const] : []),
  ];
}

/** Enumerations and type definitions of a namespace. */
export function planValuesModule(context: PlanContext, namespace: string): EnumsModule | undefined {
  const path = `${folderOf(context, namespace)}/types/values`;
  const scope = context.scope(path);
  const own = context.types.filter((type) => type.namespace === namespace);
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
