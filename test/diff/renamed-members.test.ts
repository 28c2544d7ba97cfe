import { describe, expect, test } from "vitest";
import { changes, complex, document, property } from "./support.ts";

/** What was renamed, and whatever else is told, of two bodies or lists of schemas. */
function told(before: string, after: string): string[] {
  return changes([document(before)], [document(after)]).map((change) => change.replace(/: .*$/, ""));
}

const entity = (name: string, inner = "", attributes = ""): string =>
  `<EntityType Name="${name}" ${attributes}>${inner}</EntityType>`;
const described = (name: string, type: string, text: string): string =>
  `<Property Name="${name}" Type="${type}"><Annotation Term="Org.OData.Core.V1.Description" String="${text}"/></Property>`;
const members = (...list: readonly string[]): string =>
  `<ComplexType Name="T">${list.map((member) => (member.startsWith("<") ? member : property(member))).join("")}</ComplexType>`;
const pair = ["a Edm.Int32", "b Edm.String"];

describe("members", () => {
  const rows: readonly (readonly [why: string, before: string, after: string, told: readonly string[]])[] = [
    ["near", members("callId Edm.Int32"), members("callID Edm.Int32"), ["member-renamed Shop.T/callId"]],
    [
      "another type",
      members("callId Edm.Int32"),
      members("callID Edm.String"),
      ["member-removed Shop.T/callId", "member-added Shop.T/callID"],
    ],
    [
      "other facets",
      members("callId Edm.String"),
      members('callID Edm.String MaxLength="3"'),
      ["member-removed Shop.T/callId", "member-added Shop.T/callID"],
    ],
    [
      "other rules",
      members("callId Edm.String"),
      members('callID Edm.String Nullable="false"'),
      ["member-removed Shop.T/callId", "member-added Shop.T/callID"],
    ],
    [
      "many instead of one",
      members("callId Edm.String"),
      members("callID Collection(Edm.String)"),
      ["member-removed Shop.T/callId", "member-added Shop.T/callID"],
    ],
    [
      "not near",
      members("one Edm.Int32"),
      members("two Edm.Int32"),
      ["member-removed Shop.T/one", "member-added Shop.T/two"],
    ],
    [
      "not near, in the same words",
      members(described("one", "Edm.Int32", "How many.")),
      members(described("two", "Edm.Int32", "How many.")),
      ["member-renamed Shop.T/one"],
    ],
    [
      "two that it may be",
      members("callId Edm.Int32"),
      members("callID Edm.Int32", "call_id Edm.Int32"),
      ["member-removed Shop.T/callId", "member-added Shop.T/callID", "member-added Shop.T/call_id"],
    ],
    [
      "one that stays is no other's new name",
      members("callId Edm.Int32", "callID Edm.Int32"),
      members("callID Edm.Int32"),
      ["member-removed Shop.T/callId"],
    ],
    [
      "one that was there is no other's old name",
      members("callID Edm.Int32"),
      members("callID Edm.Int32", "callId Edm.Int32"),
      ["member-added Shop.T/callId"],
    ],
    [
      "of a type that was renamed too",
      complex("Caller", pair) + complex("User", ["callOne Shop.Caller", "it Shop.Caller"]),
      complex("Callers", pair) + complex("User", ["callOnes Shop.Callers", "it Shop.Callers"]),
      ["type-removed Shop.Caller", "type-added Shop.Callers"],
    ],
  ];
  test.each(rows)("%s", (_, before, after, want) => {
    const found = told(before, after);
    expect(found).toEqual(expect.arrayContaining([...want]));
    if (!want.some((change) => change.startsWith("type-"))) expect(found).toHaveLength(want.length);
  });
});

