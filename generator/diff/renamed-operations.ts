import { groupedBy } from "../group.ts";
import type { Surface, SurfaceOperation } from "../plan/surface/types.ts";
import { laterName, plainly, type Comparing } from "./relations.ts";
import { areNear, nearKeys, pairUp, unpaired, type Likeness } from "./pair-up.ts";
import { memberSignature } from "./renamed-members.ts";

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
  const others = groupedBy(come, (operation) => signatures.get(operation) ?? "");
  const pairs = [...alike].flatMap(([text, earlier]): [string, string][] => {
    const later = others.get(text) ?? [];
    const moved = pairUp(earlier, later, sameSimpleName);
    return [...moved, ...pairUp(...unpaired(earlier, later, moved), likeSimpleName)];
  });
  return new Map(pairs);
}

const sameSimpleName: Likeness<SurfaceOperation> = {
  keysOf: ({ simpleName }) => [simpleName],
  matches: (one, other) => one.simpleName === other.simpleName,
};

const likeSimpleName: Likeness<SurfaceOperation> = {
  keysOf: ({ simpleName }) => nearKeys(simpleName),
  matches: (one, other) => areNear(one.simpleName, other.simpleName),
};

function signature({ kind, binding, parameters, result }: SurfaceOperation, comparing: Comparing): string {
  const bound = binding && [laterName(binding.type, comparing), binding.collection];
  const list = [...parameters.values()].map((member) => `${member.name} ${memberSignature(member, comparing)}`);
  return JSON.stringify([kind, bound, list, result && memberSignature(result, comparing)]);
}
