import type { Outline } from "./guard-types.ts";

/** The number of the first of these offsets, which ascend, that is not before `offset`. */
export function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An element's first and last offset, the latter behind it. */
export function spanOf({ starts, ends }: Outline, element: number): readonly [from: number, to: number] {
  return [starts[element] ?? 0, ends[element] ?? 0];
}

/** The numbers of the elements directly in an element. */
export function childrenOf({ starts, ends }: Outline, element: number): readonly number[] {
  const end = ends[element] ?? 0;
  const children: number[] = [];
  for (let child = element + 1; (starts[child] ?? end) < end;) {
    children.push(child);
    child = firstFrom(starts, ends[child] ?? end);
  }
  return children;
}
