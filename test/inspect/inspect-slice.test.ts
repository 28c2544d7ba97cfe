import { expect, test } from "vitest";
import { inspectSlice } from "../../generator/inspect/inspect-slice.ts";
import { sliceOf } from "../slice/support.ts";

const text = `
  <EntityType Name="call" BaseType="n.thing"><Property Name="state" Type="n.state"/><Property Name="media" Type="n.media"/>
    <Property Name="resource" Type="Edm.Untyped"><Annotation Term="Bindgen.ResourceUnion"><Record><PropertyValue Property="Name" String="u"/>
    <PropertyValue Property="Types"><Collection><String>n.listed</String></Collection></PropertyValue></Record></Annotation></Property></EntityType>
  <EntityType Name="thing"/><EntityType Name="apart"/><EnumType Name="state"><Member Name="a" Value="0"/></EnumType>
  <ComplexType Name="media"/><ComplexType Name="appMedia" BaseType="n.media"/><ComplexType Name="listed"/>
  <ComplexType Name="options"/><ComplexType Name="answer"/><TypeDefinition Name="length" UnderlyingType="Edm.Int32"/>
  <Action Name="dial" IsBound="true"><Parameter Name="it" Type="n.call"/><Parameter Name="with" Type="n.options"/><ReturnType Type="n.answer"/></Action>
  <Function Name="count" IsBound="true"><Parameter Name="it" Type="n.thing"/><ReturnType Type="n.length"/></Function>
  <EntityContainer Name="C"><EntitySet Name="calls" EntityType="n.call"/></EntityContainer>`;

const overlay = `
  <EnumType Name="state"><Member Name="a" Value="0"/><Member Name="b" Value="1"/></EnumType>
  <ComplexType Name="media"><Property Name="late" Type="Edm.String"><Annotation Term="Bindgen.Evidence" String="page 1"/></Property></ComplexType>
  <Annotations Target="n.gone"><Annotation Term="Core.Description" String="d"/></Annotations>`;

const inspection = inspectSlice(sliceOf(text, ["calls"], { overlay }));

test("counts", () => {
  expect(inspection.counts).toEqual([
    { of: "entity types", count: 2 },
    { of: "complex types", count: 5 },
    { of: "enumerations", count: 1 },
    { of: "type definitions", count: 1 },
    { of: "actions", count: 1 },
    { of: "functions", count: 1 },
  ]);
});

test("children of the container are those whose types or operations are in", () => {
  const container = `<EntityContainer Name="C"><EntitySet Name="calls" EntityType="n.call"/><Singleton Name="one" Type="n.call"/>
    <EntitySet Name="aparts" EntityType="n.apart"/><ActionImport Name="ping" Action="n.ping"/>
    <FunctionImport Name="look" Function="n.look"/></EntityContainer>`;
  const schema = `<EntityType Name="call"/><EntityType Name="apart"/><Action Name="ping"/><Function Name="look"><ReturnType Type="n.call"/></Function>`;
  expect(inspectSlice(sliceOf(schema + container, ["calls", "look"])).children).toEqual([
    { name: "calls", kind: "entity set", type: "n.call" },
    { name: "look", kind: "function import", type: "n.look" },
    { name: "one", kind: "singleton", type: "n.call" },
  ]);
});

test("types come first, then operations, each sorted", () => {
  expect(inspection.items.map(({ name, kind }) => `${kind} ${name}`)).toEqual(
    [
      "complex type n.answer",
      "complex type n.appMedia",
      "entity type n.call",
      "type definition n.length",
      "complex type n.listed",
      "complex type n.media",
      "complex type n.options",
      "enumeration n.state",
      "entity type n.thing",
      "action n.dial",
      "function n.count",
    ].map((line) =>
      line
        .replace("action n.dial", "action action:n.dial(n.call)")
        .replace("function n.count", "function function:n.count(n.thing)"),
    ),
  );
});

const root = ["root calls", "n.call"];
const dial = [...root, "bound operation: action:n.dial(n.call)"];
const count = [...root, "base type: n.thing", "bound operation: function:n.count(n.thing)"];

test.each([
  ["n.call", root],
  ["n.thing", [...root, "base type: n.thing"]],
  ["n.state", [...root, "member state: n.state"]],
  ["n.appMedia", [...root, "member media: n.media", "derived type: n.appMedia"]],
  ["n.listed", [...root, "listed for resource: n.listed"]],
  ["action:n.dial(n.call)", dial],
  ["n.options", [...dial, "parameter with: n.options"]],
  ["n.answer", [...dial, "returns: n.answer"]],
  ["function:n.count(n.thing)", count],
  ["n.length", [...count, "returns: n.length"]],
])("the way to %s", (name, path) => {
  expect(inspection.items.find((item) => item.name === name)?.path).toEqual(path);
});

test("a binding type is reached from its operation", () => {
  const { items } = inspectSlice(sliceOf(text, ["action:n.dial(n.call)"]));
  const path = ["root action:n.dial(n.call)", "action:n.dial(n.call)", "bound to: n.call"];
  expect(items.find(({ name }) => name === "n.call")?.path).toEqual(path);
});

test("what the overlay says, and whether it is still needed", () => {
  expect(
    inspection.overlay.map(({ element, kind, evidence, state, needed }) => [element, kind, evidence, state, needed]),
  ).toEqual([
    ["n.gone", "annotation", undefined, "missing", false],
    ["n.media/late", "member", "page 1", "adds", true],
    ["n.state/a", "enum member", undefined, "redundant", false],
    ["n.state/b", "enum member", undefined, "adds", true],
  ]);
});

test("a slice of nothing", () => {
  const { counts, items, overlay: entries } = inspectSlice(sliceOf(text, []));
  expect(counts.map(({ count: number }) => number)).toEqual([0, 0, 0, 0, 0, 0]);
  expect([items, entries]).toEqual([[], []]);
});

test("of a way that is longer than anybody reads, both ends", () => {
  const length = 2_000;
  const types = Array.from({ length }, (_, n) => {
    const next = n + 1 < length ? `<Property Name="p" Type="n.t${n + 1}"/>` : "";
    return `<ComplexType Name="t${n}">${next}</ComplexType>`;
  });
  const { items } = inspectSlice(sliceOf(types.join(""), ["n.t0"]));
  const path = (n: number): readonly string[] => items.find(({ name }) => name === `n.t${n}`)?.path ?? [];
  expect(items).toHaveLength(length);
  expect(path(3)).toEqual(["root n.t0", "n.t0", "member p: n.t1", "member p: n.t2", "member p: n.t3"]);
  const whole = Array.from({ length }, (_, n) => `member p: n.t${n}`).slice(1);
  expect(path(198)).toEqual(["root n.t0", "n.t0", ...whole.slice(0, 198)]);
  expect(path(199)).toEqual(["root n.t0", "n.t0", ...whole.slice(0, 98), "… 1 more step …", ...whole.slice(99, 199)]);
  const last = ["root n.t0", "n.t0", ...whole.slice(0, 98), "… 1,801 more steps …", ...whole.slice(-100)];
  expect(path(length - 1)).toEqual(last);
});
