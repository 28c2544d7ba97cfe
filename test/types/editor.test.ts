import { describe, expect, it } from "vitest";
import { completions, errors } from "./language-service.ts";

describe("what completion offers", () => {
  const control = `"@odata.context" "@odata.etag" "@odata.id"`;
  it.each([
    [
      "members in a literal",
      "const a: CallCreate = { | };",
      `${control} "@odata.type" activeModalities answeredBy audioRoutingGroups callChainId callOptions callRoutes callbackUri chatInfo contentSharingSessions direction id incomingContext mediaConfig mediaState meetingCapability meetingInfo myParticipantId operations participants requestedModalities resultInfo ringingTimeoutInSeconds routingPolicies source state subject targets tenantId terminationReason toneInfo transcription`,
    ],
    [
      "members in an item of a literal",
      `const a: CallCreate = { callbackUri: "", targets: [{ | }] };`,
      `${control} "@odata.type" endpointType hidden id identity languageId participantId region removeFromDefaultAudioRoutingGroup replacesCallId`,
    ],
    [
      "the variants of a discriminator",
      `const a: MediaConfig = { "@odata.type": "|" };`,
      "#microsoft.graph.appHostedMediaConfig #microsoft.graph.serviceHostedMediaConfig",
    ],
    [
      "members of one variant only",
      `const a: MediaConfig = { "@odata.type": "#microsoft.graph.appHostedMediaConfig", | };`,
      `${control} blob removeFromDefaultAudioGroup`,
    ],
    [
      "members of an enumeration",
      `if (call.state === "|") {}`,
      "established establishing hold incoming redirecting ringing terminated terminating transferAccepted transferring unknownFutureValue",
    ],
    [
      "the init of a factory",
      "appHostedMediaConfig({ | });",
      `${control} "@odata.type" blob removeFromDefaultAudioGroup`,
    ],
  ])("%s", (_title, code, names) => {
    expect(completions(code)).toBe(names);
  });
});

describe("what the compiler says", () => {
  it.each([
    [
      "a required member is missing",
      "export const a: CallCreate = {};",
      "TS2741: Property 'callbackUri' is missing in type '{}' but required in type 'CallCreate'.",
    ],
    [
      "a member is misspelt",
      `export const a: CallCreate = { callbackUri: "", stat: "established" };`,
      "TS2561: Object literal may only specify known properties, but 'stat' does not exist in type 'CallCreate'. Did you mean to write 'state'?",
    ],
    [
      "a misspelt member is read",
      "export const a = call.stat;",
      "TS2551: Property 'stat' does not exist on type 'Call'. Did you mean 'state'?",
    ],
    [
      "a parameter is missing",
      `export const a: CallAnswerParameters = { callbackUri: "" };`,
      "TS2741: Property 'mediaConfig' is missing in type '{ callbackUri: string; }' but required in type 'CallAnswerParameters'.",
    ],
    [
      "the discriminator is unknown",
      `export const a: MediaConfig = { "@odata.type": "#microsoft.graph.other" };`,
      `TS2322: Type '"#microsoft.graph.other"' is not assignable to type '"#microsoft.graph.appHostedMediaConfig" | "#microsoft.graph.serviceHostedMediaConfig"'.`,
    ],
    [
      "there is no discriminator",
      "export const a: MediaConfig = {};",
      "TS2322: Type '{}' is not assignable to type 'MediaConfig'.",
    ],
    [
      "an enumeration has no such member",
      `export const a: Call = { state: "Established" };`,
      `TS2820: Type '"Established"' is not assignable to type 'CallState | null | undefined'. Did you mean '"established"'?`,
    ],
  ])("%s", (_title, code, message) => {
    expect(errors(code)).toBe(message);
  });
});
