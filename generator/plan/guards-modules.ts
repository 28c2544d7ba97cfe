import { rules } from "../../templates/runtime/presence.ts";
import { INHERITED_NAMES } from "../../templates/runtime/own.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { presencesOf } from "./classes.ts";
import {
  folderOf,
  guardSymbol,
  namesFor,
  resourceGuardSymbol,
  runtimeSymbol,
  typeSymbol,
  type PlanContext,
} from "./context.ts";
import { isIdentifier, toIdentifier } from "./identifiers.ts";
import { memberTest, type MemberPlace } from "./member-plans.ts";
import type { ModuleScope } from "./module-scope.ts";
import { internalNames } from "./naming.ts";
import { allMembers, resourceTypes, type StructuredPlan } from "./structured.ts";
import type {
  Absence,
  EnumGuardsModule,
  GuardMember,
  GuardsModule,
  MembersGuard,
  ObjectGuard,
  ResourceGuard,
  RuntimeNames,
  TaggedModule,
} from "./types.ts";
import type { MemberPlan } from "./values.ts";

/** The guards of a namespace's structured types in one presence, or undefined where there are none. */
export function planGuardsModule(
  context: PlanContext,
  namespace: string,
  presence: Presence,
): GuardsModule | undefined {
  const path = `${folderOf(context, namespace)}/guards/${presence}`;
  const scope = context.scope(path);
  const plans = [...context.structured.values()]
    .filter(({ type }) => type.namespace === namespace)
    .filter((plan) => presencesOf(plan).includes(presence))
    .filter((plan) => context.representative(plan.type.name, presence) === presence);
  if (plans.length === 0) return undefined;
  const place = (plan: StructuredPlan): MemberPlace => ({ context, scope, owner: plan.type.name });
  const members = plans.map((plan) => membersGuard(plan, presence, place(plan)));
  const objects = plans.flatMap((plan) => objectGuards(plan, presence, place(plan)));
  const resources = plans.flatMap((plan) => resourceGuards(plan, presence, place(plan)));
  const runtime = guardRuntime(scope, members, objects, resources);
  const open = members.some((guard) => guard.open !== undefined);
  const dynamic = open
    ? {
        isDynamic: scope.use(runtimeSymbol("is-dynamic", "isDynamic")),
        tagged: scope.use({ module: `tagged/${presence}`, name: `${presence}Guards`, typeOnly: false }),
      }
    : {};
  const names = { ...runtime, ...dynamic };
  return { kind: "guards", path, imports: scope.imports(), presence, members, objects, resources, runtime: names };
}

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

function membersGuard(plan: StructuredPlan, presence: Presence, place: MemberPlace): MembersGuard {
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
  if (required) return nullable ? (any ? "anyNull" : "null") : any ? "anyNone" : "none";
  return nullable ? (any ? "anyNullish" : "nullish") : any ? "anyUndefined" : "undefined";
}

function objectGuards(plan: StructuredPlan, presence: Presence, place: MemberPlace): ObjectGuard[] {
  const { context, scope } = place;
  const names = namesFor(context, plan.type.name, presence);
  const membersOf = (name: string): string => {
    const open = context.structured.get(name)?.type.open === true;
    return scope.use(guardSymbol(context, name, presence, open ? "allMembers" : "members"));
  };
  const own = membersOf(plan.type.name);
  const type = scope.use(typeSymbol(context, plan.type.name, presence, keyedPart(plan)));
  const base = { subject: plan.type.name, type, members: own };
  const declared = plan.variants.map((name) => ({ tag: `#${name}`, members: membersOf(name), optional: false }));
  const itself = plan.type.abstract ? [] : [{ tag: plan.tag, members: own, optional: true }];
  const opaque = plan.type.abstract ? "dataRequired" : "data";
  const mode = plan.form === "opaque" ? opaque : "declared";
  const plain: ObjectGuard = {
    ...base,
    name: internalNames(names.plain).check,
    mode,
    cases: mode === "declared" ? [...itself, ...declared] : [],
    never: mode === "declared" && itself.length + declared.length === 0,
  };
  if (!plan.unresolved) return [plain];
  return [plain, { ...base, name: internalNames(names.unresolved).check, mode: "data", cases: [], never: false }];
}

function resourceGuards(plan: StructuredPlan, presence: Presence, place: MemberPlace): ResourceGuard[] {
  const { context, scope } = place;
  return plan.members.flatMap(({ name, value, facts }): ResourceGuard[] => {
    if (value.kind !== "resource") return [];
    const { inside } = rules(facts, presence);
    const guard = resourceGuardSymbol(context, plan.type.name, value.name, presence).name;
    const cases = resourceTypes(value.types, context.structured, context.model).map((type) => ({
      tag: `#${type}`,
      guard: scope.use(guardSymbol(context, type, inside)),
    }));
    return [{ name: guard, subject: `${plan.type.name}/${name}`, cases }];
  });
}

/** The guards of a namespace's enumerations. */
export function planValueGuardsModule(context: PlanContext, namespace: string): EnumGuardsModule | undefined {
  const path = `${folderOf(context, namespace)}/guards/values`;
  const scope = context.scope(path);
  const enums = context.types.flatMap((type) => {
    if (type.kind !== "enum" || type.namespace !== namespace) return [];
    const members = type.members.map(({ name }) => name);
    const empty = members.length === 0;
    return [
      { name: internalNames(context.names.of(type.name)).check, subject: type.name, flags: type.flags, empty, members },
    ];
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
  const cases = [...context.structured.values()].map(({ type, tag }) => ({
    tag,
    guard: scope.use(guardSymbol(context, type.name, presence)),
  }));
  scope.use(runtimeSymbol("is-dynamic", "TaggedGuards", true));
  scope.use({ module: "wire", name: "wire", typeOnly: false });
  return { kind: "tagged", path, imports: scope.imports(), presence, cases };
}
