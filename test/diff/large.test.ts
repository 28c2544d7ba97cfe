import { expect, test } from "vitest";
import { changes, complex, document, property } from "./support.ts";

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

test("many of one shape, of which only names tell which is which", () => {
  const members = (name: string): string[] => numbers(1_500).map((n) => `${name}${n} Edm.String`);
  const parameters = (name: string): string =>
    members(name)
      .map((one) => property(one).replace("Property", "Parameter"))
      .join("");
  const enumeration = (name: string): string =>
    `<EnumType Name="E">${numbers(1_500)
      .map((n) => `<Member Name="${name}${n}" Value="${n}"/>`)
      .join("")}</EnumType>`;
  const action = (name: string): string => `<Action Name="act">${parameters(name)}</Action>`;
  const whole = (name: string): string => complex("T", members(name)) + enumeration(name) + action(name);
  // `phase12s` would be as near to `phase123` as `phase12`: the letter stands where no number begins.
  expect(told(whole("phase"), whole("sphase"))).toEqual({
    "member-renamed": 1_500,
    "enum-member-renamed": 1_500,
    "parameter-renamed": 1_500,
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
