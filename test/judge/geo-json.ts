import type { Schema } from "./primitives.ts";

const position = { type: "array", items: { type: "number" }, minItems: 2, maxItems: 4 };
const line = { type: "array", items: position, minItems: 2 };
/** The last position is the first one again (RFC 7946 section 3.1.6). */
const ring = { type: "array", items: position, minItems: 4, closed: true };
const polygon = { type: "array", items: ring, minItems: 1 };
const many = (items: Schema): Schema => ({ type: "array", items });

/** OData JSON 4.01 section 7.1: the reference system is named by its EPSG code (ABNF `sridLiteral`). */
const crs = {
  type: "object",
  properties: {
    type: { const: "name" },
    properties: {
      type: "object",
      properties: { name: { type: "string", pattern: "^EPSG:[0-9]{1,5}$" } },
      required: ["name"],
    },
  },
  required: ["type", "properties"],
};

/** RFC 7946 section 5: twice as many numbers as a position has. */
const bbox = {
  type: "array",
  items: { type: "number" },
  anyOf: [4, 6, 8].map((count) => ({ minItems: count, maxItems: count })),
};

/** RFC 7946 section 7.1: what a geometry must not have. */
const ofFeatures = { geometry: false, properties: false, features: false };

/** Coordinates by type of GeoJSON (RFC 7946 sections 3.1.2 to 3.1.7). */
const coordinates: Readonly<Record<string, Schema>> = {
  Point: position,
  LineString: line,
  Polygon: polygon,
  MultiPoint: many(position),
  MultiLineString: many(line),
  MultiPolygon: many(polygon),
};

/** Where any shape is allowed; one schema, because collections hold collections. */
export const anyGeometry = "https://judge.example/geometry";

function shape(type: string): Schema {
  const content = type === "GeometryCollection" ? "geometries" : "coordinates";
  const items = type === "GeometryCollection" ? many({ $ref: anyGeometry }) : (coordinates[type] ?? false);
  return {
    type: "object",
    properties: { type: { const: type }, [content]: items, crs, bbox, ...ofFeatures },
    required: ["type", content],
  };
}

const shapes = [...Object.keys(coordinates), "GeometryCollection"];

export const geometrySchema: Schema = { $id: anyGeometry, anyOf: shapes.map(shape) };

/** The schema of a geography or geometry type; the surface makes no difference to the form (CSDL 3.3). */
export function geoSchema(type: string): Schema {
  const name = /^Edm\.Geo(?:graphy|metry)(.*)$/.exec(type)?.[1];
  if (name === undefined) throw new Error(`no primitive type ${type}`);
  if (name === "") return { $ref: anyGeometry };
  const shapeName = name === "Collection" ? "GeometryCollection" : name;
  if (!shapes.includes(shapeName)) throw new Error(`no primitive type ${type}`);
  return shape(shapeName);
}
