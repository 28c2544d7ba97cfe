import { describe, expect, test } from "vitest";
import {
  isCommsNotifications,
  partitionCommsNotifications,
  validateCommsNotifications,
} from "../../generated/src/validators.ts";
import { accessTo, findingsOf, toFinding } from "../golden/examples.ts";
import { absent, batch, damage, notification } from "./notifications.ts";

const call = "17-join-meeting-established";
const callState = "04-peer-call-established";
const sharing = "05-content-sharing-started";
const roster = "18-join-meeting-roster";
const delta = "19-join-meeting-roster-delta";
const operation = "operation";

const participant = "/resourceData/0/participants/1";

/** What is broken, in which notification, where, what stands there now, the one issue; and where, if elsewhere. */
type Row = readonly [what: string, source: string, at: string, value: unknown, code: string, found?: string];

const rows: readonly Row[] = [
  ["a call's state is a Boolean", callState, "/resourceData/state", true, "wrong-type"],
  ["a call's state is an array", callState, "/resourceData/state", ["established"], "wrong-type"],
  ["a call's state is a number", callState, "/resourceData/state", 3, "unknown-enum-member"],
  ["a direction that does not exist", callState, "/resourceData/direction", "sideways", "unknown-enum-member"],
  ["a direction in another case", callState, "/resourceData/direction", "Outgoing", "unknown-enum-member"],
  ["an id that is a number", callState, "/resourceData/id", 421, "wrong-type"],
  ["a callback address that is null", callState, "/resourceData/callbackUri", null, "null-not-allowed"],
  ["no discriminator", callState, "/resourceData/@odata.type", absent, "missing-discriminator", "/resourceData"],
  ["a discriminator of no type", callState, "/resourceData/@odata.type", "#microsoft.graph.phone", "unexpected-type"],
  [
    "a discriminator of another type",
    callState,
    "/resourceData/@odata.type",
    "#microsoft.graph.chatInfo",
    "unexpected-type",
  ],
  ["a discriminator that is no string", callState, "/resourceData/@odata.type", 7, "wrong-type"],
  ["resource data that are a string", callState, "/resourceData", "established", "expected-object"],
  [
    "an object where modalities are listed",
    call,
    "/resourceData/requestedModalities",
    { 0: "audio" },
    "expected-array",
  ],
  ["an array where chat information stands", call, "/resourceData/chatInfo", ["19:meeting"], "expected-object"],
  ["a thread that is an object", call, "/resourceData/chatInfo/threadId", { id: "19:meeting" }, "wrong-type"],
  ["a message number that is a number", call, "/resourceData/chatInfo/messageId", 0, "wrong-type"],
  [
    "meeting information without discriminator",
    call,
    "/resourceData/meetingInfo/@odata.type",
    absent,
    "missing-discriminator",
    "/resourceData/meetingInfo",
  ],
  [
    "meeting information of the abstract type",
    call,
    "/resourceData/meetingInfo/@odata.type",
    "#microsoft.graph.meetingInfo",
    "unexpected-type",
  ],
  ["no organizer", call, "/resourceData/meetingInfo/organizer", null, "null-not-allowed"],
  [
    "an organizer tagged as a user",
    call,
    "/resourceData/meetingInfo/organizer/@odata.type",
    "#microsoft.graph.identity",
    "unexpected-type",
  ],
  ["a Boolean in words", call, "/resourceData/meetingInfo/allowConversationWithoutHost", "true", "wrong-type"],
  [
    "a month that does not exist",
    call,
    "/resourceData/transcription",
    { lastModifiedDateTime: "2026-13-01T00:00:00Z" },
    "bad-format",
    "/resourceData/transcription/lastModifiedDateTime",
  ],
  [
    "a time without offset",
    call,
    "/resourceData/transcription",
    { lastModifiedDateTime: "2026-01-13T00:00:00" },
    "bad-format",
    "/resourceData/transcription/lastModifiedDateTime",
  ],
  ["a session that is null", sharing, "/resourceData/0", null, "null-not-allowed"],
  ["a session in an array of its own", sharing, "/resourceData/0", [], "expected-object"],
  [
    "a session without discriminator",
    sharing,
    "/resourceData/0/@odata.type",
    absent,
    "missing-discriminator",
    "/resourceData/0",
  ],
  ["a display name that is a list", roster, "/resourceData/0/info/identity/user/displayName", ["John"], "wrong-type"],
  [
    "an identity that is a string",
    roster,
    "/resourceData/1/info/identity/application",
    "Calling Bot",
    "expected-object",
  ],
  [
    "an identity set tagged as another type",
    roster,
    "/resourceData/1/info/identity/@odata.type",
    "#microsoft.graph.identity",
    "unexpected-type",
  ],
  ["participant information that is null", roster, "/resourceData/0/info", null, "null-not-allowed"],
  [
    "a stream's direction that does not exist",
    roster,
    "/resourceData/0/mediaStreams/2/direction",
    "both",
    "unknown-enum-member",
  ],
  ["a stream's direction that is null", roster, "/resourceData/0/mediaStreams/1/direction", null, "null-not-allowed"],
  ["a stream's source that is a number", roster, "/resourceData/0/mediaStreams/0/sourceId", 1, "wrong-type"],
  ["streams that are one object", roster, "/resourceData/1/mediaStreams", { sourceId: "10" }, "expected-array"],
  ["a stream that is null", roster, "/resourceData/0/mediaStreams/1", null, "null-not-allowed"],
  ["muted by a number", roster, "/resourceData/1/isMuted", 1, "wrong-type"],
  ["a sequence number in words", delta, "/resourceData/0/sequenceNumber", "1", "wrong-type"],
  ["a sequence number with a fraction", delta, "/resourceData/0/sequenceNumber", 1.5, "bad-format"],
  ["a sequence number beyond 64 bits", delta, "/resourceData/0/sequenceNumber", 1e19, "out-of-range"],
  ["a participant of another type", delta, `${participant}/@odata.type`, "#microsoft.graph.call", "unexpected-type"],
  ["a roster number that is a Boolean", delta, `${participant}/rosterSequenceNumber`, false, "wrong-type"],
  ["a reason that is a number", delta, `${participant}/removedState/reason`, 404, "wrong-type"],
  ["a removed state that is a string", delta, `${participant}/removedState`, "Removed from roster", "expected-object"],
  ["participants that are null", delta, "/resourceData/0/participants", null, "null-not-allowed"],
  ["an operation's status in capitals", operation, "/resourceData/status", "COMPLETED", "unknown-enum-member"],
  ["an operation's status that is null", operation, "/resourceData/status", null, "null-not-allowed"],
  ["a result's code as a string", operation, "/resourceData/resultInfo/code", "200", "wrong-type"],
  ["a result's code beyond 32 bits", operation, "/resourceData/resultInfo/code", 2 ** 31, "out-of-range"],
  ["a result's subcode that is null", operation, "/resourceData/resultInfo/subcode", null, "null-not-allowed"],
  ["a result that is a list", operation, "/resourceData/resultInfo", [{ code: 200 }], "expected-object"],
  ["a client context that is a number", operation, "/resourceData/clientContext", 12, "wrong-type"],
  ["a kind of change that does not exist", operation, "/changeType", "moved", "unknown-enum-member"],
];

