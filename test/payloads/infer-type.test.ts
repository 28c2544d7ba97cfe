import { describe, expect, test } from "vitest";
import { call, driftOf, membersOf, typeText } from "./support.ts";

const who = { "@odata.type": "#n.who", id: "1" };
const guid = "dc368399-474c-4d40-900c-6265431fd81f";

describe("the type of an undeclared member", () => {
  const rows: [name: string, values: unknown[], type: string, basis: string][] = [
    ["muted", [true, null, false], "Edm.Boolean", "by its values"],
    ["size", [1, -5], "Edm.Int32", "by its values"],
    ["size", [1, 2 ** 31], "Edm.Int64", "by its values"],
    ["size", [1, 0.5], "Edm.Double", "by its values"],
    ["size", [1, "1"], "Edm.Untyped", "because its values are of no one type"],
    ["label", ["a", "2020-01-01"], "Edm.String", "by its values"],
    ["ref", [guid], "Edm.Guid", "by its values"],
    ["on", ["2020-01-01"], "Edm.Date", "by its values"],
    ["at", ["2020-01-01T10:00:00Z", "2020-01-01T10:00:00.0000000+01:00"], "Edm.DateTimeOffset", "by its values"],
    ["daily", ["10:00:00"], "Edm.TimeOfDay", "by its values"],
    ["lasts", ["PT30S", "P1DT2H"], "Edm.Duration", "by its values"],
    ["lasts", ["P", "PT"], "Edm.String", "by its values"],
    ["names", [["a"], []], "Collection(Edm.String) Nullable=false", "by its values"],
    ["names", [["a", null]], "Collection(Edm.String) Nullable=true", "by its values"],
    ["names", [["a"], "a"], "Edm.Untyped", "because its values are of no one type"],
    ["names", [[["a"]]], "Collection(Edm.Untyped) Nullable=false", "because its values are of no one type"],
    ["modality", ["audio", null], "n.modality", "by its name and values"],
    ["modality", ["audio", "smell"], "Edm.String", "by its values"],
    ["modality", [null], "n.modality", "by its name"],
    ["activeModalities", [[]], "Collection(n.modality) Nullable=false", "by its name"],
    ["usedModalities", [["audio"], ["video"]], "Collection(n.modality) Nullable=false", "by its name and values"],
    ["modalityOfAll", ["audio"], "Edm.String", "by its values"],
    ["owner", [who, null], "n.who", "by the discriminators in it"],
    ["owner", [who, { id: "2" }], "n.who", "by the discriminators in it"],
    ["owner", [who, { size: 2 }], "Edm.Untyped", "because its values are of no one type"],
    ["owners", [[who], []], "Collection(n.who) Nullable=false", "by the discriminators in it"],
    ["place", [{ street: "a", floor: 1 }], "n.place", "as the name is declared elsewhere"],
    ["workPlace", [{ street: "a" }], "n.place", "by its name and members"],
    ["whereabouts", [{ street: "a", town: "b" }], "n.place", "by its members"],
    ["whereabouts", [{ street: 1, town: "b" }], "Edm.Untyped", "because its values are of no one type"],
    ["whereabouts", [{ id: "1" }], "Edm.Untyped", "because its values are of no one type"],
    ["code", [5], "Edm.Int64", "as the name is declared elsewhere"],
    ["code", [null], "Edm.Int64", "as the name is declared elsewhere"],
    ["code", ["x"], "Edm.String", "by its values"],
    ["idleTimeoutInSeconds", [null], "Edm.Int32", 'as all names are that end with "timeout in seconds"'],
    ["idleSeconds", [null], "Edm.Untyped", "because only null was seen"],
    ["idle", [[]], "Collection(Edm.Untyped) Nullable=false", "because it was always empty"],
  ];
  test.each(rows)("%s: %j", (name, values, type, basis) => {
    const drift = driftOf(values.map((value) => call({ [name]: value })));
    const found = drift.members.find(({ path }) => path === `n.call/${name}`);
    expect([found && typeText(found.type), found?.type.basis]).toEqual([type, basis]);
  });

  test("annotations beside it count before values", () => {
    const bodies = [
      call({ "size@odata.type": "#Int64", size: 1 }),
      call({ "list@odata.type": "#Collection(Guid)", list: [] }),
      call({ "day@odata.type": "#n.state", day: "Up" }),
      call({ "odd@odata.type": "#n.nowhere", odd: "Up" }),
    ];
    expect(membersOf(driftOf(bodies))).toEqual([
      "n.call/day n.state",
      "n.call/list Collection(Edm.Guid) Nullable=false",
      "n.call/odd Edm.String",
      "n.call/size Edm.Int64",
    ]);
  });

  test("a set of identities gets another of them, whatever is in it", () => {
    const people = (members: object): object => call({ people: members });
    const bodies = [people({ guest: null }), people({ phone: { id: "1", number: 5 } }), people({ rooms: [] })];
    expect(membersOf(driftOf(bodies))).toEqual([
      "n.people/guest n.who",
      "n.people/phone n.who",
      "n.people/rooms Collection(n.who) Nullable=false",
      "n.who/number Edm.Int32",
    ]);
  });

  test("a name without a value takes the type that it has elsewhere", () => {
    const bodies = [call({ rules: [] }), { "@odata.type": "#n.job", rules: ["a"] }];
    expect(membersOf(driftOf(bodies))).toContain("n.call/rules Collection(Edm.String) Nullable=false");
  });

  test("what derived types declare decides, with its facets", () => {
    const [found] = driftOf([{ "@odata.type": "#n.who", mail: null }]).members;
    expect(found && typeText(found.type)).toBe("Edm.String MaxLength=40");
    expect(found?.type.basis).toBe("as derived types declare it");
  });

  test.each([
    ['Type="Collection(Edm.String)" Nullable="false"', [], "Collection(Edm.String) Nullable=false"],
    ['Type="Collection(Edm.String)" Nullable="true"', [], "Collection(Edm.String) Nullable=true"],
    ['Type="Edm.String" Nullable="false"', "a", "Edm.String Nullable=false"],
    ['Type="Edm.String" Nullable="true"', "a", "Edm.String"],
  ])("a derived type's %s says whether null is allowed", (facets, x, type) => {
    const text = `<ComplexType Name="a"/><ComplexType Name="b" BaseType="n.a"><Property Name="x" ${facets}/></ComplexType>`;
    expect(membersOf(driftOf([{ "@odata.type": "#n.a", x }], { text }))).toEqual([`n.a/x ${type}`]);
  });

  test("annotations that disagree say nothing", () => {
    const bodies = [
      call({ "size@odata.type": "#Int64", size: 1 }),
      call({ "size@odata.type": "#Int16", size: 1 }),
      call({ "list@odata.type": "#Collection(Guid)", list: ["a"] }),
      call({ "list@odata.type": "#Guid", list: ["a"] }),
    ];
    expect(membersOf(driftOf(bodies))).toEqual([
      "n.call/list Collection(Edm.String) Nullable=false",
      "n.call/size Edm.Int32",
    ]);
  });

  test("where derived types disagree, no overlay can declare it", () => {
    const text = `<ComplexType Name="a"/><ComplexType Name="b" BaseType="n.a"><Property Name="x" Type="Edm.String"/></ComplexType>
      <ComplexType Name="c" BaseType="n.a"><Property Name="x" Type="Edm.Guid"/></ComplexType>`;
    const [found] = driftOf([{ "@odata.type": "#n.a", x: 1 }], { text }).members;
    expect(found && typeText(found.type)).toBe("Edm.Int32");
    expect(found?.obstacle).toBe("derived types declare it, each in another way");
  });

  test("a name that is like one other only says nothing", () => {
    const text = `<ComplexType Name="a"><Property Name="maxPageSize" Type="Edm.Int32"/></ComplexType>`;
    expect(membersOf(driftOf([{ "@odata.type": "#n.a", minPageSize: null }], { text }))).toEqual([
      "n.a/minPageSize Edm.Untyped",
    ]);
  });

  test("strings of a form are plain strings where the service declares such strings so", () => {
    const declared = [call({ id: guid }), { "@odata.type": "#n.who", id: guid }];
    expect(membersOf(driftOf([...declared, call({ ref: guid })]))).toEqual(["n.call/ref Edm.String"]);
    const dates = [call({ begins: "2020-01-01T10:00:00Z" }), call({ ends: "2020-01-01T10:00:00Z" })];
    expect(membersOf(driftOf(dates))).toEqual(["n.call/ends Edm.DateTimeOffset"]);
  });
});

describe("objects of several types", () => {
  const of = (type: string): object => ({ "@odata.type": `#n.${type}` });
  const rows: [why: string, values: unknown[], type: string, union: string[] | undefined][] = [
    ["one family", [of("bigJob"), of("longJob")], "n.job", undefined],
    ["arrays of one family", [[of("bigJob")], [of("longJob")]], "Collection(n.job) Nullable=false", undefined],
    ["several families", [of("bigJob"), of("call"), of("longJob")], "Edm.Untyped", ["n.call", "n.job"]],
    ["one and many", [of("call"), [of("call")]], "Edm.Untyped", ["n.call"]],
    ["one without a tag", [of("call"), of("job"), {}], "Edm.Untyped", undefined],
    ["one that is nowhere", [of("call"), of("gone")], "Edm.Untyped", undefined],
  ];
  test.each(rows)("%s", (_why, values, type, union) => {
    const { members } = driftOf(values.map((detailData) => ({ "@odata.type": "#n.notice", detailData })));
    const found = members.find(({ path }) => path === "n.notice/detailData");
    expect(found && typeText(found.type)).toBe(type);
    expect(found?.type.union).toEqual(union && { name: "noticeDetail", types: union });
  });
});
