/**
 * Programs of people who use the earlier package, for each case: one that reads and one that writes. They compile and,
 * where they say so, run with the base; with the head they must fail exactly where `diff` says that the case breaks
 * readers or writers. `api` is the export of the case's namespace.
 */
export interface Consumers {
  readonly reader: string;
  readonly writer: string;
  /** Expressions that are true with the base, for what only shows when validators run. */
  readonly reads?: string;
  readonly writes?: string;
}

const readName = "export const read = (thing: api.Thing): string | null | undefined => thing.name;";
const writeName = 'export const write: api.ThingCreate = { name: "x" };';
const readColor = (cases: readonly string[], rest = "never"): string =>
  [
    "export function read({ color }: api.Thing): number {",
    "  if (color === null || color === undefined) return 0;",
    "  switch (color) {",
    ...cases.map((name, index) => `    case "${name}": return ${index};`),
    rest === "never" ? "    default: { const none: never = color; return none; }" : "    default: return -1;",
    "  }",
    "}",
  ].join("\n");
const writeColor = (name: string): string => `export const write: api.ThingCreate = { color: "${name}" };`;
const readShape = (cases: readonly string[]): string =>
  [
    "export function read({ shape }: api.Thing): number {",
    "  if (shape === null || shape === undefined) return 0;",
    '  switch (shape["@odata.type"]) {',
    ...cases.map((name) => `    case "#NS.${name}": return 1;`),
    "    default: { const none: never = shape; return none; }",
    "  }",
    "}",
  ].join("\n");
const writeShape = (name: string): string =>
  `export const write: api.ThingCreate = { shape: { "@odata.type": "#NS.${name}", name: "x" } };`;
const paint = (body: string): string => `export const write: api.ThingPaintParameters = ${body};`;
const nothing = "export {};";
const plain: Consumers = { reader: readName, writer: writeName };

