import { groupedBy } from "../group.ts";
import { splitName } from "../split-name.ts";
import type { Model, ModelOperation } from "../model/types.ts";
import { pascal } from "./identifiers.ts";

/**
 * `CallAnswer`, `ParticipantCollectionInvite`, `Search`: the binding type's name, then the operation's. Overloads of a
 * function that share both are told apart by their parameters: `…WithTokenAndTop`.
 */
export function planOperationNames(
  operations: readonly ModelOperation[],
  identifiers: ReadonlyMap<string, string>,
  model: Model,
): Map<string, string> {
  const groups = groupedBy(operations, (operation) => {
    return `${operation.namespace} ${bindingName(operation, identifiers, model)}${pascal(operation.simpleName)}`;
  });
  const names = new Map<string, string>();
  for (const [group, members] of groups) {
    const name = group.slice(group.indexOf(" ") + 1);
    for (const { key, parameters } of members) {
      const words = parameters.map((parameter) => pascal(parameter.name)).join("And");
      names.set(key, members.length > 1 && words !== "" ? `${name}With${words}` : name);
    }
  }
  return names;
}

function bindingName({ binding }: ModelOperation, identifiers: ReadonlyMap<string, string>, model: Model): string {
  if (binding === undefined) return "";
  const type = model.types.get(binding.type);
  const name = identifiers.get(binding.type) ?? pascal(type?.simpleName ?? splitName(binding.type)[1]);
  return binding.collection ? `${name}Collection` : name;
}
