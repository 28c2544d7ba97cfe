import { expect, test } from "vitest";
import { toldOf } from "./support.ts";

/** What is told of a document: everything that is wrong with it, or what is wrong and let be. */
type Row = readonly [name: string, text: string, told: readonly string[]];

/** A keyed entity type, `n.E`. */
const E =
  '<EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>';
const C = (...children: readonly string[]): string =>
  `<EntityContainer Name="C">\n${children.join("\n")}\n</EntityContainer>`;

const operations: readonly Row[] = [
  [
    "a binding parameter's name once more",
    `${E}<Action Name="a" IsBound="true"><Parameter Name="p" Type="n.E"/>\n<Parameter Name="p" Type="Edm.String"/></Action>`,
    ["input 3:1 action:n.a(n.E) declares the parameter p twice"],
  ],
  ["an action twice", '<Action Name="a"/>\n<Action Name="a"/>', ["input 3:1 action:n.a() is declared twice"]],
  [
    "an overload of an unbound action",
    '<Action Name="a"/>\n<Action Name="a"><Parameter Name="p" Type="Edm.String"/></Action>',
    ["input 3:1 action:n.a() is declared twice"],
  ],
  [
    "functions that differ in the order of their parameters only",
    '<Function Name="f"><Parameter Name="p" Type="Edm.String"/><Parameter Name="q" Type="Edm.Int32"/><ReturnType Type="Edm.String"/></Function>\n<Function Name="f"><Parameter Name="q" Type="Edm.Int32"/><Parameter Name="p" Type="Edm.String"/><ReturnType Type="Edm.String"/></Function>',
    ["input 3:1 function:n.f(;q,p) differs from function:n.f(;p,q) in the order of its parameters only"],
  ],
  [
    "functions with parameters of the same types",
    '<Function Name="f"><Parameter Name="p" Type="Edm.String"/><ReturnType Type="Edm.String"/></Function>\n<Function Name="f"><Parameter Name="q" Type="Edm.String"/><ReturnType Type="Edm.String"/></Function>',
    ["warning 3:1 function:n.f(;q) and function:n.f(;p) have parameters of the same types"],
  ],
  [
    "overloads that return different types",
    '<Function Name="f"><Parameter Name="p" Type="Edm.String"/><ReturnType Type="Edm.String"/></Function>\n<Function Name="f"><ReturnType Type="Edm.Int32"/></Function>',
    ["warning 3:1 function:n.f() and function:n.f(;p) return different types"],
  ],
  [
    "entity set paths that lead nowhere",
    `${E}<Action Name="a" IsBound="true" EntitySetPath="it/gone"><Parameter Name="it" Type="n.E"/></Action>\n<Action Name="b" IsBound="true" EntitySetPath="x/y"><Parameter Name="it" Type="n.E"/></Action>\n<Action Name="c" EntitySetPath="x/y"/>`,
    [
      "warning 2:126 the EntitySetPath of action:n.a(n.E) is it/gone, and gone is no member of n.E",
      "warning 3:1 the EntitySetPath of action:n.b(n.E) begins with x, which is not its binding parameter",
      "warning 4:1 the EntitySetPath of action:n.c() means nothing, because it is bound to nothing",
    ],
  ],
];

