import fc from "fast-check";
import { expect, test } from "vitest";
import { localNames } from "../../generator/plan/local-names.ts";
import { internalNames } from "../../generator/plan/name-forms.ts";

/** Names made of each other, so that one comes about in several ways. */
const name = fc
  .array(fc.constantFrom("check", "hasMembersOf", "Shape", "A", "a", "Straße"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));
const namespaces = fc.array(fc.uniqueArray(name, { maxLength: 6 }), { maxLength: 4 });

/** In how many ways the names of a namespace make a name: by itself, and as each internal one. */
function waysTo(name: string, names: ReadonlySet<string>): number {
  const made = [...names].map((one) => Object.entries({ itself: one, ...internalNames(one) }));
  return new Set(made.flat().flatMap(([kind, one]) => (one === name ? [kind] : []))).size;
}

test("has the public names and the internal ones, and counts the namespaces that have them", () => {
  fc.assert(
    fc.property(namespaces, fc.array(name, { maxLength: 20 }), (lists, asked) => {
      const taken = new Map(lists.map((names, index) => [`n${index}`, new Set(names)]));
      const made = new Map(
        [...taken].map(([namespace, names]) => [
          namespace,
          new Set([...names].flatMap((one) => [one, ...Object.values(internalNames(one))])),
        ]),
      );
      const { byNamespace, uses, isTwofold } = localNames(taken);
      const all = [...asked, ...[...made.values()].flatMap((names) => [...names])];
      // Millions of comparisons: each by itself would take longer than what is compared.
      const wrong = all.filter((one) => {
        const having = [...made].filter(([, names]) => names.has(one)).map(([namespace]) => namespace);
        const found = [...byNamespace].filter(([, names]) => names.has(one)).map(([namespace]) => namespace);
        const twice = [...taken.values()].some((names) => waysTo(one, names) > 1);
        return uses(one) !== having.length || having.join() !== found.join() || isTwofold(one) !== twice;
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
