import { expect, test } from "vitest";
import { changes, complex, document } from "./support.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** How often each code stands among the changes. */
function told(before: string, after: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const change of changes([document(before)], [document(after)])) {
    const code = change.split(" ")[0] ?? "";
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

test("many members of many shapes, each with another name", () => {
  const members = (name: string): string[] => numbers(800).map((n) => `${name}${n} Edm.String MaxLength="${n}"`);
  expect(told(complex("T", members("phase")), complex("T", members("phases")))).toEqual({ "member-renamed": 800 });
});

test("so many of one shape that names are not compared: gone and come", () => {
  const members = (name: string): string[] => numbers(600).map((n) => `${name}${n} Edm.String`);
  expect(told(complex("T", members("phase")), complex("T", members("phases")))).toEqual({
    "member-removed": 600,
    "member-added": 600,
  });
});

test("a chain of types that went to another namespace, with one that differs at its end", () => {
  const chain = (namespace: string, end: string): string => {
    const name = (n: number): string => `next ${namespace}.Item${n}`;
    const types = numbers(600).map((n) => complex(`Item${n}`, ["a Edm.Int32", n === 599 ? end : name(n + 1)]));
    return ["Shop", "Depot"]
      .map(
        (schema) =>
          `<Schema Namespace="${schema}">${complex("It", [])}${schema === namespace ? types.join("") : ""}</Schema>`,
      )
      .join("");
  };
  expect(told(chain("Shop", "end Edm.String"), chain("Depot", "end Edm.String"))).toEqual({ "type-renamed": 600 });
  // What refers to one that is not the same is not the same.
  expect(told(chain("Shop", "end Edm.String"), chain("Depot", "end Edm.Boolean"))).toEqual({
    "type-removed": 600,
    "type-added": 600,
  });
});
