import { expect, test } from "vitest";
import type { Model } from "../../generator/model/types.ts";
import { randomOf, type Random } from "../determinism/random.ts";
import { expectKnown, longTimeout, report, runsOf, seed } from "./campaign.ts";
import { flagship, rich, small } from "./semantic/documents.ts";
import { faultsOf, modelFaults, outcomeOf, renderFaults, type Outcome } from "./semantic/judge.ts";
import { mutated, reordered } from "./semantic/mutate.ts";
import { printNodes, type Node } from "./semantic/tree.ts";

const long = { timeout: longTimeout };

interface Documents {
  readonly metadata: readonly Node[];
  readonly overlay: readonly Node[];
}

/** The document that has everything in half of the runs; the flagship's, which takes long, in few. */
function baseOf(random: Random): Node {
  const draw = random();
  if (draw < 0.003) return flagship;
  return draw < 0.5 ? rich : (small[Math.floor(random() * small.length)] ?? rich);
}

/** A document with mistakes, most often alone; else with another one, or with an overlay that has mistakes too. */
function documentsOf(random: Random): Documents {
  const base = baseOf(random);
  const metadata = mutated(base, random);
  const draw = random();
  if (draw < 0.1) return { metadata: [metadata], overlay: [mutated(base, random)] };
  if (draw < 0.2) return { metadata: [metadata, mutated(baseOf(random), random)], overlay: [] };
  return { metadata: [metadata], overlay: [] };
}

function judged({ metadata, overlay }: Documents): Outcome {
  return outcomeOf({ metadata: metadata.map(printNodes), overlay: overlay.map(printNodes) });
}

function kindOf(outcome: Outcome): string {
  return outcome.kind === "refused" ? outcome.error.kind : outcome.kind;
}

/** Whether a document is refused does not depend on the order of what has none, nor on that of the documents. */
function orderFaults({ metadata, overlay }: Documents, outcome: Outcome, random: Random): string[] {
  const shuffled = (nodes: readonly Node[]): Node[] => nodes.map((node) => reordered(node, random));
  const other = judged({ metadata: shuffled(metadata).reverse(), overlay: shuffled(overlay) });
  return kindOf(other) === kindOf(outcome) ? [] : [`order: ${kindOf(outcome)}, and ${kindOf(other)} in another order`];
}

test("a document with mistakes is refused with the places of all, or makes a sound package", long, () => {
  const runs = runsOf({ short: 200, long: 100_000 });
  const found: string[] = [];
  let refused = 0;
  let problems = 0;
  for (let run = 0; run < runs; run += 1) {
    const random = randomOf(seed + run);
    const documents = documentsOf(random);
    const outcome = judged(documents);
    const faults = faultsOf(outcome);
    if (run % 8 === 0) faults.push(...orderFaults(documents, outcome, random));
    if (outcome.kind === "plan" && run % 100 === 0) faults.push(...renderFaults(outcome.plan));
    if (outcome.kind === "refused") refused += 1;
    if (outcome.kind === "refused") problems += outcome.error.problems.length;
    found.push(...faults.map((fault) => `${seed + run}: ${fault}`));
  }
  report("semantic", { count: runs, refused, problems, found: found.length });
  expect(refused / runs).toBeGreaterThan(0.3);
  expect(refused / runs).toBeLessThan(0.9);
  expectKnown("semantic", found);
});

test("what mutations begin with is sound", () => {
  for (const node of [rich, ...small]) {
    const outcome = judged({ metadata: [node], overlay: [] });
    expect(kindOf(outcome)).toBe("plan");
    expect(faultsOf(outcome)).toEqual([]);
  }
});

test("the judge knows what is not sound", () => {
  const outcome = judged({ metadata: [rich], overlay: [] });
  if (outcome.kind !== "plan") throw new Error("it is sound");
  const { model } = outcome;
  const changed = (change: (json: string) => string): Model => {
    const write = (_: string, value: unknown): unknown =>
      value instanceof Map ? { "@map": [...value] } : typeof value === "bigint" ? { "@big": String(value) } : value;
    const read = (_: string, value: unknown): unknown => {
      const held = (typeof value === "object" && value !== null ? value : {}) as { "@map"?: []; "@big"?: string };
      const { "@map": map, "@big": big } = held;
      return map !== undefined ? new Map(map) : big !== undefined ? BigInt(big) : value;
    };
    return JSON.parse(change(JSON.stringify(model, write)), read) as Model;
  };
  const rows: readonly (readonly [string, string])[] = [
    ['"name":"tags"', '"name":"ta gs"'],
    ['"name":"tags"', '"name":"price"'],
    ['"base":"shop.thing"', '"base":"shop.gone"'],
    ['"base":"shop.thing"', '"base":"shop.colour"'],
    ['"base":"shop.info"', '"base":"shop.address"'],
    ['"name":"shop.colour","collection"', '"name":"shop.color","collection"'],
    ['"name":"shop.order","collection"', '"name":"shop.address","collection"'],
    ['"@big":"255"', '"@big":"256"'],
    ['"name":"blue"', '"name":"red"'],
    ['"name":"sum"', '"name":"*/"'],
    ['"underlying":{"name":"Edm.Decimal"', '"underlying":{"name":"shop.money"'],
    ['"binding":{"type":"shop.order"', '"binding":{"type":"shop.gone"'],
    ['"name":"me","type":"shop.customer"', '"name":"me","type":"shop.info"'],
  ];
  expect(modelFaults(changed((json) => json))).toEqual([]);
  for (const [before, after] of rows) {
    const faults = modelFaults(changed((json) => json.replace(before, after)));
    expect({ after, sound: faults.length === 0 }).toEqual({ after, sound: false });
  }
});
