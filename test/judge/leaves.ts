import type { Random } from "../determinism/random.ts";
import type { Facets } from "./facts.ts";

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined && items.length === 0) throw new Error("nothing to pick from");
  return item as T;
}

export function upTo(random: Random, most: number): number {
  return Math.floor(random() * (most + 1));
}

/** Values of primitive types as they are right; the rare forms of the grammar as often as the usual ones. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Byte: [0, 1, 255],
  SByte: [-128, 0, 127],
  Int16: [-32768, 0, 32767],
  Int32: [-2147483648, -1, 0, 5, 2147483647],
  Int64: [-(2 ** 63), -1, 0, 1e15, 2 ** 53, 2 ** 63],
  Int64Text: ["-9223372036854775808", "+0", "007", "9223372036854775807"],
  Single: [0, -1.5, 3.4028234663852886e38, 1e-45, "INF", "-INF", "NaN"],
  Double: [0, -1.5, 5e-324, 1.7976931348623157e308, "INF", "-INF", "NaN"],
  Guid: ["112f7296-5fa4-42ca-bae8-6a692b15d4b8", "112F7296-5FA4-42CA-BAE8-6A692B15D4B8"],
  Date: ["2026-11-30", "2024-02-29", "0000-02-29", "-0004-02-29", "12026-12-31", "2000-02-29", "0001-01-01"],
  Stream: ["", "media/1", "https://example.org/a?b=c"],
  String: ["", "a", "ß", "established", "5", "null", "\u0000", "\uD83D\uDE00", "  ", "#microsoft.graph.call"],
  PrimitiveType: ["a", 1.5, false],
};

const rightLines = [
  [
    [1, 2],
    [3, 4],
  ],
  [
    [1, 2, 3],
    [3, 4, 5.5],
    [0, 0],
  ],
];
const rightRings = [
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ],
  [
    [0, 0, 7],
    [1, 0, 7],
    [1, 1, 7],
    [0, 1, 7],
    [0, 0, 7],
  ],
];
const shapes: Readonly<Record<string, (random: Random) => unknown>> = {
  Point: (random) =>
    pick(random, [
      [1, 2],
      [1.5, -2, 3],
      [0, 0, 0, 0],
    ]),
  LineString: (random) => pick(random, rightLines),
  Polygon: (random) => pick(random, [[rightRings[0]], rightRings]),
  MultiPoint: (random) => pick(random, [[], [[1, 2]], rightLines[1]]),
  MultiLineString: (random) => pick(random, [[], rightLines]),
  MultiPolygon: (random) => pick(random, [[], [[rightRings[1]], rightRings]]),
};

function shape(random: Random, type: string, depth: number): unknown {
  const crs = { type: "name", properties: { name: `EPSG:${pick(random, [4326, 0, 99999])}` } };
  const rest =
    random() < 0.3
      ? { crs }
      : random() < 0.1
        ? {
            bbox: pick(random, [
              [0, 0, 1, 1],
              [0, 0, 0, 1, 1, 1],
            ]),
            name: "more",
          }
        : {};
  if (type !== "GeometryCollection") return { type, coordinates: shapes[type]?.(random), ...rest };
  const names = depth > 2 ? Object.keys(shapes) : [...Object.keys(shapes), type];
  const parts = Array.from({ length: upTo(random, 2) }, () => shape(random, pick(random, names), depth + 1));
  return { type, geometries: parts, ...rest };
}

/** Takes a primitive type and its facets, returns a value that is right. */
export function rightLeaf(random: Random, type: string, facets: Facets, ieee754Compatible: boolean): unknown {
  const name = type.slice("Edm.".length);
  const { maxLength = Infinity, precision = 12 } = facets;
  const fraction = (): string => (precision > 0 && random() < 0.5 ? `.${digits(random, 1, precision)}` : "");
  switch (name) {
    case "String":
      return [...(pick(random, samples["String"] ?? []) as string)].slice(0, maxLength).join("");
    case "Binary":
      return binary(random, Math.min(maxLength, 7));
    case "Decimal":
      return decimal(random, facets, ieee754Compatible);
    case "Int64":
      return pick(random, samples[ieee754Compatible ? "Int64Text" : "Int64"] ?? []);
    case "TimeOfDay":
      return pick(random, ["00:00", "09:15", `23:59:60${fraction()}`, `09:15:07${fraction()}`]);
    case "DateTimeOffset": {
      const date = String(pick(random, samples["Date"] ?? []));
      const time = pick(random, ["00:00", `23:59:60${fraction()}`, `09:15:07${fraction()}`]);
      return `${date}T${time}${pick(random, ["Z", "+02:00", "-23:59", "+00:00"])}`;
    }
    case "Duration":
      return pick(random, ["P1D", "-PT5S", "PT0S", "P1DT2H3M4S", "PT9M", `PT1H0${fraction()}S`]);
    case "Untyped":
      return pick<unknown>(random, [1, "a", false, [], {}, { a: [null] }, { "@odata.type": "#nowhere.type" }]);
    default:
      return name.startsWith("Geo") ? geo(random, name) : pick(random, samples[name] ?? []);
  }
}

function geo(random: Random, name: string): unknown {
  const kind = name.replace(/^Geo(graphy|metry)/, "");
  if (kind === "Collection") return shape(random, "GeometryCollection", 0);
  return shape(random, kind === "" ? pick(random, [...Object.keys(shapes), "GeometryCollection"]) : kind, 0);
}

function digits(random: Random, least: number, most: number): string {
  return Array.from({ length: least + upTo(random, most - least) }, () => String(upTo(random, 9))).join("");
}

/** Octets as text: one of the alphabets, padded or not. */
function binary(random: Random, octets: number): string {
  const text = Buffer.from(Array.from({ length: upTo(random, octets) }, () => upTo(random, 255)));
  const forms = [text.toString("base64"), text.toString("base64url")];
  return random() < 0.3 ? pick(random, forms).replace(/=+$/, "") : pick(random, forms);
}

function decimal(random: Random, { precision = 9, scale = 4 }: Facets, asText: boolean): unknown {
  if (random() < 0.15) return pick(random, ["INF", "-INF", "NaN"]);
  const behind = typeof scale === "number" ? Math.min(scale, precision) : upTo(random, Math.min(precision, 6));
  const whole = digits(random, 0, precision - behind);
  const part = digits(random, 0, behind);
  const text = `${pick(random, ["", "-"])}${whole === "" ? "0" : whole}${part === "" ? "" : `.${part}`}`;
  return asText ? pick(random, [text, text.replace(/^(?!-)/, "+"), `${text}e0`]) : Number(text);
}
