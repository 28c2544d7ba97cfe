import fc from "fast-check";
import { expect, test } from "vitest";
import { areNear, nearKeys, pairUp, type Likeness } from "../../generator/diff/pair-up.ts";

const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);

interface Named {
  readonly name: string;
}

const near: Likeness<Named> = {
  keysOf: ({ name }) => nearKeys(name),
  matches: (one, other) => areNear(one.name, other.name),
};

/** As it is defined, each held against each. */
function plainPairs(gone: readonly Named[], come: readonly Named[]): [string, string][] {
  return gone.flatMap((one): [string, string][] => {
    const found = come.filter((other) => near.matches(one, other));
    const [only] = found;
    if (only === undefined || found.length > 1) return [];
    return gone.filter((rival) => near.matches(rival, only)).length === 1 ? [[one.name, only.name]] : [];
  });
}

// Few letters, so that many names are near.
const letter = fc.constantFrom("a", "b", "B", "_", "é");
const name = fc.oneof(
  fc.string({ unit: letter, minLength: 1, maxLength: 9 }),
  fc.string({ unit: letter, minLength: 62, maxLength: 67 }),
);
const things = fc.uniqueArray(name, { maxLength: 30 }).map((names) => names.map((each): Named => ({ name: each })));

/** Which one, where, and what stands there then. */
const edits = fc.array(fc.tuple(fc.nat(9), fc.nat(9), letter), { maxLength: 8 });

test(`keys find every name that is near (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(name, fc.nat(70), letter, (text, at, other) => {
      const start = text.slice(0, at);
      for (const changed of [
        start + text.slice(at + 1),
        start + other + text.slice(at),
        start + other + text.slice(at + 1),
      ]) {
        const keys = new Set(nearKeys(text));
        if (areNear(text, changed))
          expect(
            [...nearKeys(changed)].some((key) => keys.has(key)),
            changed,
          ).toBe(true);
      }
    }),
    { seed },
  );
});

test(`pairs are those that each held against each gives (FC_SEED=${seed})`, () => {
  let paired = 0;
  fc.assert(
    fc.property(things, edits, things, (gone, changes, others) => {
      const come = [...others];
      for (const [which, at, put] of changes) {
        const text = gone[which]?.name;
        if (text !== undefined) come.push({ name: text.slice(0, at) + put + text.slice(at + 1) });
      }
      const pairs = [...pairUp(gone, come, near)];
      paired += pairs.length;
      expect(pairs).toEqual(plainPairs(gone, come));
    }),
    { seed, numRuns: 500 },
  );
  expect(paired).toBeGreaterThan(200);
});

test("of too much to compare, nothing", () => {
  const many = Array.from({ length: 2_300 }, (_, index): Named => ({ name: `${index}` }));
  const none: Likeness<Named> = { keysOf: () => [""], matches: (one, other) => one.name === "0" && other.name === "0" };
  expect(pairUp(many, many, none).size).toBe(0);
  expect([...pairUp(many.slice(0, 100), many, none)]).toEqual([["0", "0"]]);
});
