import {
  addLargeGalleryViewOperation,
  appHostedMediaConfig,
  type AppHostedMediaConfigTagged,
  call,
  callCreate,
  type CallCreate,
  type CallCreateTagged,
  type CallTagged,
  callUpdate,
  type CallUpdateTagged,
  communicationsUserIdentity,
  type Identity,
  identity,
  type IdentitySet,
  identitySet,
  type MediaConfig,
  type MediaConfigCreate,
  mediaInfo,
  mediaInfoCreate,
  mediaPrompt,
  organizerMeetingInfoCreate,
  participantInfoCreate,
  type Prompt,
  serviceHostedMediaConfigCreate,
} from "../../generated/src/index.js";
import * as factories from "../../generated/src/factories.js";
import { exactly, read } from "./support.js";

/** The result has the literal tag and stands wherever its declared base does. */
export function results(): void {
  const media = appHostedMediaConfig({ blob: "opaque" });
  exactly<AppHostedMediaConfigTagged>()(media, true);
  exactly<"#microsoft.graph.appHostedMediaConfig">()(media["@odata.type"], true);
  exactly<CallTagged>()(call({ state: "established" }), true);
  exactly<CallCreateTagged>()(callCreate({ callbackUri: "https://bot.example" }), true);
  exactly<CallUpdateTagged>()(callUpdate({ subject: "Later" }), true);
  const received: MediaConfig = media;
  const create: MediaConfigCreate = media;
  const prompt: Prompt = mediaPrompt({ mediaInfo: mediaInfo({ uri: "https://bot.example/hello.wav" }) });
  const actors: Identity[] = [identity({ id: "1" }), communicationsUserIdentity({ tenantId: "2" })];
  const set: IdentitySet = identitySet({ user: actors[0], application: communicationsUserIdentity() });
  read(received, create, prompt, set);
}

/** Where nothing is required, no argument is. */
export const bare: unknown[] = [
  appHostedMediaConfig(),
  appHostedMediaConfig(undefined),
  appHostedMediaConfig({}),
  call(),
  callUpdate(),
  identity(),
  addLargeGalleryViewOperation(),
];

/** A body made of factories, one in the other. */
export const made: CallCreate = callCreate({
  callbackUri: "https://bot.example",
  source: participantInfoCreate({ identity: identitySet({ application: identity({ id: "1" }) }) }),
  mediaConfig: serviceHostedMediaConfigCreate({ preFetchMedia: [{ uri: "https://bot.example/hello.wav" }] }),
  meetingInfo: organizerMeetingInfoCreate({ organizer: identitySet({ user: { id: "2" } }) }),
});

export function refused(): void {
  // @ts-expect-error TS2353: a misspelt member
  appHostedMediaConfig({ blop: "1" });
  // @ts-expect-error TS2353: the member of a sibling
  appHostedMediaConfig({ preFetchMedia: [] });
  // @ts-expect-error TS2322: the wrong kind of value
  appHostedMediaConfig({ blob: 1 });
  // @ts-expect-error TS2322: the tag of a sibling
  appHostedMediaConfig({ "@odata.type": "#microsoft.graph.serviceHostedMediaConfig" });
  // @ts-expect-error TS2554: something is required
  callCreate();
  // @ts-expect-error TS2345: and missing
  callCreate({});
  // @ts-expect-error TS2345: likewise
  mediaInfoCreate({ resourceId: "1" });
  // @ts-expect-error TS2339: an abstract type has no factory
  factories.mediaConfig();
}
