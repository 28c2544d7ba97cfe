import { INHERITED_NAMES } from "../../templates/runtime/own.ts";
import { rules } from "../../templates/runtime/presence.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { isIdentifier } from "../identifier.ts";
import { guardSymbol, namesFor, runtimeSymbol, typeSymbol } from "./context.ts";
import { toIdentifier } from "./identifiers.ts";
import { memberTest, type MemberPlace } from "./member-plans.ts";
import type { ModuleScope } from "./module-scope.ts";
import { internalNames } from "./name-forms.ts";
import { allMembers, type StructuredPlan } from "./structured.ts";
import type { Absence, GuardMember, MembersGuard, ObjectGuard, ResourceGuard, RuntimeNames } from "./types.ts";
import type { MemberPlan } from "./values.ts";

/** Local names of what the guards of a file use of the run-time library. */
export function guardRuntime(
  scope: ModuleScope,
  members: readonly MembersGuard[],
  objects: readonly ObjectGuard[],
  resources: readonly ResourceGuard[],
): RuntimeNames {
  const judged = objects.filter(({ never }) => !never);
  const wanted: readonly (readonly [name: string, isWanted: boolean])[] = [
    ["MAX_DEPTH", judged.length > 0],
    ["isObject", judged.length > 0 || resources.some(({ cases }) => cases.length > 0)],
    ["control", judged.some(({ mode }) => mode !== "parameters")],
    ["annotations", judged.some(({ mode }) => mode === "parameters")],
    ["own", members.some(({ own }) => own.length > 0)],
  ];
  const names: { [name: string]: string } = { Inspected: scope.use(runtimeSymbol("guard", "Inspected", true)) };
  for (const [name, isWanted] of wanted) if (isWanted) names[name] = scope.use(runtimeSymbol("guard", name));
  return names;
}

/** The guard of a type's declared members, and for open types of all its members. */
export function membersGuard(plan: StructuredPlan, presence: Presence, place: MemberPlace): MembersGuard {
  const { context, scope } = place;
  const { name, base, open } = plan.type;
  const members = guardMembers(plan.members, presence, place);
  const declared = allMembers(name, context.structured).map((member) => member.name);
  const names = internalNames(namesFor(context, name, presence).plain);
  return {
    name: names.members,
    type: scope.use(typeSymbol(context, name, presence, keyedPart(plan))),
    subject: name,
    ...loads(members, inheritedGuard(base, presence, place)),
    open: open
      ? { name: names.allMembers, declared: names.declared, names: ` ${[...new Set(declared)].sort().join(" ")} ` }
      : undefined,
  };
}

/** The guard of the inherited members; undefined where no base type has any that this presence sends. */
function inheritedGuard(
  base: string | undefined,
  presence: Presence,
  { context, scope }: MemberPlace,
): string | undefined {
  if (base === undefined) return undefined;
  const inherited = allMembers(base, context.structured).some(({ facts }) => rules(facts, presence).sent);
  return inherited ? scope.use(guardSymbol(context, base, presence, "members")) : undefined;
}

/** How a members' guard loads what it looks at. */
export function loads(
  members: readonly GuardMember[],
  base: string | undefined,
): Pick<MembersGuard, "base" | "members" | "own" | "usesDepth" | "empty"> {
  return {
    base,
    members,
    own: members.filter(({ load }) => load === "own"),
    usesDepth:
      base !== undefined ||
      members.some(
        ({ test }) => test.kind === "array" || test.kind === "resource" || (test.kind === "call" && test.deep),
      ),
    empty: members.length === 0 && base === undefined,
  };
}

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
