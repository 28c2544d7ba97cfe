import type { ChangeType } from "../../generated/src/index.js";
import {
  type Call,
  CallState,
  type ChangeNotification,
  type Edm,
  Modality,
  OnlineMeetingContentSharingDisabledReason,
  type OnlineMeetingUpdate,
  type ToneInfo,
} from "../../generated/src/index.js";
import { type Equal, exactly, type Expect, type Mutual, read } from "./support.js";

/** An enumeration is a closed union and an object of the same name; flags are strings with an object of members. */
export type Enumerations = [
  Expect<Equal<ChangeType, "created" | "updated" | "deleted">>,
  Expect<Equal<(typeof ChangeType)[keyof typeof ChangeType], ChangeType>>,
  Expect<Equal<(typeof CallState)[keyof typeof CallState], CallState>>,
  Expect<Equal<typeof CallState.established, "established">>,
  Expect<Mutual<OnlineMeetingContentSharingDisabledReason, string>>,
  Expect<Equal<keyof typeof OnlineMeetingContentSharingDisabledReason, "watermarkProtection" | "unknownFutureValue">>,
  Expect<Equal<Extract<CallState, "ringing">, "ringing">>,
  Expect<Equal<Extract<Modality, "unknown">, "unknown">>,
];

export function states(call: Call): void {
  const state: CallState = CallState.established;
  const modalities: Modality[] = [Modality.audio, "video"];
  if (call.state === CallState.terminated) exactly<"terminated">()(call.state, true);
  // @ts-expect-error TS2820: the wrong case
  const upper: CallState = "Established";
  // @ts-expect-error TS2322: no enumeration is open
  const any: CallState = String(call.state);
  // @ts-expect-error TS2367: a misspelt member in a comparison
  if (call.state === "terminatd") return;
  // @ts-expect-error TS2551: a misspelt member of the object
  read(CallState.establishd);
  // @ts-expect-error TS2540: the object is read-only
  CallState.established = "established";
  read(state, modalities, upper, any);
}

export function flags(update: OnlineMeetingUpdate): void {
  const { watermarkProtection, unknownFutureValue } = OnlineMeetingContentSharingDisabledReason;
  const both: OnlineMeetingContentSharingDisabledReason = [watermarkProtection, unknownFutureValue].join(",");
  read(update, both);
}

/** Primitive types are strings and numbers by other names. */
export type Primitives = [
  Expect<Mutual<Edm.Guid, string>>,
  Expect<Mutual<Edm.DateTimeOffset, string>>,
  Expect<Mutual<Edm.Date, string>>,
  Expect<Mutual<Edm.TimeOfDay, string>>,
  Expect<Mutual<Edm.Duration, string>>,
  Expect<Mutual<Edm.Binary, string>>,
  Expect<Mutual<Edm.Stream, string>>,
  Expect<Equal<Edm.Untyped, unknown>>,
  Expect<Mutual<Edm.Int64, number>>,
  Expect<Equal<Edm.Double, number | "INF" | "-INF" | "NaN">>,
  Expect<Equal<Edm.Decimal, number | "INF" | "-INF" | "NaN">>,
  Expect<Equal<Edm.GeographyPoint["type"], "Point">>,
  Expect<Equal<ChangeNotification["subscriptionId"], Edm.Guid | undefined>>,
  Expect<Equal<ToneInfo["sequenceId"], Edm.Int64 | undefined>>,
  Expect<Equal<Call["meetingCapability"], unknown>>,
];