const containers: readonly Row[] = [
  [
    "a set and a singleton of one name",
    E + C('<EntitySet Name="es" EntityType="n.E"/>', '<Singleton Name="es" Type="n.E"/>'),
    ["input 4:1 the entity container n.C has the child es twice"],
  ],
  [
    "a function import of an action",
    `<Action Name="a"/>${C('<FunctionImport Name="f" Function="n.a"/>')}`,
    ["input 3:1 the FunctionImport f names n.a, which is no unbound function that is declared"],
  ],
  [
    "an import of a bound action",
    `${E}<Action Name="a" IsBound="true"><Parameter Name="it" Type="n.E"/></Action>${C('<ActionImport Name="f" Action="n.a"/>')}`,
    ["input 3:1 the ActionImport f names n.a, which is no unbound action that is declared"],
  ],
  [
    "a binding to a set that is not there",
    `<EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><NavigationProperty Name="f" Type="n.E"/></EntityType>` +
      C(
        '<EntitySet Name="es" EntityType="n.E">',
        '<NavigationPropertyBinding Path="f" Target="es"/>',
        '<NavigationPropertyBinding Path="id" Target="es"/>',
        '<NavigationPropertyBinding Path="nope" Target="es"/>',
        '<NavigationPropertyBinding Path="f" Target="ess"/>',
        '<NavigationPropertyBinding Path="f" Target="n.C/es"/>',
        '<NavigationPropertyBinding Path="f" Target="n.D/es"/>',
        "</EntitySet>",
      ),
    [
      'warning 5:1 a binding of the EntitySet es has Path="id", which leads to no navigation property',
      'warning 6:1 a binding of the EntitySet es has Path="nope", and nope is no member of n.E',
      'warning 7:1 a NavigationPropertyBinding has Target="ess", which is no EntitySet or Singleton of n.C',
      'warning 9:1 a NavigationPropertyBinding has Target="n.D/es", and there is no entity container n.D',
    ],
  ],
  [
    "a misspelt entity type",
    E + C('<EntitySet Name="es" EntityType="n.e"/>'),
    ["input 3:1 the EntitySet es names n.e, which is no entity type that is declared"],
  ],
  [
    "an entity set of an enumeration",
    '<EnumType Name="M"/>' + C('<EntitySet Name="es" EntityType="n.M"/>'),
    ["input 3:1 the EntitySet es names n.M, which is no entity type that is declared"],
  ],
  [
    "a container that extends an entity type",
    '<Schema Namespace="n">' +
      E +
      '</Schema>\n<Schema Namespace="a">' +
      C().replace('Name="C"', 'Name="C" Extends="b.D"') +
      '</Schema>\n<Schema Namespace="c"><EntityContainer Name="C" Extends="n.E"/></Schema>',
    ["input 6:23 the entity container c.C extends n.E, which is an entity type"],
  ],
  [
    "a container that extends itself",
    E +
      C('<EntitySet Name="es" EntityType="n.E"><NavigationPropertyBinding Path="x" Target="zz"/></EntitySet>').replace(
        'Name="C"',
        'Name="C" Extends="n.C"',
      ),
    [
      'warning 3:39 a NavigationPropertyBinding has Target="zz", which is no EntitySet or Singleton of n.C',
      'warning 3:39 a binding of the EntitySet es has Path="x", and x is no member of n.E',
    ],
  ],
  [
    "imports' sets",
    `${E}<Action Name="a"/>${C('<EntitySet Name="things" EntityType="n.E"/>', '<ActionImport Name="f" Action="n.a" EntitySet="thing"/>', '<ActionImport Name="g" Action="n.a" EntitySet="f"/>', '<ActionImport Name="h" Action="n.a" EntitySet="n.C/things"/>', '<ActionImport Name="i" Action="n.a" EntitySet="m.C/things"/>')}`,
    [
      'warning 4:1 the ActionImport f has EntitySet="thing", which is no EntitySet of n.C',
      'warning 5:1 the ActionImport g has EntitySet="f", which is no EntitySet of n.C: it is an ActionImport',
      'warning 7:1 the ActionImport i has EntitySet="m.C/things", and there is no entity container m.C',
    ],
  ],
  [
    "an import whose set is a singleton",
    `${E}<Action Name="a"/>${C('<Singleton Name="me" Type="n.E"/>', '<ActionImport Name="f" Action="n.a" EntitySet="me"/>')}`,
    ['warning 4:1 the ActionImport f has EntitySet="me", which is no EntitySet of n.C: it is a Singleton'],
  ],
  [
    "a child that hides the inherited one of its name",
    `<Schema Namespace="n">${E}<Action Name="a"/>${C('<EntitySet Name="x" EntityType="n.E"/>', '<EntitySet Name="y" EntityType="n.E"/>')}</Schema>
<Schema Namespace="m"><EntityContainer Name="D" Extends="n.C"><Singleton Name="x" Type="n.E"/>
<ActionImport Name="f" Action="n.a" EntitySet="x"/>
<ActionImport Name="g" Action="n.a" EntitySet="y"/></EntityContainer></Schema>`,
    ['warning 7:1 the ActionImport f has EntitySet="x", which is no EntitySet of m.D: it is a Singleton'],
  ],
  [
    "bindings that lead where nothing is known",
    E.replace("</EntityType>", '<Property Name="any" Type="Edm.ComplexType"/></EntityType>') +
      C(
        '<EntitySet Name="es" EntityType="n.E">',
        '<NavigationPropertyBinding Path="any/x" Target="es"/>',
        "</EntitySet>",
      ),
    [],
  ],
  [
    "bindings that lead nowhere",
    `<EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><NavigationProperty Name="f" Type="n.E"/></EntityType>` +
      C(
        '<EntitySet Name="es" EntityType="n.E">',
        '<NavigationPropertyBinding Path="f" Target="es"/>',
        '<NavigationPropertyBinding Path="id" Target="es"/>',
        '<NavigationPropertyBinding Path="nope" Target="es"/>',
        '<NavigationPropertyBinding Path="f" Target="n.C/es"/>',
        '<NavigationPropertyBinding Path="f" Target="n.D/es"/>',
        "</EntitySet>",
      ),
    [
      'warning 5:1 a binding of the EntitySet es has Path="id", which leads to no navigation property',
      'warning 6:1 a binding of the EntitySet es has Path="nope", and nope is no member of n.E',
      'warning 8:1 a NavigationPropertyBinding has Target="n.D/es", and there is no entity container n.D',
    ],
  ],
  [
    "a binding to an import",
    `<EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><NavigationProperty Name="f" Type="n.E"/></EntityType><Action Name="a"/>` +
      C(
        '<EntitySet Name="es" EntityType="n.E">',
        '<NavigationPropertyBinding Path="f" Target="go"/>',
        "</EntitySet>",
        '<ActionImport Name="go" Action="n.a"/>',
      ),
    [
      'warning 4:1 a NavigationPropertyBinding has Target="go", which is no EntitySet or Singleton of n.C: it is an ActionImport',
    ],
  ],
  [
    "a container that extends one that was not given",
    '<Schema Namespace="a">' + C().replace('Name="C"', 'Name="C" Extends="b.D"') + "</Schema>",
    ["warning 2:23 the entity container a.C extends b.D, which is not declared"],
  ],
];

