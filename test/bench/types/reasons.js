// Why a target of the types is missed, by the beginning of its name.

const reasons = [];

/** Takes the name of a target, returns why it is missed where it is. */
export function reasonOf(target) {
  return reasons.find(([start]) => target.startsWith(start))?.[1];
}
