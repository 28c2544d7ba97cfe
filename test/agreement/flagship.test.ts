/*
 * Guard and validator of the flagship package agree on whatever the documented bodies can be turned into.
 * FC_SEED repeats a run, FC_RUNS sets how many values are tried: FC_RUNS=500000 is a good half hour.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { registry } from "../../generated/src/registry.ts";
import type { Validation } from "../../generated/src/runtime/validate.ts";
import { packagePath } from "../../generator/package-root.ts";
import { deepFreeze } from "../model/support.ts";
import { mutated, mutations } from "./mutations.ts";

interface Judge {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown, options?: { readonly strict?: boolean }) => Validation<unknown>;
}

interface Example {
  readonly type: string;
  readonly body: unknown;
}

const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env["FC_RUNS"] ?? 5000);
const judges = new Map<string, ReadonlyMap<string, Judge>>(
  Object.entries(registry as unknown as Record<string, Record<string, Judge>>).map(([name, presences]) => [
    name,
    new Map(Object.entries(presences)),
  ]),
);

const folder = packagePath("spec", "examples", "create-call");
const examples = readdirSync(folder)
  .filter((name) => /^\d\d-[^.]*\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Example);

const rootTypes = [
  "call",
  "changeNotificationCollection",
  "commsNotification",
  "commsNotifications",
  "commsOperation",
  "deltaParticipants",
  "emergencyCallEvent",
  "participant",
  "participantJoiningNotification",
  "participantJoiningResponse",
  "participantLeftNotification",
].map((name) => `microsoft.graph.${name}`);

test("there are 29 bodies and every root has judges", () => {
  expect(examples).toHaveLength(29);
  expect(rootTypes.filter((name) => !judges.has(name))).toEqual([]);
});

/** Whether one value is judged alike by both, whichever the verdict. Returns the verdict. */
function agree({ is, validate }: Judge, value: unknown): boolean {
  const result = validate(value);
  expect(is(value)).toBe(result.ok && Object.is(result.value, value));
  // Nothing that is fine under strict is refused without.
  if (validate(value, { strict: true }).ok) expect(result.ok).toBe(true);
  if (!result.ok) {
    expect(result.issues.some(({ severity }) => severity === "error")).toBe(true);
    return false;
  }
  expect(result.warnings.every(({ severity }) => severity === "warning")).toBe(true);
  expect(is(result.value)).toBe(true);
  const again = validate(result.value);
  expect(again.ok && Object.is(again.value, result.value)).toBe(true);
  return true;
}

const cases = fc.tuple(
  fc.constantFrom(...examples),
  mutations,
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...rootTypes) }, fc.constantFrom(...judges.keys())),
);

test(`guard and validator agree (FC_SEED=${seed} FC_RUNS=${numRuns})`, { timeout: numRuns * 100 }, () => {
  const verdicts = { ok: 0, refused: 0, canonical: 0 };
  fc.assert(
    fc.property(cases, ([example, list, other]) => {
      const value = deepFreeze(mutated(example.body, list));
      const before = JSON.stringify(value);
      for (const name of new Set([example.type, other])) {
        for (const judge of judges.get(name)?.values() ?? []) {
          const ok = agree(judge, value);
          verdicts[ok ? "ok" : "refused"] += 1;
          if (ok && !judge.is(value)) verdicts.canonical += 1;
        }
      }
      expect(JSON.stringify(value)).toBe(before);
    }),
    { seed, numRuns },
  );
  // Mutations that spoil everything, or nothing, would prove little.
  const total = verdicts.ok + verdicts.refused;
  expect(verdicts.ok / total).toBeGreaterThan(0.1);
  expect(verdicts.refused / total).toBeGreaterThan(0.1);
  if (numRuns >= 1000) expect(verdicts.canonical).toBeGreaterThan(0);
});
