import { describe, expect, test } from "vitest";
import { atOnce } from "../../generator/output/at-once.ts";

/** Waits for as many turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe("several at once", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);

  test("gives results in the order of the items, however long each takes", async () => {
    const results = await atOnce(items, async (item, index) => {
      await turns((index * 7) % 5);
      return item * 2;
    });
    expect(results).toEqual(items.map((item) => item * 2));
  });

  test("has several at work, and not all", async () => {
    let working = 0;
    let most = 0;
    await atOnce(items, async () => {
      most = Math.max(most, (working += 1));
      await turns(2);
      working -= 1;
    });
    expect(most).toBe(8);
  });

  test("begins nothing after a failure, waits for what was begun, and throws the failure of the first item", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (item: number): Promise<void> => {
      begun.push(item);
      await turns(item === 5 ? 1 : 3);
      if (item === 3 || item === 5) throw new Error(`no ${item}`);
      ended.push(item);
    };
    await expect(atOnce(items, work)).rejects.toThrow("no 3");
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ended).toEqual([0, 1, 2, 4, 6, 7]);
  });

  test("an item may be undefined, and so may a result and what is thrown", async () => {
    expect(await atOnce([undefined, undefined], () => Promise.resolve(undefined))).toEqual([undefined, undefined]);
    const thrown: unknown = undefined;
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await expect(atOnce([1], () => Promise.reject(thrown))).rejects.toBeUndefined();
  });
});
