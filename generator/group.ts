/** Takes keys with values, returns the values of each key in their order; keys in the order of their first value. */
export function gathered<K, V>(pairs: Iterable<readonly [key: K, value: V]>): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

/** Takes items and what each belongs to, returns the items that belong together. */
export function groupedBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  return gathered(Array.from(items, (item) => [keyOf(item), item]));
}

/** Adds items to the end of a list; as arguments of one call, a hundred thousand of them overflow the stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
