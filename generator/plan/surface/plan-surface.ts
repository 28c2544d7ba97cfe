import type { Config } from "../../config/types.ts";
import type { Model, ModelType } from "../../model/types.ts";
import type { Slice } from "../../slice/types.ts";
import { presencesOf } from "../classes.ts";
import { planIdentifiers, publicNames, resourceUnionNames } from "../naming.ts";
import { planNamespaces } from "../namespaces.ts";
import { runtimeNames } from "../runtime-exports.ts";
import { planStructured, type StructuredPlan } from "../structured.ts";
import { futureMember, planValue } from "../values.ts";
import { shownAs, surfaceMember, surfaceOperation, type Look } from "./surface-member.ts";
import type { Surface, SurfaceEnum, SurfaceMember, SurfacePosition, SurfaceStructured, SurfaceType } from "./types.ts";

/** What users see of the package that is made from a slice. Names may clash: a package need not come of it. */
export function planSurface(slice: Slice, config: Config): Surface {
  const { model } = slice;
  const types = [...slice.types.keys()].flatMap((name) => model.types.get(name) ?? []);
  const operations = [...slice.operations.keys()].flatMap((key) => model.operations.get(key) ?? []);
  const namespaces = planNamespaces([...types, ...operations], config);
  const look: Look = {
    model,
    structured: planStructured(slice),
    nameOf: planIdentifiers({ model, types, operations }, config.names),
    prefixOf: (namespace) => {
      const exportName = namespaces.get(namespace)?.exportName;
      return exportName === undefined ? "" : `${exportName}.`;
    },
  };
  const members = new Map<string, ReadonlyMap<string, SurfaceMember>>();
  const shownTypes = types.map((type) => surfaceType(type, look, members));
  const shownOperations = operations.map((operation) => surfaceOperation(operation, look));
  const exports = [...namespaces.values()].flatMap(({ exportName }) => exportName ?? []);
  // What the index exports by itself: the names of the main namespace.
  const main = [...shownTypes, ...shownOperations].filter(({ identifier }) => !identifier.includes("."));
  const index = new Set([...exports, ...main.flatMap(({ names }) => names)]);
  return {
    types: new Map(shownTypes.map((type) => [type.name, type])),
    operations: new Map(shownOperations.map((operation) => [operation.name, operation])),
    runtimeNamesTaken: runtimeNames.filter((name) => index.has(name)),
    options: optionsOf(config, { ...model, types: new Map(types.map((type) => [type.name, type])) }),
    ieee754Compatible: config.ieee754Compatible,
  };
}

/** What the configuration and the aliases decide for the whole package. */
function optionsOf(config: Config, model: Model): Map<string, string> {
  const namespaces = new Set([...model.types.values()].map(({ namespace }) => namespace));
  const aliases = model.aliases.filter(({ namespace }) => namespaces.has(namespace));
  return new Map([
    ["ieee754Compatible", String(config.ieee754Compatible)],
    ["package.name", config.package.name],
    // Nobody sees what open types look like where there are none.
    ...([...model.types.values()].some((type) => "open" in type && type.open)
      ? [["openTypes", config.openTypes] as const]
      : []),
    ...(config.serviceRoot === undefined ? [] : [["serviceRoot", config.serviceRoot] as const]),
    ...aliases.map(({ alias, namespace }) => [`alias ${alias}`, namespace] as const),
  ]);
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
  const value = planValue({ name: type.name, collection: false, ...facets }, look.model);
  return { ...shown, kind: "typeDefinition", value };
}

function surfaceStructured(plan: StructuredPlan, look: Look, index: MemberIndex): SurfaceStructured {
  const { type } = plan;
  return {
    ...shownAs(type.name, type, [...publicNames(plan, look.nameOf(type.name)), ...resourceUnionNames(plan)], look),
    kind: type.kind,
    base: type.base,
    open: type.open,
    position: positionOf(plan),
    members: effectiveMembers(plan, look, index),
  };
}

function positionOf({ type, form, variants }: StructuredPlan): SurfacePosition {
  switch (form) {
    case "opaque":
      return { types: [], anyTag: true, untagged: !type.abstract };
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
    if (planned !== undefined) members.set(member.name, surfaceMember(planned, { presences, ...member }, look));
  });
  index.set(plan.type.name, members);
  return members;
}