const documents: readonly Row[] = [
  [
    "an alias that is another namespace",
    '<Schema Namespace="a" Alias="b"/>\n<Schema Namespace="b"/>',
    ["input 2:1 the alias b of a is the namespace of another schema"],
  ],
  [
    "an alias that is its own namespace",
    '<Schema Namespace="a" Alias="a"/>',
    ["warning 2:1 the alias a is the namespace itself, which CSDL does not allow"],
  ],
  [
    "two schemas of one namespace",
    '<Schema Namespace="a"/>\n<Schema Namespace="a"/>',
    ["warning 3:1 the namespace a has more than one Schema; they are read as one"],
  ],
  [
    "partners that are not there",
    `<EntityType Name="E"><Property Name="p" Type="Edm.String"/>\n<NavigationProperty Name="a" Type="n.E" Partner="nope"/>\n<NavigationProperty Name="b" Type="n.E" Partner="p"/>\n<NavigationProperty Name="c" Type="n.E" Partner="b"/></EntityType>`,
    [
      'warning 3:1 n.E/a has Partner="nope", and nope is no member of n.E',
      'warning 4:1 n.E/b has Partner="p", which is no navigation property',
    ],
  ],
  [
    "referential constraints of what is not there",
    `<EntityType Name="E"><Property Name="p" Type="Edm.String"/><NavigationProperty Name="a" Type="n.E">\n<ReferentialConstraint Property="q" ReferencedProperty="p"/>\n<ReferentialConstraint Property="p" ReferencedProperty="q"/>\n<ReferentialConstraint Property="p" ReferencedProperty="p"/></NavigationProperty></EntityType>`,
    [
      'warning 3:1 n.E/a has Property="q", and q is no member of n.E',
      'warning 4:1 n.E/a has ReferencedProperty="q", and q is no member of n.E',
    ],
  ],
  [
    "targets that are not there, and one annotation twice",
    `${E}<Annotations Target="n.Gone"><Annotation Term="Core.Description"/></Annotations>\n<Annotations Target="n.E/gone"><Annotation Term="Core.Description"/></Annotations>\n<Annotations Target="m.E/gone"><Annotation Term="Core.Description"/></Annotations>\n<Annotations Target="n.E/id"><Annotation Term="Core.Description"/><Annotation Term="Core.Description"/></Annotations>`,
    [
      'warning 2:126 Annotations has Target="n.Gone", which is not there',
      'warning 3:1 Annotations has Target="n.E/gone", which is not there',
      "warning 5:67 n.E/id has the annotation Core.Description twice; the later one counts",
    ],
  ],
  [
    "a partner that may be dynamic",
    '<EntityType Name="E" OpenType="true"><NavigationProperty Name="a" Type="n.E" Partner="dynamic"/></EntityType>',
    [],
  ],
  [
    "an action's overload by all its parameters, as services write it",
    `${E}<Action Name="a" IsBound="true"><Parameter Name="it" Type="n.E"/><Parameter Name="p" Type="Edm.String"/></Action><Annotations Target="n.a(n.E,Edm.String)/p"><Annotation Term="Core.OptionalParameter"/></Annotations>`,
    [],
  ],
];

test.each([...operations, ...containers, ...documents])("%s", (_, text, told) => {
  expect(toldOf(text)).toEqual(told);
});
