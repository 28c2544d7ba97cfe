import type { Random } from "../determinism/random.ts";
import { pick, upTo } from "./leaves.ts";

/** A document made at random, and what a package is asked for. */
export interface RandomDocument {
  readonly text: string;
  readonly roots: readonly string[] | "all";
  readonly derived: Readonly<Record<string, "none">>;
  readonly ieee754Compatible: boolean;
  readonly serviceRoot: string | undefined;
}

interface Type {
  readonly space: string;
  readonly name: string;
  readonly entity: boolean;
  readonly abstract: boolean;
  readonly open: boolean;
  readonly base: Type | undefined;
}

/** What is being written: elements by namespace, and what may be referred to. */
interface Writing {
  readonly random: Random;
  readonly elements: Map<string, string[]>;
  readonly types: Type[];
  /** Enumerations and type definitions. */
  readonly values: string[];
  /** Members get names of their own, so that no type inherits one twice. */
  count: number;
}

const spaces = ["Ferry", "Ferry.Crew"];
const aliases: Readonly<Record<string, string>> = { Ferry: "f", "Ferry.Crew": "c" };

/** Takes numbers, returns a document that is valid, with every construct that decides about payloads. */
export function randomDocument(random: Random): RandomDocument {
  const writing: Writing = { random, elements: new Map(), types: [], values: [], count: 0 };
  for (let index = 0; index < 3; index += 1) writeEnum(writing, index);
  for (let index = 0; index < 3; index += 1) writeDefinition(writing, index);
  for (let index = 0; index < 8; index += 1) writing.types.push(newType(writing, index));
  for (const type of writing.types) writeType(writing, type);
  for (let index = 0; index < 4; index += 1) writeOperation(writing, index);
  const names = writing.types.map(nameOf);
  const parted = writing.types.filter((type) => writing.types.some(({ base }) => base === type)).map(nameOf);
  return {
    text: documentOf(writing),
    roots: random() < 0.5 ? "all" : [pick(random, names), pick(random, names)],
    derived: parted.length > 0 && random() < 0.3 ? { [pick(random, parted)]: "none" } : {},
    ieee754Compatible: random() < 0.4,
    serviceRoot: random() < 0.5 ? "https://ferry.example/v1/" : undefined,
  };
}

function nameOf({ space, name }: Type): string {
  return `${space}.${name}`;
}

/** A name as a document may write it: by namespace or by alias. */
function written(random: Random, name: string): string {
  const dot = name.lastIndexOf(".");
  const alias = aliases[name.slice(0, dot)];
  return alias !== undefined && random() < 0.4 ? alias + name.slice(dot) : name;
}

function write({ elements }: Writing, space: string, text: string): void {
  elements.set(space, [...(elements.get(space) ?? []), text]);
}

function documentOf({ elements }: Writing): string {
  const schemas = spaces.map((space) => {
    const content = (elements.get(space) ?? []).join("\n");
    return `<Schema Namespace="${space}" Alias="${aliases[space] ?? ""}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${content}</Schema>`;
  });
  const includes = [
    `<edmx:Reference Uri="core"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core" /></edmx:Reference>`,
    `<edmx:Reference Uri="bindgen"><edmx:Include Namespace="OData.Bindgen.V1" Alias="Bindgen" /></edmx:Reference>`,
  ];
  return `<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">${includes.join("")}
<edmx:DataServices>${schemas.join("\n")}</edmx:DataServices></edmx:Edmx>`;
}

function writeEnum(writing: Writing, index: number): void {
  const { random } = writing;
  const flags = random() < 0.4;
  const names = ["calm", "Calm", "windy", "__proto__", "unknownFutureValue"].filter(() => random() < 0.6);
  const members = [...names, "last"].map((name, at) => `<Member Name="${name}" Value="${flags ? 2 ** at : at}" />`);
  const space = pick(random, spaces);
  write(
    writing,
    space,
    `<EnumType Name="mood${index}"${flags ? ' IsFlags="true"' : ""}>${members.join("")}</EnumType>`,
  );
  writing.values.push(`${space}.mood${index}`);
}

function writeDefinition(writing: Writing, index: number): void {
  const { random } = writing;
  const space = pick(random, spaces);
  const underlying = pick(random, facetted);
  const facets = pick(random, facetsOf[underlying] ?? [""]);
  write(writing, space, `<TypeDefinition Name="code${index}" UnderlyingType="Edm.${underlying}"${facets} />`);
  writing.values.push(`${space}.code${index}`);
}