export const consumers: Readonly<Record<string, Consumers>> = {
  "base-changed": {
    reader: [
      "export function read(middle: api.Middle): string {",
      '  switch (middle["@odata.type"]) {',
      '    case "#NS.Other": return "other";',
      '    default: { const none: never = middle["@odata.type"]; return none; }',
      "  }",
      "}",
    ].join("\n"),
    writer: 'export const write: api.ThingCreate = { name: "x" };',
  },
  "became-closed": { ...plain, writes: 'api.validateThingCreate({ name: "x", more: 1 }, { strict: true }).ok' },
  "became-evolvable": { reader: readColor(["red", "blue"]), writer: writeColor("red") },
  "became-fixed": {
    reader: readColor(["red", "blue", "unknownFutureValue"]),
    writer: writeColor("unknownFutureValue"),
  },
  "became-flags": { reader: readColor(["red", "blue"]), writer: writeColor("red") },
  "became-immutable": {
    reader: readName,
    writer: 'export const write: api.ThingUpdate = { name: "x" };',
  },
  "became-non-nullable": { reader: readName, writer: "export const write: api.ThingCreate = { name: null };" },
  "became-nullable": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.name;",
    writer: writeName,
  },
  "became-open": plain,
  "became-optional": plain,
  "became-read-only": plain,
  "became-required": { reader: readName, writer: "export const write: api.ThingCreate = {};" },
  "became-single": {
    reader: 'export const read = (thing: api.Thing): boolean => thing.color === "red,blue";',
    writer: writeColor("red,blue"),
  },
  "became-writable-required": { reader: readName, writer: "export const write: api.ThingCreate = {};" },
  "became-writable": { reader: readName, writer: "export const write: api.ThingCreate = {};" },
  "definition-changed": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.code?.trim();",
    writer: 'export const write: api.ThingCreate = { code: "x" };',
  },
  "definition-tightened": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.code?.trim();",
    writer: 'export const write: api.ThingCreate = { code: "x" };',
    writes: 'api.isThingCreate({ code: "0123456789" })',
  },
  deprecated: plain,
  "deprecation-changed": plain,
  "deprecation-removed": plain,
  "discriminator-became-data": {
    reader:
      'export const read = ({ part }: api.Thing): number | null | undefined => part?.["@odata.type"] === "#NS.Wheel" ? part.size : 0;',
    writer: 'export const write: api.ThingCreate = { part: { "@odata.type": "#NS.Wheel", size: 1 } };',
  },
  "discriminator-optional": {
    reader: [
      "export function read({ part }: api.Thing): number {",
      "  if (part === null || part === undefined) return 0;",
      '  switch (part["@odata.type"]) {',
      '    case "#NS.Wheel": return 1;',
      '    default: { const none: never = part["@odata.type"]; return none; }',
      "  }",
      "}",
    ].join("\n"),
    writer: 'export const write: api.ThingCreate = { part: { "@odata.type": "#NS.Wheel" } };',
  },
  "discriminator-required": {
    reader: [
      "export function read({ part }: api.Thing): number {",
      "  if (part === null || part === undefined) return 0;",
      '  switch (part["@odata.type"]) {',
      "    case undefined:",
      '    case "#NS.Part": return 0;',
      '    case "#NS.Wheel": return 1;',
      "    default: { const none: never = part; return none; }",
      "  }",
      "}",
    ].join("\n"),
    writer: 'export const write: api.ThingCreate = { part: { name: "x" } };',
  },
  "docs-changed": plain,
  "enum-member-added": { reader: readColor(["red", "blue"]), writer: writeColor("red") },
  "enum-member-added-evolvable": {
    reader: readColor(["red", "unknownFutureValue"], "string"),
    writer: writeColor("red"),
  },
  "enum-member-removed": { reader: readColor(["red", "blue", "green"]), writer: writeColor("green") },
  "enum-member-renamed": { reader: readColor(["red", "turquois"]), writer: writeColor("turquois") },
  "facets-changed": {
    reader: "export const read = (thing: api.Thing): unknown => thing.price;",
    writer: "export const write: api.ThingCreate = { price: 1.5 };",
    writes: "api.isThingCreate({ price: 1.125 })",
  },
  "facets-decimal": {
    reader: "export const read = (thing: api.Thing): unknown => thing.price;",
    writer: "export const write: api.ThingCreate = { price: 1.5 };",
    writes: "api.isThingCreate({ price: 123.4 })",
  },
  "facets-loosened": { ...plain, writes: 'api.isThingCreate({ name: "0123456789" })' },
  "facets-tightened": { ...plain, writes: 'api.isThingCreate({ name: "01234567890" })' },
  "items-became-non-nullable": {
    reader: "export const read = (thing: api.Thing): (string | null)[] | undefined => thing.tags;",
    writer: "export const write: api.ThingCreate = { tags: [null] };",
  },
  "items-became-nullable": {
    reader: "export const read = (thing: api.Thing): string[] | undefined => thing.tags;",
    writer: 'export const write: api.ThingCreate = { tags: ["x"] };',
  },
  "kind-changed": { reader: readName, writer: 'export const write: api.ThingUpdate = { name: "x" };' },
  "kind-changed-to-entity": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.id;",
    writer: 'export const write: api.OwnerUpdate = { thing: { id: "1", name: "x" } };',
  },
  "kind-changed-to-enum": {
    reader: "export const read = (holder: api.Holder): string | null | undefined => holder.thing?.name;",
    writer: 'export const write: api.HolderCreate = { thing: { name: "x" } };',
  },
  "member-added": plain,
  "member-added-inherited": {
    reader: "export const read = (thing: api.Thing): unknown => thing.name;",
    writer: 'export const write: api.ThingCreate = { name: "x" };',
  },
  "member-added-required": plain,
  "member-added-to-base": {
    reader: "export const read = (circle: api.Circle): unknown => [circle.name, circle.radius];",
    writer: 'export const write: api.CircleCreate = { name: "x", radius: 1 };',
  },
  "member-moved-to-base": {
    reader: "export const read = (circle: api.Circle): unknown => [circle.name, circle.radius];",
    writer: 'export const write: api.CircleCreate = { name: "x", radius: 1 };',
  },
  "member-not-renamed": {
    reader: "export const read = (thing: api.Thing): unknown => thing.arrival;",
    writer: 'export const write: api.ThingCreate = { arrival: "2026-01-01T00:00:00Z" };',
  },
  "member-removed": {
    reader: "export const read = (thing: api.Thing): unknown => thing.size;",
    writer: "export const write: api.ThingCreate = { size: 1 };",
  },
  "member-renamed": {
    reader: "export const read = (thing: api.Thing): unknown => thing.displayName;",
    writer: 'export const write: api.ThingCreate = { displayName: "x" };',
  },
  "name-changed": plain,
  "names-added": plain,
  "names-removed": {
    reader: "export const read = (thing: api.ThingMembers): unknown => thing.name;",
    writer: 'export const write: api.ThingCreateMembers = { name: "x" };',
  },
  "operation-added": { reader: readName, writer: 'export const write: api.ThingCreate = { id: "1", name: "x" };' },
  "operation-removed": {
    reader: "export const read = api.isThingPaintParameters;",
    writer: paint('{ color: "red" }'),
  },
  "operation-renamed": {
    reader: "export const read = api.isThingSetColorParameters;",
    writer: 'export const write: api.ThingSetColorParameters = { color: "red" };',
  },
  "parameter-added": { reader: nothing, writer: paint('{ color: "red" }') },
  "parameter-added-required": { reader: nothing, writer: paint('{ color: "red" }') },
  "parameter-became-required": { reader: nothing, writer: paint("{}") },
  "parameter-removed": { reader: nothing, writer: paint('{ color: "red", coats: 2 }') },
  "parameter-renamed": { reader: nothing, writer: paint('{ color: "red", coatCount: 2 }') },
  "return-added": { reader: nothing, writer: paint('{ color: "red" }') },
  "return-changed": {
    reader: "export const read = (result: api.ThingCountResult): number | null | undefined => result.value;",
    writer: "export const write: api.ThingCountParameters = {};",
  },
  "return-removed": {
    reader: "export const read = (result: api.ThingPaintResult): unknown => result;",
    writer: paint('{ color: "red" }'),
  },
  "type-added": plain,
  "type-became-collection": {
    reader: "export const read = (thing: api.Thing): string | null | undefined => thing.tag;",
    writer: 'export const write: api.ThingCreate = { tag: "x" };',
  },
  "type-changed": {
    reader: "export const read = (thing: api.Thing): string | null | undefined => thing.size;",
    writer: 'export const write: api.ThingCreate = { size: "x" };',
  },
  "type-changed-format": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.code;",
    writer: 'export const write: api.ThingCreate = { code: "x" };',
    writes: 'api.isThingCreate({ code: "x" })',
  },
  "type-changed-facets": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.code;",
    writer: 'export const write: api.ThingCreate = { code: "x" };',
    reads: 'api.isThing({ code: "01234567-89ab-cdef-0123-456789abcdef" })',
    writes: 'api.isThingCreate({ code: "01234567-89ab-cdef-0123-456789abcdef" })',
  },
  "type-definition-tighter": {
    reader: "export const read = (thing: api.Thing): string | undefined => thing.code;",
    writer: 'export const write: api.ThingCreate = { code: "x" };',
    writes: 'api.isThingCreate({ code: "012345678" })',
  },
  "type-narrowed": {
    reader: 'export const read = (thing: api.Thing): boolean => thing.color === "any";',
    writer: 'export const write: api.ThingCreate = { color: "any" };',
  },
  "type-narrowed-read-only": {
    reader: 'export const read = (thing: api.Thing): boolean => thing.color === "any";',
    writer: writeName,
  },
  "type-removed": {
    reader: "export const read = (other: api.Other): unknown => other.size;",
    writer: "export const write: api.OtherCreate = { size: 1 };",
  },
  "type-renamed": {
    reader: "export const read = (part: api.Part): unknown => part.size;",
    writer: "export const write: api.PartCreate = { size: 1 };",
  },
  "type-renamed-together": {
    reader: "export const read = (child: api.Childd): unknown => child.parent;",
    writer: 'export const write: api.ChilddCreate = { name: "x" };',
  },
  "type-widened": { reader: readColor(["red", "blue"]), writer: writeColor("red") },
  "union-dropped": {
    reader: readShape(["Circle", "Square"]),
    writer: 'export const write: api.ThingCreate = { shape: { "@odata.type": "#NS.Circle", radius: 1 } };',
  },
  "union-introduced": {
    reader: 'export const read = (thing: api.Thing): boolean => thing.shape?.["@odata.type"] === "#Other.Shape";',
    writer: 'export const write: api.ThingCreate = { shape: { "@odata.type": "#Other.Shape", name: "x" } };',
  },
  "union-narrowed": { reader: readShape(["Circle", "Square", "Triangle"]), writer: writeShape("Triangle") },
  "union-widened": { reader: readShape(["Circle", "Square"]), writer: writeShape("Circle") },
};
