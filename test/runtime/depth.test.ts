import { expect, test } from "vitest";
import { found, guardOf, judge } from "./model-cases.ts";

/** So many objects or arrays within each other. */
function nest(levels: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown {
  let value = inner;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const parent = (inner: unknown): unknown => ({ parent: inner });
const list = (inner: unknown): unknown => [inner];
const within = (inner: unknown): unknown => ({ within: inner });
const steps = (count: number, step: string | number): string => `/${step}`.repeat(count);

test.each([
  ["typed members", nest(511, parent, {}), []],
  ["typed members, one more", nest(512, parent, {}), [`too-deep ${steps(512, "parent")}`]],
  ["typed members, far more", nest(100_000, parent, {}), [`too-deep ${steps(512, "parent")}`]],
  ["a primitive at the end", nest(511, parent, { id: "c" }), []],
  ["untyped content", { extra: nest(511, list, 5) }, []],
  ["untyped content, one more", { extra: nest(512, list, 5) }, [`too-deep /extra${steps(511, 0)}`]],
  ["untyped content, far more", { extra: nest(100_000, list, 5) }, [`too-deep /extra${steps(511, 0)}`]],
  ["untyped objects", { extra: nest(100_000, parent, 5) }, [`too-deep /extra${steps(511, "parent")}`]],
  [
    "two branches",
    { extra: { a: nest(511, list, 5), b: nest(511, list, 5), c: [] } },
    [`too-deep /extra/a${steps(510, 0)}`, `too-deep /extra/b${steps(510, 0)}`],
  ],
  [
    "many beside each other, and one within",
    { extra: [...new Array<unknown>(600).fill({ a: {} }), nest(511, list, 5)] },
    [`too-deep /extra/600${steps(510, 0)}`],
  ],
  ["what is no array and goes deep", { id: nest(600, list, 5) }, ["wrong-type /id"]],
  ["undeclared members of closed types", { x: nest(100_000, list, 5) }, ["warning: undeclared-property /x"]],
  ["annotations", { "x@y": nest(100_000, list, 5) }, []],
])("%s", (_, value, want) => {
  const result = judge("call", value);
  expect(found(result)).toEqual(want);
  expect(guardOf("call", "received")(value)).toBe(result.ok);
});

test.each([
  ["dynamic content", { x: nest(511, list, 5) }, []],
  ["dynamic content, far more", { x: nest(100_000, list, 5) }, [`too-deep /x${steps(511, 0)}`]],
  ["a typed object in dynamic content", { x: [{ "@odata.type": "#demo.call", extra: nest(509, list, 5) }] }, []],
  [
    "a typed object, one more",
    { x: [{ "@odata.type": "#demo.call", extra: nest(510, list, 5) }] },
    [`too-deep /x/0/extra${steps(509, 0)}`],
  ],
  ["an untagged object", { x: nest(100_000, parent, 5) }, [`too-deep /x${steps(511, "parent")}`]],
  ["a dynamic array at the limit", nest(510, within, { x: [] }), []],
  ["a dynamic array beyond", nest(511, within, { x: [] }), [`too-deep ${steps(511, "within")}/x`]],
  ["a dynamic object at the limit", nest(510, within, { x: {} }), []],
  ["a dynamic object beyond", nest(511, within, { x: {} }), [`too-deep ${steps(511, "within")}/x`]],
  ["a dynamic item at the limit", nest(509, within, { x: [{}] }), []],
  ["a dynamic item beyond", nest(510, within, { x: [{}] }), [`too-deep ${steps(510, "within")}/x/0`]],
  [
    "a typed dynamic object beyond",
    nest(511, within, { x: { "@odata.type": "#demo.call", id: 5 } }),
    [`too-deep ${steps(511, "within")}/x`],
  ],
])("open types: %s", (_, value, want) => {
  const result = judge("identity", value);
  expect(found(result)).toEqual(want);
  expect(guardOf("identity", "received")(value)).toBe(result.ok);
});

const point = { type: "Point", coordinates: [1, 2] };
const polygon = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ],
  ],
};

test.each([
  ["a point at the limit", nest(509, within, { area: point }), []],
  ["a point beyond", nest(511, within, { area: point }), [`too-deep ${steps(511, "within")}/area`]],
  [
    "its coordinates beyond",
    nest(509, within, { area: { ...point, x: [[]] } }),
    [`too-deep ${steps(509, "within")}/area/x/0`],
  ],
  [
    "a polygon at the limit",
    nest(508, within, { area: polygon }),
    [0, 1, 2, 3].map((i) => `too-deep ${steps(508, "within")}/area/coordinates/0/${i}`),
  ],
  ["a polygon just within", nest(507, within, { area: polygon }), []],
  ["items at the limit", nest(508, within, { route: [point, point] }), []],
  ["items beyond", nest(509, within, { route: [point] }), [`too-deep ${steps(509, "within")}/route/0/coordinates`]],
  [
    "coordinates, far more",
    { area: { type: "Point", coordinates: nest(100_000, list, 5) } },
    [`too-deep /area/coordinates${steps(510, 0)}`],
  ],
  [
    "a reference system, far more",
    { area: { ...point, crs: nest(100_000, parent, 5) } },
    [`too-deep /area/crs${steps(510, "parent")}`],
  ],
  [
    "collections within each other",
    { area: nest(100_000, (inner) => ({ type: "GeometryCollection", geometries: [inner] }), point) },
    [`too-deep /area${steps(255, "geometries/0")}/geometries`],
  ],
  ["collections of untyped", { notes: [nest(509, list, 5)], remarks: [nest(509, list, 5)] }, []],
  ["collections of untyped, one more", { notes: [nest(511, list, 5)] }, [`too-deep /notes/0${steps(510, 0)}`]],
])("what members of other types hold counts: %s", (_, value, want) => {
  const result = judge("place", value);
  expect(found(result)).toEqual(want);
  expect(guardOf("place", "received")(value)).toBe(result.ok);
});

test("what stands around the value counts", () => {
  expect(judge("call", nest(509, parent, {}), "received", { depth: 2 }).ok).toBe(true);
  expect(judge("call", nest(510, parent, {}), "received", { depth: 2 }).ok).toBe(false);
});

test("circles end at the limit", () => {
  const circle: { extra?: unknown; parent?: unknown; also?: unknown } = {};
  circle.parent = circle;
  circle.extra = circle;
  const result = judge("call", circle);
  expect(result).toMatchObject({ ok: false, issues: { length: 100 } });
  expect(guardOf("call", "received")(circle)).toBe(false);
});
