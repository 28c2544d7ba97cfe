import type { Presence } from "../../templates/runtime/shape.ts";
import type { Config } from "../config/types.ts";
import { BindgenError, type Place, type Problem } from "../errors.ts";
import type { Model, ModelOperation, ModelType } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { sortedBy } from "../sort.ts";
import { presencesOf } from "./classes.ts";
import { camel, isIdentifier, pascal, unreserved } from "./identifiers.ts";
import type { StructuredPlan } from "./structured.ts";

/** The suffix that a presence adds to every name. */
export const presenceSuffix: { readonly [P in Presence]: string } = {
  received: "",
  create: "Create",
  update: "Update",
  declared: "Declared",
};

/** The names of everything public; one per thing, decided from its qualified name alone. */
export interface Names {
  /** Type names by qualified name; operations by key, without `Parameters` and `Result`. */
  readonly of: (nameOrKey: string) => string;
  /** Public names by namespace. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  /** All names by namespace, those that no user sees included: what an import must not collide with. */
  readonly local: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The names that a structured type has in one presence. */
export interface StructuredNames {
  readonly plain: string;
  readonly members: string;
  readonly itself: string;
  readonly tagged: string;
  readonly unresolved: string;
  readonly is: string;
  readonly validate: string;
  readonly assert: string;
  readonly parse: string;
  readonly schema: string;
  readonly partition: string;
  readonly factory: string;
}

/** All names made from a type's name and a presence. */
export function structuredNames(name: string, presence: Presence): StructuredNames {
  const plain = `${name}${presenceSuffix[presence]}`;
  return {
    plain,
    members: `${plain}Members`,
    itself: `${plain}Itself`,
    tagged: `${plain}Tagged`,
    unresolved: `${plain}Unresolved`,
    ...functionNames(plain),
    factory: unreserved(camel(plain)),
  };
}

/** The names of the functions that judge values of a named type. */
export function functionNames(
  plain: string,
): Omit<StructuredNames, "plain" | "members" | "itself" | "tagged" | "unresolved" | "factory"> {
  return {
    is: `is${plain}`,
    validate: `validate${plain}`,
    assert: `assert${plain}`,
    parse: `parse${plain}`,
    schema: `${camel(plain)}Schema`,
    partition: `partition${plain}`,
  };
}

interface Claim {
  readonly owner: string;
  readonly at: Place;
}

/**
 * Decides the names and makes sure that no two things of a namespace share one.
 * @throws BindgenError `unsupported` naming both sides of every clash and the setting that settles it.
 */
export function planNames(
  model: Model,
  types: readonly ModelType[],
  structured: ReadonlyMap<string, StructuredPlan>,
  operations: readonly ModelOperation[],
  configured: Config["names"],
): Names {
  const identifiers = new Map<string, string>();
  const claims = new Map<string, Map<string, Claim>>();
  const problems = new Map<string, Problem>();
  const claim = (namespace: string, identifier: string, owner: string, at: Place): void => {
    const names = claims.get(namespace) ?? new Map<string, Claim>();
    claims.set(namespace, names);
    const earlier = names.get(identifier);
    if (earlier === undefined) names.set(identifier, { owner, at });
    else if (earlier.owner !== owner)
      problems.set(`${earlier.owner} ${owner}`, clash(identifier, earlier.owner, owner, at));
  };
  for (const type of sortedBy(types, ({ name }) => name)) {
    const identifier = configured.get(type.name) ?? pascal(type.simpleName);
    identifiers.set(type.name, checked(identifier, type.name));
    const plan = structured.get(type.name);
    const all = plan === undefined ? [identifier] : namesOf(plan, identifier);
    for (const name of all) claim(type.namespace, name, type.name, type.at);
  }
  const operationNames = planOperationNames(operations, identifiers, model);
  for (const operation of operations) {
    const identifier =
      configured.get(operation.key) ?? operationNames.get(operation.key) ?? pascal(operation.simpleName);
    identifiers.set(operation.key, checked(identifier, operation.key));
    for (const name of operationClaims(operation, identifier))
      claim(operation.namespace, name, operation.key, operation.at);
  }
  for (const plan of structured.values()) {
    for (const { resourceUnion } of plan.type.members) {
      if (resourceUnion === undefined) continue;
      for (const presence of presencesOf(plan)) {
        const name = `${pascal(resourceUnion.name)}${presenceSuffix[presence]}`;
        claim(plan.type.namespace, name, `${plan.type.name} (its resource union)`, plan.type.at);
      }
    }
  }
  if (problems.size > 0) throw new BindgenError("unsupported", [...problems.values()]);
  const taken = new Map([...claims].map(([namespace, names]) => [namespace, new Set(names.keys())] as const));
  return {
    of: (name) => identifiers.get(name) ?? pascal(splitName(name)[1]),
    taken,
    local: new Map([...taken].map(([namespace, names]) => [namespace, new Set([...names].flatMap(withInternals))])),
  };
}

/** A public name and the internal ones that files make of it. */
function withInternals(name: string): string[] {
  return [name, ...Object.values(internalNames(name))];
}

/** Names that only the package's own files see, made from a type's name. */
export function internalNames(typeName: string): {
  check: string;
  members: string;
  allMembers: string;
  declared: string;
  shape: string;
} {
  return {
    check: `check${typeName}`,
    members: `hasMembersOf${typeName}`,
    allMembers: `hasAllMembersOf${typeName}`,
    declared: `namesOf${typeName}`,
    shape: `${camel(typeName)}Shape`,
  };
}

function checked(identifier: string, name: string): string {
  if (isIdentifier(identifier)) return identifier;
  throw new BindgenError("usage", {
    message: `the configuration names ${name} ${JSON.stringify(identifier)}, which is no identifier`,
    hint: `"names": { "${name}": "…" } takes a TypeScript identifier`,
  });
}

function clash(identifier: string, one: string, other: string, at: Place): Problem {
  return {
    place: at,
    message: `${one} and ${other} would both be called ${identifier}`,
    hint: `give one of them another name in the configuration: "names": { "${other}": "…" }`,
  };
}

function namesOf(plan: StructuredPlan, identifier: string): string[] {
  return presencesOf(plan).flatMap((presence) => {
    const { members, itself, tagged, unresolved, partition, factory, ...always } = structuredNames(
      identifier,
      presence,
    );
    return [
      ...Object.values(always),
      ...(plan.split ? [members] : []),
      ...(plan.form === "base" ? [itself] : []),
      ...(plan.type.abstract ? [] : [tagged, factory]),
      ...(plan.unresolved ? [unresolved] : []),
      ...(hasPartition(plan) ? [partition] : []),
    ];
  });
}

/** A collection of structured items called `value`: what envelopes look like. */
export function hasPartition(plan: StructuredPlan): boolean {
  return plan.form === "leaf" && partitionMember(plan) !== undefined;
}

/** The member that a partition walks. */
export function partitionMember(plan: StructuredPlan): { readonly item: string } | undefined {
  const member = plan.type.members.find(({ name, type }) => name === "value" && type.collection);
  const value = plan.members.find(({ name }) => name === "value")?.value;
  return member !== undefined && value?.kind === "object" ? { item: value.name } : undefined;
}

/** Names of an operation's parameters and result. */
export function operationNamesOf(identifier: string): { readonly parameters: string; readonly result: string } {
  return { parameters: `${identifier}Parameters`, result: `${identifier}Result` };
}

function operationClaims(operation: ModelOperation, identifier: string): string[] {
  const { parameters, result } = operationNamesOf(identifier);
  const own = [parameters, ...Object.values(functionNames(parameters))];
  return operation.returnType === undefined ? own : [...own, result, ...Object.values(functionNames(result))];
}

/**
 * `CallAnswer`, `ParticipantCollectionInvite`, `Search`: the binding type's name, then the operation's. Overloads of a
 * function that share both are told apart by their parameters: `…WithTokenAndTop`.
 */
function planOperationNames(
  operations: readonly ModelOperation[],
  identifiers: ReadonlyMap<string, string>,
  model: Model,
): Map<string, string> {
  const groups = new Map<string, ModelOperation[]>();
  for (const operation of operations) {
    const name = `${operation.namespace} ${bindingName(operation, identifiers, model)}${pascal(operation.simpleName)}`;
    groups.set(name, [...(groups.get(name) ?? []), operation]);
  }
  const names = new Map<string, string>();
  for (const [group, members] of groups) {
    const name = group.slice(group.indexOf(" ") + 1);
    for (const { key, parameters } of members) {
      const words = parameters.map((parameter) => pascal(parameter.name)).join("And");
      names.set(key, members.length > 1 && words !== "" ? `${name}With${words}` : name);
    }
  }
  return names;
}

function bindingName({ binding }: ModelOperation, identifiers: ReadonlyMap<string, string>, model: Model): string {
  if (binding === undefined) return "";
  const type = model.types.get(binding.type);
  const name = identifiers.get(binding.type) ?? pascal(type?.simpleName ?? splitName(binding.type)[1]);
  return binding.collection ? `${name}Collection` : name;
}
