import type { Presence } from "../../../templates/runtime/shape.ts";
import { rules } from "../../../templates/runtime/presence.ts";
import type { Config } from "../../config/types.ts";
import type { Docs, ModelMember, ModelOperation, ModelType, TypeUse } from "../../model/types.ts";
import type { Slice } from "../../slice/types.ts";
import { presencesOf } from "../classes.ts";
import { noDocs } from "../docs-plan.ts";
import { operationClaims, planIdentifiers, publicNames, type Names } from "../naming.ts";
import { planNamespaces } from "../namespaces.ts";
import { resultFacts } from "../operations.ts";
import { planStructured, type StructuredPlan } from "../structured.ts";
import { futureMember, planParameter, planValue, type MemberPlan } from "../values.ts";
import { COLLECTION } from "../../../templates/runtime/shape.ts";
import type {
  Shown,
  Surface,
  SurfaceEnum,
  SurfaceMember,
  SurfaceOperation,
  SurfacePosition,
  SurfaceStructured,
  SurfaceType,
} from "./types.ts";

/** What every part of the surface is made with. */
interface Look {
  readonly slice: Slice;
  readonly structured: ReadonlyMap<string, StructuredPlan>;
  readonly nameOf: Names["of"];
  /** The export in front of a namespace's names; empty for the main namespace. */
  readonly prefixOf: (namespace: string) => string;
}

/** What users see of the package that is made from a slice. Names may clash: a package need not come of it. */
export function planSurface(slice: Slice, config: Config): Surface {
  const { model } = slice;
  const types = [...slice.types.keys()].flatMap((name) => model.types.get(name) ?? []);
  const operations = [...slice.operations.keys()].flatMap((key) => model.operations.get(key) ?? []);
  const namespaces = planNamespaces([...new Set([...types, ...operations].map(({ namespace }) => namespace))], config);
  const look: Look = {
    slice,
    structured: planStructured(slice),
    nameOf: planIdentifiers({ model, types, operations }, config.names),
    prefixOf: (namespace) => {
      const exportName = namespaces.get(namespace)?.exportName;
      return exportName === undefined ? "" : `${exportName}.`;
    },
  };
  const members = new Map<string, ReadonlyMap<string, SurfaceMember>>();
  return {
    types: new Map(types.map((type) => [type.name, surfaceType(type, look, members)])),
    operations: new Map(operations.map((operation) => [operation.key, surfaceOperation(operation, look)])),
    options: new Map([
      ["ieee754Compatible", String(config.ieee754Compatible)],
      ["openTypes", config.openTypes],
      ["package.name", config.package.name],
      ...(config.serviceRoot === undefined ? [] : [["serviceRoot", config.serviceRoot] as const]),
    ]),
    ieee754Compatible: config.ieee754Compatible,
  };
}

type MemberIndex = Map<string, ReadonlyMap<string, SurfaceMember>>;

function surfaceType(type: ModelType, look: Look, index: MemberIndex): SurfaceType {
  const identifier = look.nameOf(type.name);
  const plan = look.structured.get(type.name);
  if (plan !== undefined) return surfaceStructured(plan, look, index);
  const shown = shownAs(type.name, type, [identifier], look);
  if (type.kind === "enum") {
    const members: SurfaceEnum["members"] = new Map(type.members.map((member) => [member.name, member]));
    return { ...shown, kind: "enum", flags: type.flags, future: members.get(futureMember)?.name, members };
  }
  const facets = { maxLength: undefined, precision: undefined, scale: undefined };
  const value = planValue({ name: type.name, collection: false, ...facets }, look.slice.model);
  return { ...shown, kind: "typeDefinition", value };
}

function surfaceStructured(plan: StructuredPlan, look: Look, index: MemberIndex): SurfaceStructured {
  const { type } = plan;
  return {
    ...shownAs(type.name, type, publicNames(plan, look.nameOf(type.name)), look),
    kind: type.kind,
    base: type.base,
    open: type.open,
    position: positionOf(plan),
    members: effectiveMembers(plan, look, index),
  };
}

function shownAs(
  name: string,
  { namespace, docs, at }: Pick<ModelType, "namespace" | "docs" | "at">,
  names: readonly string[],
  look: Look,
): Shown {
  return { name, identifier: `${look.prefixOf(namespace)}${look.nameOf(name)}`, names, docs, at };
}

function positionOf({ type, form, variants }: StructuredPlan): SurfacePosition {
  switch (form) {
    case "opaque":
      return { types: [], anyTag: true, untagged: true };
    case "abstract":
      return { types: variants, anyTag: false, untagged: false };
    case "base":
    case "leaf":
      return { types: [...variants, type.name].sort(), anyTag: false, untagged: true };
  }
}

/** Inherited members, then own ones: each type is looked at once. */
function effectiveMembers(plan: StructuredPlan, look: Look, index: MemberIndex): ReadonlyMap<string, SurfaceMember> {
  const known = index.get(plan.type.name);
  if (known !== undefined) return known;
  const base = plan.type.base === undefined ? undefined : look.structured.get(plan.type.base);
  const members = new Map(base === undefined ? [] : effectiveMembers(base, look, index));
  const presences = presencesOf(plan);
  plan.type.members.forEach((member, position) => {
    const planned = plan.members[position];
    if (planned !== undefined)
      members.set(member.name, surfaceMember(withOwnFacets(planned, member.type), presences, member));
  });
  index.set(plan.type.name, members);
  return members;
}

/** A member whose type is a definition, with the facets that it adds: those of the definition are told there. */
function withOwnFacets(plan: MemberPlan, { maxLength, precision, scale }: TypeUse): MemberPlan {
  if (plan.value.kind !== "definition") return plan;
  return { ...plan, value: { ...plan.value, facets: { maxLength, precision, scale } } };
}

function surfaceMember(
  { name, value, facts }: MemberPlan,
  presences: readonly Presence[],
  { docs, at }: { readonly docs: Docs; readonly at?: ModelMember["at"] | undefined },
): SurfaceMember {
  const byPresence = new Map(presences.map((presence) => [presence, rules(facts, presence)]));
  return { name, value, collection: (facts & COLLECTION) !== 0, rules: byPresence, docs, at };
}

function surfaceOperation(operation: ModelOperation, look: Look): SurfaceOperation {
  const { key, kind, simpleName, binding, parameters, returnType, at } = operation;
  const { model } = look.slice;
  const shown = shownAs(key, operation, operationClaims(operation, look.nameOf(key)), look);
  const result =
    returnType &&
    withOwnFacets(
      { name: "$ReturnType", value: planValue(returnType.type, model), facts: resultFacts(returnType) },
      returnType.type,
    );
  return {
    ...shown,
    kind,
    simpleName,
    binding,
    parameters: new Map(
      parameters.map((parameter) => {
        const plan = withOwnFacets(planParameter(parameter, model), parameter.type);
        return [parameter.name, surfaceMember(plan, ["create"], { docs: parameter.docs, at })];
      }),
    ),
    result: result && surfaceMember(result, ["received"], { docs: noDocs, at }),
  };
}
