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
import type {
  Absence,
  GuardMember,
  MemberCase,
  MembersGuard,
  ObjectGuard,
  ResourceGuard,
  RuntimeNames,
} from "./types.ts";
import type { MemberPlan } from "./values.ts";

/** Local names of what the guards of a file use of the run-time library. */
export function guardRuntime(
  scope: ModuleScope,
  members: readonly MembersGuard[],
  objects: readonly ObjectGuard[],
  resources: readonly ResourceGuard[],
): RuntimeNames {
  const judged = objects.filter(({ never }) => !never);
  const closed = members.filter(({ open }) => open === undefined);
  const isOpen = members.length > closed.length;
  const wanted: readonly (readonly [file: string, name: string, isWanted: boolean, typeOnly?: boolean])[] = [
    ["guard", "Inspected", closed.length > 0, true],
    ["guard", "MAX_DEPTH", judged.length > 0],
    ["guard", "own", members.some(({ own }) => own.length > 0)],
    ["own", "Members", isOpen, true],
    ["own", "PLAIN", isOpen],
    ["own", "isMembers", judged.length > 0 || resources.some(({ cases }) => cases.length > 0)],
    ["own", "readable", isOpen],
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
    type: scope.use(typeSymbol(context, name, presence, keyedPart(plan))),
    subject: name,
    ...(open ? openMembers(members, unsent) : closedMembers([...control, shortTag, ...members])),
  };
}

/** How the guard of a closed type loads what it looks at: by name. */
export function closedMembers(
  members: readonly GuardMember[],
): Pick<MembersGuard, "members" | "own" | "usesDepth" | "open"> {
  return {
    members,
    own: members.filter(({ load }) => load === "own"),
    usesDepth: members.some(({ test }) => test?.kind === "array" || (test?.kind === "call" && test.deep)),
    open: undefined,
  };
}

/** The guard of an open type goes through all members anyway: those that it knows are told apart by name. */
function openMembers(
  members: readonly GuardMember[],
  unsent: readonly string[],
): Pick<MembersGuard, "members" | "own" | "usesDepth" | "open"> {
  const cases = new Map<string, MemberCase & { readonly names: string[] }>();
  for (const { name, absence, test } of [...control, shortTag, ...members]) {
    const rule = test === undefined ? ({ kind: "absent" } as const) : ({ kind: "tested", absence, test } as const);
    const required = absence === "none" || absence === "anyNone";
    const known = cases.get(JSON.stringify(rule));
    if (known === undefined) cases.set(JSON.stringify(rule), { names: [name], rule, required });
    else known.names.push(name);
  }
  const required = [...cases.values()].flatMap((one) => (one.required ? one.names : [])).length;
  const ignored: MemberCase = { names: unsent, rule: { kind: "ignored" }, required: false };
  const all = [...cases.values(), ...(unsent.length === 0 ? [] : [ignored])];
  return { members: [], own: [], usesDepth: true, open: { cases: all, required } };
}

/** What any object may carry (OData JSON 4.01 section 4.6); the tag is looked at by whoever asks for the members. */
export const control: readonly GuardMember[] = ["@odata.context", "@odata.id", "@odata.etag"].map((name) => ({
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
