import { expect, test } from "vitest";
import { resolveName, type Scope } from "../../generator/model/names.ts";
import { memberOf, modelOf, operationOf, structuredOf } from "./support.ts";

test("an alias means what its own document says, two schemas of one document included", () => {
  const model = modelOf(
    `<Schema Namespace="a.b" Alias="self">
       <ComplexType Name="one"><Property Name="two" Type="other.two"/><Property Name="list" Type="Collection(self.one)"/></ComplexType>
     </Schema>
     <Schema Namespace="c" Alias="other"><ComplexType Name="two" BaseType="self.one"/></Schema>`,
    // Elsewhere the same words mean something else.
    {
      more: [
        `<Schema Namespace="d" Alias="self"><ComplexType Name="one" BaseType="a.b.one"/>
         <ComplexType Name="three"><Property Name="one" Type="self.one"/></ComplexType></Schema>`,
      ],
    },
  );
  expect(memberOf(model, "a.b.one/two").type.name).toBe("c.two");
  expect(memberOf(model, "a.b.one/list").type).toMatchObject({ name: "a.b.one", collection: true });
  expect(structuredOf(model, "c.two").base).toBe("a.b.one");
  expect(memberOf(model, "d.three/one").type.name).toBe("d.one");
  expect(model.aliases).toEqual([
    { alias: "other", namespace: "c" },
    { alias: "self", namespace: "a.b" },
    { alias: "self", namespace: "d" },
  ]);
  expect(model.derived.get("a.b.one")).toEqual(["c.two", "d.one"]);
});

test("an alias of an included schema resolves; the whole namespace does too; an alias is no prefix of a namespace", () => {
  const model = modelOf(
    `<Schema Namespace="n.sub"><ComplexType Name="T">
       <Property Name="byName" Type="n.sub.T"/>
       <Property Name="computed" Type="Edm.String"><Annotation Term="Core.Computed"/></Property>
       <Property Name="spelt" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Computed"/></Property>
       <Property Name="foreign" Type="Edm.String"><Annotation Term="Other.Core.Computed"/></Property>
     </ComplexType></Schema>`,
  );
  expect(memberOf(model, "n.sub.T/byName").type.name).toBe("n.sub.T");
  const readOnly = structuredOf(model, "n.sub.T").members.filter((member) => member.readOnly);
  expect(readOnly.map(({ name }) => name)).toEqual(["computed", "spelt"]);
});

test("aliases in operations: binding, parameters, return type, the target of an annotation", () => {
  const model = modelOf(
    `<Schema Namespace="n.n" Alias="self">
       <ComplexType Name="T"/>
       <Function Name="f" IsBound="true"><Parameter Name="b" Type="self.T"/><Parameter Name="p" Type="Collection(self.T)"/><ReturnType Type="Collection(self.T)"/></Function>
       <Annotations Target="self.f(self.T,Collection(self.T))/p"><Annotation Term="Core.OptionalParameter"/></Annotations>
     </Schema>`,
  );
  const operation = operationOf(model, "function:n.n.f(n.n.T;p)");
  expect(operation.binding).toEqual({ type: "n.n.T", collection: false });
  expect(operation.parameters.map(({ type, optional }) => [type.name, type.collection, optional])).toEqual([
    ["n.n.T", true, true],
  ]);
  expect(operation.returnType?.type.name).toBe("n.n.T");
  expect(model.bound.get("n.n.T")).toEqual(["function:n.n.f(n.n.T;p)"]);
});

test("an overlay resolves names by its own aliases, and adds no alias to the service's", () => {
  const model = modelOf(`<Schema Namespace="a" Alias="x"><ComplexType Name="T"/></Schema>`, {
    overlay: `<Schema Namespace="a" Alias="y"><ComplexType Name="T"><Property Name="p" Type="y.T"/></ComplexType></Schema>`,
  });
  expect(memberOf(model, "a.T/p").type.name).toBe("a.T");
  expect(model.aliases).toEqual([{ alias: "x", namespace: "a" }]);
});

test.each([
  ["x.T", "a.b.T"],
  ["x.T.U", "x.T.U"],
  ["y.T", "y.T"],
  ["x", "x"],
  ["", ""],
])("with x for a.b, %j is %j", (name, resolved) => {
  const scope: Scope = { file: "t.xml", aliases: new Map([["x", "a.b"]]), origin: "metadata" };
  expect(resolveName(name, scope)).toBe(resolved);
});
