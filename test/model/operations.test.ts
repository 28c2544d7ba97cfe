import { describe, expect, test } from "vitest";
import { messagesOf, modelOf, operationOf } from "./support.ts";

const types = '<ComplexType Name="T"/><EntityType Name="E"/><EntityType Name="D" BaseType="n.E"/>';
const parameter = (name: string, type: string, inner = ""): string =>
  `<Parameter Name="${name}" Type="${type}">${inner}</Parameter>`;
const action = (attributes: string, inner = ""): string => `<Action Name="go" ${attributes}>${inner}</Action>`;
const func = (attributes: string, inner = ""): string =>
  `<Function Name="go" ${attributes}>${inner}<ReturnType Type="Edm.String"/></Function>`;
const bound = 'IsBound="true"';

describe("keys", () => {
  const rows = [
    [action(""), "action:n.go()"],
    [action("", parameter("p", "Edm.String")), "action:n.go()"],
    [action(bound, parameter("it", "n.E")), "action:n.go(n.E)"],
    [action(bound, parameter("it", "n.E") + parameter("p", "Edm.String")), "action:n.go(n.E)"],
    [action(bound, parameter("it", "Collection(n.E)")), "action:n.go(Collection(n.E))"],
    [func(""), "function:n.go()"],
    [func("", parameter("b", "Edm.String") + parameter("a", "Edm.Int32")), "function:n.go(;b,a)"],
    [func(bound, parameter("it", "n.E")), "function:n.go(n.E)"],
    [func(bound, parameter("it", "n.E") + parameter("p", "Edm.String")), "function:n.go(n.E;p)"],
    [
      func(bound, parameter("it", "Collection(n.E)") + parameter("p", "Edm.String")),
      "function:n.go(Collection(n.E);p)",
    ],
  ];
  test.each(rows)("%s: %s", (text, key) => {
    expect([...modelOf(types + text).operations.keys()]).toEqual([key]);
  });

  test("overloads stand side by side, sorted", () => {
    const model = modelOf(
      types +
        action(bound, parameter("it", "n.E")) +
        action(bound, parameter("it", "n.D")) +
        action("") +
        func(bound, parameter("it", "n.E")),
    );
    const keys = ["action:n.go()", "action:n.go(n.D)", "action:n.go(n.E)", "function:n.go(n.E)"];
    expect([...model.operations.keys()]).toEqual(keys);
    expect([...model.bound]).toEqual([
      ["n.D", ["action:n.go(n.D)"]],
      ["n.E", ["action:n.go(n.E)", "function:n.go(n.E)"]],
    ]);
  });

  test("two of one key are an error at the second", () => {
    const twice = `${types}\n${action(bound, parameter("it", "n.E"))}\n${action(bound, parameter("it", "n.E") + parameter("p", "n.T"))}`;
    expect(messagesOf("input", () => modelOf(twice))).toEqual(["4:1 action:n.go(n.E) is declared twice"]);
  });
});

test("parameters keep their order and their rules; the return type has its own", () => {
  const model = modelOf(
    `${types}<Function Name="go" IsBound="true">${parameter("it", "n.E")}
       <Parameter Name="z" Type="Edm.String" Nullable="false" MaxLength="3"/><Parameter Name="a" Type="Collection(Edm.String)" Nullable="true"/>
       <Parameter Name="o" Type="Edm.String"><Annotation Term="Core.OptionalParameter"><Record/></Annotation></Parameter>
       <ReturnType Type="Collection(n.T)" Nullable="false"/></Function>`,
  );
  const operation = operationOf(model, "function:n.go(n.E;z,a,o)");
  expect(operation.parameters).toMatchObject([
    { name: "z", nullable: false, nullableItems: false, optional: false, type: { maxLength: 3 } },
    { name: "a", nullable: true, nullableItems: true, optional: false },
    { name: "o", nullable: true, nullableItems: false, optional: true },
  ]);
  expect(operation.returnType).toMatchObject({ nullable: false, type: { name: "n.T", collection: true } });
  expect(operation).toMatchObject({ name: "n.go", namespace: "n", simpleName: "go", kind: "function" });
});

describe("targets of annotations", () => {
  const overloads =
    types +
    action(bound, parameter("it", "n.E") + parameter("p", "Edm.String")) +
    action(bound, parameter("it", "n.D") + parameter("p", "Edm.String")) +
    func("", parameter("p", "Edm.String") + parameter("q", "Collection(n.T)"));
  const rows = [
    ["n.go(n.E)", ["action:n.go(n.E)"]],
    ["n.go(n.D)", ["action:n.go(n.D)"]],
    ["n.go(Edm.String,Collection(n.T))", ["function:n.go(;p,q)"]],
    ["n.go(Edm.String, Collection(n.T))", ["function:n.go(;p,q)"]],
    ["n.go", ["action:n.go(n.D)", "action:n.go(n.E)", "function:n.go(;p,q)"]],
    ["n.go(n.T)", []],
  ] as const;
  test.each(rows)("%s: %j", (target, keys) => {
    const description = '<Annotation Term="Core.Description" String="found"/>';
    const model = modelOf(`${overloads}<Annotations Target="${target}">${description}</Annotations>`);
    const found = [...model.operations.values()].filter(({ docs }) => docs.description === "found");
    expect(found.map(({ key }) => key)).toEqual(keys);
  });

  test.each(rows)("%s/p: %j", (target, keys) => {
    const optional = '<Annotation Term="Core.OptionalParameter"/>';
    const model = modelOf(`${overloads}<Annotations Target="${target}/p">${optional}</Annotations>`);
    const found = [...model.operations.values()].filter(({ parameters }) => parameters[0]?.optional);
    expect(found.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ['<Annotation Term="Core.OptionalParameter" Bool="false"/>', false],
    ['<Annotation Term="Core.OptionalParameter" Qualifier="q"/>', false],
    ['<Annotation Term="Core.OptionalParameter"/>', true],
  ])("inline %s: %s", (annotation, optional) => {
    const model = modelOf(action("", parameter("p", "Edm.String", annotation)));
    expect(operationOf(model, "action:n.go()").parameters[0]?.optional).toBe(optional);
  });
});
