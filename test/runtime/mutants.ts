import fc from "fast-check";

/** Values that are right somewhere. */
const samples: readonly unknown[] = [
  { "@odata.type": "#demo.appMedia", blob: "b", muted: null },
  { "@odata.type": "#demo.serviceMedia", preFetch: [{ uri: "u", resourceId: "r" }] },
  { id: "i", within: { id: null, note: { deep: [{ "@odata.type": "#demo.info", resourceId: "r" }] } }, name: "n" },
  {
    "@odata.type": "#demo.phoneSet",
    user: { id: "u" },
    phone: { id: "p" },
    guest: { "@odata.type": "#demo.identity" },
  },
  { "@odata.type": "#demo.participant", "@odata.etag": "e", id: "p", isMuted: true, info: { resourceId: "r" } },
  { id: "p", isMuted: false, joinedAt: "2026-11-30T09:15:00.123Z", "isMuted@odata.type": "#Boolean" },
  {
    "@odata.type": "#demo.call",
    "@odata.context": "c",
    id: "c",
    state: "running",
    color: "red",
    createdAt: "2026-11-30T09:15:00Z",
    tenantId: "01234567-89ab-cdef-0123-456789abcdef",
    retries: 3,
    media: { "@odata.type": "#demo.appMedia", blob: "b" },
    source: { user: { id: "u" } },
    rights: "read,write",
    modalities: ["idle", "running"],
    tags: ["a", null],
    extra: { any: [1, { thing: null }] },
    toString: "t",
    participants: [{ id: "p", isMuted: true }],
    parent: { color: "green", media: { "@odata.type": "#demo.serviceMedia" } },
  },
  { color: "green", media: { "@odata.type": "#demo.serviceMedia", preFetch: [] }, modalities: [] },
  {
    changeType: "red",
    resourceData: { "@odata.type": "#demo.call", id: null },
    other: { "@odata.type": "#demo.call" },
  },
  {
    resourceData: [{ "@odata.type": "#demo.participant" }, { "@odata.type": "#demo.call" }],
    more: [{ "@odata.type": "#x.y" }],
  },
  { "@odata.type": "#x.y", id: "r", thing: [{ "@odata.type": "#demo.participant", isMuted: true }] },
  { callbackUri: "https://bot.example/", modalities: ["idle"], media: null, wait: 1, "@type": "anything" },
];

const junk: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  5,
  1.5,
  -1,
  2 ** 31,
  "",
  "x",
  "toolong",
  "running",
  "Running",
  "unknownFutureValue",
  "red",
  "read,read",
  "read,write",
  "2026-11-30T09:15:00Z",
  "#demo.call",
  "demo.call",
  "#d.call",
  "d.participant",
  "https://demo.example/v1/$metadata#demo.call",
  "https://else.example/$metadata#demo.call",
  "#demo.media",
  "#demo.info",
  "#demo.appMedia",
  "demo.appMedia",
  "d.phoneSet",
  "#demo.identitySet",
  "#nowhere.type",
  [],
  {},
  [null],
  [[]],
  [{}],
  { "@odata.type": "demo.participant", isMuted: 3 },
  { "@type": "#demo.identity" },
  { "@odata.type": 5 },
  { "@type": "#demo.call", "@odata.type": "#demo.call" },
  { "@type": "#demo.call", "@odata.type": "#demo.info" },
  [{ "@odata.type": "#d.info", resourceId: "r" }],
  { "@odata.type": "#demo.appMedia", blob: "b" },
];

const names: readonly string[] = [
  "@odata.type",
  "@type",
  "@odata.id",
  "@odata.etag",
  "@odata.context",
  "@odata.bind",
  "state@odata.type",
  "id",
  "state",
  "color",
  "createdAt",
  "tenantId",
  "retries",
  "media",
  "source",
  "rights",
  "modalities",
  "tags",
  "extra",
  "toString",
  "participants",
  "parent",
  "resourceData",
  "changeType",
  "user",
  "phone",
  "within",
  "isMuted",
  "joinedAt",
  "info",
  "uri",
  "resourceId",
  "blob",
  "muted",
  "preFetch",
  "callbackUri",
  "wait",
  "undeclared",
  "__proto__",
  "constructor",
  "hasOwnProperty",
];

interface Mutation {
  readonly steps: readonly number[];
  readonly name: string;
  readonly what: "put" | "drop" | "replace";
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat(20), { maxLength: 4 }),
  name: fc.constantFrom(...names),
  what: fc.constantFrom("put", "drop", "replace"),
  value: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...junk) },
    { weight: 1, arbitrary: fc.constantFrom(...samples) },
  ),
});

/** Samples with a few places changed: mostly wrong in some ways, often right in spite of it. */
export const mutants: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 3 }))
  .map(([sample, mutations]) => mutations.reduce(mutate, structuredClone(sample)));

function mutate(root: unknown, { steps, name, what, value }: Mutation): unknown {
  const target = steps.reduce<unknown>((at, step) => {
    const children = isContainer(at) ? Object.values(at).filter(isContainer) : [];
    return children.length === 0 || step % (children.length + 1) === 0 ? at : children[step % children.length];
  }, root);
  if (!isContainer(target)) return structuredClone(value);
  const keys = Object.keys(target);
  const key = what === "put" && !Array.isArray(target) ? name : keys[name.length % Math.max(1, keys.length)];
  if (key === undefined) return root;
  if (what === "drop") Reflect.deleteProperty(target, key);
  else
    Object.defineProperty(target, key, {
      value: structuredClone(value),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  return root;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
