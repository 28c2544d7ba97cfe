import type * as Edm from "./edm.js";
import { isMembers, type Members } from "./own.js";

const epsg = /^EPSG:\d{1,5}$/;
/** A collection within a collection is legal (RFC 7946 section 3.1.8), an endless one is not. */
const MAX_NESTING = 64;

/** Edm.Geography: any of the shapes (OData JSON 4.01 section 7.1, RFC 7946 section 3.1). */
export function isGeography(value: unknown): value is Edm.Geography {
  return isAny(value, 1);
}

/** Edm.GeographyPoint (RFC 7946 section 3.1.2). */
export function isGeographyPoint(value: unknown): value is Edm.GeographyPoint {
  return hasType(value, "Point") && isPosition(value["coordinates"]);
}

/** Edm.GeographyLineString: two positions or more (RFC 7946 section 3.1.4). */
export function isGeographyLineString(value: unknown): value is Edm.GeographyLineString {
  return hasType(value, "LineString") && isLine(value["coordinates"]);
}

/** Edm.GeographyPolygon: rings, each ending where it begins (RFC 7946 section 3.1.6). */
export function isGeographyPolygon(value: unknown): value is Edm.GeographyPolygon {
  return hasType(value, "Polygon") && isRings(value["coordinates"]);
}

/** Edm.GeographyMultiPoint (RFC 7946 section 3.1.3). */
export function isGeographyMultiPoint(value: unknown): value is Edm.GeographyMultiPoint {
  return hasType(value, "MultiPoint") && isEach(value["coordinates"], 0, isPosition);
}

/** Edm.GeographyMultiLineString (RFC 7946 section 3.1.5). */
export function isGeographyMultiLineString(value: unknown): value is Edm.GeographyMultiLineString {
  return hasType(value, "MultiLineString") && isEach(value["coordinates"], 0, isLine);
}

/** Edm.GeographyMultiPolygon (RFC 7946 section 3.1.7). */
export function isGeographyMultiPolygon(value: unknown): value is Edm.GeographyMultiPolygon {
  return hasType(value, "MultiPolygon") && isEach(value["coordinates"], 0, isRings);
}

/** Edm.GeographyCollection (RFC 7946 section 3.1.8). */
export function isGeographyCollection(value: unknown): value is Edm.GeographyCollection {
  return isCollection(value, 1);
}

// On a flat surface the same rules hold (CSDL 4.01 section 3.3).
export {
  isGeography as isGeometry,
  isGeographyCollection as isGeometryCollection,
  isGeographyLineString as isGeometryLineString,
  isGeographyMultiLineString as isGeometryMultiLineString,
  isGeographyMultiPoint as isGeometryMultiPoint,
  isGeographyMultiPolygon as isGeometryMultiPolygon,
  isGeographyPoint as isGeometryPoint,
  isGeographyPolygon as isGeometryPolygon,
};

function isAny(value: unknown, nesting: number): boolean {
  return (
    isGeographyPoint(value) ||
    isGeographyLineString(value) ||
    isGeographyPolygon(value) ||
    isGeographyMultiPoint(value) ||
    isGeographyMultiLineString(value) ||
    isGeographyMultiPolygon(value) ||
    isCollection(value, nesting)
  );
}

function isCollection(value: unknown, nesting: number): boolean {
  if (nesting > MAX_NESTING || !hasType(value, "GeometryCollection")) return false;
  const parts = value["geometries"];
  if (!Array.isArray(parts)) return false;
  for (let index = 0; index < parts.length; index += 1) if (!isAny(parts[index], nesting + 1)) return false;
  return true;
}

/** Takes anything, says whether it is an object of that GeoJSON type, its reference system right or absent. */
function hasType(value: unknown, type: string): value is Members {
  return isMembers(value) && value["type"] === type && isReferenceSystem(value["crs"]);
}

/** OData JSON 4.01 section 7.1: of type `name`, its name an EPSG code. */
function isReferenceSystem(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isMembers(value) || value["type"] !== "name") return false;
  const properties = value["properties"];
  if (!isMembers(properties)) return false;
  const name = properties["name"];
  return typeof name === "string" && epsg.test(name);
}

/** ABNF `positionLiteral`: longitude and latitude, then altitude and measure. */
function isPosition(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= 4 && isEach(value, 2, isFiniteNumber);
}

function isLine(value: unknown): boolean {
  return isEach(value, 2, isPosition);
}

/** ABNF `polygonData`: at least one ring. */
function isRings(value: unknown): boolean {
  return isEach(value, 1, isRing);
}

/** RFC 7946 section 3.1.6: four positions or more, the last one the same as the first. */
function isRing(value: unknown): boolean {
  if (!Array.isArray(value) || !isEach(value, 4, isPosition)) return false;
  const first: unknown = value[0];
  const last: unknown = value[value.length - 1];
  if (!isPosition(first) || !isPosition(last) || first.length !== last.length) return false;
  return first.every((number, index) => number === last[index]);
}

function isEach(value: unknown, least: number, is: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length < least) return false;
  for (let index = 0; index < value.length; index += 1) if (!is(value[index])) return false;
  return true;
}

function isFiniteNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}
