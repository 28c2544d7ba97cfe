import type { Random } from "../determinism/random.ts";
import { isA, type Member, type Operation, type Presence, type Structured } from "./facts.ts";
import { pick, rightLeaf, upTo } from "./leaves.ts";
import { inside, isNullable, isRequired, isSent, type Service } from "./schemas.ts";

/** No value can be of the type: it is abstract and nothing derives from it, or it needs such a value. */
export const impossible = Symbol("impossible");

type Made = Readonly<Record<string, unknown>> | typeof impossible;

interface Making {
  readonly service: Service;
  readonly random: Random;
  readonly presence: Presence;
  /** How far within the value this is. */
  readonly depth: number;
}

const deepest = 5;

/** Takes a type by name, returns an object that is right wherever the type is declared. */
export function rightInstance(service: Service, random: Random, name: string, presence: Presence): Made {
  return instance({ service, random, presence, depth: 0 }, typeOf(service, name));
}

/** Takes an operation by key, returns parameters that are right. */
export function rightParameters(service: Service, random: Random, key: string): Made {
  return filled({ service, random, presence: "create", depth: 0 }, {}, operationOf(service, key).parameters);
}

/** Takes an operation by key, returns a result that is right. */
export function rightResult(service: Service, random: Random, key: string): Made {
  const { result } = operationOf(service, key);
  if (result === undefined) return impossible;
  const made = filled({ service, random, presence: "received", depth: 0 }, {}, [result]);
  if (made === impossible || !result.collection) return made;
  return { value: [], ...made, ...pageControl(random, service) };
}

/** Takes a type by name, returns a page of it that is right. */
export function rightPage(service: Service, random: Random, name: string): Made {
  const items = Array.from({ length: upTo(random, 2) }, () => rightInstance(service, random, name, "received"));
  return { value: items.filter((item) => item !== impossible), ...pageControl(random, service) };
}

function pageControl(random: Random, { ieee754Compatible }: Service): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = [
    ["@odata.count", ieee754Compatible ? "3" : 3],
    ["@odata.nextLink", "https://next.example/"],
    ["@odata.deltaLink", ""],
    ["@odata.context", "$metadata"],
  ];
  return Object.fromEntries(entries.filter(() => random() < 0.3));
}

function operationOf({ closure }: Service, key: string): Operation {
  const operation = closure.operations.find((one) => one.key === key);
  if (operation === undefined) throw new Error(`no operation ${key}`);
  return operation;
}

