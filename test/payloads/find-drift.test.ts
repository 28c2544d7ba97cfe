import { describe, expect, test } from "vitest";
import { findDrift } from "../../generator/payloads/find-drift.ts";
import type { Drift } from "../../generator/payloads/types.ts";
import { sliceOf } from "../slice/support.ts";
import { bodiesOf, call, driftOf, exchange, membersOf } from "./support.ts";

/** `name kind declared members meant` of each discriminator. */
function discriminatorsOf({ discriminators }: Drift): string[] {
  return discriminators.map(({ name, kind, declared, members, meant, count }) =>
    [name, kind, declared, members.join("+"), meant, count].map((part) => part ?? "-").join(" "),
  );
}

describe("what is declared", () => {
  test("is not reported, in any of its forms", () => {
    const bodies = [
      call({
        "@odata.context": "x",
        "@odata.etag": "e",
        "jobs@odata.nextLink": "x",
        "state@my.note": 1,
        "#n.hangUp": {},
        id: "1",
        state: "Up",
        days: "mon,tue",
        media: { "@odata.type": "#n.appMedia", blob: "b" },
        people: { "@type": "n.people", user: { "@odata.type": "https://x.test/$metadata#n.member", mail: "m" } },
        jobs: [{ "@odata.type": "#n.bigJob", code: 1 }, { place: { town: "t" } }],
        tags: ["a"],
        begins: null,
      }),
      { type: "action:n.hangUp(n.call)", json: { why: "x" } },
    ];
    const drift = driftOf(bodies);
    expect([membersOf(drift), drift.enumMembers, drift.discriminators, drift.unrecognised]).toEqual([[], [], [], []]);
    expect(drift.bodies).toBe(2);
  });

  test("values of the wrong kind are the validators' business", () => {
    expect(membersOf(driftOf([call({ state: { x: 1 }, people: [{ x: 1 }], tags: { x: 1 }, jobs: { x: 1 } })]))).toEqual(
      [],
    );
  });
});

describe("undeclared members", () => {
  test("have their type, count, places and samples", () => {
    const bodies = [
      { type: "n.call", json: { "a/b": 1 } },
      [call({ people: { user: { age: 5 } } }), call({ people: { user: { age: 6 } } })],
    ];
    const [first, second] = driftOf(bodies).members;
    expect(first).toMatchObject({ path: "n.call/a/b", places: [{ file: "0.json", pointer: "/json/a~1b" }], count: 1 });
    expect(first?.obstacle).toBe("CSDL allows no such name");
    expect(second).toMatchObject({ path: "n.who/age", count: 2, samples: ["5", "6"], evidence: ["1.json"] });
    expect(second?.places.map(({ pointer }) => pointer)).toEqual(["/0/people/user/age", "/1/people/user/age"]);
  });

  test("are looked for below the ones that are undeclared themselves", () => {
    const phone = { "@odata.type": "#n.who", id: "1", number: 5 };
    const bodies = [call({ people: { phone }, list: [[phone]], free: { number: 5 } })];
    expect(membersOf(driftOf(bodies))).toEqual([
      "n.call/free Edm.Untyped",
      "n.call/list Collection(Edm.Untyped) Nullable=false",
      "n.people/phone n.who",
      "n.who/number Edm.Int32",
    ]);
  });

  test("are found in what has a type only by inference, however deep", () => {
    const body = call({
      people: { guest: { id: "1", home: { street: "s", town: "t", door: { name: "d", id: "i" } } } },
    });
    expect(membersOf(driftOf([body, call({ people: { guest: null } })]))).toEqual([
      "n.people/guest n.who",
      "n.place/door n.who",
      "n.who/home n.place",
    ]);
  });

  const media = (type: string, members: object): object => call({ media: { "@odata.type": `#n.${type}`, ...members } });
  const hoisted: [why: string, bodies: object[], members: string[]][] = [
    ["one derived type", [media("appMedia", { x: 1 })], ["n.appMedia/x Edm.Int32"]],
    ["two of a base type", [media("appMedia", { x: 1 }), media("hostMedia", { x: 2 })], ["n.media/x Edm.Int32"]],
    [
      "two that hold different things",
      [media("appMedia", { x: 1 }), media("hostMedia", { x: "a" })],
      ["n.appMedia/x Edm.Int32", "n.hostMedia/x Edm.String"],
    ],
    ["one of them only null", [media("appMedia", { x: 1 }), media("hostMedia", { x: null })], ["n.media/x Edm.Int32"]],
    [
      "base and derived type",
      [
        { "@odata.type": "#n.who", x: 1 },
        { "@odata.type": "#n.member", x: 2 },
      ],
      ["n.who/x Edm.Int32"],
    ],
    [
      "a base that nothing is declared as",
      [call({ x: 1 }), { "@odata.type": "#n.job", x: 1 }],
      ["n.call/x Edm.Int32", "n.job/x Edm.Int32"],
    ],
  ];
  test.each(hoisted)("belong to the base type: %s", (_why, bodies, members) => {
    expect(membersOf(driftOf(bodies))).toEqual(members);
  });

  test("of a base type have their places in the order of the files", () => {
    const bodies = ["hostMedia", "appMedia", "hostMedia"].map((type) => media(type, { x: 1 }));
    const [found] = driftOf(bodies).members;
    expect(found?.places.map(({ file }) => file)).toEqual(["0.json", "1.json", "2.json"]);
  });

  test("of open types are undeclared as well, and followed by their tags", () => {
    const bodies = [{ "@odata.type": "#n.notice", data: call({ x: 1 }) }];
    expect(membersOf(driftOf(bodies))).toEqual(["n.call/x Edm.Int32", "n.notice/data n.call"]);
  });

  test("of actions are reported, and cannot be declared", () => {
    const [found] = driftOf([{ type: "action:n.hangUp(n.call)", json: { loud: true } }]).members;
    expect(found).toMatchObject({ path: "action:n.hangUp(n.call)/loud", obstacle: "an overlay adds no parameters" });
  });

  test("that differ in case only say so", () => {
    expect(driftOf([call({ State: "Up" })]).members[0]?.meant).toBe("state");
  });
});

