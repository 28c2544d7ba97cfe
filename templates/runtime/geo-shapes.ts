import { primitive } from "./fault.js";
import {
  isGeography,
  isGeographyCollection,
  isGeographyLineString,
  isGeographyMultiLineString,
  isGeographyMultiPoint,
  isGeographyMultiPolygon,
  isGeographyPoint,
  isGeographyPolygon,
} from "./geo.js";
import { isMembers } from "./own.js";
import type { PrimitiveShape } from "./shape.js";

/** The shape of Edm.Geography (OData JSON 4.01 section 7.1). */
export const geography: PrimitiveShape = /* @__PURE__ */ geo(isGeography, "geometry");
/** The shape of Edm.GeographyPoint (RFC 7946 section 3.1.2). */
export const geographyPoint: PrimitiveShape = /* @__PURE__ */ geo(isGeographyPoint, "Point");
/** The shape of Edm.GeographyLineString (RFC 7946 section 3.1.4). */
export const geographyLineString: PrimitiveShape = /* @__PURE__ */ geo(isGeographyLineString, "LineString");
/** The shape of Edm.GeographyPolygon (RFC 7946 section 3.1.6). */
export const geographyPolygon: PrimitiveShape = /* @__PURE__ */ geo(isGeographyPolygon, "Polygon with closed rings");
/** The shape of Edm.GeographyMultiPoint (RFC 7946 section 3.1.3). */
export const geographyMultiPoint: PrimitiveShape = /* @__PURE__ */ geo(isGeographyMultiPoint, "MultiPoint");
/** The shape of Edm.GeographyMultiLineString (RFC 7946 section 3.1.5). */
export const geographyMultiLineString: PrimitiveShape = /* @__PURE__ */ geo(
  isGeographyMultiLineString,
  "MultiLineString",
);
/** The shape of Edm.GeographyMultiPolygon (RFC 7946 section 3.1.7). */
export const geographyMultiPolygon: PrimitiveShape = /* @__PURE__ */ geo(isGeographyMultiPolygon, "MultiPolygon");
/** The shape of Edm.GeographyCollection (RFC 7946 section 3.1.8). */
export const geographyCollection: PrimitiveShape = /* @__PURE__ */ geo(isGeographyCollection, "GeometryCollection");

// On a flat surface the same rules hold (CSDL 4.01 section 3.3).
export {
  geography as geometry,
  geographyCollection as geometryCollection,
  geographyLineString as geometryLineString,
  geographyMultiLineString as geometryMultiLineString,
  geographyMultiPoint as geometryMultiPoint,
  geographyMultiPolygon as geometryMultiPolygon,
  geographyPoint as geometryPoint,
  geographyPolygon as geometryPolygon,
};

function geo(is: PrimitiveShape["is"], name: string): PrimitiveShape {
  const shape = primitive(is, `a GeoJSON ${name}`, (value) => (isMembers(value) ? "bad-format" : "wrong-type"));
  return { ...shape, deep: true };
}