/** Facets as they may stand at a type; none as often as not. */
const facetsOf: Readonly<Record<string, readonly string[]>> = {
  String: ["", ' MaxLength="3"', ' MaxLength="max"', ' MaxLength="1"'],
  Binary: ["", ' MaxLength="4"', ' MaxLength="1"'],
  Decimal: [
    "",
    ' Precision="5" Scale="2"',
    ' Precision="5" Scale="variable"',
    ' Precision="7" Scale="floating"',
    ' Scale="0"',
    ' Precision="2" Scale="2"',
    ' Scale="variable"',
  ],
  DateTimeOffset: ["", ' Precision="0"', ' Precision="3"', ' Precision="12"'],
  TimeOfDay: ["", ' Precision="0"', ' Precision="3"'],
  Duration: ["", ' Precision="0"', ' Precision="1"'],
  GeographyPoint: ["", ' SRID="4326"'],
};
const facetted = ["String", "Binary", "Decimal", "DateTimeOffset", "TimeOfDay", "Duration"];
const plain = ["Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Guid", "Date"];
const shapes = ["GeographyPoint", "Geometry", "GeometryPolygon", "GeographyMultiPoint", "GeographyCollection"];

/** The rules of inheritance: one kind, openness stays, nothing abstract derives from what is not (CSDL 6.1 to 6.3). */
function newType({ random, types }: Writing, index: number): Type {
  const base = types.length > 0 && random() < 0.6 ? pick(random, types) : undefined;
  return {
    space: pick(random, spaces),
    name: `type${index}`,
    entity: base?.entity ?? random() < 0.4,
    abstract: (base?.abstract ?? true) && random() < 0.3,
    open: base?.open === true || random() < 0.3,
    base,
  };
}

function writeType(writing: Writing, type: Type): void {
  const { random, types } = writing;
  const kind = type.entity ? "EntityType" : "ComplexType";
  const base = type.base === undefined ? "" : ` BaseType="${written(random, nameOf(type.base))}"`;
  const flags = `${type.abstract ? ' Abstract="true"' : ""}${type.open ? ' OpenType="true"' : ""}`;
  const members = Array.from({ length: upTo(random, 5) }, () => property(writing, type));
  const entities = types.filter(({ entity }) => entity);
  if (entities.length > 0 && random() < 0.5) members.push(navigation(writing, type, pick(random, entities)));
  const key = type.entity && type.base === undefined ? keyOf(writing, type) : "";
  write(writing, type.space, `<${kind} Name="${type.name}"${base}${flags}>${key}${members.join("")}</${kind}>`);
}

function keyOf(writing: Writing, type: Type): string {
  const names = [newName(writing), newName(writing)].slice(0, 1 + upTo(writing.random, 1));
  const properties = names.map((name) => {
    const note = noted(writing, `${nameOf(type)}/${name}`, [`Term="Core.Computed"`], 0.3);
    const primitive = pick(writing.random, ["String", "Int32", "Guid", "Int64"]);
    return `<Property Name="${name}" Type="Edm.${primitive}" Nullable="false">${note}</Property>`;
  });
  return `<Key>${names.map((name) => `<PropertyRef Name="${name}" />`).join("")}</Key>${properties.join("")}`;
}

function newName(writing: Writing): string {
  writing.count += 1;
  const odd = ["__proto__", "constructor", "toString", "größe", "value", "type"];
  return writing.count <= odd.length && writing.random() < 0.8 ? (odd[writing.count - 1] ?? "") : `m${writing.count}`;
}

function property(writing: Writing, owner: Type): string {
  const { random } = writing;
  const name = newName(writing);
  const target = `${nameOf(owner)}/${name}`;
  const chance = random();
  if (chance < 0.08) return union(writing, name);
  const complex = writing.types.filter(({ entity }) => !entity);
  if (chance < 0.16 && complex.length > 0) {
    const note = noted(writing, target, [`Term="Bindgen.UnresolvedDiscriminator"`], 1);
    return `<Property Name="${name}" Type="${written(random, nameOf(pick(random, complex)))}"${nullable(random)}>${note}</Property>`;
  }
  const { type, facets, value } = use(writing, complex);
  const collection = random() < 0.3 && type !== "Edm.Stream";
  const preset = !collection && value !== "" && random() < 0.3 ? ` DefaultValue="${value}"` : "";
  const note = noted(writing, target, memberNotes, 0.3);
  const shown = collection ? `Collection(${type})` : type;
  return `<Property Name="${name}" Type="${shown}"${facets}${nullable(random)}${preset}>${note}</Property>`;
}

