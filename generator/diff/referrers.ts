import type { Surface, SurfaceMember, SurfaceOperation } from "../plan/surface/types.ts";
import type { ValuePlan } from "../plan/values.ts";

/** A place where a type is referred to. */
export interface Reference {
  readonly owner: string;
  readonly member: string;
}

/** Where types are referred to, by the type's name. */
export function referrers({ types, operations }: Surface): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>();
  const add = (name: string, reference: Reference): void => {
    const list = found.get(name);
    if (list === undefined) found.set(name, [reference]);
    else list.push(reference);
  };
  const addMembers = (owner: string, members: Iterable<SurfaceMember>): void => {
    for (const { name, value } of members) for (const type of namesIn(value)) add(type, { owner, member: name });
  };
  for (const type of types.values()) {
    if (type.kind !== "entity" && type.kind !== "complex") continue;
    addMembers(type.name, type.members.values());
    if (type.base !== undefined) add(type.base, { owner: type.name, member: "base type" });
  }
  for (const operation of operations.values()) {
    const { result, binding, parameters } = operation;
    const owner = operationOwner(operation);
    addMembers(owner, [...parameters.values(), ...(result === undefined ? [] : [result])]);
    if (binding !== undefined) add(binding.type, { owner: operation.simpleName, member: "binding parameter" });
  }
  return found;
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
