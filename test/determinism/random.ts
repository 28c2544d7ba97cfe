/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy in another order. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** A copy in another order, in which those that pass the test keep their order among themselves. */
export function shuffledBut<T>(items: readonly T[], keeps: (item: T) => boolean, random: Random): T[] {
  const kept = items.filter(keeps);
  return shuffled(items, random).map((item) => (keeps(item) ? (kept.shift() ?? item) : item));
}
