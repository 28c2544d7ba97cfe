import type { Random } from "../determinism/random.ts";
import { pick, upTo } from "./leaves.ts";

export interface Type {
  readonly space: string;
  readonly name: string;
  readonly entity: boolean;
  readonly abstract: boolean;
  readonly open: boolean;
  readonly base: Type | undefined;
}

/** What is being written: elements by namespace, and what may be referred to. */
export interface Writing {
  readonly random: Random;
  readonly elements: Map<string, string[]>;
  readonly types: Type[];
  /** Enumerations and type definitions. */
  readonly values: string[];
  /** Members get names of their own, so that no type inherits one twice. */
  count: number;
}

export const spaces = ["Ferry", "Ferry.Crew"];
export const aliases: Readonly<Record<string, string>> = { Ferry: "f", "Ferry.Crew": "c" };

export function nameOf({ space, name }: Type): string {
  return `${space}.${name}`;
}

/** A name as a document may write it: by namespace or by alias. */
export function written(random: Random, name: string): string {
  const dot = name.lastIndexOf(".");
  const alias = aliases[name.slice(0, dot)];
  return alias !== undefined && random() < 0.4 ? alias + name.slice(dot) : name;
}

export function write({ elements }: Writing, space: string, text: string): void {
  elements.set(space, [...(elements.get(space) ?? []), text]);
}

/** Facets as they may stand at a type; none as often as not. */
export const facetsOf: Readonly<Record<string, readonly string[]>> = {
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
export const facetted = ["String", "Binary", "Decimal", "DateTimeOffset", "TimeOfDay", "Duration"];
const plain = ["Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Guid", "Date"];
const shapes = ["GeographyPoint", "Geometry", "GeometryPolygon", "GeographyMultiPoint", "GeographyCollection"];

export function keyOf(writing: Writing, type: Type): string {
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

export function property(writing: Writing, owner: Type): string {
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

export function nullable(random: Random): string {
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

export function use({ random, values }: Writing, complex: readonly Type[]): Use {
  const chance = random();
  if (chance < 0.25 && complex.length > 0) {
    return { type: written(random, nameOf(pick(random, complex))), facets: "", value: "" };
  }
  if (chance < 0.45) return { type: written(random, pick(random, values)), facets: "", value: "" };
  const name = pick(random, [...facetted, ...plain, ...plain, ...shapes, "Untyped", "Stream"]);
  const value = name === "Int32" || name === "Byte" ? "7" : name === "Boolean" ? "true" : "";
  return { type: `Edm.${name}`, facets: pick(random, facetsOf[name] ?? [""]), value };
}

export function navigation(writing: Writing, owner: Type, target: Type): string {
  const { random } = writing;
  const name = newName(writing);
  const type = written(random, nameOf(target));
  const note = noted(writing, `${nameOf(owner)}/${name}`, memberNotes, 0.2);
  const isMany = random() < 0.5;
  const shown = isMany ? `Type="Collection(${type})"` : `Type="${type}"${nullable(random)}`;
  return `<NavigationProperty Name="${name}" ${shown}>${note}</NavigationProperty>`;
}
