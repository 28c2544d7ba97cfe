import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import type { ModelMember } from "../model/types.ts";
import { aliasType } from "./alias-types.ts";
import { presencesOf } from "./classes.ts";
import { fileFor, namesFor, runtimeSymbol, typeSymbol, type PlanContext } from "./context.ts";
import { memberDocs, noDocs, typeDocs } from "./docs-plan.ts";
import { pascal } from "./identifiers.ts";
import { memberType, named, unionOf, type MemberPlace } from "./member-plans.ts";
import { presenceSuffix, type StructuredNames } from "./name-forms.ts";
import type { Portion } from "./portions.ts";
import { resourceTypes, type StructuredPlan } from "./structured.ts";
import type { AliasItem, InterfaceItem, DocsPlan, InterfaceMember, TypeExpression, TypesModule } from "./types.ts";

/** The structured types of a portion in one presence, or undefined where there are none. */
export function planTypesModule(
  context: PlanContext,
  portion: Portion<StructuredPlan>,
  presence: Presence,
): TypesModule | undefined {
  const path = fileFor(context, portion, `types/${presence}`);
  const scope = context.scope(path);
  const items = portion.items
    .filter((plan) => presencesOf(plan).includes(presence))
    .flatMap((plan) => {
      const representative = context.representative(plan.type.name, presence);
      return representative === presence
        ? declareType(plan, presence, { context, scope, owner: plan.type.name })
        : aliasType(plan, presence, { context, scope, owner: plan.type.name });
    });
  return items.length === 0 ? undefined : { kind: "types", path, imports: scope.imports(), items };
}

type Item = InterfaceItem | AliasItem;

/** What the declarations of one type in one presence have in common. */
interface Declaring {
  readonly plan: StructuredPlan;
  readonly presence: Presence;
  readonly place: MemberPlace;
  readonly names: StructuredNames;
  /** The interface that holds the inherited members. */
  readonly parent: string;
  readonly own: readonly InterfaceMember[];
}

function declareType(plan: StructuredPlan, presence: Presence, place: MemberPlace): Item[] {
  const declaring: Declaring = {
    plan,
    presence,
    place,
    names: namesFor(place.context, plan.type.name, presence),
    parent: baseName(plan, presence, place),
    own: ownMembers(plan, presence, place),
  };
  return [
    ...(plan.split ? [membersInterface(declaring)] : []),
    ...formItems(declaring),
    ...unresolvedPart(plan, declaring.names, presence),
    ...resourceUnions(plan, presence, place),
  ];
}

/** The declarations that tell the type's values apart, by form. */
function formItems(declaring: Declaring): Item[] {
  const { plan, names, presence } = declaring;
  const { name, docs, abstract } = plan.type;
  const main = typeDocs(name, docs, presence);
  const union = (first: readonly string[]): AliasItem => {
    const members = [...first.map(named), ...variantTypes(declaring)];
    return {
      kind: "alias",
      name: names.plain,
      type: members.length === 0 ? named("never") : unionOf(members),
      docs: main,
    };
  };
  switch (plan.form) {
    case "leaf":
      return [leafInterface(declaring), taggedInterface(declaring, names.plain)];
    case "base": {
      const docsOfItself = typeDocs(name, noDocs, presence, "itself and nothing derived from it");
      const itself = tagInterface(names.itself, names.members, optionalTag(plan), docsOfItself);
      return [itself, taggedInterface(declaring, names.members), union([names.itself])];
    }
    case "abstract":
      return [union([])];
    case "opaque": {
      const plain = tagInterface(names.plain, names.members, anyTag(!abstract), main);
      return [plain, ...(abstract ? [] : [taggedInterface(declaring, names.members)])];
    }
  }
}

function membersInterface({ plan, presence, place, names, parent, own }: Declaring): InterfaceItem {
  const docs = typeDocs(plan.type.name, noDocs, presence, "without discriminator");
  return {
    kind: "interface",
    name: names.members,
    extends: [parent],
    members: own,
    index: isIndexed(plan, place),
    docs,
  };
}

function leafInterface({ plan, presence, place, names, parent, own }: Declaring): InterfaceItem {
  const docs = typeDocs(plan.type.name, plan.type.docs, presence);
  if (plan.split) return tagInterface(names.plain, names.members, optionalTag(plan), docs);
  const members = [optionalTag(plan), ...own];
  return { kind: "interface", name: names.plain, extends: [parent], members, index: isIndexed(plan, place), docs };
}

function taggedInterface({ plan, presence, names }: Declaring, extended: string): InterfaceItem {
  const docs = typeDocs(plan.type.name, noDocs, presence, "with its discriminator");
  return tagInterface(names.tagged, extended, tagMember({ kind: "literal", value: plan.tag }, false), docs);
}

/** An interface that adds nothing but the discriminator. */
function tagInterface(name: string, extended: string, tag: InterfaceMember, docs: DocsPlan): InterfaceItem {
  return { kind: "interface", name, extends: [extended], members: [tag], index: false, docs };
}

function optionalTag(plan: StructuredPlan): InterfaceMember {
  return tagMember(unionOf([{ kind: "literal", value: plan.tag }, named("undefined")]), true);
}

function anyTag(optional: boolean): InterfaceMember {
  return tagMember(optional ? unionOf([named("string"), named("undefined")]) : named("string"), optional);
}

function isIndexed(plan: StructuredPlan, { context }: MemberPlace): boolean {
  return plan.type.open && context.config.openTypes === "index";
}

/** The interface that holds the inherited members. */
function baseName(plan: StructuredPlan, presence: Presence, { context, scope }: MemberPlace): string {
  const { base } = plan.type;
  if (base === undefined) return scope.use(runtimeSymbol("control", "ODataControl", true));
  return scope.use(typeSymbol(context, base, presence, "members"));
}

function variantTypes({ plan, presence, place: { context, scope } }: Declaring): TypeExpression[] {
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
  const docs = typeDocs(plan.type.name, noDocs, presence, "where the discriminator names something else");
  return [tagInterface(names.unresolved, names.members, anyTag(true), docs)];
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