describe("operations", () => {
  const action = (name: string, inner = "", attributes = ""): string =>
    `<Action Name="${name}" ${attributes}>${inner}</Action>`;
  const parameter = (name: string, type: string): string => `<Parameter Name="${name}" Type="${type}"/>`;
  const bound = 'IsBound="true"';
  const rows: readonly (readonly [why: string, before: string, after: string, told: readonly string[]])[] = [
    ["near", action("callIn1"), action("callIn2"), ["operation-renamed action:Shop.callIn1()"]],
    [
      "not near",
      action("one"),
      action("two"),
      ["operation-added action:Shop.two()", "operation-removed action:Shop.one()"],
    ],
    [
      "near, of another kind",
      action("callIn1"),
      '<Function Name="callIn2"><ReturnType Type="Edm.Int32"/></Function>',
      ["operation-added function:Shop.callIn2()", "operation-removed action:Shop.callIn1()"],
    ],
    [
      "near, with another result",
      action("callIn1", '<ReturnType Type="Edm.Int32"/>'),
      action("callIn2", '<ReturnType Type="Edm.String"/>'),
      ["operation-added action:Shop.callIn2()", "operation-removed action:Shop.callIn1()"],
    ],
    [
      "near, with a result that was not there",
      action("callIn1"),
      action("callIn2", '<ReturnType Type="Edm.String"/>'),
      ["operation-added action:Shop.callIn2()", "operation-removed action:Shop.callIn1()"],
    ],
    [
      "near, with the same result",
      action("callIn1", '<ReturnType Type="Edm.String"/>'),
      action("callIn2", '<ReturnType Type="Edm.String"/>'),
      ["operation-renamed action:Shop.callIn1()"],
    ],
    [
      "near, with another parameter",
      action("callIn1", parameter("a", "Edm.Int32")),
      action("callIn2", parameter("a", "Edm.String")),
      ["operation-added action:Shop.callIn2()", "operation-removed action:Shop.callIn1()"],
    ],
    [
      "near, with the same parameter under another name",
      action("callIn1", parameter("a", "Edm.Int32")),
      action("callIn2", parameter("b", "Edm.Int32")),
      ["operation-added action:Shop.callIn2()", "operation-removed action:Shop.callIn1()"],
    ],
    [
      "near, bound to another type",
      entity("E") + entity("F") + action("callIn1", parameter("it", "Shop.E"), bound),
      entity("E") + entity("F") + action("callIn2", parameter("it", "Shop.F"), bound),
      ["operation-added action:Shop.callIn2(Shop.F)", "operation-removed action:Shop.callIn1(Shop.E)"],
    ],
    [
      "near, bound to many",
      entity("E") + action("callIn1", parameter("it", "Shop.E"), bound),
      entity("E") + action("callIn2", parameter("it", "Collection(Shop.E)"), bound),
      ["operation-added action:Shop.callIn2(Collection(Shop.E))", "operation-removed action:Shop.callIn1(Shop.E)"],
    ],
    [
      "near, bound to nothing any more",
      entity("E") + action("callIn1", parameter("it", "Shop.E"), bound),
      entity("E") + action("callIn2"),
      ["operation-added action:Shop.callIn2()", "operation-removed action:Shop.callIn1(Shop.E)"],
    ],
    [
      "bound to a type that was renamed",
      entity("Caller1", property("a Edm.Int32") + property("b Edm.Int32")) +
        action("go", parameter("it", "Shop.Caller1"), bound),
      entity("Caller2", property("a Edm.Int32") + property("b Edm.Int32")) +
        action("go", parameter("it", "Shop.Caller2"), bound),
      ["operation-renamed action:Shop.go(Shop.Caller1)", "type-renamed Shop.Caller1"],
    ],
    [
      "of its own name in a namespace that was renamed, rather than near",
      `<Schema Namespace="One">${entity("E")}${entity("F")}${action("callIn1", parameter("it", "One.E"), bound)}</Schema>`,
      `<Schema Namespace="Two">${entity("E")}${entity("F")}${["callIn1", "callIn2"].map((name) => action(name, parameter("it", "Two.E"), bound)).join("")}</Schema>`,
      [
        "operation-added action:Two.callIn2(Two.E)",
        "operation-renamed action:One.callIn1(One.E)",
        "type-renamed One.E",
        "type-renamed One.F",
      ],
    ],
    [
      "two that it may have become",
      action("callIn1"),
      action("callIn2") + action("callIn3"),
      [
        "operation-added action:Shop.callIn2()",
        "operation-added action:Shop.callIn3()",
        "operation-removed action:Shop.callIn1()",
      ],
    ],
    [
      "one that stays",
      action("callIn1") + action("callIn2"),
      action("callIn2"),
      ["operation-removed action:Shop.callIn1()"],
    ],
    [
      "one that was there",
      action("callIn1"),
      action("callIn1") + action("callIn2"),
      ["operation-added action:Shop.callIn2()"],
    ],
    [
      "a parameter, near",
      action("go", parameter("callId", "Edm.Int32")),
      action("go", parameter("callID", "Edm.Int32")),
      ["parameter-renamed action:Shop.go()/callId"],
    ],
    [
      "a parameter of another type",
      action("go", parameter("callId", "Edm.Int32")),
      action("go", parameter("callID", "Edm.String")),
      ["parameter-added action:Shop.go()/callID", "parameter-removed action:Shop.go()/callId"],
    ],
    [
      "a parameter, not near",
      action("go", parameter("one", "Edm.Int32")),
      action("go", parameter("two", "Edm.Int32")),
      ["parameter-added action:Shop.go()/two", "parameter-removed action:Shop.go()/one"],
    ],
    [
      "a parameter that stays is no other's new name",
      action("go", parameter("callId", "Edm.Int32") + parameter("callID", "Edm.Int32")),
      action("go", parameter("callID", "Edm.Int32")),
      ["parameter-removed action:Shop.go()/callId"],
    ],
    [
      "a parameter that was there is no other's old name",
      action("go", parameter("callID", "Edm.Int32")),
      action("go", parameter("callId", "Edm.Int32") + parameter("callID", "Edm.Int32")),
      ["parameter-added action:Shop.go()/callId"],
    ],
  ];
  test.each(rows)("%s", (_, before, after, want) => {
    expect(told(before, after).sort()).toEqual(want);
  });
});

