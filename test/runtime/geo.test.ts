import { expect, test } from "vitest";
import * as geo from "../../templates/runtime/geo.ts";
import * as shapes from "../../templates/runtime/geo-shapes.ts";
import { type Row, rows } from "./primitive-rows.ts";

const crs = { type: "name", properties: { name: "EPSG:4326" } };
const ring = [
  [0, 0],
  [0, 1],
  [1, 1],
  [0, 0],
];
const point = { type: "Point", coordinates: [1, 2] };
const line = {
  type: "LineString",
  coordinates: [
    [1, 2],
    [3, 4],
  ],
};
const polygon = { type: "Polygon", coordinates: [ring] };

const points: readonly Row[] = [
  [point, "ok"],
  [{ coordinates: [1, 2, 3], type: "Point" }, "ok"],
  [{ type: "Point", coordinates: [1, 2, 3, 4], crs }, "ok"],
  [{ ...point, crs: undefined }, "ok"],
  [{ ...point, bbox: [1, 2, 1, 2] }, "ok"],
  [{ ...point, title: "foreign" }, "ok"],
  [{ ...point, bbox: [1, 2, 3, 4, 1, 2, 3, 4] }, "ok"],
  [{ ...point, bbox: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5] }, "bad-format"],
  [{ ...point, bbox: [1, 2, 1] }, "bad-format"],
  [{ ...point, bbox: [1, 2, 3, 1, 2] }, "bad-format"],
  [{ ...point, bbox: [1, 2, 1, "2"] }, "bad-format"],
  [{ ...point, bbox: { length: 4 } }, "bad-format"],
  [{ ...point, geometry: null }, "bad-format"],
  [{ ...point, features: [] }, "bad-format"],
  [{ ...point, crs: { type: "name", properties: { name: "urn:EPSG:4326" } } }, "bad-format"],
  [{ ...point, crs: { type: "name", properties: { name: "EPSG:432600" } } }, "bad-format"],
  [{ ...point, bbox: "any" }, "bad-format"],
  [{ ...point, properties: {} }, "bad-format"],
  [{ ...point, crs: null }, "bad-format"],
  [{ ...point, crs: { type: "link", properties: { name: "EPSG:4326" } } }, "bad-format"],
  [{ ...point, crs: { type: "name" } }, "bad-format"],
  [{ ...point, crs: { type: "name", properties: { name: "WGS84" } } }, "bad-format"],
  [{ ...point, crs: { type: "name", properties: { name: 4326 } } }, "bad-format"],
  [{ ...point, crs: { type: "name", properties: { name: ["EPSG:4326"] } } }, "bad-format"],
  [{ type: "point", coordinates: [1, 2] }, "bad-format"],
  [{ type: "Point" }, "bad-format"],
  [{ type: "Point", coordinates: [1] }, "bad-format"],
  [{ type: "Point", coordinates: [1, 2, 3, 4, 5] }, "bad-format"],
  [{ type: "Point", coordinates: [1, "2"] }, "bad-format"],
  [{ type: "Point", coordinates: [1, null] }, "bad-format"],
  [{ type: "Point", coordinates: [1, NaN] }, "bad-format"],
  [{ type: "Point", coordinates: [1, ,] }, "bad-format"],
  [{ type: "Point", coordinates: { 0: 1, 1: 2 } }, "bad-format"],
  [line, "bad-format"],
  ["POINT(1 2)", "wrong-type"],
  [[1, 2], "wrong-type"],
  [5, "wrong-type"],
];
// RFC 7946 section 3.1.2; OData JSON 4.01 section 7.1.
rows("GeographyPoint", shapes.geographyPoint, geo.isGeographyPoint, points);
rows("GeometryPoint", shapes.geometryPoint, geo.isGeometryPoint, points);
// RFC 7946 section 3.1.4.
rows("GeographyLineString", shapes.geographyLineString, geo.isGeographyLineString, [
  [line, "ok"],
  [{ type: "LineString", coordinates: [[1, 2]] }, "bad-format"],
  [{ type: "LineString", coordinates: [] }, "bad-format"],
  [{ type: "LineString", coordinates: [[1, 2], [3]] }, "bad-format"],
  [null, "wrong-type"],
]);
// RFC 7946 section 3.1.6.
rows("GeographyPolygon", shapes.geographyPolygon, geo.isGeographyPolygon, [
  [polygon, "ok"],
  [{ type: "Polygon", coordinates: [ring, ring] }, "ok"],
  [{ type: "Polygon", coordinates: [] }, "bad-format"],
  [{ type: "Polygon", coordinates: [ring.slice(0, 3)] }, "bad-format"],
  // There and back is no ring.
  [{ type: "Polygon", coordinates: [[...ring.slice(0, 2), [0, 0]]] }, "bad-format"],
  [{ type: "Polygon", coordinates: [[[0, 0], [0, 1], [1], [0, 0]]] }, "bad-format"],
  [{ type: "Polygon", coordinates: [null] }, "bad-format"],
  [{ type: "Polygon", coordinates: ["ring"] }, "bad-format"],
  [
    {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [0, 1],
          [1, 1],
          [0, 2],
        ],
      ],
    },
    "bad-format",
  ],
  [
    {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [0, 1],
          [1, 1],
          [0, 0, 0],
        ],
      ],
    },
    "bad-format",
  ],
]);
// RFC 7946 sections 3.1.3, 3.1.5 and 3.1.7.
rows("GeographyMultiPoint", shapes.geographyMultiPoint, geo.isGeographyMultiPoint, [
  [{ type: "MultiPoint", coordinates: [] }, "ok"],
  [{ type: "MultiPoint", coordinates: [[1, 2]] }, "ok"],
  [{ type: "MultiPoint", coordinates: [1, 2] }, "bad-format"],
]);
rows("GeographyMultiLineString", shapes.geographyMultiLineString, geo.isGeographyMultiLineString, [
  [{ type: "MultiLineString", coordinates: [] }, "ok"],
  [{ type: "MultiLineString", coordinates: [line.coordinates] }, "ok"],
  [{ type: "MultiLineString", coordinates: [[[1, 2]]] }, "bad-format"],
]);
rows("GeographyMultiPolygon", shapes.geographyMultiPolygon, geo.isGeographyMultiPolygon, [
  [{ type: "MultiPolygon", coordinates: [] }, "ok"],
  [{ type: "MultiPolygon", coordinates: [[ring]] }, "ok"],
  [{ type: "MultiPolygon", coordinates: [[]] }, "bad-format"],
]);
// RFC 7946 section 3.1.8.
const empty = { type: "GeometryCollection", geometries: [] };
const nest = (levels: number, inmost: unknown = point): unknown =>
  levels === 0 ? inmost : { type: "GeometryCollection", geometries: [nest(levels - 1, inmost)] };
