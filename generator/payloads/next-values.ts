import { integerRanges } from "../edm.ts";
import type { EnumModelType } from "../model/types.ts";

/**
 * Numbers for further members of an enumeration: one more than the greatest, the next bit for flags; where the type
 * has no more of these, the first free ones from 0.
 */
export function nextValues({ members, flags, underlyingType }: EnumModelType, count: number): bigint[] {
  const [, high] = integerRanges.get(underlyingType) ?? [0n, 2n ** 31n - 1n];
  const taken = new Set(members.map(({ value }) => value));
  const values: bigint[] = [];
  let next = flags ? 1n : 0n;
  for (const value of taken) while (next <= value) next = flags ? next * 2n : value + 1n;
  for (let free = 0n; values.length < count;) {
    if (next <= high) {
      values.push(next);
      taken.add(next);
      next = flags ? next * 2n : next + 1n;
    } else {
      while (taken.has(free)) free += 1n;
      values.push(free);
      taken.add(free);
    }
  }
  return values;
}
