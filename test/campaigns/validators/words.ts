import type { Random } from "../../determinism/random.ts";
import { judges } from "./judges.ts";

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.trunc(random() * list.length)] as T;
}

/** True once in so many times. */
export function once(random: Random, times: number): boolean {
  return random() * times < 1;
}

const types = [...new Set(judges.map(({ name }) => name))].filter((name) => !name.includes("("));
const members = new Set(judges.flatMap(({ shape }) => shape.members().map(([name]) => name)));

/** Names that objects inherit, that programs call when they find them, or that look like something else. */
const trickyNames: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "__defineGetter__",
  "__lookupSetter__",
  "toJSON",
  "then",
  "length",
  "size",
  "name",
  "~standard",
  "0",
  "1",
  "-1",
  "00",
  "4294967295",
  "1e3",
  "",
  " ",
  "id state",
  "id\u0000",
  "\ud800",
  "\u202eid",
  "@",
  "@type",
  "@odata.type",
  "@odata.id",
  "@odata.etag",
  "@odata.context",
  "@odata.count",
  "@odata.nextLink",
  "id@odata.type",
  "state@odata.bind",
];

/** Now and then a very long one. */
export function trickyName(random: Random): string {
  return once(random, 300) ? "x".repeat(3000) : pick(random, trickyNames);
}

export const names: readonly string[] = [...members];

export const strings: readonly string[] = [
  "",
  "x",
  "5",
  "true",
  "null",
  "INF",
  "-INF",
  "NaN",
  "1.5",
  "9223372036854775808",
  "established",
  "Established",
  "unknownFutureValue",
  "audio",
  "audio,video",
  "audio,audio",
  ",",
  "created",
  "running",
  "2026-11-30",
  "2026-02-30",
  "2026-11-30T09:15:00Z",
  "2026-11-30T09:15:00.123456789+05:30",
  "2026-11-30t09:15:00z",
  "23:59:60",
  "09:15:00.5",
  "PT5S",
  "P1DT",
  "112f7296-5fa4-42ca-bae8-6a692b15d4b8",
  "112F72965FA442CABAE86A692B15D4B8",
  "AQ==",
  "_w",
  "A",
  "constructor",
  "__proto__",
  "\ud800",
  "\udc00\ud800",
  "\u0000\u001b[31m",
  "\u202e\u2066",
  "\u2028",
  "\ufeff",
  "a\u0301",
  "😀",
];

const long = "y".repeat(2000);

export function randomString(random: Random): string {
  return once(random, 300) ? long : pick(random, strings);
}

export const numbers: readonly number[] = [
  0,
  -0,
  1,
  -1,
  5,
  255,
  256,
  65536,
  1.5,
  1e-7,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 53 + 2,
  9007199254740993,
  2 ** 63,
  1e19,
  1e308,
  -1e308,
  5e-324,
];

const spellings: readonly ((name: string) => string)[] = [
  (name) => `#${name}`,
  (name) => `#${name}`,
  (name) => `#${name}`,
  (name) => name,
  (name) => `#${name.replace("microsoft.graph.callRecords.", "self.").replace("microsoft.graph.", "graph.")}`,
  (name) => name.replace("microsoft.graph.", "graph."),
  (name) => `https://graph.microsoft.com/v1.0/$metadata#${name}`,
  (name) => `https://example.org/$metadata#${name}`,
  (name) => `$metadata#${name}`,
  (name) => `##${name}`,
  (name) => name.toUpperCase(),
  (name) => `#Collection(${name})`,
];

/** Anything that may stand as a discriminator: mostly a type's name in one of its spellings. */
export function tag(random: Random, name: string = pick(random, types)): unknown {
  if (once(random, 12))
    return pick<unknown>(random, [null, 5, true, [], {}, [`#${name}`], { "#": name }, "", "#", "."]);
  return pick(random, spellings)(name);
}
