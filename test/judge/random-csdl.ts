import type { Random } from "../determinism/random.ts";
import { pick, upTo } from "./leaves.ts";
import {
  aliases,
  facetsOf,
  facetted,
  keyOf,
  nameOf,
  navigation,
  nullable,
  property,
  spaces,
  type Type,
  use,
  write,
  written,
  type Writing,
} from "./random-members.ts";

/** A document made at random, and what a package is asked for. */
export interface RandomDocument {
  readonly text: string;
  readonly roots: readonly string[] | "all";
  readonly derived: Readonly<Record<string, "none">>;
  readonly ieee754Compatible: boolean;
  readonly serviceRoot: string | undefined;
}

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