function typeOf({ facts }: Service, name: string): Structured {
  const type = facts.structured.get(name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
}

/** A value of the type or of a derived one; the tag may be left out where it says nothing new. */
function instance(making: Making, declared: Structured): Made {
  const { service, random } = making;
  if (service.notDerived.has(declared.name)) return anyTag(making, declared, declared.abstract);
  const type = concrete(making, [declared.name]);
  if (type === undefined) return impossible;
  const isNeeded = type !== declared || declared.abstract;
  return object(making, type, isNeeded || random() < 0.4 ? { "@odata.type": `#${type.name}` } : {});
}

function anyTag(making: Making, type: Structured, needed: boolean): Made {
  const tag = pick(making.random, ["", "#nowhere.type", "#microsoft.graph.call", type.name]);
  return object(making, type, needed || making.random() < 0.6 ? { "@odata.type": tag } : {});
}

/** One of the concrete types of the package that are of one of those named; those themselves more often. */
function concrete({ service, random }: Making, names: readonly string[]): Structured | undefined {
  const fits = (name: string): boolean => names.some((base) => isA(service.facts, name, base));
  const types = [...service.closure.structured].filter(fits).map((name) => typeOf(service, name));
  const able = types.filter(({ abstract }) => !abstract);
  const themselves = able.filter(({ name }) => names.includes(name));
  if (able.length === 0) return undefined;
  return themselves.length > 0 && random() < 0.5 ? pick(random, themselves) : pick(random, able);
}

function object(making: Making, type: Structured, tag: Readonly<Record<string, unknown>>): Made {
  const made = filled(making, tag, [...type.members.values()]);
  if (made === impossible || making.random() > 0.25) return made;
  return { ...made, ...(type.open ? dynamic(making) : undeclared(making.random)) };
}

/** Members that are neither declared nor forbidden. */
function undeclared(random: Random): Readonly<Record<string, unknown>> {
  const extra: unknown = pick<unknown>(random, [
    1,
    null,
    "text",
    [[]],
    { "@odata.type": 7 },
    { "@type": "#Edm.String" },
  ]);
  return { [pick(random, ["misspelt", "state@odata.bind", "@odata.etag2", "user@odata.type"])]: extra };
}

/** An object of some type of the package under a name that nothing declares. */
function dynamic(making: Making): Readonly<Record<string, unknown>> {
  const { service, random, presence, depth } = making;
  if (depth >= deepest) return {};
  const type = typeOf(service, pick(random, [...service.closure.structured]));
  if (type.abstract) return { extra: { "@odata.type": pick(random, ["#nowhere.type", ""]) } };
  const inner = presence === "update" && !type.entity ? "create" : presence;
  const made = object({ ...making, presence: inner, depth: deepest }, type, { "@odata.type": `#${type.name}` });
  return made === impossible ? {} : { extra: pick<unknown>(random, [made, [made, 1, null], [[made]]]) };
}

function filled(making: Making, start: Readonly<Record<string, unknown>>, members: readonly Member[]): Made {
  const { random, presence, depth } = making;
  const entries: [string, unknown][] = Object.entries(start);
  if (random() < 0.1) entries.push([pick(random, ["@odata.context", "@odata.id", "@odata.etag"]), 'W/"1"']);
  const share = depth === 0 ? 0.6 : 0.5 / (depth + 1);
  for (const member of members) {
    const required = isRequired(member, presence);
    if (!required && random() > share) continue;
    const value = isSent(member, presence)
      ? memberValue(making, member, required)
      : pick<unknown>(random, [1, {}, null]);
    if (value !== impossible) entries.push([member.name, value]);
    else if (required) return impossible;
  }
  return Object.fromEntries(entries);
}

function memberValue(making: Making, member: Member, required: boolean): unknown {
  const { random, presence, depth } = making;
  if (depth > 4 * deepest || (depth >= deepest && !required)) return impossible;
  const nullable = isNullable(member, presence);
  const inner = { ...making, presence: inside(member, presence), depth: depth + 1 };
  if (!member.collection) return nullable && random() < 0.2 ? null : single(inner, member);
  const items = Array.from({ length: upTo(random, 2) }, () =>
    nullable && random() < 0.3 ? null : single(inner, member),
  );
  return items.filter((item) => item !== impossible);
}

function single(making: Making, { type, facets, union, tagIsData }: Member): unknown {
  const { service, random } = making;
  const { facts, ieee754Compatible } = service;
  if (union !== undefined) return resource(making, union);
  const enumeration = facts.enums.get(type);
  if (enumeration !== undefined) {
    const { members, flags } = enumeration;
    if (members.length === 0) return impossible;
    const [first = "", ...others] = [...members].sort(() => random() - 0.5);
    return flags ? [first, ...others.slice(0, upTo(random, 2))].join(",") : first;
  }
  const definition = facts.definitions.get(type);
  if (definition !== undefined) {
    return rightLeaf(random, definition.underlying, { ...facets, ...given(definition.facets) }, ieee754Compatible);
  }
  if (type.startsWith("Edm.")) return rightLeaf(random, type, facets, ieee754Compatible);
  const structured = typeOf(service, type);
  return tagIsData ? anyTag(making, structured, false) : instance(making, structured);
}

function given<T extends object>(facets: T): Partial<T> {
  return Object.fromEntries(Object.entries(facets).filter(([, facet]) => facet !== undefined)) as Partial<T>;
}

function resource(making: Making, union: readonly string[]): unknown {
  const one = (): Made => {
    const type = concrete(making, union);
    return type === undefined ? impossible : object(making, type, { "@odata.type": `#${type.name}` });
  };
  if (making.random() < 0.6) return one();
  return [one(), one()].slice(0, upTo(making.random, 2)).filter((item) => item !== impossible);
}
