/**
 * Guards for the model, written by hand in another way than the generator's, and without a look at `presence.ts`: they are
 * the other opinion that the walker is compared with.
 */
import { isArrayOf, isNullableArrayOf, isUntyped, MAX_DEPTH } from "../../templates/runtime/guard.ts";
import type { TaggedGuards } from "../../templates/runtime/is-dynamic.ts";
import { own } from "../../templates/runtime/own.ts";
import { isInt32 } from "../../templates/runtime/numbers.ts";
import type { Presence } from "../../templates/runtime/shape.ts";
import { isBoolean, isGuid, isString } from "../../templates/runtime/strings.ts";
import { annotations, control, dynamics, isObject } from "./model-control.ts";
import { inside, isColor, isKey, isRights, isState, isText, isTime, leaves, notNull } from "./model-leaves.ts";
import { wire } from "./model.ts";

export type GuardAt = (value: unknown, depth: number) => boolean;
type ByPresence = (presence: Presence) => GuardAt;

export const isInfoAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"uri" | "resourceId">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.info") return false;
  return leaves(value.uri, "may", (uri) => isString(uri, 5)) && leaves(value.resourceId, notNull(presence), isString);
};

export const isMediaAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject(value)) return false;
  const tag = value["@odata.type"];
  if (tag === "#demo.appMedia") return isAppMediaAt(presence)(value, depth);
  return tag === "#demo.serviceMedia" && isServiceMediaAt(presence)(value, depth);
};

export const isAppMediaAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"muted" | "blob">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.appMedia") return false;
  return leaves(value.muted, "may", isBoolean) && leaves(value.blob, notNull(presence), isString);
};

export const isServiceMediaAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"muted" | "preFetch">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.serviceMedia") return false;
  const isItem = isInfoAt(inside(presence));
  return (
    leaves(value.muted, "may", isBoolean) &&
    leaves(value.preFetch, "optional", (items) => isArrayOf(items, depth + 1, undefined, isItem))
  );
};

export const isIdentityAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"id" | "within">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.identity") return false;
  const isWithin = isIdentityAt(inside(presence));
  return (
    leaves(value.id, "may", isString) &&
    leaves(value.within, "may", (within) => isWithin(within, depth + 1)) &&
    dynamics(value, ["id", "within"], depth, guards(presence))
  );
};

export const isIdentitySetAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"user">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag === "#demo.phoneSet") return isPhoneSetAt(presence)(value, depth);
  if (tag !== undefined && tag !== "#demo.identitySet") return false;
  return (
    leaves(value.user, "may", (user) => isIdentityAt(inside(presence))(user, depth + 1)) &&
    dynamics(value, ["user"], depth, guards(presence))
  );
};

export const isPhoneSetAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"user" | "phone">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.phoneSet") return false;
  const isUser = isIdentityAt(inside(presence));
  return (
    leaves(value.user, "may", (user) => isUser(user, depth + 1)) &&
    leaves(value.phone, notNull(presence), (phone) => isUser(phone, depth + 1)) &&
    dynamics(value, ["user", "phone"], depth, guards(presence))
  );
};

export const isParticipantAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"id" | "isMuted" | "info" | "joinedAt">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.participant") return false;
  if (!isKey(presence, value.id)) return false;
  const isSent = presence === "create" || presence === "update";
  return (
    leaves(value.isMuted, notNull(presence), isBoolean) &&
    leaves(value.info, "may", (item) => isInfoAt(inside(presence))(item, depth + 1)) &&
    (isSent || leaves(value.joinedAt, "may", isTime))
  );
};

type CallKey =
  | "id"
  | "state"
  | "color"
  | "createdAt"
  | "tenantId"
  | "retries"
  | "media"
  | "source"
  | "rights"
  | "modalities"
  | "tags"
  | "extra"
  | "participants"
  | "parent"
  | "toString";

