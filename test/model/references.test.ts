import { expect, test } from "vitest";
import { messagesOf, modelOf } from "./support.ts";

const container = (...children: readonly string[]): string =>
  `<EntityContainer Name="C">\n${children.join("\n")}\n</EntityContainer>`;
const entity = '<EntityType Name="E"/><ComplexType Name="T"/>';
const key = (...names: readonly string[]): string =>
  `<EntityType Name="E"><Key>\n${names.map((name) => `<PropertyRef Name="${name}"${name.includes("/") ? ' Alias="k"' : ""}/>`).join("\n")}</Key>` +
  '<Property Name="id" Type="Edm.String"/><Property Name="in" Type="n.T"/></EntityType><ComplexType Name="T"><Property Name="id" Type="Edm.String"/></ComplexType>';

/** Name, document, problems. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "an entity set of a type that is not declared",
    entity + container('<EntitySet Name="es" EntityType="n.gone"/>'),
    ["3:1 the EntitySet es names n.gone, which is no entity type that is declared"],
  ],
  [
    "a singleton of a complex type",
    entity + container('<Singleton Name="ok" Type="n.E"/>', '<Singleton Name="me" Type="n.T"/>'),
    ["4:1 the Singleton me names n.T, which is no entity type that is declared"],
  ],
  [
    "an import of an operation that is not declared",
    container('<ActionImport Name="go" Action="n.gone"/>'),
    ["3:1 the ActionImport go names n.gone, which is no unbound action that is declared"],
  ],
  [
    "an import of a bound operation",
    `${entity}<Action Name="go" IsBound="true"><Parameter Name="it" Type="n.E"/></Action>${container('<ActionImport Name="go" Action="n.go"/>')}`,
    ["3:1 the ActionImport go names n.go, which is no unbound action that is declared"],
  ],
  [
    "a key of a property that is not there",
    key("id", "gone"),
    ["4:1 the key of n.E names gone, which is no property of it"],
  ],
  [
    "a key along a path that begins nowhere",
    key("gone/id"),
    ["3:1 the key of n.E names gone/id, which is no property of it"],
  ],
  ["a key along a path", key("in/id"), []],
  [
    "an alias of two namespaces",
    '<Schema Namespace="a" Alias="x"/>\n<Schema Namespace="b" Alias="x"/>',
    ["3:1 the alias x stands for a and for b"],
  ],
  [
    "an alias that is included under another namespace",
    '<Schema Namespace="a" Alias="Core"/>',
    ["2:1 the alias Core stands for Org.OData.Core.V1 and for a"],
  ],
];

test.each(rows)("%s", (_, text, wanted) => {
  if (wanted.length === 0) expect(() => modelOf(text)).not.toThrow();
  else expect(messagesOf("input", () => modelOf(text))).toEqual(wanted);
});

test("one alias in two documents is none's business", () => {
  const more = ['<Schema Namespace="b" Alias="x"/>'];
  expect(() => modelOf('<Schema Namespace="a" Alias="x"/>', { more })).not.toThrow();
});
