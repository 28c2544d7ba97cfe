import type * as Edm from "./edm.js";
import { isUntyped, MAX_DEPTH } from "./guard.js";
import { isMembers, type Members } from "./own.js";

const epsg = /^EPSG:\d{1,5}$/;
/** A collection within a collection is legal (RFC 7946 section 3.1.8). Each is an object with an array in it. */
const MAX_NESTING = MAX_DEPTH / 2;

/** Edm.Geography: any of the shapes (OData JSON 4.01 section 7.1, RFC 7946 section 3.1). */
export function isGeography(value: unknown, depth = 1): value is Edm.Geography {
  return isAny(value, 1) && isUntyped(value, depth);
}

/** Edm.GeographyPoint (RFC 7946 section 3.1.2). */
export function isGeographyPoint(value: unknown, depth = 1): value is Edm.GeographyPoint {
  return isPoint(value) && isUntyped(value, depth);
}

/** Edm.GeographyLineString: two positions or more (RFC 7946 section 3.1.4). */
export function isGeographyLineString(value: unknown, depth = 1): value is Edm.GeographyLineString {
  return isLineString(value) && isUntyped(value, depth);
}

/** Edm.GeographyPolygon: rings, each ending where it begins (RFC 7946 section 3.1.6). */
export function isGeographyPolygon(value: unknown, depth = 1): value is Edm.GeographyPolygon {
  return isPolygon(value) && isUntyped(value, depth);
}

/** Edm.GeographyMultiPoint (RFC 7946 section 3.1.3). */
export function isGeographyMultiPoint(value: unknown, depth = 1): value is Edm.GeographyMultiPoint {
  return isMultiPoint(value) && isUntyped(value, depth);
}

/** Edm.GeographyMultiLineString (RFC 7946 section 3.1.5). */
export function isGeographyMultiLineString(value: unknown, depth = 1): value is Edm.GeographyMultiLineString {
  return isMultiLineString(value) && isUntyped(value, depth);
}

/** Edm.GeographyMultiPolygon (RFC 7946 section 3.1.7). */
export function isGeographyMultiPolygon(value: unknown, depth = 1): value is Edm.GeographyMultiPolygon {
  return isMultiPolygon(value) && isUntyped(value, depth);
}

/** Edm.GeographyCollection (RFC 7946 section 3.1.8). */
export function isGeographyCollection(value: unknown, depth = 1): value is Edm.GeographyCollection {
  return isCollection(value, 1) && isUntyped(value, depth);
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
    isPoint(value) ||
    isLineString(value) ||
    isPolygon(value) ||
    isMultiPoint(value) ||
    isMultiLineString(value) ||
    isMultiPolygon(value) ||
    isCollection(value, nesting)
  );
}

function isPoint(value: unknown): boolean {
  return hasType(value, "Point") && isPosition(value["coordinates"]);
}

function isLineString(value: unknown): boolean {
  return hasType(value, "LineString") && isLine(value["coordinates"]);
}

function isPolygon(value: unknown): boolean {
  return hasType(value, "Polygon") && isRings(value["coordinates"]);
}

function isMultiPoint(value: unknown): boolean {
  return hasType(value, "MultiPoint") && isEach(value["coordinates"], 0, isPosition);
}

function isMultiLineString(value: unknown): boolean {
  return hasType(value, "MultiLineString") && isEach(value["coordinates"], 0, isLine);
}

function isMultiPolygon(value: unknown): boolean {
  return hasType(value, "MultiPolygon") && isEach(value["coordinates"], 0, isRings);
}

function isCollection(value: unknown, nesting: number): boolean {
  if (nesting > MAX_NESTING || !hasType(value, "GeometryCollection")) return false;
  const parts = value["geometries"];
  if (!Array.isArray(parts)) return false;
  for (let index = 0; index < parts.length; index += 1) if (!isAny(parts[index], nesting + 1)) return false;
  return true;
}

/** Takes anything, says whether it is an object of that GeoJSON type, the members that all types have right or absent. */
function hasType(value: unknown, type: string): value is Members {
  if (!isMembers(value) || value["type"] !== type) return false;
  return isReferenceSystem(value["crs"]) && isBox(value["bbox"]) && !isFeature(value);
}

/** RFC 7946 section 5: two positions of as many axes, one after the other. */
function isBox(value: unknown): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) && value.length <= 8 && value.length % 2 === 0 && isEach(value, 4, isFiniteNumber);
}

/** RFC 7946 section 7.1: no geometry has what makes a feature. Other members are foreign, and fine (section 6.1). */
function isFeature(value: Members): boolean {
  return value["geometry"] !== undefined || value["properties"] !== undefined || value["features"] !== undefined;
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
