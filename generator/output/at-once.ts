/** How many: Node lets no more than four wait for the disk, and one more may be on its way to each. */
const several = 8;

/**
 * Does something with each item, several at a time, because most of it is waiting; the results are in the order of the
 * items. After a failure nothing more is begun, and what was begun is waited for: who tidies up then meets nothing that
 * is still at work.
 * @throws the failure of the first item that failed
 */
export async function atOnce<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const failures = new Map<number, unknown>();
  const queue = items.entries();
  const take = async (): Promise<void> => {
    for (const [index, item] of queue) {
      try {
        results.set(index, await work(item, index));
      } catch (error) {
        failures.set(index, error);
      }
      if (failures.size > 0) return;
    }
  };
  await Promise.all(Array.from({ length: several }, take));
  if (failures.size > 0) throw [...failures].sort(([a], [b]) => a - b)[0]?.[1];
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
