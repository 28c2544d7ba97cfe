import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../../generator/package-root.ts";
import { type Random, randomOf } from "../../determinism/random.ts";
import { deepFreeze } from "../../model/support.ts";
import { pollution } from "./globals.ts";
import { instance } from "./instances.ts";
import { type Judge, judges } from "./judges.ts";
import { mutated } from "./mutate.ts";
import { hold, type Verdict } from "./properties.ts";
import { randomJson } from "./random-json.ts";
import { once, pick } from "./words.ts";

const folder = packagePath("spec", "examples", "create-call");

/** The documented bodies. */
export const bodies = readdirSync(folder)
  .filter((name) => /^\d\d-[^.]*\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as { type: string; body: unknown });

type Make = (random: Random, judge: Judge) => unknown;

export const sorts: Readonly<Record<string, Make>> = {
  "random values": (random, { shape, presence }) =>
    once(random, 2) ? randomJson(random) : instance({ random, presence, faults: pick(random, [5, 50, 1e9]) }, shape),
  "mutated bodies": (random, { name, shape, presence }) => {
    const own = bodies.filter(({ type }) => type === name);
    const body =
      own.length === 0 || once(random, 4) ? instance({ random, presence, faults: 1e9 }, shape) : pick(random, own).body;
    return mutated(random, body);
  },
};

/** What is run: values of one sort, for the judges of one root. */
export interface Plan {
  readonly sort: string;
  readonly root: readonly Judge[];
  readonly runs: number;
  readonly seed: number;
}

export type Verdicts = Record<Verdict, number>;

/** Holds each value against the root and, in turn, against every other type; adds what is broken to `found`. */
export function run({ sort, root, runs, seed }: Plan, found: Map<string, string>): Verdicts {
  const random = randomOf(seed);
  const verdicts = { right: 0, canonical: 0, refused: 0 };
  const before = pollution();
  const { stackTraceLimit } = Error;
  // Traces take most of the time of an exception.
  Error.stackTraceLimit = 0;
  for (let count = 0; count < runs; count += 1) {
    const judge = root[count % root.length];
    const other = judges[count % judges.length];
    if (judge === undefined || other === undefined) throw new Error("a root has no judge");
    const value = sorts[sort]?.(random, judge);
    if (count % 8 === 0) deepFreeze(value);
    for (const each of count % 4 < 2 ? [judge, other] : [judge]) {
      try {
        verdicts[hold(each, value, count)] += 1;
      } catch (error) {
        const failure = `${sort}, ${each.presence} ${each.name}: ${String(error)}`;
        if (!found.has(failure)) found.set(failure, JSON.stringify(value));
      }
    }
  }
  Error.stackTraceLimit = stackTraceLimit;
  if (pollution() !== before) found.set(`${sort}, ${root[0]?.name ?? ""}: something global has changed`, "");
  return verdicts;
}
