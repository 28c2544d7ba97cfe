import type { Surface, SurfaceOperation } from "../plan/surface/types.ts";
import { laterName, type Comparing } from "./relations.ts";
import { areNear, memberSignature, pairUp } from "./renamed-members.ts";

/**
 * Operations that were given another name: bound to the same, with the same parameters and result, and no other pair
 * like them. One without any parameter is told by a name that is near, or by the renamed type that it is bound to.
 * @returns later keys by earlier ones
 */
export function renamedOperations(before: Surface, after: Surface, comparing: Comparing): Map<string, string> {
  const gone = [...before.operations.values()].filter(({ name }) => !after.operations.has(name));
  const come = [...after.operations.values()].filter(({ name }) => !before.operations.has(name));
  return pairUp(gone, come, (earlier, later) => {
    if (signature(earlier, comparing) !== signature(later, { ...comparing, renamed: new Map() })) return false;
    return earlier.simpleName === later.simpleName || areNear(earlier.simpleName, later.simpleName);
  });
}

function signature({ kind, binding, parameters, result }: SurfaceOperation, comparing: Comparing): string {
  const bound = binding && [laterName(binding.type, comparing), binding.collection];
  const list = [...parameters.values()].map((member) => `${member.name} ${memberSignature(member, comparing)}`);
  return JSON.stringify([kind, bound, list, result && memberSignature(result, comparing)]);
}
