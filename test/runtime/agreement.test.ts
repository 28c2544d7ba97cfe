import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { guardOf, judge, typeNames } from "./model-cases.ts";
import { presences } from "./model.ts";
import { mutants } from "./mutants.ts";

vi.setConfig({ testTimeout: 60_000 });

const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);

test(`guard and walker agree on every value, in every presence (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(mutants, fc.constantFrom(...typeNames), fc.constantFrom(...presences), (value, name, presence) => {
      const before = JSON.stringify(value);
      const is = guardOf(name, presence);
      const result = judge(name, value, presence);
      expect(is(value)).toBe(result.ok && result.value === value);
      expect(JSON.stringify(value)).toBe(before);
      if (!result.ok) {
        expect(result.issues.some(({ severity }) => severity === "error")).toBe(true);
        return;
      }
      expect(is(result.value)).toBe(true);
      // What is canonical stays as it is.
      const again = judge(name, result.value, presence);
      expect(again.ok && again.value === result.value).toBe(true);
    }),
    { seed, numRuns: 20000 },
  );
});

test(`the limit of issues never changes the verdict (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(mutants, fc.constantFrom(...typeNames), fc.nat(4), fc.boolean(), (value, name, maxIssues, strict) => {
      const all = judge(name, value, "received", { strict });
      const some = judge(name, value, "received", { strict, maxIssues });
      expect(some.ok).toBe(all.ok);
      const issues = all.ok ? all.warnings : all.issues;
      const kept = some.ok ? some.warnings : some.issues;
      const errors = issues.filter(({ severity }) => severity === "error");
      expect(kept.length).toBeLessThanOrEqual(maxIssues);
      expect(kept.filter(({ severity }) => severity === "error")).toEqual(errors.slice(0, maxIssues));
      if (some.ok && all.ok) expect(some.value).toEqual(all.value);
    }),
    { seed, numRuns: 5000 },
  );
});
