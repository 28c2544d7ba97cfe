import { describe, expect, test } from "vitest";
import { problemsOf } from "../model/support.ts";
import { declarationsAt, exportsAt, planOf, type PlanSetup } from "./support.ts";

const complex = (name: string, inner = "", attributes = ""): string =>
  `<ComplexType Name="${name}" ${attributes}>${inner}</ComplexType>`;
const named = (names: Record<string, string>): PlanSetup => ({ config: { names: new Map(Object.entries(names)) } });

describe("the name of a type", () => {
  test.each([
    ["call", "Call"],
    ["Call", "Call"],
    ["callRecord", "CallRecord"],
    ["call_record", "Call_record"],
    ["_call", "_call"],
    ["écluse", "Écluse"],
    ["船", "船"],
    ["ǆ", "Ǆ"],
    ["case", "Case"],
    ["string", "String"],
    ["any", "Any"],
  ])("%s: %s", (name, typeName) => {
    const exported = exportsAt(planOf(complex(name)), "types");
    expect(exported).toContain(typeName);
    expect(exported).toContain(`${typeName}Create`);
    expect(exported).toContain(`${typeName}Declared`);
  });

  test("is the configured one where there is one, everywhere", () => {
    const plan = planOf(complex("call"), named({ "n.call": "PhoneCall" }));
    expect(exportsAt(plan, "types")).toContain("PhoneCallCreate");
    expect(exportsAt(plan, "validators")).toContain("isPhoneCall");
    expect(exportsAt(plan, "factories")).toContain("phoneCall");
    expect(exportsAt(plan, "types").filter((name) => name.startsWith("Call"))).toEqual([]);
  });
});

test("functions and factories of a type; update for entity types only", () => {
  const plan = planOf('<EntityType Name="call"/><ComplexType Name="case"/>');
  expect(exportsAt(plan, "factories")).toEqual(
    expect.arrayContaining(["call", "callCreate", "callUpdate", "callDeclared", "case_", "caseCreate", "caseDeclared"]),
  );
  expect(exportsAt(plan, "factories")).not.toContain("caseUpdate");
  for (const name of [
    "isCall",
    "validateCall",
    "assertCall",
    "parseCall",
    "callSchema",
    "isCallUpdate",
    "caseCreateSchema",
  ]) {
    expect(exportsAt(plan, "validators")).toContain(name);
  }
  expect(exportsAt(plan, "validators")).not.toContain("isCaseUpdate");
});

test.each(["function", "new", "package", "delete", "await", "arguments"])(
  "the factory of %s has a trailing _",
  (name) => {
    expect(exportsAt(planOf(complex(name)), "factories")).toContain(`${name}_`);
  },
);

describe("the name of an operation", () => {
  const parameter = (name: string, type: string): string => `<Parameter Name="${name}" Type="${type}"/>`;
  const result = '<ReturnType Type="Edm.String"/>';
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['<Action Name="search"/>', ["SearchParameters"]],
    [`<Action Name="answer" IsBound="true">${parameter("it", "n.call")}</Action>`, ["CallAnswerParameters"]],
    [
      `<Action Name="invite" IsBound="true">${parameter("it", "Collection(n.call)")}</Action>`,
      ["CallCollectionInviteParameters"],
    ],
    [`<Function Name="count">${result}</Function>`, ["CountParameters", "CountResult"]],
    [
      `<Function Name="find" IsBound="true">${parameter("it", "n.call")}${result}</Function>` +
        `<Function Name="find" IsBound="true">${parameter("it", "n.call")}${parameter("token", "Edm.String")}${parameter("top", "Edm.Int32")}${result}</Function>`,
      ["CallFindParameters", "CallFindResult", "CallFindWithTokenAndTopParameters", "CallFindWithTokenAndTopResult"],
    ],
  ];
  test.each(rows)("%s: %j", (text, names) => {
    const exported = exportsAt(planOf(`<EntityType Name="call"/>${text}`), "operations");
    expect(exported.filter((name) => /^(?!Standard)[A-Z].*(Parameters|Result)$/.test(name))).toEqual(names);
  });

  test("is the configured one, by key; the binding type's configured name is its beginning", () => {
    const text = `<EntityType Name="call"/><Action Name="answer" IsBound="true">${parameter("it", "n.call")}</Action>`;
    const byKey = planOf(text, named({ "action:n.answer(n.call)": "PickUp" }));
    expect(exportsAt(byKey, "operations")).toContain("PickUpParameters");
    expect(exportsAt(planOf(text, named({ "n.call": "Ring" })), "operations")).toContain("RingAnswerParameters");
  });
});

