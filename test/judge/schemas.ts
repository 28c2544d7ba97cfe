import type { Closure } from "./closure.ts";
import { type Facts, isA, type Member, type Operation, type Presence, type Structured } from "./facts.ts";
import { type Schema, valueSchema } from "./primitives.ts";

/** All that decides what a payload may look like. */
export interface Service {
  readonly facts: Facts;
  readonly closure: Closure;
  /** Types whose derived types are not told apart (option `derived`). */
  readonly notDerived: ReadonlySet<string>;
  readonly ieee754Compatible: boolean;
  readonly serviceRoot: string | undefined;
}

/** What a schema is of: `at` is a declared position, `exact` one type alone, `data` a position whose tag is data. */
type Kind = "at" | "exact" | "data" | "dynamic" | "page" | "result";

export function idOf(kind: Kind, presence: Presence, name: string): string {
  return `https://judge.example/${kind}/${presence}/${encodeURIComponent(name)}`;
}

/** The members that have a type wherever they stand (OData JSON 4.6). */
export const control = {
  "@odata.context": { type: "string" },
  "@odata.id": { type: "string" },
  "@odata.etag": { type: "string" },
};

/** A discriminator in its other spelling is legal, and never canonical (contract, section 4, `non-canonical-type`). */
const noShortTag = { "@type": false };

/** An object of one type, whatever its tag says. */
export function exactSchema(service: Service, type: Structured, presence: Presence): Schema {
  const members = [...type.members.values()];
  const rest = type.open ? { $ref: idOf("dynamic", presence, "") } : true;
  return {
    $id: idOf("exact", presence, type.name),
    ...objectOf(members, presence, (member) => memberSchema(service, member, presence)),
    additionalProperties: rest,
  };
}

/** The parameters of an operation, which are sent (contract, section 2). */
export function parametersSchema(service: Service, { key, parameters }: Operation): Schema {
  return {
    $id: idOf("exact", "create", key),
    ...objectOf(parameters, "create", (member) => memberSchema(service, member, "create")),
  };
}

/** JSON Schema's `properties` has no room for `__proto__` in every implementation; a pattern has. */
function objectOf(
  members: readonly Member[],
  presence: Presence,
  schemaOf: (member: Member) => Schema,
): Exclude<Schema, boolean> {
  const entries = members.map((member) => [member.name, schemaOf(member)] as const);
  const proto = entries.filter(([name]) => name === "__proto__").map(([, schema]) => ["^__proto__$", schema]);
  return {
    type: "object",
    properties: { ...control, ...Object.fromEntries(entries.filter(([name]) => name !== "__proto__")) },
    patternProperties: { "@": true, ...Object.fromEntries(proto) },
    required: members.filter((member) => isRequired(member, presence)).map(({ name }) => name),
  };
}

/** Contract, section 2: what has to be there. */
export function isRequired(member: Member, presence: Presence): boolean {
  const { parameter, collection, navigation, nullable, key, hasDefault, readOnly, optional } = member;
  if (parameter) return nullable === false && !optional;
  if (collection || navigation || (nullable !== false && !key)) return false;
  return presence === "declared" || (presence === "create" && !key && !hasDefault && !readOnly);
}

/** Contract, section 2: what is no part of the type. Where it comes all the same, nobody looks at it. */
export function isSent({ parameter, readOnly, key, immutable }: Member, presence: Presence): boolean {
  if (parameter) return true;
  if (presence === "create") return !readOnly;
  return presence !== "update" || !(readOnly || key || immutable);
}

/** Contract, section 2: where null may stand; for collections, among the items. */
export function isNullable({ collection, navigation, nullable, key }: Member, presence: Presence): boolean {
  if (collection) return nullable === true && !navigation;
  return key ? presence === "received" : nullable !== false;
}

/** Members follow their object; within an update, what is no entity is sent as a whole (contract, section 2). */
export function inside({ navigation }: Member, presence: Presence): Presence {
  return presence === "update" && !navigation ? "create" : presence;
}

export function memberSchema(service: Service, member: Member, presence: Presence): Schema {
  if (!isSent(member, presence)) return true;
  const value = nullOr(isNullable(member, presence), valueOf(service, member, inside(member, presence)));
  return member.collection ? { type: "array", items: value } : value;
}

function nullOr(nullable: boolean, value: Schema): Schema {
  return { if: { type: "null" }, then: nullable, else: value };
}

function valueOf(service: Service, member: Member, presence: Presence): Schema {
  const { type, facets, union, tagIsData } = member;
  if (union !== undefined) return unionSchema(service, union, presence);
  const value = valueSchema(service.facts, service, type, facets);
  return value ?? { $ref: idOf(tagIsData ? "data" : "at", presence, type) };
}

/** `Bindgen.ResourceUnion`: one object or an array of them, each tagged (contract, section 5). */
function unionSchema(service: Service, union: readonly string[], presence: Presence): Schema {
  const one = {
    type: "object",
    properties: noShortTag,
    tagged: { cases: casesOf(service, union, presence), untagged: null },
  };
  return { if: { type: "array" }, then: { items: one }, else: one };
}

/** The concrete types of the package that are one of those named or derive from it, by canonical tag. */
function casesOf({ facts, closure }: Service, names: readonly string[], presence: Presence): Record<string, string> {
  const types = [...closure.structured].filter((name) => names.some((base) => isA(facts, name, base)));
  const concrete = types.filter((name) => facts.structured.get(name)?.abstract === false);
  return Object.fromEntries(concrete.map((name) => [`#${name}`, idOf("exact", presence, name)]));
}

/** A value whose declared type this is (contract, section 3). */
export function atSchema(service: Service, type: Structured, presence: Presence): Schema {
  if (service.notDerived.has(type.name)) {
    return { ...dataBody(type, presence, type.abstract), $id: idOf("at", presence, type.name) };
  }
  const untagged = type.abstract ? null : idOf("exact", presence, type.name);
  return {
    $id: idOf("at", presence, type.name),
    type: "object",
    properties: noShortTag,
    tagged: { cases: casesOf(service, [type.name], presence), untagged },
  };
}

/** `Bindgen.UnresolvedDiscriminator`: the tag may be missing, is any string, and names nothing. */
export function dataSchema(type: Structured, presence: Presence): Schema {
  return { ...dataBody(type, presence, false), $id: idOf("data", presence, type.name) };
}

/** A tag that is no string is the only fault, like one that does not fit elsewhere. */
function dataBody(type: Structured, presence: Presence, needed: boolean): Exclude<Schema, boolean> {
  const tag = {
    type: "object",
    properties: { ...noShortTag, "@odata.type": { type: "string" } },
    required: needed ? ["@odata.type"] : [],
  };
  return { if: tag, then: { $ref: idOf("exact", presence, type.name) }, else: tag };
}

/** A member that an open type does not declare (contract, section 4). */
export function dynamicSchema(presence: Presence): Schema {
  const id = idOf("dynamic", presence, "");
  return { $id: id, if: { type: "array" }, then: { items: { $ref: id } }, else: { dynamicTag: presence } };
}