const type = "microsoft.graph.commsNotifications";

const table = rows.map(([what, source, at, value, code, found = at]) => ({ what, source, at, value, code, found }));

describe.each(table)("$what", ({ source, at, value, code, found }) => {
  const broken = notification(source);
  damage(broken, at, value);
  const given = batch(broken);
  const want = [{ pointer: `/value/1${found}`, code }];

  test("is the one issue, at its place", () => {
    const verdict = validateCommsNotifications(given);
    expect(verdict.ok).toBe(false);
    expect(findingsOf(verdict)).toEqual(want);
  });

  test("is what the registry says, too", () => {
    const access = accessTo(type, "received");
    const verdict = access?.validate(given);
    expect(verdict === undefined ? [] : findingsOf(verdict)).toEqual(want);
    expect(access?.is(given)).toBe(false);
  });

  test("is refused by the guard", () => {
    expect(isCommsNotifications(given)).toBe(false);
  });

  test("does not cost the other notifications of the batch", () => {
    const { valid, invalid, issues } = partitionCommsNotifications(given);
    expect(valid).toEqual([given.value[0], given.value[2]]);
    expect(invalid.map((item) => [item.index, item.issues.map(toFinding)])).toEqual([[1, [{ pointer: found, code }]]]);
    expect(issues).toBeUndefined();
  });
});

describe("the notifications before they are broken", () => {
  test.each([...new Set(rows.map(([, source]) => source))])("%s is valid", (source) => {
    const given = batch(notification(source));
    expect(validateCommsNotifications(given)).toEqual({ ok: true, value: given, warnings: [] });
    expect(isCommsNotifications(given)).toBe(true);
    expect(partitionCommsNotifications(given)).toEqual({ valid: given.value, invalid: [] });
  });

  test("are broken in at least 20 places, each once with each value", () => {
    expect(new Set(rows.map(([, source, at]) => `${source} ${at}`)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(rows.map(([what]) => what)).size).toBe(rows.length);
  });
});
