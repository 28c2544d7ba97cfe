import fc from "fast-check";

/** A step into a value: what holds it, and under which key. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** A change at one of a value's places, chosen by number. */
export interface Mutation {
  readonly at: number;
  readonly change: (value: unknown, place: Place) => void;
}

const tags: readonly string[] = [
  "#microsoft.graph.call",
  "microsoft.graph.call",
  "#graph.call",
  "graph.participant",
  "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.identity",
  "https://example.org/$metadata#microsoft.graph.identity",
  "#microsoft.graph.identitySet",
  "#microsoft.graph.communicationsIdentitySet",
  "microsoft.graph.communicationsUserIdentity",
  "#microsoft.graph.participantInfo",
  "#microsoft.graph.invitationParticipantInfo",
  "#microsoft.graph.appHostedMediaConfig",
  "#microsoft.graph.mediaConfig",
  "#microsoft.graph.entity",
  "#microsoft.graph.commsOperation",
  "#microsoft.graph.callRecords.userIdentity",
  "#microsoft.graph.deltaParticipants",
  "#nowhere.type",
  "",
];

const words: readonly string[] = [
  "established",
  "Established",
  "unknownFutureValue",
  "audio",
  "updated",
  "2026-11-30T09:15:00Z",
  "2026-11-30",
  "112f7296-5fa4-42ca-bae8-6a692b15d4b8",
  "PT5S",
  "5",
  "INF",
];

const names: readonly string[] = [
  "@odata.type",
  "@type",
  "@odata.id",
  "@odata.etag",
  "id@odata.bind",
  "id",
  "state",
  "user",
  "phone",
  "identity",
  "resourceData",
  "mediaConfig",
  "callbackUri",
  "source",
  "participants",
  "value",
  "misspelt",
  "__proto__",
  "constructor",
  "toString",
];

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, 0, 5, -1, 1.5, 2 ** 31, 2 ** 63, Number.NaN),
  fc.constantFrom(...tags),
  fc.constantFrom(...words),
  fc.string({ maxLength: 5 }),
);

/** Values that stand where nobody expects them. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom(...names), leaf, { maxKeys: 3 }),
  fc.tuple(fc.constantFrom(...tags), leaf).map(([tag, id]) => ({ "@odata.type": tag, id })),
  fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...tags), fc.boolean()).map(([tag, other, agrees]) => {
    return { "@odata.type": tag, "@type": agrees ? tag : other };
  }),
);

function set({ holder, key }: Place, value: unknown): void {
  put(holder, key, value);
}

/** An own member whatever its name: `__proto__` too. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const changes: fc.Arbitrary<Mutation["change"]> = fc.oneof(
  junk.map(
    (value): Mutation["change"] =>
      (_, place) =>
        set(place, value),
  ),
  fc.constant<Mutation["change"]>((_, { holder, key }) => void Reflect.deleteProperty(holder, key)),
  fc.constant<Mutation["change"]>((value, place) => set(place, [value])),
  fc.constant<Mutation["change"]>((value, place) => set(place, Array.isArray(value) ? value[0] : { value })),
  // Other notations of a tag.
  fc.constantFrom(...tags).map((tag): Mutation["change"] => (value, place) => {
    if (isObject(value) && !Array.isArray(value)) put(value, "@odata.type", tag);
    else set(place, tag);
  }),
  fc.constant<Mutation["change"]>((value) => {
    if (!isObject(value) || typeof value["@odata.type"] !== "string") return;
    put(value, "@type", value["@odata.type"].replace(/^#microsoft\.graph\./, "graph."));
    delete value["@odata.type"];
  }),
  fc.constant<Mutation["change"]>((value) => {
    if (isObject(value)) delete value["@odata.type"];
  }),
  fc.tuple(fc.constantFrom(...names), junk).map(([name, inner]): Mutation["change"] => (value) => {
    if (isObject(value) && !Array.isArray(value)) put(value, name, inner);
  }),
  fc.constant<Mutation["change"]>((value, place) => {
    if (typeof value === "string") set(place, value.toUpperCase());
  }),
);

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ at: fc.nat(10_000), change: changes }),
  { maxLength: 4 },
);

/** A copy of a JSON value with the mutations applied one after the other. */
export function mutated(body: unknown, list: readonly Mutation[]): unknown {
  const root: Record<string, unknown> = { root: structuredClone(body) };
  for (const { at, change } of list) {
    const places = placesIn({ holder: root, key: "root" });
    const place = places[at % places.length];
    if (place !== undefined) change(place.holder[place.key], place);
  }
  return root["root"];
}

/** Every place of a value, itself first. */
function placesIn(place: Place, found: Place[] = []): Place[] {
  found.push(place);
  const value = Object.getOwnPropertyDescriptor(place.holder, place.key)?.value as unknown;
  if (isObject(value)) for (const key of Object.keys(value)) placesIn({ holder: value, key }, found);
  return found;
}
