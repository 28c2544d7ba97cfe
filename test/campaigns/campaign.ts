import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { packagePath } from "../../generator/package-root.ts";

/** Whether this is a long run (`npm run campaigns`) rather than the part of it that `npm test` runs. */
export const isLong = process.env["MODE"] === "campaigns";

/** Time for one test of a long run, in milliseconds. */
export const longTimeout = 3 * 60 * 60 * 1000;

/** How often something is tried: CAMPAIGN_RUNS where it is set, else by the kind of run. */
export function runsOf(counts: { readonly short: number; readonly long: number }): number {
  const asked = process.env["CAMPAIGN_RUNS"];
  return asked === undefined ? (isLong ? counts.long : counts.short) : Number(asked);
}

/** What a run is drawn from: CAMPAIGN_SEED repeats one. The default is fixed in `npm test`, so that it is of one mind. */
export const seed = Number(process.env["CAMPAIGN_SEED"] ?? (isLong ? Date.now() % 2 ** 31 : 20_261_123));

/** A failure that is known and accepted. */
interface Known {
  /** As the campaign names it. */
  readonly failure: string;
  readonly reason: string;
}

/** Holds what a campaign found against `known/<campaign>.json`: nothing else may be found. */
export function expectKnown(campaign: string, found: readonly string[]): void {
  const file = join(packagePath("test", "campaigns", "known"), `${campaign}.json`);
  const known = (JSON.parse(readFileSync(file, "utf8")) as readonly Known[]).map(({ failure }) => failure);
  expect({ seed, found: found.filter((failure) => !known.includes(failure)).slice(0, 20) }).toEqual({
    seed,
    found: [],
  });
}

/** Prints the figures of a run, which a long run is made for. */
export function report(campaign: string, figures: Readonly<Record<string, number | string>>): void {
  if (!isLong) return;
  const text = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  process.stdout.write(`${campaign}: seed ${seed}, ${text.join(", ")}\n`);
}
