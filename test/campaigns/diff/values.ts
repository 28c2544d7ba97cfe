import type { Random } from "../../determinism/random.ts";
import type { Presence } from "../../../templates/runtime/shape.ts";
import {
  allMembers,
  ancestors,
  chance,
  derivedFrom,
  pick,
  type Doc,
  type Member,
  type Parameter,
  type Use,
} from "./documents.ts";

/** No value of the type can be made. */
export const none = Symbol("none");

/** What values are made from. */
export interface Making {
  readonly doc: Doc;
  readonly random: Random;
  readonly ieee754Compatible: boolean;
  /** Whether a type is in the package. */
  readonly has: (name: string) => boolean;
  /** Types that do not tell derived ones apart. */
  readonly opaque: ReadonlySet<string>;
}

const samples: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Byte: [0, 255],
  Date: ["2026-11-30"],
  Double: [1.5, 1e300, "INF", "NaN"],
  Guid: ["01234567-89ab-cdef-0123-456789abcdef"],
  Int16: [-32768, 255, 32767],
  Int32: [-2147483648, 2147483647, 5],
  SByte: [-128, 127],
  Single: [1.5, "INF", "-INF"],
  Stream: ["https://x", "x"],
  PrimitiveType: ["x", 1.5, true],
  Untyped: ["x", 1, { a: [1] }, [1], true],
  GeographyPoint: [{ type: "Point", coordinates: [1, 2] }],
};

function primitive({ type, maxLength, precision, scale }: Use, { random, ieee754Compatible }: Making): unknown {
  const name = type.slice("Edm.".length);
  const fraction = "123456".slice(0, precision === undefined ? 6 : precision);
  const dot = fraction === "" ? "" : `.${fraction}`;
  switch (name) {
    case "String":
      return pick(["", "x".repeat(Math.min(maxLength ?? 50, 50))], random);
    case "Binary":
      return Buffer.alloc(Math.min(maxLength ?? 10, 10)).toString("base64");
    case "DateTimeOffset":
      return pick([`2026-11-30T09:15:00${dot}Z`, "2026-11-30T09:15Z"], random);
    case "TimeOfDay":
      return `09:15:00${dot}`;
    case "Duration":
      return pick([`PT1${dot}S`, "P1D"], random);
    case "Int64":
      return pick<unknown>(ieee754Compatible ? ["9223372036854775807", "-1"] : [2 ** 53 - 1, -1], random);
    case "Decimal": {
      const value = decimal(precision, scale, random);
      return ieee754Compatible ? String(value) : value;
    }
    default:
      return pick(samples[name] ?? [], random) ?? none;
  }
}

/** Such that its digits are all that there may be. */
function decimal(precision: number | undefined, scale: string | undefined, random: Random): unknown {
  if (chance(0.2, random)) return 0;
  if (scale === "floating") return pick([0.01, 7], random);
  const most = Math.min(precision ?? 9, 9);
  const fraction = scale === "variable" ? pick([0, most], random) : Number(scale ?? 0);
  const behind = Math.min(fraction ?? 0, most);
  if (chance(0.5, random)) return 10 ** (most - behind) - 1;
  return behind === 0 ? 1 : Number(`0.${"9".repeat(behind)}`);
}

/** A value of a use: null, many or one. `none` where there is no value. */
export function valueOf(
  use: Use & Partial<Member>,
  presence: Presence,
  making: Making,
  depth: number,
  parameter = false,
): unknown {
  const { random } = making;
  if (!use.collection) {
    if (use.nullable !== false && chance(0.15, random)) return null;
    return itemOf(use, presence, making, depth);
  }
  const count = depth > 2 ? 0 : Math.floor(random() * 3);
  const items = Array.from({ length: count }, () =>
    use.nullable === true && chance(0.3, random) && !parameter ? null : itemOf(use, presence, making, depth + 1),
  );
  return items.filter((item) => item !== none);
}

