/**
 * A small model with one of everything, as the generator would describe it: an abstract base with variants, a concrete
 * base with variants, open types, a resource union, three kinds of enumerations, recursion, and members with each fact.
 */
import { dateTimeOffset } from "../../templates/runtime/date-time.ts";
import { fullDemands } from "../../templates/runtime/demands.ts";
import { int32 } from "../../templates/runtime/numbers.ts";
import {
  COLLECTION,
  DEFAULTED,
  type EnumShape,
  IMMUTABLE,
  KEY,
  type MemberShape,
  NAVIGATION,
  NOT_NULL,
  NULL_ITEMS,
  type ObjectShape,
  OPTIONAL,
  PARAMETER,
  type Presence,
  READ_ONLY,
  type ResourceShape,
  type UntypedShape,
  type ValueShape,
  type Wire,
} from "../../templates/runtime/shape.ts";
import { anyText, boolean, guid, text } from "../../templates/runtime/strings.ts";
import type { Terms } from "../../templates/runtime/validate.ts";

/** The terms of a presence in the package of the model. */
export function termsOf(presence: Presence, demanding = presence !== "received"): Terms {
  return presence === "received" && !demanding ? { presence, wire } : { presence, wire, demands: fullDemands };
}

export const wire: Wire = { aliases: [["d", "demo"]], serviceRoot: "https://demo.example/v1/" };
export const presences: readonly Presence[] = ["received", "create", "update", "declared"];

export const color: EnumShape = { kind: "enum", name: "demo.color", members: ["red", "green"], flags: false };
export const state: EnumShape = {
  kind: "enum",
  name: "demo.state",
  members: ["idle", "running", "unknownFutureValue"],
  flags: false,
};
export const rights: EnumShape = { kind: "enum", name: "demo.rights", members: ["read", "write"], flags: true };
export const empty: EnumShape = { kind: "enum", name: "demo.empty", members: [], flags: false };
const untyped: UntypedShape = { kind: "untyped" };

const plain = /* @__PURE__ */ anyText;
const short = /* @__PURE__ */ text(5);
const time = /* @__PURE__ */ dateTimeOffset(3);

function member(name: string, shape: ValueShape | (() => ValueShape), facts = 0): MemberShape {
  return [name, typeof shape === "function" ? shape() : shape, facts];
}

export const info: ObjectShape = {
  kind: "object",
  name: "demo.info",
  members: () => [member("uri", short), member("resourceId", plain, NOT_NULL)],
};

export const media: ObjectShape = {
  kind: "object",
  name: "demo.media",
  discriminator: "required",
  variants: () => [appMedia, serviceMedia],
  members: () => [member("muted", boolean)],
};

export const appMedia: ObjectShape = {
  kind: "object",
  name: "demo.appMedia",
  base: () => media,
  members: () => [member("blob", plain, NOT_NULL)],
};

export const serviceMedia: ObjectShape = {
  kind: "object",
  name: "demo.serviceMedia",
  base: () => media,
  members: () => [member("preFetch", () => info, COLLECTION | NOT_NULL)],
};

export const identity: ObjectShape = {
  kind: "object",
  name: "demo.identity",
  open: findType,
  members: () => [member("id", plain), member("within", () => identity)],
};

export const identitySet: ObjectShape = {
  kind: "object",
  name: "demo.identitySet",
  variants: () => [phoneSet],
  open: findType,
  members: () => [member("user", () => identity)],
};

export const phoneSet: ObjectShape = {
  kind: "object",
  name: "demo.phoneSet",
  base: () => identitySet,
  open: findType,
  members: () => [member("phone", () => identity, NOT_NULL)],
};

export const participant: ObjectShape = {
  kind: "object",
  name: "demo.participant",
  entity: true,
  members: () => [
    member("id", plain, KEY | NOT_NULL),
    member("isMuted", boolean, NOT_NULL),
    member("info", () => info),
    member("joinedAt", time, READ_ONLY),
  ],
};

export const call: ObjectShape = {
  kind: "object",
  name: "demo.call",
  entity: true,
  members: () => [
    member("id", plain, KEY | NOT_NULL),
    member("state", state),
    member("color", color, NOT_NULL),
    member("createdAt", time, READ_ONLY | NOT_NULL),
    member("tenantId", guid, IMMUTABLE),
    member("retries", int32, NOT_NULL | DEFAULTED),
    member("media", () => media, NOT_NULL),
    member("source", () => identitySet),
    member("rights", rights),
    member("modalities", state, COLLECTION | NOT_NULL),
    member("tags", plain, COLLECTION | NULL_ITEMS),
    member("extra", untyped),
    member("toString", plain),
    member("participants", () => participant, COLLECTION | NAVIGATION),
    member("parent", () => call, NAVIGATION),
  ],
};

export const resource: ResourceShape = { kind: "resource", items: () => [call, participant] };

export const notification: ObjectShape = {
  kind: "object",
  name: "demo.notification",
  open: findType,
  members: () => [member("changeType", color), member("resourceData", resource)],
};

/** A type whose discriminator is data, as in `changeNotification/resourceData`. */
export const changed: ObjectShape = {
  kind: "object",
  name: "demo.changed",
  discriminator: "data",
  open: findType,
  members: () => [member("id", plain)],
};

export const answer: ObjectShape = {
  kind: "object",
  name: "action:demo.answer(demo.call)",
  discriminator: "none",
  members: () => [
    member("callbackUri", plain, PARAMETER | NOT_NULL),
    member("modalities", state, PARAMETER | NOT_NULL | COLLECTION),
    member("media", () => media, PARAMETER),
    member("wait", int32, PARAMETER | NOT_NULL | OPTIONAL),
  ],
};

const named = [info, media, appMedia, serviceMedia, identity, identitySet, phoneSet, participant, call, notification];

/** The type that a canonical tag names. */
export function findType(tag: string): ObjectShape | undefined {
  return named.find(({ name }) => `#${name}` === tag);
}
