/** Beside the model: a type whose members hold objects and arrays without being of a structured type. */
import { geography, geographyPoint } from "../../templates/runtime/geo-shapes.ts";
import { isGeography, isGeographyPoint } from "../../templates/runtime/geo.ts";
import { isArrayOf, isNullableArrayOf, isUntyped, MAX_DEPTH } from "../../templates/runtime/guard.ts";
import { control, isObject } from "./model-control.ts";
import { COLLECTION, NOT_NULL, NULL_ITEMS, type ObjectShape, type Presence } from "../../templates/runtime/shape.ts";
import { untyped } from "../../templates/runtime/untyped.ts";
import { leaves } from "./model-leaves.ts";

export const place: ObjectShape = {
  kind: "object",
  name: "demo.place",
  members: () => [
    ["area", geography],
    ["route", geographyPoint, COLLECTION | NOT_NULL],
    ["notes", untyped, COLLECTION | NULL_ITEMS],
    ["remarks", untyped, COLLECTION | NOT_NULL],
    ["within", place],
  ],
};

type Key = "area" | "route" | "notes" | "remarks" | "within";

type ByPresence = (presence: Presence) => (value: unknown, depth: number) => boolean;

export const isPlaceAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<Key>(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.place") return false;
  return (
    leaves(value.area, "may", (area) => isGeography(area, depth + 1)) &&
    leaves(value.route, "optional", (items) => isArrayOf(items, depth + 1, undefined, isGeographyPoint)) &&
    leaves(value.notes, "optional", (items) => isNullableArrayOf(items, depth + 1, undefined, isUntyped)) &&
    leaves(value.remarks, "optional", (items) => isArrayOf(items, depth + 1, undefined, isUntyped)) &&
    leaves(value.within, "may", (inner) => isPlaceAt(presence)(inner, depth + 1))
  );
};
