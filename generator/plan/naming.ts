import type { Config } from "../config/types.ts";
import { BindgenError, inOrder, type Place, type Problem } from "../errors.ts";
import type { Model, ModelMember, ModelOperation, ModelReturnType, ModelType } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { planOperationNames } from "./operation-names.ts";
import { sortedBy } from "../sort.ts";
import { presencesOf } from "./classes.ts";
import { pascal } from "./identifiers.ts";
import { localNames, type NameSet, type NameUses } from "./local-names.ts";
import { functionNames, operationNamesOf, presenceSuffix, structuredNames } from "./name-forms.ts";
import { partsOf } from "./parts.ts";
import { planResult } from "./results.ts";
import type { StructuredPlan } from "./structured.ts";

/** The names of everything public; one per thing, decided from its qualified name alone. */
export interface Names extends NameUses {
  /** Type names by qualified name; operations by key, without `Parameters` and `Result`. */
  readonly of: (nameOrKey: string) => string;
  /** Public names by namespace. */
  readonly taken: ReadonlyMap<string, NameSet>;
  /** All names by namespace, those that no user sees included: what an import must not collide with. */
  readonly local: ReadonlyMap<string, NameSet>;
}

interface Claim {
  readonly owner: string;
  readonly at: Place;
}

/** What is to be named. */
export interface NamedThings {
  readonly model: Model;
  readonly types: readonly ModelType[];
  readonly structured: ReadonlyMap<string, StructuredPlan>;
  readonly operations: readonly ModelOperation[];
}

/**
 * Decides the names and makes sure that no two things of a namespace share one.
 * @throws BindgenError `unsupported` naming both sides of every clash and the setting that settles it.
 */
export function planNames(things: NamedThings, configured: Config["names"]): Names {
  const of = planIdentifiers(things, configured);
  const taken = claimNames(things, of);
  const { byNamespace, uses, isTwofold } = localNames(taken);
  return { of, taken, local: byNamespace, uses, isTwofold };
}

/** The identifiers of types and operations, whether or not two of them clash. */
export function planIdentifiers(
  { model, types, operations }: Omit<NamedThings, "structured">,
  configured: Config["names"],
): Names["of"] {
  const identifiers = new Map<string, string>();
  for (const { name, simpleName } of types) {
    identifiers.set(name, configured.get(name) ?? pascal(simpleName));
  }
  const operationNames = planOperationNames(operations, identifiers, model);
  for (const { key, simpleName } of operations) {
    const identifier = configured.get(key) ?? operationNames.get(key) ?? pascal(simpleName);
    identifiers.set(key, identifier);
  }
  return (name) => identifiers.get(name) ?? pascal(splitName(name)[1]);
}

type Claims = ReadonlyMap<string, ReadonlyMap<string, Claim>>;

/** Every public name by namespace, with its owner. */
function claimNames({ model, types, structured, operations }: NamedThings, of: (name: string) => string): Claims {
  const claims = new Map<string, Map<string, Claim>>();
  const problems = new Map<string, Problem>();
  const claim = (namespace: string, owner: string, at: Place, names: readonly string[]): void => {
    const taken = claims.get(namespace) ?? new Map<string, Claim>();
    claims.set(namespace, taken);
    const own = { owner, at };
    for (const name of names) {
      const earlier = taken.get(name);
      if (earlier === undefined) taken.set(name, own);
      else if (earlier.owner !== owner && !problems.has(`${earlier.owner} ${owner}`)) {
        problems.set(`${earlier.owner} ${owner}`, clash(name, earlier.owner, owner, at));
      }
    }
  };
  for (const { name, namespace, at } of sortedBy(types, (type) => type.name)) {
    const plan = structured.get(name);
    claim(namespace, name, at, plan === undefined ? [of(name)] : publicNames(plan, of(name)));
  }
  for (const operation of operations) {
    claim(operation.namespace, operation.key, operation.at, operationClaims(operation, of(operation.key), model));
  }
  for (const plan of structured.values()) {
    const { name, namespace, at, members } = plan.type;
    for (const member of members) claim(namespace, `${name}/${member.name}${unionOwner}`, at, unionNames(plan, member));
  }
  if (problems.size > 0) throw new BindgenError("unsupported", inOrder([...problems.values()]));
  return claims;
}

/** The public names of the unions that a type's members declare. */
export function resourceUnionNames(plan: StructuredPlan): string[] {
  return plan.type.members.flatMap((member) => unionNames(plan, member));
}

function unionNames(plan: StructuredPlan, { resourceUnion }: ModelMember): string[] {
  if (resourceUnion === undefined) return [];
  return presencesOf(plan).map((presence) => `${pascal(resourceUnion.name)}${presenceSuffix[presence]}`);
}

function clash(identifier: string, one: string, other: string, at: Place): Problem {
  const settable = [other, one].find((owner) => !owner.endsWith(unionOwner));
  const hint =
    settable === undefined
      ? "give one of the resource unions another Name in the overlay"
      : `give one of them another name in the configuration: "names": { "${settable}": "…" }`;
  return { place: at, message: `${one} and ${other} would both be called ${identifier}`, hint };
}

/** Marks the owner of a name that comes from the overlay. */
const unionOwner = " (its resource union)";

/** The public names of a structured type in all presences. */
export function publicNames(plan: StructuredPlan, identifier: string): string[] {
  return presencesOf(plan).flatMap((presence) => {
    const names = structuredNames(identifier, presence);
    return [
      // Where two types clash, this is what both are called.
      names.plain,
      ...partsOf(plan).flatMap((part) => (part === "plain" ? [] : names[part])),
      ...[names.is, names.validate, names.assert, names.parse, names.schema],
      ...(plan.type.abstract ? [] : [names.factory]),
      ...(plan.items === undefined ? [] : [names.partition]),
    ];
  });
}

/** The public names of an operation. */
export function operationClaims(operation: ModelOperation, identifier: string, model: Model): string[] {
  const { parameters, result } = operationNamesOf(identifier);
  const own = [parameters, ...Object.values(functionNames(parameters))];
  return operation.returnType === undefined ? own : [...own, ...resultClaims(operation.returnType, result, model)];
}

function resultClaims(returnType: ModelReturnType, result: string, model: Model): string[] {
  const functions = functionNames(result);
  switch (planResult(returnType, model).form) {
    case "envelope":
      return [result, ...Object.values(functions)];
    case "type":
      return [result, functions.validate];
    case "unknown":
      return [result];
  }
}
