import { describe, expect, test } from "vitest";
import type { NameUses } from "../../generator/plan/local-names.ts";
import { moduleScope, ownNames, specifier } from "../../generator/plan/module-scope.ts";
import { importsAt, moduleAt, planOf } from "./support.ts";

describe("specifiers", () => {
  test.each([
    ["a", "b", "./b.js"],
    ["n/types/received", "n/types/create", "./create.js"],
    ["n/types/received", "n/shapes", "../shapes.js"],
    ["n/types/received", "runtime/edm", "../../runtime/edm.js"],
    ["wire", "n/types/received", "./n/types/received.js"],
    ["n/types", "n/types/received", "./types/received.js"],
    ["n/types/types", "n/types/types/a", "./types/a.js"],
    ["n/types/received", "n/types", "../types.js"],
    ["n/types/received", "n", "../../n.js"],
  ])("from %s to %s: %s", (from, to, text) => {
    expect(specifier(from, to)).toBe(text);
  });
});

describe("imports of a file", () => {
  const symbol = (
    module: string,
    name: string,
    typeOnly = true,
  ): Parameters<ReturnType<typeof moduleScope>["use"]>[0] => ({ module, name, typeOnly });
  const names = (uses: (name: string) => number, twofold: readonly string[] = []): NameUses => {
    return { uses, isTwofold: (name) => twofold.includes(name) };
  };
  const shared = names((name) => (name === "User" ? 2 : 0));

  test("follow from use: sorted, once each, types as types", () => {
    const scope = moduleScope("n/guards/received", new Set(["Call"]), shared);
    const used = [
      scope.use(symbol("n/guards/received", "own")),
      scope.use(symbol("runtime/guard", "isObject", false)),
      scope.use(symbol("runtime/guard", "DeepTest")),
      scope.use(symbol("n/types/received", "User")),
      scope.use(symbol("m-m/types/received", "User")),
      scope.use(symbol("m-m/types/received", "Call")),
      scope.use(symbol("m-m/guards/received", "checkUser", false)),
      scope.use(symbol("runtime/guard", "DeepTest", false)),
    ];
    expect(used).toEqual(["own", "isObject", "DeepTest", "User", "MMUser", "MMCall", "checkUser", "DeepTest"]);
    expect(
      scope
        .imports()
        .map(({ from, names }) => [from, ...names.map(({ name, as, typeOnly }) => `${name}/${as ?? ""}/${typeOnly}`)]),
    ).toEqual([
      ["../../runtime/guard.js", "DeepTest//false", "isObject//false"],
      ["../../m-m/guards/received.js", "checkUser//false"],
      ["../../m-m/types/received.js", "Call/MMCall/true", "User/MMUser/true"],
      ["../types/received.js", "User//true"],
    ]);
  });

  test("stand in the order in which bundles should have them: the library, shapes, everything else", () => {
    const scope = moduleScope("n/validators/received", new Set(), shared);
    for (const module of ["a/guards/received", "a/shapes", "tags", "wire", "n/shapes", "n/guards/received"]) {
      scope.use(symbol(module, "x", false));
    }
    scope.use(symbol("runtime/validate", "validate", false));
    scope.edm();
    expect(scope.imports().map(({ from }) => from)).toEqual([
      "../../runtime/edm.js",
      "../../runtime/validate.js",
      "../../a/shapes.js",
      "../../tags.js",
      "../shapes.js",
      "../../a/guards/received.js",
      "../../wire.js",
      "../guards/received.js",
    ]);
  });

  test("a function of another namespace says so at its end", () => {
    const scope = moduleScope(
      "n/x",
      new Set(["checkUser"]),
      names(() => 0),
    );
    expect(scope.use(symbol("m-m/guards/received", "checkUser", false))).toBe("checkUserOfMM");
  });

  test("what two files of a namespace have under one name says from which it comes", () => {
    const twofold = names((name) => (name === "checkShape" ? 1 : 0), ["checkShape", "isFooShape"]);
    const scope = moduleScope("n/validators/received", new Set(["checkShape", "isFooShape"]), twofold);
    expect(scope.use(symbol("n/guards/received", "checkShape", false))).toBe("checkShapeOfGuards");
    expect(scope.use(symbol("n/shapes/a", "checkShape", false))).toBe("checkShapeOfShapes");
    expect(scope.use(symbol("n/validators/received", "isFooShape", false))).toBe("isFooShape");
    expect(moduleScope("registry", new Set(), twofold).use(symbol("n/shapes", "isFooShape", false))).toBe(
      "isFooShapeOfNShapes",
    );
  });

  test("what no namespace exports gives way to a single one that does, and to a name made of two", () => {
    const uses = (name: string): number => (["wire", "Edm", "MUser"].includes(name) ? 1 : name === "User" ? 2 : 0);
    const scope = moduleScope("tagged/received", new Set(["find"]), names(uses));
    expect(scope.use(symbol("wire", "wire", false))).toBe("wireOfWire");
    expect(scope.use(symbol("runtime/x", "find", false))).toBe("findOfRuntime");
    expect(scope.use(symbol("m/types/received", "Call"))).toBe("Call");
    expect(scope.use(symbol("m/types/received", "User"))).toBe("MUser_");
    expect(scope.edm()).toBe("RuntimeEdm");
  });

  test.each([
    ["registry", "Registry"],
    ["wire", "create"],
    ["tags", "shapeOfTag"],
    ["tagged/update", "updateGuards"],
    ["dynamic-members", "declaredBy"],
    ["n/types/received", undefined],
  ])("what %s declares for itself: %s", (path, name) => {
    expect(ownNames(path).has(name ?? "")).toBe(name !== undefined);
  });

  test("Edm gives way to a type of that name, and is imported only where it is used", () => {
    const scope = moduleScope(
      "n/x",
      new Set(["Edm"]),
      names(() => 0),
    );
    expect(scope.imports()).toEqual([]);
    expect([scope.edm(), scope.edm()]).toEqual(["RuntimeEdm", "RuntimeEdm"]);
    expect(scope.imports()).toEqual([{ from: "../runtime/edm.js", names: [], namespace: "RuntimeEdm" }]);
    expect(
      moduleScope(
        "n/x",
        new Set(),
        names(() => 0),
      ).edm(),
    ).toBe("Edm");
  });
});