describe("members of enumerations", () => {
  const values = (...list: readonly string[]): string =>
    `<EnumType Name="M">${list.map((each) => each.replace(/^(\w+) (\d+)(?: (.*))?$/, enumMember)).join("")}</EnumType>`;
  const enumMember = (_: string, name: string, value: string, text = ""): string =>
    `<Member Name="${name}" Value="${value}">${text && `<Annotation Term="Org.OData.Core.V1.Description" String="${text}"/>`}</Member>`;
  const rows: readonly (readonly [why: string, before: string, after: string, told: readonly string[]])[] = [
    ["near", values("onHold 1"), values("OnHold 1"), ["enum-member-renamed Shop.M/onHold"]],
    [
      "near, another value",
      values("onHold 1"),
      values("OnHold 2"),
      ["enum-member-added Shop.M/OnHold", "enum-member-removed Shop.M/onHold"],
    ],
    ["not near", values("one 1"), values("two 1"), ["enum-member-added Shop.M/two", "enum-member-removed Shop.M/one"]],
    ["in the same words", values("one 1 First."), values("two 1 First."), ["enum-member-renamed Shop.M/one"]],
    [
      "a value that another has as well, before",
      values("onHold 1", "same 1"),
      values("OnHold 1"),
      ["enum-member-added Shop.M/OnHold", "enum-member-removed Shop.M/onHold", "enum-member-removed Shop.M/same"],
    ],
    [
      "a value that another has as well, after",
      values("onHold 1"),
      values("OnHold 1", "same 1"),
      ["enum-member-added Shop.M/OnHold", "enum-member-added Shop.M/same", "enum-member-removed Shop.M/onHold"],
    ],
    ["one that stays", values("onHold 1", "OnHold 2"), values("OnHold 1"), ["enum-member-removed Shop.M/onHold"]],
    ["one that was there", values("onHold 1"), values("onHold 2", "OnHold 1"), ["enum-member-added Shop.M/OnHold"]],
    [
      "the one for values to come",
      values("unknownFutureValue 1"),
      values("unknown_future_value 1"),
      ["became-fixed Shop.M/unknownFutureValue", "enum-member-added Shop.M/unknown_future_value"],
    ],
    [
      "what becomes the one for values to come",
      values("unknown_future_value 1"),
      values("unknownFutureValue 1"),
      ["became-evolvable Shop.M/unknownFutureValue", "enum-member-removed Shop.M/unknown_future_value"],
    ],
  ];
  test.each(rows)("%s", (_, before, after, want) => {
    expect(told(before, after).sort()).toEqual([...want].sort());
  });
});
