import { CONTROL_NAMES } from "../../templates/runtime/is-control.ts";
import { INHERITED_NAMES } from "../../templates/runtime/own.ts";
import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { isIdentifier } from "../identifier.ts";
import { namesFor, runtimeSymbol, typeSymbol } from "./context.ts";
import { toIdentifier } from "./identifiers.ts";
import { memberTest, type MemberPlace } from "./member-plans.ts";
import type { ModuleScope } from "./module-scope.ts";
import { internalNames } from "./name-forms.ts";
import { lineage, type StructuredPlan } from "./structured.ts";
import type { Absence, GuardMember, GuardsModule, MemberCase, MembersGuard, RuntimeNames } from "./types.ts";
import type { MemberPlan } from "./values.ts";

/** So many declared members of a closed type take longer to load, most of them absent, than to go from one to the next. */
const MANY = 4;

/** Local names of what the guards of a file use of the run-time library. */
export function guardRuntime(
  scope: ModuleScope,
  { members: shared, objects, resources }: Pick<GuardsModule, "members" | "objects" | "resources">,
): RuntimeNames {
  const members = [...shared, ...objects.flatMap(({ whole }) => whole ?? [])];
  const judged = objects.some(({ never }) => !never) || resources.some(({ cases }) => cases.length > 0);
  const loading = members.filter(({ each }) => each === undefined);
  const going = members.flatMap(({ each }) => each ?? []);
  const goes = going.length > 0;
  const wanted: readonly (readonly [file: string, name: string, isWanted: boolean, typeOnly?: boolean])[] = [
    ["guard", "Inspected", loading.length > 0, true],
    ["guard", "MAX_DEPTH", judged],
    ["guard", "own", loading.some((guard) => guard.members.some(({ load }) => load === "own"))],
    ["is-control", "isUndeclared", going.some(({ open }) => !open)],
    ["is-dynamic", "isDynamic", going.some(({ open }) => open)],
    ["notes", "Notes", true, true],
    ["notes", "isClean", going.some(({ required }) => required === 0)],
    ["notes", "isComplete", going.some(({ required }) => required > 0)],
    ["notes", "isNoted", goes],
    ["notes", "isWhole", loading.length > 0],
    ["own", "Members", shared.some(({ each }) => each !== undefined), true],
    ["own", "PLAIN", goes],
    ["own", "isMembers", judged],
    ["own", "readable", goes],
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
    // An open type that declares nothing has no names to spell right.
    type: open && members.length === 0 ? "" : scope.use(typeSymbol(context, name, presence, keyedPart(plan))),
    subject: name,
    ...(open || members.length >= MANY
      ? eachMember(members, unsent, open)
      : loadedMembers([...control, shortTag, ...members])),
  };
}

/** A guard that loads what it looks at by name. */
export function loadedMembers(members: readonly GuardMember[]): Pick<MembersGuard, "members" | "usesDepth" | "each"> {
  return { members, usesDepth: members.some(({ test }) => isDeep(test)), each: undefined };
}

function isDeep(test: GuardMember["test"]): boolean {
  return test !== undefined && (test.kind === "array" || (test.kind === "call" && test.deep));
}

/**
 * A guard that goes from member to member, and tells by name those that it knows: for open types, all of whose members
 * have to be looked at, and where so many are declared that looking for those that are not there takes longer.
 */
function eachMember(
  members: readonly GuardMember[],
  unsent: readonly string[],
  open: boolean,
): Pick<MembersGuard, "members" | "usesDepth" | "each"> {
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
  const required = members.filter(({ absence }) => isRequired(absence)).length;
  const usesDepth = open || members.some(({ test }) => isDeep(test));
  return { members: [], usesDepth, each: { cases: all, required, open } };
}

function isRequired(absence: Absence): boolean {
  return absence === "none" || absence === "anyNone";
}

/** What any object may carry (OData JSON 4.01 section 4.6); the tag is looked at by whoever asks for the members. */
export const control: readonly GuardMember[] = CONTROL_NAMES.map((name) => ({
  name,
  load: "bracket",
  local: name,
  absence: "undefined",
  test: { kind: "typeof", type: "string" },
}));

/** The tag's short form is legal, but not canonical (OData JSON 4.01 section 4.6.3). */
const shortTag: GuardMember = { name: "@type", load: "bracket", local: "@type", absence: "undefined", test: undefined };

/** The interface that has all declared members as keys. */
export function keyedPart(plan: StructuredPlan): "plain" | "members" {
  return plan.split ? "members" : "plain";
}

/** Own members that a presence sends, with how each is loaded and tested. */
export function guardMembers(members: readonly MemberPlan[], presence: Presence, place: MemberPlace): GuardMember[] {
  const sent = members.filter(({ facts }) => rules(facts, presence).sent);
  return sent.map((member): GuardMember => {
    const test = memberTest(member, rules(member.facts, presence), place);
    const { name } = member;
    return { name, local: `own_${toIdentifier(name)}`, load: loadOf(name), absence: absenceOf(member, presence), test };
  });
}

/** What stands on `Object.prototype` too is read as own member only. */
function loadOf(name: string): GuardMember["load"] {
  if (INHERITED_NAMES.includes(name)) return "own";
  return isIdentifier(name) ? "dot" : "bracket";
}

function absenceOf({ facts, value }: MemberPlan, presence: Presence): Absence {
  const { required, nullable, collection } = rules(facts, presence);
  const any = value.kind === "untyped" && !collection;
  if (required) return any ? "anyNone" : "none";
  return nullable ? (any ? "anyNullish" : "nullish") : any ? "anyUndefined" : "undefined";
}