test("the guards by tag use the package's own names where a type has them", () => {
  const plan = planOf('<ComplexType Name="wire"/><ComplexType Name="T" OpenType="true"/>');
  expect(importsAt(plan, "tagged/received")).toContain("wire as wireOfWire from ../wire.js");
  expect(moduleAt(plan, "tagged/received")).toMatchObject({ runtime: { wire: "wireOfWire" }, renamed: true });
  expect(moduleAt(planOf('<ComplexType Name="T"/>'), "tagged/received")).toMatchObject({ renamed: false });
});

describe("what the package's own files import", () => {
  test("stands under its own name, also where a namespace's folder begins like the file", () => {
    expect(importsAt(planOf('<Schema Namespace="r"><ComplexType Name="T"/></Schema>'), "registry")).toContain(
      "T from ./r/types/received.js",
    );
  });

  test("gives way to what the file declares", () => {
    expect(importsAt(planOf('<ComplexType Name="registry"/>'), "registry")).toContain(
      "Registry as NRegistry from ./n/types/received.js",
    );
  });
});

test("flags are judged by the library, with other enumerations beside them", () => {
  const members = '<Member Name="a" Value="1"/>';
  const plan = planOf(
    `<EnumType Name="A">${members}</EnumType><EnumType Name="F" IsFlags="true">${members}</EnumType><EnumType Name="Z" IsFlags="true"/>`,
  );
  expect(importsAt(plan, "n/guards/values")).toEqual(["isFlags from ../../runtime/guard.js"]);
});

