import { describe, expect, test } from "vitest";
import { changes, compared, complex, document, property } from "./support.ts";

const core = "Org.OData.Core.V1";
const computed = (name: string, type: string, attributes = ""): string =>
  `<Property Name="${name}" Type="${type}" ${attributes}><Annotation Term="${core}.Computed"/></Property>`;
const entity = (inner: string): string => `<EntityType Name="T">${inner}</EntityType>`;
const order = complex("Order", ["a Edm.Int32", "b Edm.Int32"]) + complex("Bill", ["c Edm.Int32", "d Edm.Int32"]);
const enums = `<EnumType Name="Hue"><Member Name="red"/></EnumType>
  <EnumType Name="Rights" IsFlags="true"><Member Name="read" Value="1"/></EnumType>`;
const resource = (name: string, types: readonly string[]): string =>
  `<Property Name="m" Type="Edm.Untyped"><Annotation Term="OData.Bindgen.V1.ResourceUnion"><Record>
    <PropertyValue Property="Name" String="${name}"/>
    <PropertyValue Property="Types"><Collection>${types.map((type) => `<String>${type}</String>`).join("")}</Collection>
    </PropertyValue></Record></Annotation></Property>`;

describe("another type of what is", () => {
  /** Before, after; verdict where it is read and sent, read only, sent only. */
  const rows: readonly (readonly [before: string, after: string, both: string, read: string, sent: string])[] = [
    ["Edm.Int32", "Edm.Boolean", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.Int32", "Edm.Int64", "breaking-readers", "breaking-readers", "compatible"],
    ["Edm.Int64", "Edm.Int32", "breaking-writers", "compatible", "breaking-writers"],
    ["Edm.String", "Edm.Stream", "compatible", "compatible", "compatible"],
    ["Edm.Int32", "Collection(Edm.Int32)", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.Int32", "Edm.Untyped", "breaking-readers", "breaking-readers", "compatible"],
    // Nothing new comes, but what looks for other values does not compile.
    ["Edm.Untyped", "Edm.Int32", "breaking", "breaking-readers", "breaking-writers"],
    ["Collection(Edm.Int32)", "Edm.Untyped", "breaking-readers", "breaking-readers", "compatible"],
    ["Edm.Untyped", "Collection(Edm.Int32)", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.String", "Shop.Hue", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.String", "Shop.Rights", "breaking-writers", "compatible", "breaking-writers"],
    ["Edm.String", "Edm.Guid", "breaking-writers", "compatible", "breaking-writers"],
    ["Edm.Decimal", "Edm.Double", "breaking-readers", "breaking-readers", "compatible"],
    ["Edm.Double", "Edm.Decimal", "breaking-writers", "compatible", "breaking-writers"],
    ["Edm.Double", "Edm.Int32", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.PrimitiveType", "Edm.Boolean", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.Geography", "Edm.GeographyPoint", "breaking", "breaking-readers", "breaking-writers"],
    ["Edm.Int32", "Collection(Edm.Untyped)", "breaking", "breaking-readers", "breaking-writers"],
    ["Collection(Edm.Untyped)", "Edm.Int32", "breaking", "breaking-readers", "breaking-writers"],
  ];
  const ofType = (found: readonly string[]): string[] =>
    found.flatMap((change) => (change.startsWith("type-changed") ? change.replace(/^.*: /, "") : []));

  test.each(rows)("%s → %s", (before, after, both, read, sent) => {
    const member = (type: string): string => complex("T", [`m ${type} Nullable="true"`]);
    const result = (type: string): string => `<Action Name="go"><ReturnType Type="${type}"/></Action>`;
    const readOnly = (type: string): string => entity(computed("m", type));
    const parameter = (type: string): string => `<Action Name="go"><Parameter Name="p" Type="${type}"/></Action>`;
    const verdicts = [member, result, readOnly, parameter].map((form) =>
      ofType(changes([document(enums + form(before))], [document(enums + form(after))])),
    );
    expect(verdicts).toEqual([[both], [read], [read], [sent]]);
  });

  test("it says from what to what", () => {
    const sides = ["Edm.Int32", "Collection(Shop.Order)"].map((type) => document(order + complex("T", [`m ${type}`])));
    expect(compared([sides[0] ?? ""], [sides[1] ?? ""])).toMatchObject([
      { code: "type-changed", path: "Shop.T/m", before: "Edm.Int32", after: "Collection(Shop.Order)", at: { line: 1 } },
    ]);
  });
});

describe("facets", () => {
  /** Facets before and after; verdict where it is read and sent, read only, sent only. */
  const rows: readonly (readonly [before: string, after: string, told: readonly [string, string, string]])[] = [
    [
      'MaxLength="3"',
      'MaxLength="4"',
      ["facets-loosened: compatible", "facets-loosened: compatible", "facets-loosened: compatible"],
    ],
    [
      'MaxLength="4"',
      'MaxLength="3"',
      ["facets-tightened: breaking-writers", "facets-tightened: compatible", "facets-tightened: breaking-writers"],
    ],
  ];
  test.each(rows)("%s → %s", (before, after, want) => {
    const forms = [
      (facets: string): string => complex("T", [`m Edm.String ${facets}`]),
      (facets: string): string => entity(computed("m", "Edm.String", facets)),
      (facets: string): string => `<Action Name="go"><Parameter Name="p" Type="Edm.String" ${facets}/></Action>`,
    ];
    const found = forms.map((form) => changes([document(form(before))], [document(form(after))]));
    expect(found.map((list) => list.map((change) => change.replace(/ .*:/, ":")))).toEqual(want.map((one) => [one]));
  });

  const definition = (facets: string, type = "Edm.String"): string =>
    `<TypeDefinition Name="D" UnderlyingType="${type}" ${facets}/>`;
  test("of a type definition are told once, where it is declared", () => {
    const used = complex("T", ["m Shop.D"]);
    expect(
      changes([document(definition('MaxLength="3"') + used)], [document(definition('MaxLength="4"') + used)]),
    ).toEqual(["facets-loosened Shop.D: compatible"]);
    expect(
      changes([document(definition('MaxLength="4"') + used)], [document(definition('MaxLength="3"') + used)]),
    ).toEqual(["facets-tightened Shop.D: breaking-writers"]);
  });

  test("of its use are told there", () => {
    const used = (facets: string): string => definition("") + complex("T", [`m Shop.D ${facets}`]);
    expect(changes([document(used('MaxLength="3"'))], [document(used('MaxLength="4"'))])).toEqual([
      "facets-loosened Shop.T/m: compatible",
    ]);
    expect(changes([document(used('MaxLength="3"'))], [document(used(""))])).toEqual([
      "facets-loosened Shop.T/m: compatible",
    ]);
    expect(changes([document(used(""))], [document(used('MaxLength="3"'))])).toEqual([
      "facets-tightened Shop.T/m: breaking-writers",
    ]);
  });

  test("a definition of another type", () => {
    const found = compared([document(definition("", "Edm.Int32"))], [document(definition("", "Edm.Int64"))]);
    expect(found).toMatchObject([
      { code: "type-changed", path: "Shop.D", before: "Edm.Int32", after: "Edm.Int64", verdict: "breaking-readers" },
    ]);
  });
});

describe("another kind of type under the same name", () => {
  const forms: readonly (readonly [kind: string, text: string])[] = [
    ["complex", '<ComplexType Name="X"/>'],
    ["enum", '<EnumType Name="X"><Member Name="a"/></EnumType>'],
    ["typeDefinition", '<TypeDefinition Name="X" UnderlyingType="Edm.String"/>'],
  ];
  test.each(
    forms.flatMap((before) => forms.filter((after) => after !== before).map((after) => [before, after] as const)),
  )("%j → %j", ([kind, before], [otherKind, after]) => {
    expect(compared([document(before)], [document(after)])).toContainEqual(
      expect.objectContaining({
        code: "kind-changed",
        path: "Shop.X",
        before: kind,
        after: otherKind,
        verdict: "breaking",
      }),
    );
  });
});

test("another kind of type under another export", () => {
  const names = new Map([["Shop.X", "Y"]]);
  const [before, after] = [
    document('<ComplexType Name="X"/>'),
    document('<EnumType Name="X"><Member Name="a"/></EnumType>'),
  ];
  expect(changes([before], [after, { names }])).toEqual([
    "kind-changed Shop.X: breaking",
    "name-changed Shop.X: breaking",
  ]);
});

describe("a member that goes, comes, or has another name", () => {
  test("where it is only read, readers alone are broken", () => {
    expect(changes([document(entity(computed("m", "Edm.Int32")))], [document(entity(""))])).toEqual([
      "member-removed Shop.T/m: breaking-readers",
    ]);
    expect(
      changes([document(entity(computed("callId", "Edm.Int32")))], [document(entity(computed("callID", "Edm.Int32")))]),
    ).toEqual(["member-renamed Shop.T/callId: breaking-readers"]);
    expect(
      changes([document(entity(property("callId Edm.Int32")))], [document(entity(property("callID Edm.Int32")))]),
    ).toEqual(["member-renamed Shop.T/callId: breaking"]);
  });

  test("it is told on the type that declares it, and where it differs", () => {
    const family = (inner: readonly string[], own: readonly string[] = []): string =>
      complex("Base", inner) +
      complex("Child", own, 'BaseType="Shop.Base"') +
      complex("Grandchild", [], 'BaseType="Shop.Child"');
    expect(changes([document(family([]))], [document(family(["m Edm.Int32"]))])).toEqual([
      "member-added Shop.Base/m: compatible",
    ]);
    expect(changes([document(family([]))], [document(family([], ["m Edm.Int32"]))])).toEqual([
      "member-added Shop.Child/m: compatible",
    ]);
    expect(changes([document(family([]))], [document(family(["m Edm.Int32"], ["n Edm.Int32"]))])).toEqual([
      "member-added Shop.Base/m: compatible",
      "member-added Shop.Child/n: compatible",
    ]);
  });

  test("a type with another base type tells of all its members", () => {
    const bases = complex("One", []) + complex("Two", ["m Edm.Int32"]);
    const child = (base: string): string => bases + complex("Child", [], `BaseType="Shop.${base}"`);
    expect(changes([document(child("One"))], [document(child("Two"))])).toEqual(
      expect.arrayContaining(["base-changed Shop.Child: compatible", "member-added Shop.Child/m: compatible"]),
    );
    // Also where the base type that it had has changed in the same way.
    const grown = `${complex("One", ["m Edm.Int32"])}${complex("Two", ["m Edm.Int32"])}${complex("Child", [], 'BaseType="Shop.Two"')}`;
    expect(changes([document(child("One"))], [document(grown)])).toEqual(
      expect.arrayContaining(["member-added Shop.Child/m: compatible", "member-added Shop.One/m: compatible"]),
    );
    const alone = bases + complex("Child", []);
    expect(changes([document(alone)], [document(child("Two"))])).toEqual(
      expect.arrayContaining(["base-changed Shop.Child: compatible", "member-added Shop.Child/m: compatible"]),
    );
  });
});

describe("null and absence", () => {
  const rows: readonly (readonly [before: string, after: string, told: readonly string[]])[] = [
    [
      "Edm.Int32",
      'Edm.Int32 Nullable="false"',
      ["became-non-nullable: breaking-writers", "became-required: breaking-writers"],
    ],
    [
      'Edm.Int32 Nullable="false"',
      "Edm.Int32",
      ["became-nullable: breaking-readers", "became-optional: breaking-readers"],
    ],
    // What is untyped may be null or absent for the compiler anyway.
    ['Edm.Untyped Nullable="false"', "Edm.Untyped", ["became-nullable: compatible", "became-optional: compatible"]],
    [
      'Collection(Edm.Int32) Nullable="false"',
      'Collection(Edm.Int32) Nullable="true"',
      ["items-became-nullable: breaking-readers"],
    ],
    [
      'Collection(Edm.Int32) Nullable="true"',
      'Collection(Edm.Int32) Nullable="false"',
      ["items-became-non-nullable: breaking-writers"],
    ],
  ];
  test.each(rows)("%s → %s", (before, after, want) => {
    const [base, head] = [before, after].map((type) => document(complex("T", [`m ${type}`])));
    expect(changes([base ?? ""], [head ?? ""]).map((change) => change.replace(/ .*:/, ":"))).toEqual(want);
  });

  test("of a parameter break nobody who reads", () => {
    const action = (type: string): string =>
      `<Action Name="go"><Parameter Name="p" Type="Edm.Int32" ${type}/></Action>`;
    const [strict, loose] = [document(action('Nullable="false"')), document(action('Nullable="true"'))];
    expect(changes([strict], [loose]).every((change) => change.endsWith(": compatible"))).toBe(true);
    expect(changes([loose], [strict])).toContain("became-non-nullable action:Shop.go()/p: breaking-writers");
  });

  test("of a parameter that is many things now", () => {
    const action = (type: string): string => `<Action Name="go"><Parameter Name="p" Type=${type}/></Action>`;
    const sides = ['"Edm.Int32" Nullable="false"', '"Collection(Edm.Int32)"'].map((type) => document(action(type)));
    expect(changes([sides[0] ?? ""], [sides[1] ?? ""])).toEqual([
      "became-optional action:Shop.go()/p: compatible",
      "type-changed action:Shop.go()/p: breaking-writers",
    ]);
  });

  test("of a result break nobody who writes", () => {
    const action = (type: string): string => `<Action Name="go"><ReturnType Type="Edm.Int32" ${type}/></Action>`;
    const [strict, loose] = [document(action('Nullable="false"')), document(action('Nullable="true"'))];
    expect(changes([loose], [strict]).every((change) => change.endsWith(": compatible"))).toBe(true);
    expect(changes([strict], [loose])).toContain("became-nullable action:Shop.go()/$ReturnType: breaking-readers");
  });
});

test("whether a result without an envelope of its own may be null is said nowhere", () => {
  const action = (type: string, nullable: string): string =>
    `${order}<Action Name="go"><ReturnType Type="${type}" Nullable="${nullable}"/></Action>`;
  const told = ["Shop.Order", "Edm.Untyped"].map((type) =>
    changes([document(action(type, "true"))], [document(action(type, "false"))]),
  );
  expect(told).toEqual([[], []]);
});

describe("a member that is only read from now on", () => {
  test("no longer breaks those who send it by its type", () => {
    const found = changes([document(entity(property("m Edm.Int64")))], [document(entity(computed("m", "Edm.Int32")))]);
    expect(found).toEqual(["became-read-only Shop.T/m: breaking-writers", "type-changed Shop.T/m: compatible"]);
  });

  test("is not null for those who read it", () => {
    const sides = ["", 'Nullable="false"'].map((facets) => document(entity(computed("m", "Edm.Int32", facets))));
    expect(compared([sides[0] ?? ""], [sides[1] ?? ""])).toMatchObject([
      { code: "became-non-nullable", presences: ["received", "declared"], verdict: "compatible" },
      { code: "became-required", presences: ["declared"], verdict: "compatible" },
    ]);
  });
});

describe("a union of resources", () => {
  const holder = (inner: string): string => `${order}<ComplexType Name="Holder">${inner}</ComplexType>`;
  const told = (before: string, after: string): unknown[] =>
    compared([document(holder(before))], [document(holder(after))]).map(({ code, path, before: one, after: other }) => {
      return `${code} ${path} ${one} ${other}`;
    });

  test("has more types, or less", () => {
    const [one, two] = [resource("goods", ["Shop.Order"]), resource("goods", ["Shop.Order", "Shop.Bill"])];
    expect(told(one, two)).toEqual(["union-widened Shop.Holder/m undefined Shop.Bill"]);
    expect(told(two, one)).toEqual(["union-narrowed Shop.Holder/m Shop.Bill undefined"]);
  });

  test("of a base type has what derives from it", () => {
    const family = complex("Base", ["e Edm.Int32"], 'Abstract="true"') + complex("One", [], 'BaseType="Shop.Base"');
    const of = (more: string): string =>
      `${family}${more}<ComplexType Name="Holder">${resource("goods", ["Shop.Base"])}</ComplexType>`;
    const found = compared([document(of(""))], [document(of(complex("Two", [], 'BaseType="Shop.Base"')))]);
    expect(found).toContainEqual(
      expect.objectContaining({ code: "union-widened", path: "Shop.Holder/m", after: "Shop.Two" }),
    );
  });

  test("under a like name has become that one only if it holds the same", () => {
    const of = (name: string, type: string): string =>
      order + complex("Holder", []).replace("></", `>${resource("goods", [type]).replace('"m"', `"${name}"`)}</`);
    expect(changes([document(of("goodsID", "Shop.Order"))], [document(of("goodsId", "Shop.Order"))])).toEqual([
      "member-renamed Shop.Holder/goodsID: breaking",
    ]);
    expect(changes([document(of("goodsID", "Shop.Order"))], [document(of("goodsId", "Shop.Bill"))])).toEqual([
      "member-removed Shop.Holder/goodsID: breaking",
      "member-added Shop.Holder/goodsId: compatible",
    ]);
  });

  test("lists what came and went, in order", () => {
    const more = order + complex("Alpha", ["e Edm.Int32"]) + complex("Zeta", ["f Edm.Int32"]);
    const of = (types: readonly string[]): string =>
      `${more}<ComplexType Name="Holder">${resource("goods", types)}</ComplexType>`;
    const found = compared([document(of(["Shop.Zeta", "Shop.Alpha"]))], [document(of(["Shop.Order", "Shop.Bill"]))]);
    expect(found).toMatchObject([
      { code: "union-narrowed", before: "Shop.Alpha, Shop.Zeta" },
      { code: "union-widened", after: "Shop.Bill, Shop.Order" },
    ]);
  });

  test("comes instead of another type", () => {
    expect(told(property("m Shop.Order"), resource("goods", ["Shop.Order"]))).toContain(
      "type-changed Shop.Holder/m Shop.Order one or many of goods",
    );
    expect(told(resource("goods", ["Shop.Order"]), property("m Shop.Order"))).toContain(
      "type-changed Shop.Holder/m one or many of goods Shop.Order",
    );
    expect(told(resource("goods", ["Shop.Order"]), property("m Collection(Shop.Order)"))).toContain(
      "type-changed Shop.Holder/m one or many of goods Collection(Shop.Order)",
    );
  });
});

test("what may stand for a type that is abstract no more is told in order", () => {
  const family = (attributes: string, more: string): string =>
    complex("Shape", ["e Edm.Int32"], attributes) +
    ["Circle", more].map((name) => complex(name, [], 'BaseType="Shop.Shape"')).join("");
  const found = compared(
    [document(family('Abstract="true"', "Square"))],
    [document(family("", "Square") + complex("Zebra", [], 'BaseType="Shop.Shape"'))],
  );
  expect(found).toContainEqual(
    expect.objectContaining({ code: "union-widened", path: "Shop.Shape", after: "Shop.Shape, Shop.Zebra" }),
  );
});

describe("an enumeration", () => {
  const values = (names: string, flags = ""): string =>
    `<EnumType Name="M" ${flags}>${names
      .split(" ")
      .map((name, index) => `<Member Name="${name}" Value="${2 ** index}"/>`)
      .join("")}</EnumType>`;
  test.each([
    ["a b", "a b c", "", "enum-member-added Shop.M/c: breaking-readers"],
    ["a b", "a b c", 'IsFlags="true"', "enum-member-added Shop.M/c: compatible"],
    ["a unknownFutureValue", "a unknownFutureValue c", "", "enum-member-added Shop.M/c: compatible"],
    ["a", "a unknownFutureValue", "", "became-evolvable Shop.M/unknownFutureValue: breaking-readers"],
    ["a unknownFutureValue", "a", "", "became-fixed Shop.M/unknownFutureValue: breaking"],
    ["a b", "a", "", "enum-member-removed Shop.M/b: breaking"],
  ])("%s → %s %s", (before, after, flags, want) => {
    expect(changes([document(values(before, flags))], [document(values(after, flags))])).toEqual([want]);
  });

  test("that becomes evolvable with a member more", () => {
    expect(changes([document(values("a"))], [document(values("a b unknownFutureValue"))])).toContain(
      "enum-member-added Shop.M/b: breaking-readers",
    );
    expect(changes([document(values("a b unknownFutureValue"))], [document(values("a b c"))])).toContain(
      "enum-member-added Shop.M/c: breaking-readers",
    );
  });
});

describe("what holds for the package", () => {
  test("its name, and how numbers travel", () => {
    const text = document(order);
    const named = (name: string) => ({
      package: { name, version: "0.0.0", description: "", license: "", keywords: [] },
    });
    expect(compared([text, named("a")], [text, named("b")])).toMatchObject([
      {
        code: "option-changed",
        path: "package.name",
        before: "a",
        after: "b",
        reason: "It is imported by another name.",
      },
    ]);
    expect(changes([text, { ieee754Compatible: false }], [text, { ieee754Compatible: true }])).toEqual([
      "option-changed ieee754Compatible: breaking",
    ]);
  });

  test("what the types of open types look like", () => {
    const text = document('<ComplexType Name="T" OpenType="true"/>');
    expect(compared([text, { openTypes: "closed" }], [text, { openTypes: "index" }])).toMatchObject([
      { path: "openTypes", reason: "It decides what the types of open types look like." },
    ]);
  });

  test("names of the run-time library that the model takes, and gives back", () => {
    const [without, taken] = [
      document(order),
      document(`${order}<ComplexType Name="Issue"/><ComplexType Name="Validation"/>`),
    ];
    const names = (before: string, after: string): unknown[] =>
      compared([before], [after]).filter(({ code }) => code === "name-changed");
    const [library, model] = ["the run-time library's", "the model's"];
    expect(names(without, taken)).toMatchObject([
      { path: "Issue", before: library, after: model },
      { path: "Validation", before: library, after: model },
    ]);
    expect(names(taken, without)).toMatchObject([
      { path: "Issue", before: model, after: library },
      { path: "Validation", before: model, after: library },
    ]);
    expect(names(taken, taken)).toEqual([]);
  });
});
