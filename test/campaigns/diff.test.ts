/*
 * What `diff` says against what compilers and validators say: pairs of random small documents, the second of which is the
 * first with one edit or a few. Programs that read and write with the earlier package are compiled with the later one,
 * its types are assigned to each other, and bodies that it accepted are validated. Where a role does not break, nothing
 * of that may fail. CAMPAIGN_RUNS is the number of pairs, CAMPAIGN_SEED repeats a run.
 */
import { expect, test } from "vitest";
import { isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";
import { judge, type Judged } from "./diff/judge.ts";
import { pairOf } from "./diff/pairs.ts";

/** How many pairs stand in one program of the compiler. */
const together = 40;

test("what works with a package works with the next where diff says so", { timeout: longTimeout }, async () => {
  const runs = runsOf({ short: 5, long: 20_000 });
  const figures = { broken: 0, kept: 0, values: 0, refused: 0 };
  const found: Pick<Judged, "missed" | "unsound">[] = [];
  for (let from = seed; from < seed + runs; from += together) {
    const count = Math.min(together, seed + runs - from);
    const pairs = Array.from({ length: count }, (_, index) => pairOf(from + index)).flatMap((pair) => pair ?? []);
    const judged = await judge(pairs);
    found.push(judged);
    for (const name of ["broken", "kept", "values"] as const) figures[name] += judged.figures[name];
    figures.refused += count - pairs.length;
    if (judged.missed.length > 0 && isLong) process.stdout.write(`${judged.missed[0] ?? ""}\n`);
  }
  report("diff", { pairs: runs, ...figures });
  expect({ seed, unsound: found.flatMap(({ unsound }) => unsound).slice(0, 3) }).toEqual({ seed, unsound: [] });
  expect({ seed, missed: found.flatMap(({ missed }) => missed).slice(0, 3) }).toEqual({ seed, missed: [] });
  // Pairs that all break, or none of which does, would prove little.
  expect(figures.kept / (figures.kept + figures.broken)).toBeGreaterThan(0.2);
  expect(figures.broken).toBeGreaterThan(0);
  expect(figures.values).toBeGreaterThan(0);
});
