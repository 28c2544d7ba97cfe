import { expect, test } from "vitest";
import { isLenient, rules } from "../../templates/runtime/presence.ts";
import * as facts from "../../templates/runtime/shape.ts";

const { COLLECTION, DEFAULTED, IMMUTABLE, KEY, NAVIGATION, NOT_NULL, NULL_ITEMS, OPTIONAL, PARAMETER, READ_ONLY } =
  facts;

/** In one letter each: sent, required, nullable, items nullable; `-` where not. */
function short(bits: number, presence: facts.Presence): string {
  const { sent, required, nullable, nullableItems } = rules(bits, presence);
  return `${sent ? "s" : "-"}${required ? "r" : "-"}${nullable ? "n" : "-"}${nullableItems ? "i" : "-"}`;
}

// Semantics, section 2: received, create, update, declared.
test.each([
  ["a plain member", 0, "s-n- s-n- s-n- s-n-"],
  ["not null", NOT_NULL, "s--- sr-- s--- sr--"],
  ["a key", NOT_NULL | KEY, "s-n- s--- ---- sr--"],
  ["read-only", READ_ONLY, "s-n- --n- --n- s-n-"],
  ["read-only, not null", READ_ONLY | NOT_NULL, "s--- ---- ---- sr--"],
  ["immutable, not null", IMMUTABLE | NOT_NULL, "s--- sr-- ---- sr--"],
  ["with a default, not null", DEFAULTED | NOT_NULL, "s--- s--- s--- sr--"],
  ["a collection", COLLECTION, "s--- s--- s--- s---"],
  ["a collection, not null", COLLECTION | NOT_NULL, "s--- s--- s--- s---"],
  ["a collection with null items", COLLECTION | NULL_ITEMS, "s--i s--i s--i s--i"],
  ["navigation", NAVIGATION, "s-n- s-n- s-n- s-n-"],
  ["navigation, not null", NAVIGATION | NOT_NULL, "s--- s--- s--- s---"],
  ["a parameter", PARAMETER, "s-n- s-n- s-n- s-n-"],
  ["a parameter, not null", PARAMETER | NOT_NULL, "sr-- sr-- sr-- sr--"],
  ["a parameter, a collection, not null", PARAMETER | NOT_NULL | COLLECTION, "sr-- sr-- sr-- sr--"],
  ["a parameter, a collection", PARAMETER | COLLECTION, "s--- s--- s--- s---"],
  ["an optional parameter, not null", PARAMETER | NOT_NULL | OPTIONAL, "s--- s--- s--- s---"],
])("%s", (_, bits, want) => {
  const presences = ["received", "create", "update", "declared"] as const;
  expect(presences.map((presence) => short(bits, presence)).join(" ")).toBe(want);
});

test("what is inside follows the presence; in an update only entities are updated", () => {
  for (const presence of ["received", "create", "declared"] as const) {
    expect(rules(0, presence).inside).toBe(presence);
    expect(rules(NAVIGATION, presence).inside).toBe(presence);
  }
  expect(rules(0, "update").inside).toBe("create");
  expect(rules(NAVIGATION | COLLECTION, "update").inside).toBe("update");
});

test("responses may know more enumeration members than the metadata", () => {
  expect((["received", "create", "update", "declared"] as const).map(isLenient)).toEqual([true, false, false, true]);
});
