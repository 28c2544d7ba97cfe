import type {
  Call,
  CallCreate,
  CallDeclared,
  CallOptions,
  CallOptionsCreate,
  CallOptionsDeclared,
  CallUpdate,
  IdentitySet,
  IdentitySetCreate,
  MediaInfo,
  MediaInfoCreate,
  OnlineMeetingUpdate,
  Participant,
  ParticipantInfo,
  ParticipantInfoCreate,
  Presence,
  PresenceCreate,
  PresenceDeclared,
  PresenceUpdate,
} from "../../generated/src/index.js";
import { type Equal, type Expect, read } from "./support.js";

type Has<T, Name extends string> = Name extends keyof T ? true : false;
type Requires<T, Name extends keyof T> = Partial<Pick<T, Name>> extends Pick<T, Name> ? false : true;

/** What each presence asks of one member. */
export type Required = [
  Expect<Equal<Requires<Call, "callbackUri">, false>>,
  Expect<Equal<Requires<CallCreate, "callbackUri">, true>>,
  Expect<Equal<Requires<CallUpdate, "callbackUri">, false>>,
  Expect<Equal<Requires<CallDeclared, "callbackUri">, true>>,
  Expect<Equal<Requires<Call, "id">, false>>,
  Expect<Equal<Requires<CallCreate, "id">, false>>,
  Expect<Equal<Requires<CallDeclared, "id">, true>>,
  Expect<Equal<Requires<MediaInfo, "uri">, false>>,
  Expect<Equal<Requires<MediaInfoCreate, "uri">, true>>,
];

/** Keys, computed and immutable members are absent where they cannot be sent. */
export type Absent = [
  Expect<Equal<Has<Call, "id">, true>>,
  Expect<Equal<Has<CallUpdate, "id">, false>>,
  Expect<Equal<Has<OnlineMeetingUpdate, "id">, false>>,
  Expect<Equal<Has<Presence, "sequenceNumber">, true>>,
  Expect<Equal<Has<PresenceCreate, "sequenceNumber">, false>>,
  Expect<Equal<Has<PresenceUpdate, "sequenceNumber">, false>>,
  Expect<Equal<Has<PresenceDeclared, "sequenceNumber">, true>>,
];

/** What may be null: a key only where it is received, `Nullable="false"` nowhere. */
export type Nulls = [
  Expect<Equal<Call["id"], string | null | undefined>>,
  Expect<Equal<CallCreate["id"], string | undefined>>,
  Expect<Equal<CallDeclared["id"], string>>,
  Expect<Equal<Call["callbackUri"], string | undefined>>,
  Expect<Equal<CallDeclared["callbackUri"], string>>,
  Expect<Equal<CallDeclared["subject"], string | null | undefined>>,
  Expect<Equal<Call["participants"], Participant[] | undefined>>,
];

/** Nested members follow the presence; inside an update, complex values follow create. Equal presences are aliases. */
export type Nested = [
  Expect<Equal<Call["source"], ParticipantInfo | null | undefined>>,
  Expect<Equal<CallCreate["source"], ParticipantInfoCreate | null | undefined>>,
  Expect<Equal<CallUpdate["source"], ParticipantInfoCreate | null | undefined>>,
  Expect<Equal<ParticipantInfo["identity"], IdentitySet | undefined>>,
  Expect<Equal<ParticipantInfoCreate["identity"], IdentitySetCreate>>,
  Expect<Equal<CallOptionsCreate, CallOptions>>,
  Expect<Equal<CallOptionsDeclared, CallOptions>>,
];

export const bodies: unknown[] = [
  { callbackUri: "https://bot.example" } satisfies CallCreate,
  { state: "terminated", id: null } satisfies Call,
  { subject: "Later" } satisfies CallUpdate,
  {} satisfies CallUpdate,
  { id: "1", callbackUri: "https://bot.example" } satisfies CallDeclared,
  // @ts-expect-error TS1360: callbackUri is missing
  {} satisfies CallCreate,
  // @ts-expect-error TS2322: callbackUri is undefined
  { callbackUri: undefined } satisfies CallCreate,
  // @ts-expect-error TS2322: callbackUri is null
  { callbackUri: null } satisfies Call,
  // @ts-expect-error TS1360: id is missing
  { callbackUri: "https://bot.example" } satisfies CallDeclared,
  // @ts-expect-error TS2322: id is null
  { callbackUri: "https://bot.example", id: null } satisfies CallDeclared,
  // @ts-expect-error TS2353: the key is in the URL
  { id: "1" } satisfies CallUpdate,
  // @ts-expect-error TS2353: computed
  { sequenceNumber: "1" } satisfies PresenceCreate,
  // @ts-expect-error TS2322: a collection is never null
  { participants: null } satisfies Call,
  // @ts-expect-error TS2322: nor are its items
  { targets: [null] } satisfies Call,
  // @ts-expect-error TS2741: identity of what is to be created
  { callbackUri: "https://bot.example", source: {} } satisfies CallCreate,
];

/** What was received is not what can be sent, and what is declared is all that was received. */
export function between(received: Call, declared: CallDeclared): void {
  // @ts-expect-error TS2322: callbackUri may be absent
  const create: CallCreate = received;
  const again: Call = declared;
  read(create, again);
}