describe("undeclared members of enumerations", () => {
  const rows: [why: string, json: object, members: string[]][] = [
    ["another case", call({ state: "ringing" }), ["n.state/ringing"]],
    ["nothing like it", call({ state: "gone" }), ["n.state/gone"]],
    ["flags, part by part", call({ days: "mon, wed,thu" }), ["n.days/thu", "n.days/wed"]],
    ["no flags", call({ state: "Up,Down" }), ["n.state/Up,Down"]],
    ["numbers and nothing", call({ days: "3,,", state: "" }), []],
  ];
  test.each(rows)("%s", (_why, json, members) => {
    expect(driftOf([json]).enumMembers.map(({ path }) => path)).toEqual(members);
  });

  test("have counts, places and what was meant", () => {
    const [one, two] = driftOf([
      call({ state: "ringing" }),
      [call({ state: "ringing" }), call({ state: "a b" })],
    ]).enumMembers;
    expect(one).toMatchObject({ path: "n.state/a b", obstacle: "CSDL allows no such name", meant: undefined });
    expect(two).toMatchObject({ count: 2, meant: "Ringing", obstacle: undefined, evidence: ["0.json", "1.json"] });
    expect(two?.places[1]).toEqual({ file: "1.json", pointer: "/0/state" });
  });
});

