/*
 * Guard and validator of the flagship package agree on whatever the documented bodies can be turned into.
 * FC_SEED repeats a run, FC_RUNS sets how many values are tried: FC_RUNS=1000000 takes about six minutes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { registry } from "../../generated/src/registry.ts";
import type { Issue } from "../../generated/src/runtime/issue.ts";
import type { Validation } from "../../generated/src/runtime/validate.ts";
import { packagePath } from "../../generator/package-root.ts";
import { deepFreeze } from "../model/support.ts";
import { mutated, mutations } from "./mutations.ts";
import { rootTypes } from "./root-types.ts";

interface Judge {
  readonly is: (value: unknown) => boolean;
  readonly validate: (
    value: unknown,
    options?: { readonly strict?: boolean; readonly depth?: number },
  ) => Validation<unknown>;
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

test("there are 29 bodies and every root has judges", () => {
  expect(examples).toHaveLength(29);
  expect(rootTypes.filter((name) => !judges.has(name))).toEqual([]);
});

test("a dynamic member that names an abstract type is refused for that", () => {
  const extra = { "@odata.type": "#microsoft.graph.mediaConfig" };
  const value = { targets: [{ "@odata.type": "#microsoft.graph.invitationParticipantInfo", extra }] };
  const result = judges.get("microsoft.graph.call")?.get("received")?.validate(value);
  const path = ["targets", 0, "extra", "@odata.type"];
  expect(result).toMatchObject({ ok: false, issues: [{ path, code: "unexpected-type" }] });
});

test("a type named in the short form alone is looked at as that type, however long its arrays are", () => {
  const tagged = { "@type": "#microsoft.graph.inviteParticipantsOperation", participants: Array<number>(16).fill(5) };
  const result = judges.get("microsoft.graph.commsOperation")?.get("received")?.validate(tagged);
  const issues = result?.ok === false ? result.issues : [];
  expect(issues.filter(({ severity }) => severity === "error").map(({ path }) => path)).toEqual(
    tagged.participants.map((_, index) => ["participants", index]),
  );
});

test.each([
  ["of one type", (part: object) => ({ incomingContext: { onBehalfOf: part, transferor: part } }), { application: 5 }],
  ["of two types", (part: object) => ({ source: part, incomingContext: part }), { languageId: 5, transferor: 5 }],
  ["of two types, right in the first", (part: object) => ({ source: part, incomingContext: part }), { transferor: 5 }],
])("an object that stands in two places, %s, is told of in both", (_title, make, part) => {
  const value = make(part);
  const validate = judges.get("microsoft.graph.call")?.get("received")?.validate;
  expect(validate?.(value)).toEqual(validate?.(JSON.parse(JSON.stringify(value))));
  expect(validate?.(value).ok).toBe(false);
});

test("of an array that stands in a typed place too, everything is looked at where there is no type", () => {
  const deep = [0, 1, 2].reduce<unknown>((x) => ({ x }), 5);
  const items = [{ dyn: deep }, 5];
  const value = { meetingCapability: { a: { b: { c: items } } }, targets: items };
  const validate = judges.get("microsoft.graph.call")?.get("received")?.validate;
  expect(validate?.(value, { depth: 505 })).toEqual(validate?.(JSON.parse(JSON.stringify(value)), { depth: 505 }));
});

/** Whether one value is judged alike by both, whichever the verdict. Returns the verdict. */
function agree({ is, validate }: Judge, value: unknown): boolean {
  const result = validate(value);
  must(
    is(value) === (result.ok && Object.is(result.value, value)),
    "is holds where validate hands back the value itself",
  );
  const strict = validate(value, { strict: true });
  must(result.ok || !strict.ok, "what is refused is refused under strict too");
  must(
    told(loosened(strict)) === told(issuesOf(result)),
    "a walk that goes by notes finds what one finds that looks everywhere",
  );
  if (!result.ok) {
    must(
      result.issues.some(({ severity }) => severity === "error"),
      "what is refused has an error",
    );
    // What validate itself finds nothing wrong with, and the guard refuses, it calls a value that changes.
    const changes = result.issues.some(({ message }) => message.includes("changes while it is read"));
    must(!changes, "both find the same faults");
    return false;
  }
  must(
    result.warnings.every(({ severity }) => severity === "warning"),
    "what is accepted has no error",
  );
  must(is(result.value), "is holds for the canonical value");
  const again = validate(result.value);
  must(again.ok && Object.is(again.value, result.value), "the canonical value stays as it is");
  return true;
}

function issuesOf(result: Validation<unknown>): readonly Issue[] {
  return result.ok ? result.warnings : result.issues;
}

/** Under `strict` no notes are taken: what it finds, but for what it is strict about. */
function loosened(strict: Validation<unknown>): Issue[] {
  return issuesOf(strict).flatMap((issue) =>
    issue.code !== "undeclared-property"
      ? [issue]
      : issue.severity === "error"
        ? [{ ...issue, severity: "warning" as const }]
        : [],
  );
}

/** Beyond what is reported the two differ. */
function told(issues: readonly Issue[]): string {
  return issues.length < 90 ? JSON.stringify(issues) : "";
}

/** Several times faster than `expect`, and there are hundreds of thousands of these. */
function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken: ${rule}`);
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
      must(JSON.stringify(value) === before, "the input stays as it is");
    }),
    { seed, numRuns },
  );
  // Mutations that spoil everything, or nothing, would prove little.
  const total = verdicts.ok + verdicts.refused;
  expect(verdicts.ok / total).toBeGreaterThan(0.1);
  expect(verdicts.refused / total).toBeGreaterThan(0.1);
  if (numRuns >= 1000) expect(verdicts.canonical).toBeGreaterThan(0);
});
