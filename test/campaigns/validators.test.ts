/*
 * The flagship package's validators against random JSON and mutated notifications. CAMPAIGN_RUNS is the number of
 * values of each sort for each root type, CAMPAIGN_SEED repeats a run.
 */
import { expect, test } from "vitest";
import { expectKnown, longTimeout, report, runsOf, seed } from "./campaign.ts";
import { judges, roots } from "./validators/judges.ts";
import { bodies, run, sorts } from "./validators/run.ts";

const runs = runsOf({ short: 150, long: 1_000_000 });

test("there are bodies, judges and roots", () => {
  expect(bodies).toHaveLength(29);
  expect(judges.length).toBeGreaterThan(500);
  expect([...roots.values()].filter((list) => list.length === 0)).toEqual([]);
});

test.each(Object.keys(sorts))("validators keep their promises: %s", { timeout: longTimeout }, (sort) => {
  const found = new Map<string, string>();
  const start = performance.now();
  const total = { right: 0, canonical: 0, refused: 0 };
  for (const [index, root] of [...roots.values()].entries()) {
    const verdicts = run({ sort, root, runs, seed: seed + index * 7919 + sort.length }, found);
    for (const verdict of ["right", "canonical", "refused"] as const) total[verdict] += verdicts[verdict];
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  report(`validators, ${sort}`, { values: runs * roots.size, ...total, seconds, found: found.size });
  // Values that are all right, or all wrong, would prove little.
  const judged = total.right + total.canonical + total.refused;
  expect(total.right / judged).toBeGreaterThan(0.05);
  expect(total.refused / judged).toBeGreaterThan(0.2);
  expect(total.canonical).toBeGreaterThan(0);
  for (const [failure, value] of [...found].slice(0, 5)) process.stdout.write(`${failure}\n  ${value}\n`);
  expectKnown("validators", [...found.keys()]);
});