rows("GeographyCollection", shapes.geographyCollection, geo.isGeographyCollection, [
  [{ type: "GeometryCollection", geometries: [] }, "ok"],
  [{ type: "GeometryCollection", geometries: [point, line, polygon] }, "ok"],
  [{ type: "GeometryCollection", geometries: [null] }, "bad-format"],
  [{ type: "GeometryCollection" }, "bad-format"],
  [nest(255), "ok"],
  [nest(256), "bad-format"],
  [nest(255, empty), "ok"],
  [nest(256, empty), "bad-format"],
  [point, "bad-format"],
]);
rows("Geography", shapes.geography, geo.isGeography, [
  [point, "ok"],
  [line, "ok"],
  [polygon, "ok"],
  [nest(1), "ok"],
  [{ type: "Feature", geometry: point }, "bad-format"],
  [true, "wrong-type"],
  [{ type: "MultiPoint", coordinates: [] }, "ok"],
  [{ type: "MultiLineString", coordinates: [] }, "ok"],
  [{ type: "MultiPolygon", coordinates: [] }, "ok"],
]);

test("collections nested beyond all reason are refused without a stack overflow", () => {
  let value: unknown = point;
  for (let level = 0; level < 100_000; level += 1) value = { type: "GeometryCollection", geometries: [value] };
  expect(geo.isGeography(value)).toBe(false);
});

test("how deep a shape goes counts where it stands, so the walker has to look", () => {
  expect(Object.values(shapes).filter(({ deep }) => deep !== true)).toEqual([]);
});