describe("two things of one name", () => {
  const union = (name: string): string =>
    complex(
      "T",
      `<Property Name="p" Type="Edm.Untyped"><Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="${name}"/><PropertyValue Property="Types"><Collection><String>n.T</String></Collection></PropertyValue></Record></Annotation></Property>`,
    );
  const rows: readonly (readonly [string, string, string, string, string])[] = [
    ["types by case", complex("a") + complex("A"), "n.A", "n.a", "A"],
    ["a type and a presence", complex("call") + complex("callCreate"), "n.call", "n.callCreate", "CallCreate"],
    ["a type and a part", complex("call") + complex("callTagged"), "n.call", "n.callTagged", "CallTagged"],
    [
      "a type and an operation's parameters",
      complex("goParameters") + '<Action Name="go"/>',
      "n.goParameters",
      "action:n.go()",
      "GoParameters",
    ],
    ["a type and a resource union", union("u") + complex("u"), "n.u", "n.T/p (its resource union)", "U"],
  ];
  test.each(rows)("%s: the message names both and the option", (_, text, one, other) => {
    const [problem] = problemsOf("unsupported", () => planOf(text));
    expect(problem?.message).toContain(`${one} and ${other} would`);
    expect(problem?.message).toMatch(/ would both be called \w+$/);
    expect(problem?.hint).toBe(
      `give one of them another name in the configuration: "names": { "${other.includes(" ") ? one : other}": "…" }`,
    );
    expect(problem?.place?.file).toBe("t.xml");
  });

  test("the message tells the first of the names that they share", () => {
    const told = rows.map(([, text]) =>
      problemsOf("unsupported", () => planOf(text))[0]
        ?.message.split(" ")
        .at(-1),
    );
    expect(told).toEqual(rows.map((row) => row.at(-1)));
  });

  test("unions of one Name in one type clash, and the overlay settles it", () => {
    const two = (other: string): string =>
      union("u").replace(/<Property .*<\/Property>/, (one) => one + one.replace('"p"', '"q"').replace('"u"', other));
    const [problem] = problemsOf("unsupported", () => planOf(two('"u"')));
    expect(problem?.message).toBe("n.T/p (its resource union) and n.T/q (its resource union) would both be called U");
    expect(problem?.hint).toBe("give one of the resource unions another Name in the overlay");
    expect(() => planOf(two('"v"'))).not.toThrow();
  });

  // A resource union has its name from the overlay: no setting of the configuration changes it.
  test("the hint for a resource union names a setting that settles it", () => {
    const text = union("u") + complex("u");
    const [problem] = problemsOf("unsupported", () => planOf(text));
    const [, key = ""] = /"names": \{ "([^"]+)"/.exec(problem?.hint ?? "") ?? [];
    expect(() => planOf(text, named({ [key]: "Other" }))).not.toThrow();
  });

  test("the option settles it", () => {
    const text = complex("call") + complex("callCreate");
    expect(exportsAt(planOf(text, named({ "n.callCreate": "CallCreation" })), "types")).toContain("CallCreation");
  });

  test("what differs in case, or in the namespace, is no clash", () => {
    expect(() => planOf(complex("call") + '<EnumType Name="callSchema"/>')).not.toThrow();
    const spaces = ["a", "b"].map((name) => `<Schema Namespace="${name}">${complex("call")}</Schema>`).join("");
    expect(exportsAt(planOf(spaces), "a/types")).toEqual(exportsAt(planOf(spaces), "b/types"));
  });

  test("a namespace cannot be exported under a name of the main one", () => {
    const spaces = [
      `<Schema Namespace="n">${complex("part")}</Schema>`,
      `<Schema Namespace="n.part">${complex("x")}</Schema>`,
    ];
    const [problem] = problemsOf("unsupported", () => planOf(spaces.join("")));
    expect(problem).toEqual({
      place: { file: "t.xml", line: 2, column: 99 },
      message: "the namespace n.part would be exported as part, which is a name of n already",
      hint: 'name its module in the configuration: "modules": { "n.part": "…" }',
    });
    expect(() => planOf(spaces.join(""), { config: { modules: new Map([["n.part", "parts"]]) } })).not.toThrow();
  });

  test("every clash is told at once", () => {
    const problems = problemsOf("unsupported", () => planOf(complex("a") + complex("A") + complex("b") + complex("B")));
    expect(problems).toHaveLength(2);
  });
});

test("types of the same name in two namespaces are imported under two names", () => {
  const plan = planOf(
    `<Schema Namespace="x.a">${complex("user")}${complex("T", '<Property Name="own" Type="x.a.user"/><Property Name="other" Type="x.b.user"/><Property Name="lone" Type="x.b.lone"/>')}</Schema>` +
      `<Schema Namespace="x.b">${complex("user")}${complex("lone")}</Schema>`,
  );
  const [text = ""] = declarationsAt(plan, "a/types/received").filter((line) => line.startsWith("interface T "));
  expect(text).toContain(
    "lone?: Lone | null | undefined; other?: BUser | null | undefined; own?: User | null | undefined",
  );
});
