import { groupedBy } from "../group.ts";
import type { Surface, SurfaceOperation } from "../plan/surface/types.ts";
import { laterName, plainly, type Comparing } from "./relations.ts";
import { areNear, memberSignature, pairUp, unpaired } from "./renamed-members.ts";

/**
 * Operations that were given another name: bound to the same, with the same parameters and result, and no other pair
 * like them. One without any parameter is told by a name that is near, or by the renamed type that it is bound to.
 * @returns later keys by earlier ones
 */
export function renamedOperations(before: Surface, after: Surface, comparing: Comparing): Map<string, string> {
  const gone = [...before.operations.values()].filter(({ name }) => !after.operations.has(name));
  const come = [...after.operations.values()].filter(({ name }) => !before.operations.has(name));
  const signatures = new Map(
    [...gone, ...come].map((one) => [one, signature(one, before.operations.has(one.name) ? comparing : plainly)]),
  );
  const alike = groupedBy(gone, (operation) => signatures.get(operation) ?? "");
  const pairs = [...alike].flatMap(([text, earlier]): [string, string][] => {
    const later = come.filter((one) => signatures.get(one) === text);
    const moved = pairUp(earlier, later, (one, other) => one.simpleName === other.simpleName);
    const respelt = pairUp(...unpaired(earlier, later, moved), (one, other) =>
      areNear(one.simpleName, other.simpleName),
    );
    return [...moved, ...respelt];
  });
  return new Map(pairs);
}

function signature({ kind, binding, parameters, result }: SurfaceOperation, comparing: Comparing): string {
  const bound = binding && [laterName(binding.type, comparing), binding.collection];
  const list = [...parameters.values()].map((member) => `${member.name} ${memberSignature(member, comparing)}`);
  return JSON.stringify([kind, bound, list, result && memberSignature(result, comparing)]);
}