const memberNotes = [
  `Term="Core.Computed"`,
  `Term="Core.Computed" Bool="false"`,
  `Term="Core.Immutable" Bool="true"`,
  `Term="Core.Permissions" EnumMember="Core.Permission/Read"`,
  `Term="Core.Permissions" EnumMember="Core.Permission/ReadWrite"`,
  `Term="Core.Permissions" EnumMember="Core.Permission/Write"`,
  `Term="Core.Computed" Qualifier="Tablet"`,
];

function nullable(random: Random): string {
  return pick(random, ["", ' Nullable="true"', ' Nullable="false"']);
}

/** An annotation inside its target, or outside it; here one or there none (CSDL 14.2). */
function noted(writing: Writing, target: string, notes: readonly string[], share: number): string {
  const { random } = writing;
  if (random() >= share) return "";
  const note = `<Annotation ${pick(random, notes)} />`;
  if (random() < 0.5) return note;
  write(
    writing,
    pick(random, spaces),
    `<Annotations Target="${written(random, target.replace(/\/.*/, ""))}${target.replace(/^[^/]*/, "")}">${note}</Annotations>`,
  );
  return "";
}

function union({ random, types }: Writing, name: string): string {
  const names = [...new Set([pick(random, types), pick(random, types)].map(nameOf))];
  const list = names.map((one) => `<String>${one}</String>`).join("");
  const values = `<PropertyValue Property="Name" String="${name}Union" /><PropertyValue Property="Types"><Collection>${list}</Collection></PropertyValue>`;
  return `<Property Name="${name}" Type="Edm.Untyped"><Annotation Term="Bindgen.ResourceUnion"><Record>${values}</Record></Annotation></Property>`;
}

interface Use {
  readonly type: string;
  readonly facets: string;
  /** A value that may be its default. */
  readonly value: string;
}

function use({ random, values }: Writing, complex: readonly Type[]): Use {
  const chance = random();
  if (chance < 0.25 && complex.length > 0) {
    return { type: written(random, nameOf(pick(random, complex))), facets: "", value: "" };
  }
  if (chance < 0.45) return { type: written(random, pick(random, values)), facets: "", value: "" };
  const name = pick(random, [...facetted, ...plain, ...plain, ...shapes, "Untyped", "Stream"]);
  const value = name === "Int32" || name === "Byte" ? "7" : name === "Boolean" ? "true" : "";
  return { type: `Edm.${name}`, facets: pick(random, facetsOf[name] ?? [""]), value };
}

function navigation(writing: Writing, owner: Type, target: Type): string {
  const { random } = writing;
  const name = newName(writing);
  const type = written(random, nameOf(target));
  const note = noted(writing, `${nameOf(owner)}/${name}`, memberNotes, 0.2);
  const isMany = random() < 0.5;
  const shown = isMany ? `Type="Collection(${type})"` : `Type="${type}"${nullable(random)}`;
  return `<NavigationProperty Name="${name}" ${shown}>${note}</NavigationProperty>`;
}

function writeOperation(writing: Writing, index: number): void {
  const { random, types } = writing;
  const kind = pick(random, ["Action", "Function"]);
  const binding = random() < 0.6 ? pick(random, types) : undefined;
  const bound = binding === undefined ? "" : written(random, nameOf(binding));
  const first = random() < 0.3 ? `Collection(${bound})` : bound;
  const parameters = Array.from({ length: upTo(random, 3) }, (_, at) => parameter(writing, at));
  if (binding !== undefined) parameters.unshift(`<Parameter Name="it" Type="${first}" />`);
  const { type, facets } = use(
    writing,
    types.filter(({ entity }) => !entity),
  );
  const shown = random() < 0.4 && type !== "Edm.Untyped" && type !== "Edm.Stream" ? `Collection(${type})` : type;
  const result =
    kind === "Function" || random() < 0.5 ? `<ReturnType Type="${shown}"${facets}${nullable(random)} />` : "";
  const flag = binding === undefined ? "" : ' IsBound="true"';
  write(writing, pick(random, spaces), `<${kind} Name="do${index}"${flag}>${parameters.join("")}${result}</${kind}>`);
}

function parameter(writing: Writing, at: number): string {
  const { random, types } = writing;
  const { type, facets } = use(writing, types);
  const shown = random() < 0.4 && type !== "Edm.Stream" ? `Collection(${type})` : type;
  const note = random() < 0.3 ? `<Annotation Term="Core.OptionalParameter" />` : "";
  return `<Parameter Name="p${at}" Type="${shown}"${facets}${nullable(random)}>${note}</Parameter>`;
}