function itemOf(use: Use & Partial<Member>, presence: Presence, making: Making, depth: number): unknown {
  const { doc, random } = making;
  if (use.union !== undefined) return resourceOf(use.union, presence, making, depth);
  if (use.unresolved === true) {
    const plain = depth > 6 ? none : membersOf(allMembers(use.type, doc), presence, making, depth + 1);
    return plain === none ? none : { "@odata.type": "#any.thing", ...(plain as object) };
  }
  if (use.type.startsWith("Edm.")) return primitive(use, making);
  const definition = doc.definitions.find(({ name }) => name === use.type);
  if (definition !== undefined) {
    const { type, maxLength, precision, scale } = definition;
    const facets = {
      maxLength: use.maxLength ?? maxLength,
      precision: use.precision ?? precision,
      scale: use.scale ?? scale,
    };
    return primitive({ type, collection: false, ...facets }, making);
  }
  const enumeration = doc.enums.find(({ name }) => name === use.type);
  if (enumeration !== undefined) {
    const { flags, members } = enumeration;
    if (flags && members.length > 0) {
      const some = members.filter(() => chance(0.5, random));
      return (some.length === 0 ? members : some).map(({ name }) => name).join(",");
    }
    return pick(members, random)?.name ?? none;
  }
  return objectOf(use.type, presence, making, depth);
}

/** One or many of a resource union: always with the discriminator of a concrete type. */
function resourceOf(union: readonly string[], presence: Presence, making: Making, depth: number): unknown {
  const { doc, random } = making;
  const name = pick(union, random) ?? "";
  if (ancestors(name, doc).at(-1)?.abstract !== false) return none;
  const one = objectOf(name, presence, making, depth);
  if (one === none) return none;
  const tagged = { "@odata.type": `#${name}`, ...(one as object) };
  return chance(0.5, random) ? [tagged] : tagged;
}

/** An object that stands where the type is declared. */
export function objectOf(name: string, presence: Presence, making: Making, depth: number): unknown {
  const { doc, random, has, opaque } = making;
  const itself = ancestors(name, doc).at(-1);
  if (itself === undefined || depth > 6) return none;
  const all = opaque.has(name) ? [itself] : [itself, ...derivedFrom(name, doc).filter((one) => has(one.name))];
  const concrete = all.filter((type) => !type.abstract || opaque.has(name));
  const type = pick(concrete, random);
  if (type === undefined) return none;
  const inside = type.kind === "ComplexType" && presence === "update" ? "create" : presence;
  const members = membersOf(allMembers(type.name, doc), inside, making, depth);
  if (members === none) return none;
  const tagged = type !== itself || itself.abstract || chance(0.5, random);
  return tagged ? { "@odata.type": `#${type.name}`, ...(members as object) } : members;
}

function membersOf(members: readonly Member[], presence: Presence, making: Making, depth: number): unknown {
  const result: Record<string, unknown> = {};
  for (const member of members) {
    const { needed, sent } = rulesOf(member, presence);
    if (!sent || (!needed && (depth > 3 || chance(0.25, making.random)))) continue;
    const inside = presence === "update" && !member.navigation ? "create" : presence;
    const value = valueOf(member.key ? { ...member, nullable: false } : member, inside, making, depth + 1);
    if (value !== none) result[member.name] = value;
    else if (needed) return none;
  }
  return result;
}

/** What the contract says of a member in a presence (README, "Presences"). */
function rulesOf(member: Member, presence: Presence): { needed: boolean; sent: boolean } {
  const { nullable, key, computed, readPermission, immutable, defaultValue, collection, navigation } = member;
  const readOnly = computed || readPermission;
  const strict = (nullable === false || key) && !collection && !navigation;
  switch (presence) {
    case "received":
      return { needed: false, sent: true };
    case "declared":
      return { needed: strict, sent: true };
    case "create":
      return { needed: strict && !key && !defaultValue && !readOnly, sent: !readOnly };
    case "update":
      return { needed: false, sent: !readOnly && !key && !immutable };
  }
}

export function parametersOf(parameters: readonly Parameter[], making: Making): unknown {
  const result: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const needed = parameter.nullable === false && !parameter.optional;
    if (!needed && chance(0.3, making.random)) continue;
    const value = valueOf(parameter, "create", making, 1);
    if (value !== none) result[parameter.name] = value;
    else if (needed) return none;
  }
  return result;
}
