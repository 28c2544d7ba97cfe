import type {
  AppHostedMediaConfig,
  AppHostedMediaConfigTagged,
  Call,
  CallOptions,
  CommsNotification,
  CommsOperation,
  Identity,
  IdentitySet,
  MediaConfig,
  MeetingInfo,
  ParticipantInfo,
  Prompt,
  ResourceData,
} from "../../generated/src/index.js";
import { type Equal, exactly, type Expect, read } from "./support.js";

/** The tag of a declared base is the union of its concrete descendants; a concrete base may go untagged. */
export type Tags = [
  Expect<
    Equal<
      MediaConfig["@odata.type"],
      "#microsoft.graph.appHostedMediaConfig" | "#microsoft.graph.serviceHostedMediaConfig"
    >
  >,
  Expect<
    Equal<
      MeetingInfo["@odata.type"],
      | "#microsoft.graph.joinMeetingIdMeetingInfo"
      | "#microsoft.graph.organizerMeetingInfo"
      | "#microsoft.graph.tokenMeetingInfo"
    >
  >,
  Expect<
    Equal<CallOptions["@odata.type"], "#microsoft.graph.incomingCallOptions" | "#microsoft.graph.outgoingCallOptions">
  >,
  Expect<Equal<Prompt["@odata.type"], "#microsoft.graph.mediaPrompt">>,
  Expect<Equal<Call["@odata.type"], "#microsoft.graph.call" | undefined>>,
  Expect<Equal<ParticipantInfo["@odata.type"], "#microsoft.graph.participantInfo" | undefined>>,
  Expect<Equal<undefined extends Identity["@odata.type"] ? true : false, true>>,
  Expect<Equal<undefined extends CommsOperation["@odata.type"] ? true : false, true>>,
  Expect<Equal<undefined extends MeetingInfo["@odata.type"] ? true : false, false>>,
];

/** An unknown, misspelt, unprefixed or foreign discriminator is an error. */
export const refused: unknown[] = [
  // @ts-expect-error TS2322: no type of that name
  { "@odata.type": "#com.example.media" } satisfies MediaConfig,
  // @ts-expect-error TS2820: a misspelt name, with a suggestion
  { "@odata.type": "#microsoft.graph.appHostedMediaConfg" } satisfies MediaConfig,
  // @ts-expect-error TS2820: the number sign is missing
  { "@odata.type": "microsoft.graph.appHostedMediaConfig" } satisfies MediaConfig,
  // @ts-expect-error TS2820: the abstract type itself
  { "@odata.type": "#microsoft.graph.mediaConfig" } satisfies MediaConfig,
  // @ts-expect-error TS1360: no discriminator where the declared type is abstract
  {} satisfies MediaConfig,
  // @ts-expect-error TS2322: likewise, an undefined one
  { "@odata.type": undefined } satisfies MeetingInfo,
  // @ts-expect-error TS2322: a plain string is not enough
  { "@odata.type": ["#microsoft.graph.call"].join("") } satisfies Call,
  // @ts-expect-error TS2322: the tag of another type
  { "@odata.type": "#microsoft.graph.participant" } satisfies Call,
  // @ts-expect-error TS2353: the member of a sibling
  { "@odata.type": "#microsoft.graph.appHostedMediaConfig", preFetchMedia: [] } satisfies MediaConfig,
];

/** Where the declared type is concrete, the tag may be absent, undefined, its own or a descendant's. */
export const accepted: unknown[] = [
  {} satisfies Call,
  { "@odata.type": undefined } satisfies Call,
  { "@odata.type": "#microsoft.graph.call" } satisfies Call,
  { id: "1" } satisfies Identity,
  { "@odata.type": "#microsoft.graph.identity", id: "1" } satisfies Identity,
  { "@odata.type": "#microsoft.graph.communicationsPhoneIdentity", id: "1" } satisfies Identity,
  { "@odata.type": "#microsoft.graph.appHostedMediaConfig", blob: null } satisfies MediaConfig,
  { "@odata.type": "#microsoft.graph.resourceData" } satisfies ResourceData,
];

/** The plain name is the type of the declared position: what a member holds goes where the name stands. */
export function positions(call: Call, take: (set: IdentitySet, media: MediaConfig) => void): void {
  const identity = call.source?.identity;
  const mediaConfig = call.mediaConfig;
  if (identity && mediaConfig) take(identity, mediaConfig);
}

/** A resource needs its tag: nothing else says what it is. */
export const untagged: CommsNotification[] = [
  { resourceData: { "@odata.type": "#microsoft.graph.call", state: "established" } },
  { resourceData: [{ "@odata.type": "#microsoft.graph.participant", isMuted: true }] },
  { resourceData: null },
  {},
  // @ts-expect-error TS2322: an object without discriminator
  { resourceData: { state: "established" } },
  // @ts-expect-error TS2322: an item without discriminator
  { resourceData: [{ isMuted: true }] },
];

/** A tagged value is a value of the plain type, not the other way round. */
export function tagged(plain: AppHostedMediaConfig, exact: AppHostedMediaConfigTagged): void {
  const widened: AppHostedMediaConfig = exact;
  const declared: MediaConfig = exact;
  // @ts-expect-error TS2322: the tag may be absent
  const narrowed: AppHostedMediaConfigTagged = plain;
  read(widened, declared, narrowed);
  exactly<"#microsoft.graph.appHostedMediaConfig">()(exact["@odata.type"], true);
}
