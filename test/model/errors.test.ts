import { describe, expect, test } from "vitest";
import { messagesOf, modelOf, problemsOf } from "./support.ts";

const complex = (name: string, inner = "", attributes = ""): string =>
  `<ComplexType Name="${name}" ${attributes}>${inner}</ComplexType>`;
const property = (name: string, type: string): string => `<Property Name="${name}" Type="${type}"/>`;
const based = (name: string, base: string): string => complex(name, "", `BaseType="n.${base}"`);

/** Name, document, problems. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "an unresolved property type",
    `<ComplexType Name="T">\n  ${property("p", "n.Nope")}\n</ComplexType>`,
    ["3:3 n.T/p has the type n.Nope, which is not declared"],
  ],
  [
    "an unknown built-in type",
    complex("T", property("p", "Edm.Nope")),
    ["2:24 n.T/p has the type Edm.Nope, which is not declared"],
  ],
  [
    "an entity type as a property's type",
    `<EntityType Name="E"/>\n${complex("T", property("p", "Collection(n.E)"))}`,
    [
      "3:24 n.T/p has the type n.E, an entity type; " +
        "a primitive type, an enumeration, a type definition or a complex type is needed here",
    ],
  ],
  [
    "a complex type as a navigation property's type",
    complex("T", '<NavigationProperty Name="p" Type="n.T"/>'),
    ["2:24 n.T/p has the type n.T, a complex type; an entity type is needed here"],
  ],
  [
    "a primitive type as a navigation property's type",
    complex("T", '<NavigationProperty Name="p" Type="Edm.String"/>'),
    ["2:24 n.T/p has the type Edm.String, a built-in type; an entity type is needed here"],
  ],
  ["an unresolved base type", based("T", "Nope"), ["2:1 n.T has the base type n.Nope, which is not declared"]],
  [
    "a complex type based on an entity type",
    `<EntityType Name="E"/>\n${based("T", "E")}`,
    ["3:1 n.T is a complex type and cannot be based on an entity type, n.E"],
  ],
  [
    "an entity type based on an enumeration",
    '<EnumType Name="M"/>\n<EntityType Name="E" BaseType="n.M"/>',
    ["3:1 n.E is an entity type and cannot be based on an enumeration, n.M"],
  ],
  ["a type that is its own base type", based("T", "T"), ["2:1 n.T is its own base type: n.T → n.T"]],
  ["a circle of two", `${based("a", "b")}\n${based("b", "a")}`, ["2:1 n.a is its own base type: n.a → n.b → n.a"]],
  [
    "a circle of three, and a type that leads into it",
    `${based("a", "b")}\n${based("b", "c")}\n${based("c", "a")}\n${based("d", "a")}`,
    ["2:1 n.a is its own base type: n.a → n.b → n.c → n.a"],
  ],
  [
    "two types of one name",
    `${complex("T")}\n<EnumType Name="T"/>`,
    ["3:1 n.T is declared twice, as a complex type and as an enumeration"],
  ],
  [
    "two properties of one name",
    complex("T", `${property("p", "Edm.String")}\n${property("p", "Edm.Int32")}`),
    ["3:1 n.T/p is declared twice"],
  ],
  [
    "a property and a navigation property of one name",
    `<EntityType Name="E">${property("p", "Edm.String")}\n<NavigationProperty Name="p" Type="n.E"/></EntityType>`,
    ["3:1 n.E/p is declared twice"],
  ],
  [
    "a member that a base type has, two levels up",
    `${complex("a", property("p", "Edm.String"))}\n${based("b", "a")}\n${complex("c", property("p", "Edm.String"), 'BaseType="n.b"')}`,
    ["4:38 n.c/p is declared by its base type n.a already"],
  ],
  [
    "two members of an enumeration of one name",
    '<EnumType Name="M"><Member Name="a" Value="0"/><Member Name="a" Value="1"/></EnumType>',
    ["2:48 the enumeration n.M has the member a twice"],
  ],
  [
    "two parameters of one name",
    '<Action Name="go"><Parameter Name="p" Type="Edm.String"/><Parameter Name="p" Type="Edm.String"/></Action>',
    ["2:58 action:n.go() declares the parameter p twice"],
  ],
  [
    "unresolved types of an operation",
    '<Function Name="go" IsBound="true"><Parameter Name="it" Type="n.A"/><Parameter Name="p" Type="n.B"/><ReturnType Type="n.C"/></Function>',
    [
      "2:36 the binding parameter of function:n.go(n.A;p) has the type n.A, which is not declared",
      "2:69 parameter p of function:n.go(n.A;p) has the type n.B, which is not declared",
      "2:101 the return type of function:n.go(n.A;p) has the type n.C, which is not declared",
    ],
  ],
  [
    "a resource union of something else",
    complex(
      "T",
      '<Property Name="p" Type="Edm.Untyped"><Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="u"/>' +
        '<PropertyValue Property="Types"><Collection><String>n.T</String><String>n.Nope</String><String>Edm.String</String></Collection></PropertyValue></Record></Annotation></Property>',
    ),
    [
      "2:24 the ResourceUnion of n.T/p names Edm.String, which is no entity or complex type",
      "2:24 the ResourceUnion of n.T/p names n.Nope, which is no entity or complex type",
    ],
  ],
];

test.each(rows)("%s", (_, text, wanted) => {
  expect(messagesOf("input", () => modelOf(text))).toEqual(wanted);
});

describe("hints", () => {
  const hints: readonly (readonly [string, string | RegExp])[] = [
    [complex("T", property("p", "n.Nope")), /check the name and its namespace or alias/],
    [based("T", "Nope"), /check the name and its namespace or alias/],
    [`${complex("T")}\n${complex("T")}`, /^it stands first in t\.xml, line 2$/],
  ];
  test.each(hints)("%s", (text, hint) => {
    expect(problemsOf("input", () => modelOf(text)).map((problem) => problem.hint)).toEqual([
      expect.stringMatching(hint),
    ]);
  });
});

describe("the values of an enumeration fit its underlying type, the overlay's too", () => {
  const ranges = [
    ["Edm.Byte", "256", "255"],
    ["Edm.SByte", "-129", "-128"],
    ["Edm.Int16", "32768", "32767"],
    ["Edm.Int32", "2147483648", "2147483647"],
    ["Edm.Int64", "-9223372036854775809", "-9223372036854775808"],
  ] as const;
  const base = (type: string): string => `<EnumType Name="M" UnderlyingType="${type}"/>`;
  const member = (value: string, type: string): string =>
    `<EnumType Name="M" UnderlyingType="${type}"><Member Name="a" Value="${value}"/></EnumType>`;
  test.each(ranges)("%s: %s is refused, %s is not", (type, outside, inside) => {
    // Alone, the reader refuses it; in an overlay that leaves the underlying type out, only the model can.
    expect(() => modelOf(member(outside, type))).toThrow(`Value="${outside}"`);
    expect(() => modelOf(member(inside, type))).not.toThrow();
    if (type === "Edm.Int64") return;
    const action = (): unknown => modelOf(base(type), { overlay: member(outside, "Edm.Int64") });
    const message = `overlay.xml:2:47 the value ${outside} of n.M/a does not fit ${type}`;
    expect(messagesOf("input", action)).toEqual([message]);
  });
});

test("several problems at once come sorted by file, line and column", () => {
  const model = (): unknown =>
    modelOf(`${complex("z", property("p", "n.A") + property("q", "n.B"))}\n${complex("a", property("p", "n.C"))}`, {
      more: [complex("m", property("p", "n.D"))],
    });
  const messages = [
    "2:24 n.z/p has the type n.A, which is not declared",
    "2:55 n.z/q has the type n.B, which is not declared",
    "3:24 n.a/p has the type n.C, which is not declared",
    "t1.xml:2:24 n.m/p has the type n.D, which is not declared",
  ];
  expect(messagesOf("input", model)).toEqual(messages);
});
