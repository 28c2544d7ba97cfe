import {
  type CallAnswerParameters,
  type CallMuteParameters,
  type CallMuteResult,
  type CallPlayPromptParameters,
  type callRecords,
  type CallRecording,
  type CallRecordingCollectionDeltaResult,
  type CloudCommunicationsGetPresencesByUserIdParameters,
  type CloudCommunicationsGetPresencesByUserIdResult,
  type InvitationParticipantInfoCreate,
  isODataError,
  type MediaConfigCreate,
  type MuteParticipantOperation,
  type ODataCollection,
  type ODataError,
  type OnlineMeetingGetVirtualAppointmentJoinWebUrlResult,
  type ParticipantCollectionInviteParameters,
  type ParticipantMuteParameters,
  parseCallAnswerParameters,
  type Presence,
  type PresenceSetPresenceParameters,
  type PresenceSetStatusMessageParameters,
  validateCollection,
  validatePresence,
} from "../../generated/src/index.js";
import type * as operations from "../../generated/src/operations.js";
import { body, type Equal, exactly, type Expect, read } from "./support.js";

/** What operations return: envelopes round collections and primitive values. */
export type Results = [
  Expect<Equal<CallMuteResult, MuteParticipantOperation>>,
  Expect<Equal<CallRecordingCollectionDeltaResult, ODataCollection<CallRecording>>>,
  Expect<Equal<CloudCommunicationsGetPresencesByUserIdResult, ODataCollection<Presence>>>,
  Expect<Equal<NonNullable<OnlineMeetingGetVirtualAppointmentJoinWebUrlResult["value"]>, string>>,
  Expect<Equal<callRecords.CallRecordCollectionGetPstnCallsResult, ODataCollection<callRecords.PstnCallLogRow>>>,
  Expect<Equal<operations.CallMuteResult, CallMuteResult>>,
];

/** Parameters have the create presence; collections too are required there. */
export type Parameters = [
  Expect<Equal<CallAnswerParameters["mediaConfig"], MediaConfigCreate>>,
  Expect<Equal<ParticipantCollectionInviteParameters["participants"], InvitationParticipantInfoCreate[]>>,
  Expect<Equal<CallMuteParameters["clientContext"], string | null | undefined>>,
  Expect<Equal<CloudCommunicationsGetPresencesByUserIdParameters["ids"], string[]>>,
];

export const bodies: unknown[] = [
  {
    callbackUri: "https://bot.example",
    mediaConfig: { "@odata.type": "#microsoft.graph.appHostedMediaConfig", blob: "opaque" },
    acceptedModalities: ["audio"],
    callOptions: { isContentSharingNotificationEnabled: true },
  } satisfies CallAnswerParameters,
  { participants: [{ identity: { user: { id: "1" } } }] } satisfies ParticipantCollectionInviteParameters,
  { availability: "Busy", activity: "InACall", expirationDuration: "PT1H" } satisfies PresenceSetPresenceParameters,
  { statusMessage: { message: { content: "Away" } } } satisfies PresenceSetStatusMessageParameters,
  {} satisfies CallMuteParameters,
  {} satisfies ParticipantMuteParameters,
  // @ts-expect-error TS1360: callbackUri and mediaConfig are missing
  {} satisfies CallAnswerParameters,
  // @ts-expect-error TS1360: mediaConfig is missing
  { callbackUri: "https://bot.example" } satisfies CallAnswerParameters,
  // @ts-expect-error TS2322: mediaConfig is not nullable
  { callbackUri: "https://bot.example", mediaConfig: null } satisfies CallAnswerParameters,
  // @ts-expect-error TS1360: a required collection
  {} satisfies ParticipantCollectionInviteParameters,
  // @ts-expect-error TS2741: an item without its identity
  { participants: [{}] } satisfies ParticipantCollectionInviteParameters,
  // @ts-expect-error TS1360: availability and activity are missing
  { sessionId: "1" } satisfies PresenceSetPresenceParameters,
  // @ts-expect-error TS2353: the parameter of another action
  { sessionId: "1" } satisfies PresenceSetStatusMessageParameters,
  // @ts-expect-error TS2741: the file of a prompt
  { prompts: [{ "@odata.type": "#microsoft.graph.mediaPrompt" }] } satisfies CallPlayPromptParameters,
];

/** An action that returns nothing has no result type. */
// @ts-expect-error TS2694: `reject` returns nothing
export type Nothing = operations.CallRejectResult;

export function envelopes(): void {
  exactly<CallAnswerParameters>()(parseCallAnswerParameters(body), true);
  const page = validateCollection(validatePresence)(body);
  if (page.ok) exactly<ODataCollection<Presence>>()(page.value, true);
  if (isODataError(body)) exactly<ODataError>()(body, true);
  if (isODataError(body)) read(body.error.code, body.error.details?.[0]?.message);
}