/** What the guard of the one type of a file looks at. */
const only = (whole: object): object => ({ members: [], objects: [{ whole }] });

test("a guard of an open type treats alike what has one test, and counts what has to be there", () => {
  const property = (name: string, rest = ""): string => `<Property Name="${name}" Type="Edm.String"${rest}/>`;
  const members = [property("b"), property("c", ' Nullable="false"'), property("a")].join("");
  const plan = planOf(`<ComplexType Name="T" OpenType="true">${members}</ComplexType>`);
  expect(moduleAt(plan, "n/guards/received")).toMatchObject({
    ...only({ cases: [{ names: ["a", "b"] }, { names: ["c"] }], required: 0, open: true }),
  });
  expect(moduleAt(plan, "n/guards/create")).toMatchObject({
    ...only({ cases: [{ names: ["a", "b"] }, { names: ["c"], required: true }], required: 1 }),
  });
});

test("what may be anything and has to be there is counted as well", () => {
  const payload = '<Property Name="p" Type="Edm.Untyped" Nullable="false"/>';
  const plan = planOf(`<ComplexType Name="T" OpenType="true">${payload}</ComplexType>`);
  expect(moduleAt(plan, "n/guards/create")).toMatchObject({
    ...only({ cases: [{ names: ["p"], rule: { absence: "anyNone" }, required: true }], required: 1 }),
  });
});

test("what is declared and not sent is no dynamic member", () => {
  const computed = '<Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/>';
  const members = `<Property Name="a" Type="Edm.String"/><Property Name="c" Type="Edm.String">${computed}</Property>`;
  const plan = planOf(`<ComplexType Name="T" OpenType="true">${members}</ComplexType>`);
  expect(moduleAt(plan, "n/guards/create")).toMatchObject({
    ...only({ cases: [{ names: ["a"] }, { names: ["c"], rule: undefined }] }),
  });
});

test.each([
  ["a", false],
  ["toString", true],
  ["constructor", true],
])("a type with a member called %s is read by its own members alone: %s", (name, ownOnly) => {
  const plan = planOf(`<ComplexType Name="T"><Property Name="${name}" Type="Edm.String"/></ComplexType>`);
  expect(moduleAt(plan, "n/guards/received")).toMatchObject(only({ ownOnly }));
});

test("parameters have no discriminator, and other objects are told apart by theirs before", () => {
  const action = '<Action Name="go"><Parameter Name="t" Type="n.T"/></Action>';
  const plan = planOf(`<ComplexType Name="T"><Property Name="a" Type="Edm.String"/></ComplexType>${action}`);
  expect(moduleAt(plan, "n/guards/received")).toMatchObject(only({ skipped: ["@odata.type"], open: false }));
  expect(moduleAt(plan, "n/guards/operations")).toMatchObject({ members: [{ skipped: ["@odata.type", "@type"] }] });
});

test.each([
  ["a type that adds nothing has the members' guard of its base", "", { hasMembersOfA: ["#n.A", "#n.B"] }],
  [
    "one that adds something has its own",
    "<Property Name='b' Type='Edm.String'/>",
    { hasMembersOfA: ["#n.A"], hasMembersOfB: ["#n.B"] },
  ],
])("%s", (_title, added, guards) => {
  const plan = planOf(`
    <ComplexType Name="A"><Property Name="a" Type="Edm.String"/></ComplexType>
    <ComplexType Name="B" BaseType="n.A">${added}</ComplexType>
    <ComplexType Name="Holder"><Property Name="held" Type="n.A"/></ComplexType>`);
  expect(moduleAt(plan, "n/guards/received")).toMatchObject({
    members: Object.keys(guards).map((name) => ({ name })),
    objects: [{ cases: Object.entries(guards).map(([members, tags]) => ({ members, tags })) }, {}, {}],
  });
});