export const isCallAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<CallKey>(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.call") return false;
  const isSent = presence === "create" || presence === "update";
  const isMedia = isMediaAt(inside(presence));
  const isSource = isIdentitySetAt(inside(presence));
  return (
    isKey(presence, value.id) &&
    leaves(value.state, "may", isState) &&
    leaves(value.color, notNull(presence), isColor) &&
    (isSent || leaves(value.createdAt, presence === "declared" ? "must" : "optional", isTime)) &&
    (presence === "update" || leaves(value.tenantId, "may", isGuid)) &&
    leaves(value.retries, presence === "declared" ? "must" : "optional", isInt32) &&
    leaves(value.media, notNull(presence), (item) => isMedia(item, depth + 1)) &&
    leaves(value.source, "may", (item) => isSource(item, depth + 1)) &&
    leaves(value.rights, "may", isRights) &&
    leaves(value.modalities, "optional", (items) => isArrayOf(items, depth + 1, undefined, isState)) &&
    leaves(value.tags, "optional", (items) => isNullableArrayOf(items, depth + 1, undefined, isText)) &&
    leaves(value.extra, "may", (item) => isUntyped(item, depth + 1)) &&
    leaves(own(value, "toString"), "may", isString) &&
    leaves(value.participants, "optional", (items) =>
      isArrayOf(items, depth + 1, undefined, isParticipantAt(presence)),
    ) &&
    leaves(value.parent, "may", (item) => isCallAt(presence)(item, depth + 1))
  );
};

export const isNotificationAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"changeType" | "resourceData">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && tag !== "#demo.notification") return false;
  return (
    leaves(value.changeType, "may", isColor) &&
    leaves(value.resourceData, "may", (data) => isResource(inside(presence), data, depth + 1)) &&
    dynamics(value, ["changeType", "resourceData"], depth, guards(presence))
  );
};

function isResource(presence: Presence, value: unknown, depth: number): boolean {
  const isItem: GuardAt = (item, at) => {
    if (!isObject(item)) return false;
    if (item["@odata.type"] === "#demo.call") return isCallAt(presence)(item, at);
    return item["@odata.type"] === "#demo.participant" && isParticipantAt(presence)(item, at);
  };
  return Array.isArray(value) ? isArrayOf(value, depth, undefined, isItem) : isItem(value, depth);
}

export const isChangedAt: ByPresence = (presence) => (value, depth) => {
  if (!isObject<"id">(value) || depth > MAX_DEPTH || !control(value)) return false;
  const tag = value["@odata.type"];
  if (tag !== undefined && typeof tag !== "string") return false;
  return leaves(value.id, "may", isString) && dynamics(value, ["id"], depth, guards(presence));
};

export const isAnswerAt: ByPresence = (presence) => (value, depth) => {
  type Key = "callbackUri" | "modalities" | "media" | "wait";
  if (!isObject<Key>(value) || depth > MAX_DEPTH || !annotations(value)) return false;
  return (
    leaves(value.callbackUri, "must", isString) &&
    leaves(value.modalities, "must", (items) => isArrayOf(items, depth + 1, undefined, isState)) &&
    leaves(value.media, "may", (item) => isMediaAt(inside(presence))(item, depth + 1)) &&
    leaves(value.wait, "optional", isInt32)
  );
};

function guards(presence: Presence): TaggedGuards {
  const found: { readonly [tag: string]: GuardAt } = {
    "#demo.info": isInfoAt(inside(presence)),
    "#demo.media": isMediaAt(inside(presence)),
    "#demo.appMedia": isAppMediaAt(inside(presence)),
    "#demo.serviceMedia": isServiceMediaAt(inside(presence)),
    "#demo.identity": isIdentityAt(inside(presence)),
    "#demo.identitySet": isIdentitySetAt(inside(presence)),
    "#demo.phoneSet": isPhoneSetAt(inside(presence)),
    "#demo.participant": isParticipantAt(presence),
    "#demo.call": isCallAt(presence),
    "#demo.notification": isNotificationAt(inside(presence)),
  };
  return { wire, find: (tag) => (Object.prototype.hasOwnProperty.call(found, tag) ? found[tag] : undefined) };
}
