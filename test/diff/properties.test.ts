import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configureOne } from "../../generator/commands/configure.ts";
import { compareSurfaces } from "../../generator/diff/compare-surfaces.ts";
import type { Change, Comparison } from "../../generator/diff/types.ts";
import { mirrored } from "../../generator/diff/verdicts.ts";
import { packagePath } from "../../generator/package-root.ts";
import type { Surface } from "../../generator/plan/surface/types.ts";
import { documentOf as rearranged, readTree, rearranged as thoroughly } from "../determinism/pipeline.ts";
import { caseFile, caseSurface, configOf, documentOf, facts, sides, surfaceOf, type Side } from "./cases.ts";

const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const parameters = { seed, numRuns: 25 };

/** Facts whose options hold for a namespace only, so that many can stand in one package. */
const independent = facts.filter((fact) => fact !== "option-changed");
const documents = new Map(
  independent.flatMap((fact) => sides.map((side) => [`${fact} ${side}`, documentOf(fact, side)] as const)),
);

/** One package of all cases, each as it is on one side. */
function mixture(choice: readonly Side[]): Surface {
  const chosen = independent.map((fact, index) => ({ fact, side: choice[index] ?? "base" }));
  const configs = chosen.map(({ fact, side }) => configOf(fact, side));
  const [first] = configs;
  if (first === undefined) throw new Error("there is no case");
  const config = {
    ...first,
    derived: new Map(configs.flatMap(({ derived }) => [...derived])),
    names: new Map(configs.flatMap(({ names }) => [...names])),
  };
  return surfaceOf(
    chosen.flatMap(({ fact, side }) => documents.get(`${fact} ${side}`) ?? []),
    config,
  );
}

const choices = fc.array(fc.constantFrom(...sides), { minLength: independent.length, maxLength: independent.length });

function identity({ code, path, before, after, presences }: Change): string {
  return JSON.stringify([code, path, before, after, presences]);
}

/** The changes as they must look from the other side. */
function mirror({ changes }: Comparison): string[] {
  const renamings = changes.filter(({ code }) => code.endsWith("-renamed"));
  const laterPath = (path: string): string => {
    let later = path;
    for (const { path: earlier, before = "", after = "" } of renamings) {
      if (later !== earlier && !later.startsWith(`${earlier}/`)) continue;
      later = earlier.slice(0, earlier.length - before.length) + after + later.slice(earlier.length);
    }
    return later;
  };
  return changes
    .map((change) => {
      const { code, path, before, after } = change;
      return identity({ ...change, code: mirrored(code), path: laterPath(path), before: after, after: before });
    })
    .sort();
}

function seen({ changes }: Comparison): string[] {
  return changes.map(identity).sort();
}

describe("a document and itself", () => {
  test.each(facts)("%s: nothing changed", (fact) => {
    for (const side of sides) {
      const comparison = compareSurfaces(caseSurface(fact, side), caseSurface(fact, side));
      expect(comparison).toEqual({ changes: [], verdict: "none", semver: "none" });
    }
  });

  test.each(facts)("%s in another order: nothing changed", (fact) => {
    for (const side of sides) {
      const tree = readTree(caseFile(fact, side));
      for (const other of [rearranged(tree, seed), thoroughly(tree, seed)]) {
        const config = configOf(fact, side);
        expect(seen(compareSurfaces(caseSurface(fact, side), surfaceOf([other], config)))).toEqual([]);
      }
    }
  });

  test(`the flagship in another order (seed ${seed}): nothing changed`, async () => {
    const config = await configureOne({}, packagePath());
    const tree = readTree(config.metadata);
    const before = surfaceOf([rearranged(tree)], config);
    expect(before.types.size).toBeGreaterThan(200);
    expect(seen(compareSurfaces(before, surfaceOf([thoroughly(tree, seed)], config)))).toEqual([]);
  });
});

describe("there and back", () => {
  test.each(facts)("%s: mirror images", (fact) => {
    const [base, head] = [caseSurface(fact, "base"), caseSurface(fact, "head")];
    expect(seen(compareSurfaces(head, base))).toEqual(mirror(compareSurfaces(base, head)));
  });

  test(`any mixture of the cases and any other (seed ${seed}): mirror images`, () => {
    fc.assert(
      fc.property(choices, choices, (one, other) => {
        const [a, b] = [mixture(one), mixture(other)];
        expect(seen(compareSurfaces(b, a))).toEqual(mirror(compareSurfaces(a, b)));
      }),
      parameters,
    );
  });

  test(`what changed in a mixture (seed ${seed}) is what changed in its parts`, () => {
    const alone = new Map(
      independent.map((fact) => [fact, seen(compareSurfaces(caseSurface(fact, "base"), caseSurface(fact, "head")))]),
    );
    fc.assert(
      fc.property(choices, (choice) => {
        const base = mixture(independent.map(() => "base"));
        const want = independent.flatMap((fact, index) => (choice[index] === "head" ? (alone.get(fact) ?? []) : []));
        // Names are shown with the export of their namespace, which a package of one namespace does not have.
        const got = compareSurfaces(base, mixture(choice)).changes.filter(({ code }) => code !== "name-changed");
        expect(got.map(identity).sort()).toEqual(want.filter((text) => !text.includes('"name-changed"')).sort());
      }),
      parameters,
    );
  });
});
