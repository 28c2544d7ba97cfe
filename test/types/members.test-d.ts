import type {
  AppHostedMediaConfig,
  Call,
  CallCreate,
  ChatInfo,
  ODataCollection,
  Participant,
  ParticipantInfo,
  ResourceData,
} from "../../generated/src/index.js";
import { exactly, read } from "./support.js";

/** `call` and `participantInfo` are open types, `chatInfo` and `appHostedMediaConfig` closed ones: all the same here. */
export const literals: unknown[] = [
  // @ts-expect-error TS2561: closed, with a suggestion
  { thredId: "1" } satisfies ChatInfo,
  // @ts-expect-error TS2353: closed, derived
  { blop: "1" } satisfies AppHostedMediaConfig,
  // @ts-expect-error TS2561: open, with a suggestion
  { stat: "established" } satisfies Call,
  // @ts-expect-error TS2561: open, to be created
  { callbackUrl: "https://bot.example", callbackUri: "https://bot.example" } satisfies CallCreate,
  // @ts-expect-error TS2353: open, nothing of that kind
  { colour: "red" } satisfies ParticipantInfo,
  // @ts-expect-error TS2353: open and without members of its own
  { id: "1" } satisfies ResourceData,
  // @ts-expect-error TS2561: at depth
  { source: { identity: { usr: {} } } } satisfies Call,
  // @ts-expect-error TS2561: in an item
  { targets: [{ identty: {} }] } satisfies Call,
];

export function reads(call: Call, chat: ChatInfo, participant: Participant): void {
  // @ts-expect-error TS2551: open
  read(call.stat);
  // @ts-expect-error TS2551: closed
  read(chat.thredId);
  // @ts-expect-error TS2551: open, inherited
  read(call.iD);
  // @ts-expect-error TS2551: open, at depth
  read(participant.info?.identty);
  // @ts-expect-error TS2551: by name
  read(call["stat"]);
  // @ts-expect-error TS2551: an assignment
  call.stat = "established";
}

/** Control information and annotations need no cast. */
export function annotations(call: Call, page: ODataCollection<Call>): void {
  exactly<"#microsoft.graph.call" | undefined>()(call["@odata.type"], true);
  exactly<string | undefined>()(call["@odata.etag"], true);
  exactly<string | undefined>()(call["@odata.context"], true);
  exactly<string | undefined>()(call["@odata.id"], true);
  exactly<string | undefined>()(page["@odata.nextLink"], true);
  exactly<string | undefined>()(page["@odata.deltaLink"], true);
  exactly<number | undefined>()(page["@odata.count"], true);
  exactly<Call[]>()(page.value, true);
  const annotated: ChatInfo = {
    "@odata.etag": 'W/"1"',
    "threadId@odata.type": "#String",
    "messageId@com.example.reason": { any: "thing" },
    threadId: "1",
  };
  exactly<unknown>()(annotated["threadId@odata.type"], true);
  exactly<unknown>()(call["source@odata.bind"], true);
  const { "@odata.etag": etag, ...rest } = annotated;
  read(etag, rest.threadId);
}

export const controlIsTyped: unknown[] = [
  // @ts-expect-error TS2322: an etag is a string
  { "@odata.etag": 1 } satisfies Call,
  // @ts-expect-error TS2322: so is a link
  { value: [], "@odata.nextLink": null } satisfies ODataCollection<Call>,
];

/** An own `undefined` counts as absent, everywhere. */
export const undefinedIsAbsent: Call = {
  "@odata.type": undefined,
  "@odata.etag": undefined,
  state: undefined,
  callbackUri: undefined,
  targets: undefined,
  source: { identity: undefined },
};
