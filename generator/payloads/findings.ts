import { compareCodeUnits } from "../sort.ts";
import { splitName } from "../split-name.ts";
import { memberSignature } from "../member-signature.ts";
import { derivedMembers } from "./infer-type.ts";
import { shapeOf } from "./shape.ts";
import { summarise, type SeenDiscriminator, type SeenEnumMember, type SeenMember } from "./sightings.ts";
import { meantType, respelt, type TypeIndex } from "./type-index.ts";
import type { DiscriminatorFinding, EnumMemberFinding, InferredType, MemberFinding } from "./types.ts";

const maxSamples = 3;
const maxSample = 60;

/** OData ABNF, odataIdentifier. */
const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]{0,127}$/u;

/** An undeclared member as it is reported. */
export function toMember(member: SeenMember, type: InferredType, index: TypeIndex): MemberFinding {
  const { owner, name, values } = member;
  const samples = new Set(values.map(({ value }) => excerpt(value)));
  return {
    path: `${owner}/${name}`,
    owner,
    name,
    type,
    empty: shapeOf(member).items.length === 0,
    samples: [...samples].slice(0, maxSamples),
    meant: otherSpelling(member, index),
    obstacle: memberObstacle(member, index),
    ...summarise(values),
  };
}

function otherSpelling({ owner, name }: SeenMember, index: TypeIndex): string | undefined {
  const declared = index.structured.get(owner)?.members.keys() ?? [];
  return [...declared].find((other) => other.toLowerCase() === name.toLowerCase());
}

function memberObstacle(member: SeenMember, index: TypeIndex): string | undefined {
  const { owner, name } = member;
  if (index.slice.operations.has(owner)) return "an overlay adds no parameters";
  if (!identifier.test(name)) return "CSDL allows no such name";
  if (!index.structured.has(owner) && !isTypeName(owner)) return `CSDL allows no type "${owner}"`;
  const declared = new Set(derivedMembers(member, index).map(memberSignature));
  return declared.size > 1 ? "derived types declare it, each in another way" : undefined;
}

/** An undeclared member of an enumeration as it is reported. */
export function toEnumMember({ owner, name, sightings }: SeenEnumMember, index: TypeIndex): EnumMemberFinding {
  const obstacle = identifier.test(name) ? undefined : "CSDL allows no such name";
  const declared = index.enums.get(owner)?.members.map((member) => member.name) ?? [];
  const meant = declared.find((other) => other.toLowerCase() === name.toLowerCase());
  return { path: `${owner}/${name}`, owner, name, meant, obstacle, ...summarise(sightings) };
}

/** A discriminator as it is reported. */
export function toDiscriminator(seen: SeenDiscriminator, index: TypeIndex): DiscriminatorFinding {
  const { name, kind, declared, members, sightings } = seen;
  return {
    name,
    kind,
    declared,
    members: [...members].sort(compareCodeUnits),
    meant: kind === "unknown" ? meantType(name, index) : undefined,
    obstacle: discriminatorObstacle(seen, index),
    ...summarise(sightings),
  };
}

function discriminatorObstacle({ name, kind }: SeenDiscriminator, index: TypeIndex): string | undefined {
  if (kind === "outside") return "the metadata has it: add it to the roots";
  if (kind === "unfit" || kind === "unlisted") return "it has a declaration already";
  const other = respelt(name, index);
  if (other !== undefined) return `the metadata spells it ${other}`;
  return isTypeName(name) ? undefined : "CSDL allows no such name";
}

function isTypeName(text: string): boolean {
  const [namespace, simpleName] = splitName(text);
  return identifier.test(simpleName) && namespace.split(".").every((part) => identifier.test(part));
}

/** The start of a value as JSON; nothing is read deeper than what is shown. */
function excerpt(value: unknown): string {
  const text = typeof value === "object" && value !== null ? container(value) : JSON.stringify(value);
  return text.length > maxSample ? `${text.slice(0, maxSample)}…` : text;
}

function container(value: object): string {
  if (!Array.isArray(value)) return `{${Object.keys(value).slice(0, 8).join(", ")}}`;
  const first: unknown = value[0];
  if (value.length === 0) return "[]";
  return Array.isArray(first) ? "[[…]]" : `[${excerpt(first)}${value.length > 1 ? ", …" : ""}]`;
}
