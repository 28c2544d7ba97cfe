import { type Random, randomOf } from "../determinism/random.ts";
import { isPlain } from "./envelopes.ts";
import { type Operation, type Presence, presencesOf } from "./facts.ts";
import { impossible, rightInstance, rightPage, rightParameters, rightResult } from "./instances.ts";
import { type Judge, judgeOf } from "./judge.ts";
import { type Pools, poolsOf } from "./pools.ts";
import type { Entry, Loaded } from "./packages.ts";
import { idOf, type Service } from "./schemas.ts";

/** A payload to begin with. */
export interface Body {
  readonly name: string;
  readonly presence: Presence;
  readonly value: unknown;
}

/** Two judges of one service, and what payloads are made of. */
export interface Court {
  readonly label: string;
  readonly service: Service;
  readonly judge: Judge;
  readonly pools: Pools;
  /** Documented bodies; others are made at random. */
  readonly bodies: readonly Body[];
  readonly subjects: readonly Subject[];
}

/** A type, the parameters or the result of an operation, or a page of a type, in one presence. */
export interface Subject {
  readonly kind: "type" | "parameters" | "result" | "page";
  readonly name: string;
  readonly presence: Presence;
  /** Of the schema. */
  readonly id: string;
  readonly entry: Entry;
}

export function courtOf(label: string, service: Service, loaded: Loaded, bodies: readonly Body[] = []): Court {
  const random = randomOf(1);
  const subjects = subjectsOf(label, service, loaded);
  const made = subjects.map((subject) => right(service, random, subject)).filter((value) => value !== impossible);
  const parts = [...bodies.map(({ value }) => value), ...made].slice(0, 400);
  const pools = poolsOf(service.facts, service.serviceRoot, parts);
  return { label, service, judge: judgeOf(service), pools, bodies, subjects };
}

/** The same court, over another package of the same metadata. */
export function withEntries(court: Court, loaded: Loaded): Court {
  return { ...court, subjects: subjectsOf(court.label, court.service, loaded) };
}

function subjectsOf(label: string, service: Service, loaded: Loaded): readonly Subject[] {
  return [...registered(label, service, loaded), ...pages(service, loaded), ...results(service, loaded)];
}

/** What the metadata asks for has to be in the registry, in each presence, and nothing else. */
function registered(label: string, { facts, closure }: Service, { registry }: Loaded): readonly Subject[] {
  const types = [...closure.structured].flatMap((name) => {
    const type = facts.structured.get(name);
    return (type === undefined ? [] : presencesOf(type)).map((presence) => ({ kind: "type" as const, name, presence }));
  });
  const operations = closure.operations.map(({ key }) => ({
    kind: "parameters" as const,
    name: key,
    presence: "create" as const,
  }));
  const wanted = [...types, ...operations];
  const present = [...registry].flatMap(([name, entry]) => [...entry.keys()].map((presence) => `${name} ${presence}`));
  const names = wanted.map(({ name, presence }) => `${name} ${presence}`);
  const odd = [...names.filter((name) => !present.includes(name)), ...present.filter((name) => !names.includes(name))];
  if (odd.length > 0) throw new Error(`${label}: the package and its metadata disagree about ${odd.join(", ")}`);
  return wanted.map((subject) => {
    const entry = registry.get(subject.name)?.get(subject.presence);
    if (entry === undefined) throw new Error(`no entry for ${subject.name}`);
    return { ...subject, entry, id: idOf(subject.kind === "type" ? "at" : "exact", subject.presence, subject.name) };
  });
}

function pages({ facts, closure }: Service, { registry, validateCollection }: Loaded): readonly Subject[] {
  const entities = [...closure.structured].filter((name) => facts.structured.get(name)?.entity === true);
  return entities.flatMap((name): Subject[] => {
    const item = registry.get(name)?.get("received");
    if (item === undefined) return [];
    const validate = validateCollection(item.validate);
    const is = (value: unknown): boolean => {
      const result = validate(value);
      return result.ok && Object.is(result.value, value);
    };
    return [{ kind: "page", name, presence: "received", id: idOf("page", "received", name), entry: { is, validate } }];
  });
}

/** Results that are no objects; the registry has none, so they go by the name that the contract gives them. */
function results(service: Service, { operations }: Loaded): readonly Subject[] {
  return service.closure.operations.flatMap((operation): Subject[] => {
    if (!isPlain(service, operation.result)) return [];
    const name = resultNames(operation).find((one) => operations.has(`is${one}`));
    if (name === undefined) throw new Error(`no judge of the result of ${operation.key}`);
    const entry = { is: operations.get(`is${name}`), validate: operations.get(`validate${name}`) } as Entry;
    return [
      {
        kind: "result",
        name: operation.key,
        presence: "received",
        id: idOf("result", "received", operation.key),
        entry,
      },
    ];
  });
}

/** Contract, section 3: the binding type, the operation, and for overloads its parameters. */
function resultNames({ key, parameters }: Operation): readonly string[] {
  const [, name = "", collection = "", binding = ""] = /^[^:]*:(.*?)\((?:(Collection\()?([^;)]+))?/.exec(key) ?? [];
  const pascal = (qualified: string): string => {
    const simple = qualified.slice(qualified.lastIndexOf(".") + 1);
    return simple.charAt(0).toUpperCase() + simple.slice(1);
  };
  const start = `${binding === "" ? "" : pascal(binding)}${collection === "" ? "" : "Collection"}${pascal(name)}`;
  const suffix = `With${parameters.map((parameter) => pascal(parameter.name)).join("And")}`;
  return [`${start}${suffix}Result`, `${start}Result`];
}

/** A value of a subject that both judges have to accept. */
export function right(service: Service, random: Random, { kind, name, presence }: Subject): unknown {
  switch (kind) {
    case "type":
      return rightInstance(service, random, name, presence);
    case "parameters":
      return rightParameters(service, random, name);
    case "result":
      return rightResult(service, random, name);
    case "page":
      return rightPage(service, random, name);
  }
}
