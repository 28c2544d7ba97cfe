import type { Facts } from "./facts.ts";

/** What mutations are made of: names and values that mean something to the service, and others that nearly do. */
export interface Pools {
  readonly tags: readonly string[];
  readonly names: readonly string[];
  readonly leaves: readonly unknown[];
  /** Whole values, to be put where they do not belong. */
  readonly parts: readonly unknown[];
}

// prettier-ignore
const odd: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 255, 256, -129, 32768, 2147483648, 1e15, 1e19, 2 ** 63, 1e39, 3.5e38, 1e308, "", "0", "5",
  "a", " a", "A", "true", "INF", "-INF", "+INF", "NaN", "nan", "Infinity", "1e5", ".5", "1.", "+1", "0x10", [], [[]], {},
  [null], [{}], "2026-11-30", "2026-02-29", "2026-13-01", "2026-11-31", "2024-02-29", "1900-02-29", "026-01-01",
  "02026-01-01", "2026-11-30T09:15:00Z", "2026-11-30T09:15Z", "2026-11-30T09:15:00", "2026-11-30t09:15:00Z",
  "2026-11-30T09:15:00z", "2026-11-30T24:00:00Z", "2026-11-30T23:59:60Z", "2026-11-30T09:59:60Z",
  "2026-11-30T09:15:00+24:00", "2026-11-30T09:15:00.1234567890123Z", "2026-11-30T09:15:00.Z", "2026-11-30 09:15:00Z",
  "09:15", "9:15", "09:15:60", "23:59:60", "24:00", "09:15:00.123", "P", "PT", "P1DT", "P1D", "PT5S", "PT5.5S", "PT.5S",
  "-P1D", "+P1D", "P1Y", "P1M", "PT1S1M", "p1d", "P-1D", "112f7296-5fa4-42ca-bae8-6a692b15d4b8",
  "112f7296-5fa4-42ca-bae8-6a692b15d4b", "112f72965fa442cabae86a692b15d4b8", "{112f7296-5fa4-42ca-bae8-6a692b15d4b8}",
  "112f7296-5fa4-42ca-bae8-6a692b15d4bg", "QQ", "QQ==", "QQ=", "QR==", "QQ====", "YWI=", "YWI", "YWJ=", "-_-_", "+/+/",
  "-/-_", "Q", "Q===", "=", "==", "QUJD", "QUJDRA", "9223372036854775807", "9223372036854775808",
  "-9223372036854775808", "-9223372036854775809", "0000000000000000000001", "123456.78", "1234567.89", 123456.78, 0.001,
  99999.99, 99999.999, 9.99e96, 1e97, 1e-101, 1e-102, [0, 0, 1, 1], [0, 0, 1], 100000, 1e-7, 1.23e-5, "1.50", "1e2", "\uD800", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
  { type: "Point", coordinates: [1] }, { type: "Point", coordinates: [1, 2] }, { type: "name", properties: {} },
  { coordinates: [1, 2] }, { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [1, 2] }] },
];

// prettier-ignore
const oddNames: readonly string[] = [
  "@odata.type", "@type", "@odata.id", "@odata.etag", "@odata.context", "@odata.bind", "id@odata.bind", "extra",
  "misspelt", "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "type", "coordinates",
  "crs", "geometries", "bbox", "properties", "features", "geometry", "value", "",
];

/** Takes what a service says, returns the pools of its mutations. */
export function poolsOf(facts: Facts, serviceRoot: string | undefined, parts: readonly unknown[]): Pools {
  const types = [...facts.structured.keys()];
  const spelt = types.flatMap((name) => spellings(facts, serviceRoot, name));
  const members = [...facts.structured.values()].flatMap((type) => [...type.members.keys()]);
  const parameters = facts.operations.flatMap((operation) => operation.parameters.map(({ name }) => name));
  const words = [...facts.enums.values()].flatMap((enumeration) => enumeration.members);
  return {
    tags: [
      ...types.map((name) => `#${name}`),
      ...spelt,
      "",
      "#",
      "#nowhere.type",
      "#Edm.String",
      ...facts.enums.keys(),
    ],
    names: [...new Set([...members, ...parameters, ...oddNames, ...oddNames])],
    leaves: [...odd, ...words, ...words.map((word) => word.toUpperCase())],
    parts,
  };
}

function spellings(facts: Facts, serviceRoot: string | undefined, name: string): readonly string[] {
  const dot = name.lastIndexOf(".");
  const aliases = [...facts.aliases]
    .filter(([, namespace]) => namespace === name.slice(0, dot))
    .map(([alias]) => alias);
  const short = aliases.map((alias) => alias + name.slice(dot));
  const roots = serviceRoot === undefined ? [] : [`${serviceRoot}$metadata#${name}`];
  return [
    name,
    ...short,
    ...short.map((alias) => `#${alias}`),
    ...roots,
    `https://elsewhere.example/$metadata#${name}`,
  ];
}
