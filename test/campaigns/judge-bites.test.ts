/*
 * That the judge of `judge.test.ts` is worth asking: faults are planted in emitted guards, and each has to be found.
 * Short runs leave this out, because the judge does not depend on what it judges.
 */
import { expect, test } from "vitest";
import { randomOf, shuffled } from "../determinism/random.ts";
import { caseCourts, goldenPackages } from "../judge/cases.ts";
import { compareMutated, compareRight, emptyTally } from "../judge/compare.ts";
import { type Court, withEntries } from "../judge/court.ts";
import { loadPackages } from "../judge/packages.ts";
import { plantings } from "../judge/plant.ts";
import { expectKnown, isLong, longTimeout, report, runsOf, seed } from "./campaign.ts";

const many = runsOf({ short: 0, long: 400 });

test.runIf(isLong)("faults planted in guards are found", { timeout: longTimeout }, async () => {
  const random = randomOf(seed);
  const packages = goldenPackages();
  const courts = await caseCourts(packages);
  const all = courts.flatMap((court) =>
    plantings(court.label, packages.get(court.label) ?? new Map(), random).map((planted) => ({ court, planted })),
  );
  const tried = shuffled(all, random).slice(0, many);
  const missed: string[] = [];
  // One build for many: each has a package of its own.
  const loaded = await loadPackages(new Map(tried.map(({ planted }, index) => [String(index), planted.files])));
  for (const [index, { court, planted }] of tried.entries()) {
    const spoiled = loaded.get(String(index));
    if (spoiled === undefined || !isFound(withEntries(court, spoiled))) missed.push(planted.label);
  }
  report("judge-bites", { possible: all.length, planted: tried.length, missed: missed.length });
  process.stdout.write(missed.map((label) => `  missed: ${label}\n`).join(""));
  expect(tried.length).toBe(Math.min(many, all.length));
  expectKnown("judge-bites", missed);
});

/** As many payloads as it takes, within reason. */
function isFound(spoiled: Court): boolean {
  const random = randomOf(seed);
  const tally = emptyTally();
  for (let round = 0; round < 8_000 && tally.found.size === 0; round += 1) {
    if (round % 500 === 0) compareRight(spoiled, random, 2, tally);
    compareMutated(spoiled, random, tally);
  }
  return tally.found.size > 0;
}
