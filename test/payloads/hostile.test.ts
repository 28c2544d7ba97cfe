import fc from "fast-check";
import { expect, test } from "vitest";
import { fragmentOf } from "../../generator/payloads/fragment.ts";
import { pickFindings } from "../../generator/payloads/pick.ts";
import type { Drift } from "../../generator/payloads/types.ts";
import { printCsdl } from "../../generator/csdl/print-csdl.ts";
import { call, driftOf, exchange, membersOf } from "./support.ts";
import { modelOf } from "../model/support.ts";

function nested(depth: number, open: string, close: string): unknown {
  return JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);
}

test.each([
  ["arrays", nested(20_000, "[", "]")],
  ["objects", nested(20_000, '{"x":', "}")],
  ["tagged objects", nested(5000, '{"@odata.type":"#n.who","home":', "}")],
  ["declared objects", nested(5000, '{"jobs":[{"calls":', "}]}")],
])("deep %s cost no stack", (_what, value) => {
  const drift = driftOf([call({ deep: value, people: { user: value } }), { type: "n.call", json: value }]);
  expect(drift.bodies).toBe(2);
});

test("what is nested deeper than 512 levels is said not to have been looked at", () => {
  const value = nested(600, '{"@odata.type":"#n.who","home":', "}");
  const [skipped, ...others] = driftOf([value]).unrecognised;
  expect([skipped?.reason, others]).toEqual(["nested deeper than 512 levels", []]);
  expect(skipped?.pointer).toBe("/home".repeat(512));
  expect(driftOf([nested(512, '{"@odata.type":"#n.who","home":', "}")]).unrecognised).toEqual([]);
});

test("prototype names are members like others", () => {
  const json = '{"@odata.type":"#n.call","__proto__":{"x":1},"constructor":1,"toString":null,"hasOwnProperty":[true]}';
  expect(membersOf(driftOf([JSON.parse(json)]))).toEqual([
    "n.call/__proto__ Edm.Untyped",
    "n.call/constructor Edm.Int32",
    "n.call/hasOwnProperty Collection(Edm.Boolean) Nullable=false",
    "n.call/toString Edm.Untyped",
  ]);
  expect(({} as { x?: number }).x).toBeUndefined();
});

test.each(["__proto__", "#__proto__.constructor", "#n.", "#.n", "#", "", "#n.who/x", "#Collection(n.who)", "#Int32"])(
  "the discriminator %j is no trap",
  (tag) => {
    expect(() => driftOf([call({ people: { user: { "@odata.type": tag, id: "1" } } })])).not.toThrow();
  },
);

/** The same bodies each time, because names that nobody thought of can make two types look alike. */
const seed = Number(process.env["FC_SEED"] ?? 1);

/** Names and tags that mean something, among others. */
const meaningful = ["state", "days", "people", "user", "media", "jobs", "tags", "value", "json", "type", "@odata.type"];
const leaves = fc.oneof(
  fc.constantFrom("#n.call", "#n.who", "n.call", "#m.x", "Up", "mon,x", "#n.bigJob"),
  fc.jsonValue({ maxDepth: 1 }),
);
function contentWith(names: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    content: fc.oneof({ maxDepth: 6 }, leaves, fc.array(tie("content")), fc.dictionary(names, tie("content"))),
  })).content;
}
const known = fc.constantFrom(...meaningful);
// A page of items is one only as long as the type declares no member of that name.
const knownMembers = fc.constantFrom(...meaningful.filter((name) => name !== "value"));

/** `all`, if there is anything. */
function pickable({ members, enumMembers, discriminators }: Drift): string[] {
  const unknown = discriminators.filter(({ kind }) => kind === "unknown");
  return [...members, ...enumMembers, ...unknown].some(({ obstacle }) => obstacle === undefined) ? ["all"] : [];
}

test("any JSON is read", () => {
  const content = contentWith(fc.oneof(known, fc.string({ maxLength: 6 })));
  fc.assert(
    fc.property(fc.array(content), (contents) => {
      const drift = driftOf(contents);
      fragmentOf(pickFindings(drift, pickable(drift)), modelOf(exchange));
    }),
    { seed, numRuns: 200 },
  );
});

test("an overlay with all that can be picked is valid and leaves nothing to pick", () => {
  const json = contentWith(fc.oneof(knownMembers, fc.stringMatching(/^[a-zA-Z_]{1,4}$/)));
  const bodies = fc.record({ type: fc.constantFrom("n.call", "n.office", "n.notice"), json });
  fc.assert(
    fc.property(fc.array(bodies, { maxLength: 6 }), (contents) => {
      const drift = driftOf(contents);
      const overlay = printCsdl(fragmentOf(pickFindings(drift, pickable(drift)), modelOf(exchange)));
      const schemas = /<edmx:DataServices>([\s\S]*)<\/edmx:DataServices>/.exec(overlay)?.[1] ?? "";
      const rest = driftOf(contents, schemas === "" ? {} : { overlay: schemas });
      const findings = [...rest.members, ...rest.enumMembers].filter(({ obstacle }) => obstacle === undefined);
      expect(findings.map(({ path }) => path)).toEqual([]);
    }),
    { seed, numRuns: 300 },
  );
});
