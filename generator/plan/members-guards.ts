import { INHERITED_NAMES } from "../../templates/runtime/own.ts";
import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { namesFor, runtimeSymbol, typeSymbol } from "./context.ts";
import { memberTest, type MemberPlace } from "./member-plans.ts";
import type { ModuleScope } from "./module-scope.ts";
import { internalNames } from "./name-forms.ts";
import { lineage, type StructuredPlan } from "./structured.ts";
import type { Absence, GuardMember, GuardsModule, MemberCase, MembersGuard, RuntimeNames, TestPlan } from "./types.ts";
import type { MemberPlan } from "./values.ts";

/** Local names of what the guards of a file use of the run-time library. */
export function guardRuntime(
  scope: ModuleScope,
  { members: shared, objects, resources }: Pick<GuardsModule, "members" | "objects" | "resources">,
): RuntimeNames {
  const members = [...shared, ...objects.flatMap(({ whole }) => whole ?? [])];
  const judged = objects.some(({ never }) => !never) || resources.some(({ cases }) => cases.length > 0);
  const loops = members.length > 0;
  const wanted: readonly (readonly [file: string, name: string, isWanted: boolean, typeOnly?: boolean])[] = [
    ["guard", "MAX_DEPTH", judged],
    ["is-control", "isUndeclared", members.some(({ open }) => !open)],
    ["is-dynamic", "isDynamic", members.some(({ open }) => open)],
    ["notes", "Notes", true, true],
    ["notes", "isClean", members.some(({ required }) => required === 0)],
    ["notes", "isComplete", members.some(({ required }) => required > 0)],
    ["notes", "isNoted", loops],
    ["own", "Members", shared.length > 0, true],
    ["own", "PLAIN", members.some(({ ownOnly }) => !ownOnly)],
    ["own", "isMembers", judged],
    ["own", "readable", loops],
  ];
  const names: { [name: string]: string } = {};
  for (const [file, name, isWanted, typeOnly] of wanted)
    if (isWanted) names[name] = scope.use(runtimeSymbol(file, name, typeOnly));
  return names;
}

/** The guard of a type's members: own and inherited ones, control information, and dynamic members of open types. */
export function membersGuard(plan: StructuredPlan, presence: Presence, place: MemberPlace): MembersGuard {
  const { context, scope } = place;
  const { name, open } = plan.type;
  const types = lineage(name, context.structured);
  // The guard of a resource union is that of the type which declares the member.
  const members = types.flatMap((each) => guardMembers(each.members, presence, { ...place, owner: each.type.name }));
  const declared = types.flatMap((each) => each.members);
  const unsent = declared.filter(({ facts }) => !rules(facts, presence).sent).map((member) => member.name);
  return {
    name: internalNames(namesFor(context, name, presence).plain).members,
    // A type that declares nothing has no names to spell right.
    type: members.length === 0 ? "" : scope.use(typeSymbol(context, name, presence, keyedPart(plan))),
    subject: name,
    skipped: ["@odata.type"],
    ...casesOf(members, unsent),
    open,
    ownOnly: hasInherited(declared),
    usesDepth: open || members.some(({ test }) => isDeep(test)),
  };
}

/** Whether one of the members has a name that every object inherits something for. */
export function hasInherited(members: readonly { readonly name: string }[]): boolean {
  return members.some(({ name }) => INHERITED_NAMES.includes(name));
}

/** Whether a test counts how deep it is. */
export function isDeep(test: TestPlan): boolean {
  return test.kind === "array" || (test.kind === "call" && test.deep);
}

/**
 * A guard goes from member to member and tells by name those that it knows: so it sees what is not declared, and says of
 * each member that is wrong which one it is.
 */
export function casesOf(
  members: readonly GuardMember[],
  unsent: readonly string[] = [],
): Pick<MembersGuard, "cases" | "required"> {
  const cases = new Map<string, MemberCase & { readonly names: string[] }>();
  for (const { name, absence, test } of members) {
    const rule = { absence, test };
    const key = JSON.stringify(rule);
    const known = cases.get(key);
    if (known !== undefined) known.names.push(name);
    else cases.set(key, { names: [name], rule, required: isRequired(absence) });
  }
  const ignored: MemberCase = { names: unsent, rule: undefined, required: false };
  const all = [...cases.values(), ...(unsent.length === 0 ? [] : [ignored])];
  return { cases: all, required: members.filter(({ absence }) => isRequired(absence)).length };
}

function isRequired(absence: Absence): boolean {
  return absence === "none" || absence === "anyNone";
}

/** The interface that has all declared members as keys. */
function keyedPart(plan: StructuredPlan): "plain" | "members" {
  return plan.split ? "members" : "plain";
}

/** Own members that a presence sends, with how each is tested. */
export function guardMembers(members: readonly MemberPlan[], presence: Presence, place: MemberPlace): GuardMember[] {
  const sent = members.filter(({ facts }) => rules(facts, presence).sent);
  return sent.map((member): GuardMember => {
    const test = memberTest(member, rules(member.facts, presence), place);
    return { name: member.name, absence: absenceOf(member, presence), test };
  });
}

function absenceOf({ facts, value }: MemberPlan, presence: Presence): Absence {
  const { required, nullable, collection } = rules(facts, presence);
  const any = value.kind === "untyped" && !collection;
  if (required) return any ? "anyNone" : "none";
  return nullable ? (any ? "anyNullish" : "nullish") : any ? "anyUndefined" : "undefined";
}
