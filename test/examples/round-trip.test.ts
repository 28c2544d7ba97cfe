import { describe, expect, test } from "vitest";
import { isRecord } from "../../generator/json.ts";
import { accessTo, readExamples } from "../golden/examples.ts";
import { assertOk } from "../golden/assert-ok.ts";
import { parseCall, parseCallCreate, parseCommsNotifications } from "../../generated/src/validators.ts";

const parsers: ReadonlyMap<string, (value: unknown) => unknown> = new Map<string, (value: unknown) => unknown>([
  ["microsoft.graph.call received", parseCall],
  ["microsoft.graph.call create", parseCallCreate],
  ["microsoft.graph.commsNotifications received", parseCommsNotifications],
]);

const intruders: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  1e400,
  NaN,
  "",
  "x",
  [],
  [null],
  [[[]]],
  {},
  { "@odata.type": 1 },
  10n,
  Symbol("s"),
  undefined,
  () => 0,
];

/** Every place in a value, as the keys that lead to it. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]))];
}

/** A copy with something else in one place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], intruder: unknown): unknown {
  if (key === undefined) return intruder;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, intruder) : item));
  return isRecord(value) ? { ...value, [key]: replaced(value[key], rest, intruder) } : value;
}

describe.each(readExamples())("$name", ({ type, presence, body }) => {
  const parse = parsers.get(`${type} ${presence}`);
  const access = accessTo(type, presence);
  if (parse === undefined || access === undefined) throw new Error(`nothing judges ${type}, ${presence}`);

  test("parses to itself, and so does a copy of it", () => {
    const frozen = JSON.stringify(body);
    expect(parse(body)).toBe(body);
    const copy = structuredClone(body);
    expect(parse(copy)).toBe(copy);
    expect(copy).toEqual(body);
    expect(JSON.stringify(body)).toBe(frozen);
  });

  test("what is parsed from a body without # is canonical, and parses to itself", () => {
    const bare: unknown = JSON.parse(JSON.stringify(body).replaceAll('"#microsoft', '"microsoft'));
    const canonical = parse(bare);
    expect(canonical).toEqual(body);
    expect(parse(canonical)).toBe(canonical);
  });

  test("nothing that is put in any place makes a validator throw, or guard and validator disagree", () => {
    const all = places(body);
    expect(all.length).toBeGreaterThan(4);
    for (const [index, place] of all.entries()) {
      for (const intruder of intruders) {
        const given = replaced(body, place, intruder);
        const verdict = access.validate(given);
        const same = verdict.ok && verdict.value === given;
        if (access.is(given) !== same) throw new Error(`${index} /${place.join("/")} ${String(intruder)}`);
        if (verdict.ok && !same) assertOk(access.validate(verdict.value));
      }
    }
  });
});