describe("discriminators", () => {
  test("that name nothing, where something is declared and where nothing is", () => {
    const user = (type: string): object => call({ people: { user: { "@odata.type": type, id: "1", age: 3 } } });
    const drift = driftOf([
      user("#m.who"),
      user("#m.bot"),
      { "@odata.type": "#n.notice", data: { "@odata.type": "#m.x" } },
    ]);
    expect(discriminatorsOf(drift)).toEqual([
      "m.bot unknown n.who n.people/user - 1",
      "m.who unknown n.who n.people/user n.who 1",
      "m.x unknown - n.notice/data - 1",
    ]);
    expect(membersOf(drift)).toEqual(["m.bot/age Edm.Int32", "m.who/age Edm.Int32", "n.notice/data Edm.Untyped"]);
    expect(drift.discriminators[0]?.places).toEqual([{ file: "1.json", pointer: "/people/user/@odata.type" }]);
  });

  test("by an alias of the metadata: the type has its name", () => {
    const text = '<Schema Namespace="n.s" Alias="x"><ComplexType Name="a"/></Schema>';
    const bodies = ["#x.a", "#n.s.a", "https://x.test/$metadata#x.a"].map((tag) => ({ "@odata.type": tag, y: 1 }));
    expect(driftOf(bodies, { text }).members.map(({ path, count }) => [path, count])).toEqual([["n.s.a/y", 3]]);
  });

  test("in other letters: the type that is meant has the members", () => {
    const drift = driftOf([{ "@odata.type": "#N.Call", x: 1, state: "up" }]);
    expect(discriminatorsOf(drift)).toEqual(["N.Call unknown n.call  n.call 1"]);
    expect(drift.discriminators[0]?.obstacle).toBe("the metadata spells it n.call");
    expect([membersOf(drift), drift.enumMembers.map(({ path }) => path)]).toEqual([[], ["n.state/up"]]);
  });

  test("that do not fit: members of both types are known, and none is said to be missing", () => {
    const drift = driftOf([call({ people: { user: { "@odata.type": "#n.place", street: "s", name: "n", x: 1 } } })]);
    expect(discriminatorsOf(drift)).toEqual(["n.place unfit n.who n.people/user - 1"]);
    expect(membersOf(drift)).toEqual([]);
  });

  test("that do not fit: what both types declare is followed", () => {
    const user = { "@odata.type": "#n.call", state: "gone", home: { "@odata.type": "#n.who", x: 1 } };
    const drift = driftOf([call({ people: { user } })]);
    expect([drift.enumMembers.map(({ path }) => path), membersOf(drift)]).toEqual([
      ["n.state/gone"],
      ["n.who/x Edm.Int32"],
    ]);
  });

  test("of types that the roots do not reach", () => {
    const user = { "@odata.type": "#n.office", x: 1 };
    const slice = sliceOf(exchange, ["n.people"]);
    const drift = findDrift(bodiesOf([{ "@odata.type": "#n.people", user, y: user }]), slice);
    expect(discriminatorsOf(drift)).toEqual([
      "n.office outside - n.people/y - 1",
      "n.office outside n.who n.people/user - 1",
    ]);
    expect(drift.discriminators[0]?.obstacle).toBe("the metadata has it: add it to the roots");
    expect(membersOf(drift)).toEqual(["n.people/y Edm.Untyped"]);
  });

  const union = `<ComplexType Name="notice" OpenType="true"><Property Name="data" Type="Edm.Untyped"><Annotation Term="Bindgen.ResourceUnion"><Record>
    <PropertyValue Property="Name" String="u"/><PropertyValue Property="Types"><Collection><String>n.job</String></Collection></PropertyValue></Record></Annotation></Property></ComplexType>`;
  test("that a union does not list", () => {
    const of = (type: string): object => ({ "@odata.type": `#n.${type}`, x: 1 });
    const drift = driftOf([{ "@odata.type": "#n.notice", data: [of("call"), of("bigJob")] }], { overlay: union });
    expect(discriminatorsOf(drift)).toEqual(["n.call unlisted Edm.Untyped n.notice/data - 1"]);
    expect(membersOf(drift)).toEqual(["n.bigJob/x Edm.Int32", "n.call/x Edm.Int32"]);
  });

  const data = `<Annotations Target="n.people/user"><Annotation Term="Bindgen.UnresolvedDiscriminator"/></Annotations>`;
  test("that are data are not looked at", () => {
    const drift = driftOf([call({ people: { user: { "@odata.type": "#n.gone", x: 1 } } })], { overlay: data });
    expect([discriminatorsOf(drift), membersOf(drift)]).toEqual([[], ["n.who/x Edm.Int32"]]);
  });
});

test("neither bodies nor slice are changed, and the order of members does not matter", () => {
  const bodies = [call({ x: 1, people: { y: [{ z: 1 }] } }), call({ state: "a" })];
  const before = JSON.stringify(bodies);
  const drift = driftOf(bodies);
  expect(JSON.stringify(bodies)).toBe(before);
  const turned = [
    { people: { y: [{ z: 1 }] }, x: 1, "@odata.type": "#n.call" },
    { state: "a", "@odata.type": "#n.call" },
  ];
  expect(driftOf(turned)).toEqual(drift);
});
