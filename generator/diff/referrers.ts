import { gathered } from "../group.ts";
import type { Surface, SurfaceMember, SurfaceOperation, SurfaceType } from "../plan/surface/types.ts";
import type { ValuePlan } from "../plan/values.ts";

/** A place where a type is referred to. */
export interface Reference {
  readonly owner: string;
  readonly member: string;
}

/** Where types are referred to, by the type's name. */
export function referrers({ types, operations }: Surface): Map<string, Reference[]> {
  return gathered([...[...types.values()].flatMap(ofType), ...[...operations.values()].flatMap(ofOperation)]);
}

type Found = [type: string, reference: Reference];

function ofType(type: SurfaceType): Found[] {
  if (type.kind !== "entity" && type.kind !== "complex") return [];
  const base: Found[] = type.base === undefined ? [] : [[type.base, { owner: type.name, member: "base type" }]];
  return [...ofMembers(type.name, type.members.values()), ...base];
}

function ofOperation(operation: SurfaceOperation): Found[] {
  const { result, binding, parameters } = operation;
  const members = [...parameters.values(), ...(result === undefined ? [] : [result])];
  const reference = { owner: operation.simpleName, member: "binding parameter" };
  const bound: Found[] = binding === undefined ? [] : [[binding.type, reference]];
  return [...ofMembers(operationOwner(operation), members), ...bound];
}

function ofMembers(owner: string, members: Iterable<SurfaceMember>): Found[] {
  return [...members].flatMap(({ name, value }) =>
    namesIn(value).map((type): Found => [type, { owner, member: name }]),
  );
}

/** Not the key: it holds the name of the type, which may be the one that was renamed. */
function operationOwner({ kind, simpleName, binding }: SurfaceOperation): string {
  return `${kind} ${simpleName}${binding?.collection === true ? " of many" : ""}`;
}

function namesIn(value: ValuePlan): readonly string[] {
  switch (value.kind) {
    case "primitive":
    case "untyped":
      return [];
    case "resource":
      return value.types;
    case "definition":
    case "enum":
    case "object":
      return [value.name];
  }
}
