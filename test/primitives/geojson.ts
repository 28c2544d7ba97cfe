import type { Random } from "../determinism/random.ts";
import { pick } from "./abnf.ts";

/** How a type's coordinates are built (RFC 7946 sections 3.1.2 to 3.1.7): how many arrays around a position, and of what. */
interface Form {
  readonly levels: number;
  /** How many items an array has at least, from the outermost to the one that holds positions. */
  readonly least: readonly number[];
  readonly rings: boolean;
}

export const forms: ReadonlyMap<string, Form> = new Map([
  ["Point", { levels: 0, least: [], rings: false }],
  ["MultiPoint", { levels: 1, least: [0], rings: false }],
  ["LineString", { levels: 1, least: [2], rings: false }],
  ["MultiLineString", { levels: 2, least: [0, 2], rings: false }],
  ["Polygon", { levels: 2, least: [1, 4], rings: true }],
  ["MultiPolygon", { levels: 3, least: [0, 1, 4], rings: true }],
]);

const collection = "GeometryCollection";

/** What the standards say of a value where some of the types may stand, in the words of the tables. */
export function judged(value: unknown, types: readonly string[]): string {
  if (value === null) return "ok";
  if (typeof value !== "object" || Array.isArray(value)) return "wrong-type";
  return isGeometry(value, types) ? "ok" : "bad-format";
}

function isGeometry(value: unknown, types: readonly string[]): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  const type = members.get("type");
  if (typeof type !== "string" || !types.includes(type)) return false;
  if (["geometry", "properties", "features"].some((name) => members.has(name))) return false;
  if (members.has("bbox") && !isBox(members.get("bbox"))) return false;
  if (members.has("crs") && !isCrs(members.get("crs"))) return false;
  const form = forms.get(type);
  if (form !== undefined) return hasForm(members.get("coordinates"), form, 0);
  const parts = members.get("geometries");
  return Array.isArray(parts) && parts.every((part) => isGeometry(part, [...forms.keys(), collection]));
}

function hasForm(value: unknown, { levels, least, rings }: Form, level: number): boolean {
  if (level === levels) return areNumbers(value) && [2, 3, 4].includes(value.length);
  if (!Array.isArray(value) || value.length < (least[level] ?? 0)) return false;
  if (!value.every((item) => hasForm(item, { levels, least, rings }, level + 1))) return false;
  // -0 is 0 (RFC 8259 section 6); both are "0" here.
  return !rings || level < levels - 1 || String(value[0]) === String(value.at(-1));
}

function isBox(value: unknown): boolean {
  return areNumbers(value) && [4, 6, 8].includes(value.length);
}

function areNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isFinite(item));
}

/** OData JSON 7.1: named by an EPSG code, of which the ABNF's SRID has at most five digits. */
function isCrs(value: unknown): boolean {
  const { type, properties } = Object(value);
  const name: unknown = Object(properties).name;
  return type === "name" && typeof name === "string" && /^EPSG:[0-9]{1,5}$/.test(name);
}

/** A geometry of one of some types, right unless it was changed; the JSON text of it. */
export function geometryText(types: readonly string[], random: Random): string {
  let value: unknown = geometry(pick(types, random), random, 3);
  while (random() < 0.35) value = changed(value, random);
  return JSON.stringify(value);
}

function geometry(type: string, random: Random, room: number): Record<string, unknown> {
  const more = random() < 0.2 ? pick(extras, random) : {};
  const form = forms.get(type);
  if (form !== undefined) return { type, coordinates: coordinates(form, 0, random), ...more };
  const inner = room === 0 ? [...forms.keys()] : [...forms.keys(), collection];
  const count = Math.floor(random() * 3);
  return {
    type,
    geometries: Array.from({ length: count }, () => geometry(pick(inner, random), random, room - 1)),
    ...more,
  };
}

function coordinates(form: Form, level: number, random: Random): unknown[] {
  if (level === form.levels) return position(random);
  const length = (form.least[level] ?? 0) + Math.floor(random() * 3);
  const items = Array.from({ length }, () => coordinates(form, level + 1, random));
  if (form.rings && level === form.levels - 1) items[length - 1] = items[0] ?? [];
  return items;
}

function position(random: Random): number[] {
  const numbers = [0, -0, 1, -180, 90.5, 1e-7, 1e300];
  return Array.from({ length: pick([2, 2, 2, 3, 4], random) }, () => pick(numbers, random));
}

const crs = { type: "name", properties: { name: "EPSG:4326" } };
const extras: readonly Record<string, unknown>[] = [
  { bbox: [0, 0, 1, 1] },
  { bbox: [0, 0, 0, 1, 1, 1] },
  { bbox: [0, 0, 1] },
  { bbox: [] },
  { bbox: null },
  { crs },
  { crs: { type: "name", properties: { name: "EPSG:432600" } } },
  { crs: { type: "name" } },
  { title: "a foreign member" },
  { id: 5 },
  { properties: null },
  { geometry: crs },
  { features: [] },
];

const strangers: readonly unknown[] = [null, true, 5, "5", "Point", [], {}, [1, 2], [[1, 2]], ["INF", 0], crs];

/** A copy in which one place holds something else. */
function changed(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random() < 0.1) return pick(strangers, random);
  if (Array.isArray(value)) return changedItems(value, random);
  const entries: [string, unknown][] = Object.entries({ ...value, id: 1 });
  const [name, inner] = pick(entries, random);
  if (random() < 0.1) return Object.fromEntries(entries.filter(([other]) => other !== name));
  if (name === "type") return { ...value, type: pick([...forms.keys(), collection, "Feature", "point", 5], random) };
  return { ...value, [name]: changed(inner, random) };
}

function changedItems(items: readonly unknown[], random: Random): unknown[] {
  const at = Math.floor(random() * (items.length + 1));
  if (at === items.length) return [...items, random() < 0.5 ? items[0] : pick(strangers, random)];
  if (random() < 0.2) return items.toSpliced(at, 1);
  return items.with(at, changed(items[at], random));
}
