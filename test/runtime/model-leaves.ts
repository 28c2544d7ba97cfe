/** The leaves of the model's guards: enumerations, facets, and what absence and null mean under each presence. */
import { isDateTimeOffset } from "../../templates/runtime/date-time.ts";
import { isFlags } from "../../templates/runtime/guard.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { isString } from "../../templates/runtime/strings.ts";

/** How a member may be absent or null: `must` be there, `may` be null. */
export type Leave = "must" | "may" | "mustOrNull" | "optional";

export function leaves(value: unknown, leave: Leave, is: (value: unknown) => boolean): boolean {
  if (value === undefined) return leave === "may" || leave === "optional";
  if (value === null) return leave === "may" || leave === "mustOrNull";
  return is(value);
}

export const inside = (presence: Presence): Presence => (presence === "update" ? "create" : presence);
/** `Nullable="false"` without any other fact. */
export const notNull = (presence: Presence): Leave =>
  presence === "create" || presence === "declared" ? "must" : "optional";

export const isColor = (value: unknown): boolean => value === "red" || value === "green";
export const isState = (value: unknown): boolean =>
  value === "idle" || value === "running" || value === "unknownFutureValue";
export const isRights = (value: unknown): boolean => isFlags(value, ["read", "write"]);
export const isTime = (value: unknown): boolean => isDateTimeOffset(value, 3);
export const isText = (value: unknown): boolean => isString(value);

/** Keys: read, perhaps null; made by the service; part of a whole representation; never updated. */
export function isKey(presence: Presence, value: unknown): boolean {
  if (presence === "update") return true;
  return leaves(value, ({ received: "may", create: "optional", declared: "must" } as const)[presence], isString);
}
