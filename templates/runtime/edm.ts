/**
 * The primitive types of OData as they stand in JSON, each under its own name, so that hovering over a member shows
 * `Edm.Guid` and not just `string` (CSDL 4.01 section 3.3, OData JSON 4.01 section 7.1). `& {}` changes nothing about
 * what may be assigned; without it the compiler forgets the alias.
 */

/** Edm.Binary: octets as a base64url or base64 string (OData JSON 4.01 section 7.1). */
export type Binary = string & {};

/** Edm.Date: `2026-11-30`, without time or offset (ABNF `date`). */
export type Date = string & {};

/** Edm.DateTimeOffset: `2026-11-30T09:15:00Z`, always with its offset (ABNF `dateTimeOffsetValue`). */
export type DateTimeOffset = string & {};

/** Edm.Duration: days, hours, minutes and seconds, `-P1DT2H3M4.5S` (ABNF `durationValue`). */
export type Duration = string & {};

/** Edm.Guid: `01234567-89ab-cdef-0123-456789abcdef` (ABNF `guid`). */
export type Guid = string & {};

/** Edm.TimeOfDay: `09:15:00.000`, a clock time without date or offset (ABNF `timeOfDayValue`). */
export type TimeOfDay = string & {};

/** What Edm.Double, Edm.Single and Edm.Decimal write where JSON has no number (OData JSON 4.01 section 7.1). */
export type NotFinite = "INF" | "-INF" | "NaN";

/** Edm.Double: IEEE 754 binary64 (OData JSON 4.01 section 7.1). */
export type Double = number | NotFinite;

/** Edm.Single: IEEE 754 binary32 (OData JSON 4.01 section 7.1). */
export type Single = number | NotFinite;

/** Edm.Decimal as a number: digits beyond those of a double are lost by JSON.parse (OData JSON 4.01 section 7.1). */
export type Decimal = number | NotFinite;

/** Edm.Decimal under `IEEE754Compatible=true`: a string that keeps every digit (OData JSON 4.01 section 3.2). */
export type DecimalString = string & {};

/** Edm.Int64 as a number: exact up to 2^53 (OData JSON 4.01 section 7.1). */
export type Int64 = number & {};

/** Edm.Int64 under `IEEE754Compatible=true`: a string that keeps every digit (OData JSON 4.01 section 3.2). */
export type Int64String = string & {};

/** Edm.Stream: a link to the media (OData JSON 4.01 section 9). */
export type Stream = string & {};

/** Edm.Untyped: any JSON value (CSDL 4.01 section 4.6). */
export type Untyped = unknown;

/** Edm.PrimitiveType: a value of any primitive type that is not a shape in space (CSDL 4.01 section 4.5). */
export type PrimitiveType = boolean | number | string;

/** Longitude, latitude, then altitude and measure where known (ABNF `positionLiteral`, RFC 7946 section 3.1.1). */
export type Position = [number, number] | [number, number, number] | [number, number, number, number];

/** Names the coordinate reference system by its EPSG code, `EPSG:4326` (OData JSON 4.01 section 7.1). */
export type CoordinateReferenceSystem = { type: "name"; properties: { name: string } };

/** Edm.GeographyPoint (RFC 7946 section 3.1.2). */
export type GeographyPoint = { type: "Point"; coordinates: Position; crs?: CoordinateReferenceSystem | undefined };

/** Edm.GeographyLineString (RFC 7946 section 3.1.4). */
export type GeographyLineString = {
  type: "LineString";
  coordinates: Position[];
  crs?: CoordinateReferenceSystem | undefined;
};

/** Edm.GeographyPolygon: rings, each ending where it begins (RFC 7946 section 3.1.6). */
export type GeographyPolygon = {
  type: "Polygon";
  coordinates: Position[][];
  crs?: CoordinateReferenceSystem | undefined;
};

/** Edm.GeographyMultiPoint (RFC 7946 section 3.1.3). */
export type GeographyMultiPoint = {
  type: "MultiPoint";
  coordinates: Position[];
  crs?: CoordinateReferenceSystem | undefined;
};

/** Edm.GeographyMultiLineString (RFC 7946 section 3.1.5). */
export type GeographyMultiLineString = {
  type: "MultiLineString";
  coordinates: Position[][];
  crs?: CoordinateReferenceSystem | undefined;
};

/** Edm.GeographyMultiPolygon (RFC 7946 section 3.1.7). */
export type GeographyMultiPolygon = {
  type: "MultiPolygon";
  coordinates: Position[][][];
  crs?: CoordinateReferenceSystem | undefined;
};

/** Edm.GeographyCollection (RFC 7946 section 3.1.8). */
export type GeographyCollection = {
  type: "GeometryCollection";
  geometries: Geography[];
  crs?: CoordinateReferenceSystem | undefined;
};

/** Edm.Geography: any of the shapes (CSDL 4.01 section 3.3, RFC 7946 section 3.1). */
export type Geography =
  | GeographyPoint
  | GeographyLineString
  | GeographyPolygon
  | GeographyMultiPoint
  | GeographyMultiLineString
  | GeographyMultiPolygon
  | GeographyCollection;

/** Edm.GeometryPoint: as GeographyPoint, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryPoint = GeographyPoint;

/** Edm.GeometryLineString: as GeographyLineString, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryLineString = GeographyLineString;

/** Edm.GeometryPolygon: as GeographyPolygon, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryPolygon = GeographyPolygon;

/** Edm.GeometryMultiPoint: as GeographyMultiPoint, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryMultiPoint = GeographyMultiPoint;

/** Edm.GeometryMultiLineString: as GeographyMultiLineString, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryMultiLineString = GeographyMultiLineString;

/** Edm.GeometryMultiPolygon: as GeographyMultiPolygon, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryMultiPolygon = GeographyMultiPolygon;

/** Edm.GeometryCollection: as GeographyCollection, on a flat surface (CSDL 4.01 section 3.3). */
export type GeometryCollection = GeographyCollection;

/** Edm.Geometry: any of the shapes, on a flat surface (CSDL 4.01 section 3.3). */
export type Geometry = Geography;
