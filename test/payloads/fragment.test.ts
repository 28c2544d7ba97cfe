import { describe, expect, test } from "vitest";
import { printCsdl } from "../../generator/csdl/print-csdl.ts";
import { fragmentOf } from "../../generator/payloads/fragment.ts";
import { pickFindings } from "../../generator/payloads/pick.ts";
import { modelOf, problemsOf } from "../model/support.ts";
import type { SliceSetup } from "../slice/support.ts";
import { call, driftOf, exchange } from "./support.ts";

/** The schemas of the overlay for what is picked, without the margin. */
function fragment(bodies: readonly unknown[], picks: readonly string[], setup: SliceSetup = {}): string {
  const text = printCsdl(fragmentOf(pickFindings(driftOf(bodies, setup), picks), modelOf(exchange, setup)));
  const schemas = /<edmx:DataServices>\n([\s\S]*) {2}<\/edmx:DataServices>/.exec(text)?.[1] ?? "";
  return schemas.replaceAll(/^ {4}/gm, "").replaceAll(' xmlns="http://docs.oasis-open.org/odata/ns/edm"', "");
}

const user = (members: object): object => call({ people: { user: members } });

test("is a whole document that includes the vocabulary", () => {
  const drift = driftOf([call({ muted: true })]);
  expect(printCsdl(fragmentOf(pickFindings(drift, ["n.call/muted"]), modelOf(exchange)))).toBe(
    `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:Reference Uri="../vocabulary/bindgen-v1.csdl.xml">
    <edmx:Include Namespace="OData.Bindgen.V1" Alias="Bindgen" />
  </edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="call">
        <Property Name="muted" Type="Edm.Boolean">
          <Annotation Term="Bindgen.Evidence" String="0.json" />
        </Property>
      </EntityType>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`,
  );
});

test("holds what is picked and nothing else", () => {
  const bodies = [call({ a: 1, b: [], state: "ringing" }), user({ "@odata.type": "#n.member", c: null })];
  expect(fragment(bodies, ["n.call/b", "n.member/c", "n.state/ringing"])).toBe(`<Schema Namespace="n">
  <EnumType Name="state">
    <Member Name="ringing" Value="2">
      <Annotation Term="Bindgen.Evidence" String="0.json" />
    </Member>
  </EnumType>
  <ComplexType Name="member">
    <Property Name="c" Type="Edm.Untyped">
      <Annotation Term="Bindgen.Evidence" String="1.json (null only)" />
    </Property>
  </ComplexType>
  <EntityType Name="call">
    <Property Name="b" Type="Collection(Edm.Untyped)" Nullable="false">
      <Annotation Term="Bindgen.Evidence" String="0.json (always empty)" />
    </Property>
  </EntityType>
</Schema>
`);
});

test("names three files and counts the others", () => {
  const bodies = [1, 2, 3, 4, 5].map((a) => [call({ a }), call({ a })]);
  expect(fragment(bodies, ["all"])).toContain('String="0.json, 1.json, 2.json and 2 more"');
});

test("entities are navigation properties", () => {
  const job = { "@odata.type": "#n.job" };
  expect(fragment([call({ a: job, b: [job] })], ["all"])).toBe(`<Schema Namespace="n">
  <EntityType Name="call">
    <NavigationProperty Name="a" Type="n.job">
      <Annotation Term="Bindgen.Evidence" String="0.json" />
    </NavigationProperty>
    <NavigationProperty Name="b" Type="Collection(n.job)">
      <Annotation Term="Bindgen.Evidence" String="0.json" />
    </NavigationProperty>
  </EntityType>
</Schema>
`);
});

test("flags get bits, and the facets of the enumeration", () => {
  expect(fragment([call({ days: "wed,thu" })], ["all"])).toMatch(
    /<EnumType Name="days" IsFlags="true">\s+<Member Name="thu" Value="4">[\s\S]*<Member Name="wed" Value="8">/,
  );
});

