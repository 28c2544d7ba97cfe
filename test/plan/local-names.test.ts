import fc from "fast-check";
import { expect, test } from "vitest";
import { localNames } from "../../generator/plan/local-names.ts";
import { internalNames } from "../../generator/plan/name-forms.ts";

/** Names made of each other, so that one comes about in several ways. */
const name = fc
  .array(fc.constantFrom("check", "hasMembersOf", "Shape", "A", "a", "Straße"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));
const namespaces = fc.array(fc.uniqueArray(name, { maxLength: 6 }), { maxLength: 4 });

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
      const { byNamespace, uses } = localNames(taken);
      const all = [...asked, ...[...made.values()].flatMap((names) => [...names])];
      for (const one of all) {
        for (const [namespace, names] of made) expect(byNamespace.get(namespace)?.has(one)).toBe(names.has(one));
        expect(uses(one)).toBe([...made.values()].filter((names) => names.has(one)).length);
      }
    }),
    { numRuns: 2000 },
  );
});
