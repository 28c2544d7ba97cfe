import type { Check } from "../../templates/runtime/guard.ts";
import { guarded } from "../../templates/runtime/guarded.ts";
import type { ObjectShape, Presence } from "../../templates/runtime/shape.ts";
import { validate, type ValidateOptions, type Validation } from "../../templates/runtime/validate.ts";
import * as at from "./model-guards.ts";
import { isPlaceAt, place } from "./model-place.ts";
import * as shapes from "./model.ts";

/** The types of the model: shape and guard side by side. */
export const types = {
  call: { shape: shapes.call, at: at.isCallAt },
  participant: { shape: shapes.participant, at: at.isParticipantAt },
  info: { shape: shapes.info, at: at.isInfoAt },
  media: { shape: shapes.media, at: at.isMediaAt },
  appMedia: { shape: shapes.appMedia, at: at.isAppMediaAt },
  serviceMedia: { shape: shapes.serviceMedia, at: at.isServiceMediaAt },
  identity: { shape: shapes.identity, at: at.isIdentityAt },
  identitySet: { shape: shapes.identitySet, at: at.isIdentitySetAt },
  phoneSet: { shape: shapes.phoneSet, at: at.isPhoneSetAt },
  notification: { shape: shapes.notification, at: at.isNotificationAt },
  changed: { shape: shapes.changed, at: at.isChangedAt },
  answer: { shape: shapes.answer, at: at.isAnswerAt },
  place: { shape: place, at: isPlaceAt },
} satisfies Record<string, { shape: ObjectShape; at: (presence: Presence) => at.GuardAt }>;

export type TypeName = keyof typeof types;
export const typeNames: readonly TypeName[] = [
  "call",
  "participant",
  "info",
  "media",
  "appMedia",
  "serviceMedia",
  "identity",
  "identitySet",
  "phoneSet",
  "notification",
  "changed",
  "answer",
  "place",
];

/** The guard of a type as the package exports it. */
export function guardOf(name: TypeName, presence: Presence): (value: unknown) => value is object {
  const check = checkOf(name, presence);
  return (value): value is object => guarded(check, value);
}

/** Asked for notes the guards of the model refuse and have none, so that the walk has to look everywhere. */
function checkOf(name: TypeName, presence: Presence): Check<object> {
  const check = types[name].at(presence);
  return (value, depth, notes): value is object => notes === undefined && check(value, depth);
}

/** Validates as the package does. */
export function judge(
  name: TypeName,
  value: unknown,
  presence: Presence = "received",
  options?: ValidateOptions,
): Validation<object> {
  return validate(
    checkOf(name, presence),
    types[name].shape,
    shapes.termsOf(presence, name === "answer" || presence !== "received"),
    value,
    options,
  );
}

/** Says in one line each what was found: `code /path`, with `warning:` before warnings. */
export function found(result: Validation<unknown>): readonly string[] {
  return (result.ok ? result.warnings : result.issues).map(
    ({ code, severity, path }) =>
      `${severity === "warning" ? "warning: " : ""}${code} ${path.map((p) => `/${p}`).join("")}`,
  );
}