describe("a type that is nowhere", () => {
  const bodies = [user({ "@odata.type": "#m.sub.bot", id: "1", model: 3, age: 5 }), user({ age: 6 })];
  const type = (members: string): string => `<Schema Namespace="m.sub">
  <ComplexType Name="bot" BaseType="n.who">
${members}    <Annotation Term="Bindgen.Evidence" String="0.json" />
  </ComplexType>
</Schema>
`;
  const property = (name: string): string => `    <Property Name="${name}" Type="Edm.Int32">
      <Annotation Term="Bindgen.Evidence" String="0.json" />
    </Property>
`;

  test.each([
    ["comes with all its members", ["m.sub.bot"], type(property("age") + property("model"))],
    ["comes with a member that is picked", ["m.sub.bot/model"], type(property("model"))],
  ])("%s", (_why, picks, text) => {
    expect(fragment(bodies, picks)).toBe(text);
  });

  test("inherits what its base type is to get", () => {
    expect(fragment(bodies, ["m.sub.bot", "n.who/age"])).toMatch(new RegExp(`^${type(property("model"))}`));
  });

  test("of entities is one itself; of two base types it has none", () => {
    const jobs = [call({ jobs: [{ "@odata.type": "#m.x" }] })];
    expect(fragment(jobs, ["m.x"])).toContain('<EntityType Name="x" BaseType="n.job">');
    expect(fragment([...jobs, user({ "@odata.type": "#m.x" })], ["m.x"])).toContain('<ComplexType Name="x">');
  });
});

describe("discriminators that do not fit", () => {
  const place = user({ "@odata.type": "#n.place" });

  test("are called data where that is picked, and not by all", () => {
    expect(fragment([place], ["n.people/user"])).toBe(`<Schema Namespace="n">
  <Annotations Target="n.people/user">
    <Annotation Term="Bindgen.UnresolvedDiscriminator">
      <Annotation Term="Bindgen.Evidence" String="0.json (names n.place)" />
    </Annotation>
  </Annotations>
</Schema>
`);
    expect(problemsOf("usage", () => fragment([place], ["all"]))).toEqual([
      { message: "--pick all: there is nothing that an overlay could declare" },
    ]);
  });

  test("become part of a union", () => {
    const overlay = `<ComplexType Name="notice"><Property Name="data" Type="Edm.Untyped"><Annotation Term="Bindgen.ResourceUnion"><Record>
      <PropertyValue Property="Name" String="u"/><PropertyValue Property="Types"><Collection><String>n.job</String></Collection></PropertyValue></Record></Annotation></Property></ComplexType>`;
    const bodies = [{ "@odata.type": "#n.notice", data: [call({}), { "@odata.type": "#n.who" }] }];
    const text = fragment(bodies, ["n.notice/data"], { overlay });
    expect([...text.matchAll(/<String>(.*)<\/String>/g)].map(([, name]) => name)).toEqual(["n.call", "n.job", "n.who"]);
    expect(driftOf(bodies, { overlay: [overlay, text.replaceAll("\n", "")] }).discriminators).toEqual([]);
  });
});

describe("what cannot be picked", () => {
  const bodies = [
    call({ muted: true, "a b": 1, state: "x y" }),
    user({ "@odata.type": "#N.Who" }),
    { type: "action:n.hangUp(n.call)", json: { loud: true } },
  ];
  const none = "no overlay can declare it:";
  test.each([
    ["n.call/mutde", "there is no such finding", 'did you mean "n.call/muted"?'],
    ["", "there is no such finding", "without --pick, the command lists them"],
    ["n.call/a b", `${none} CSDL allows no such name`, undefined],
    ["n.state/x y", `${none} CSDL allows no such name`, undefined],
    ["N.Who", `${none} the metadata spells it n.who`, undefined],
    ["action:n.hangUp(n.call)/loud", `${none} an overlay adds no parameters`, undefined],
  ])("%j", (pick, message, hint) => {
    const drift = driftOf(bodies);
    expect(problemsOf("usage", () => pickFindings(drift, ["n.call/muted", pick]))).toEqual([
      { message: `--pick ${pick}: ${message}`, ...(hint === undefined ? {} : { hint }) },
    ]);
  });

  test("is left out of all", () => {
    expect(pickFindings(driftOf(bodies), ["all"])).toMatchObject({
      members: [{ path: "n.call/muted" }],
      enumMembers: [],
      types: [],
    });
  });
});
