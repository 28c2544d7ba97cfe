import type { Operation } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import type { ScopedDocument } from "./annotations.ts";
import { bindingOf, operationKeyOf } from "./build-operations.ts";
import { valueUse } from "./build-types.ts";
import { repeated } from "./check-types.ts";
import type { Members } from "./members.ts";
import { resolveName, resolveTypeText, type Scope } from "./names.ts";
import { tellMissing, walkPath } from "./paths.ts";
import type { Problems } from "./problems.ts";
import { checkUse, type References } from "./references.ts";
import { inPlaceOrder, standsFirst } from "./schema-children.ts";

interface Overload {
  readonly at: Place;
  readonly namespace: string;
  readonly node: Operation;
  readonly scope: Scope;
  readonly key: string;
}

interface OperationRules {
  readonly members: Members;
  readonly references: References;
  readonly problems: Problems;
}

/** Reports operations whose types do not resolve, whose parameters clash, or that clash with an overload (CSDL 12). */
export function checkOperations(documents: readonly ScopedDocument[], rules: OperationRules): void {
  const overloads = inPlaceOrder(documents, ({ namespace, actions, functions }, scope) =>
    [...actions, ...functions].map((node): Overload => {
      return { at: node.at, namespace, node, scope, key: operationKeyOf(namespace, node, scope) };
    }),
  );
  for (const overload of overloads) {
    checkTypes(overload, rules);
    checkEntitySetPath(overload, rules);
  }
  checkKeys(overloads, rules.problems);
  checkFunctions(overloads, rules.problems);
}

function checkTypes({ node, scope, key }: Overload, { references, problems }: OperationRules): void {
  for (const { name, at } of repeated(node.parameters))
    problems.input(at, `${key} declares the parameter ${name} twice`);
  node.parameters.forEach(({ name, type, at }, index) => {
    const what = node.isBound && index === 0 ? `the binding parameter of ${key}` : `parameter ${name} of ${key}`;
    checkUse({ name: resolveName(type.name, scope), position: "operation", what, at }, references, problems);
  });
  if (node.returnType === undefined) return;
  const { type, at } = node.returnType;
  const what = `the return type of ${key}`;
  checkUse({ name: resolveName(type.name, scope), position: "operation", what, at }, references, problems);
}

/** CSDL 12.6: from the binding parameter along navigation properties. */
function checkEntitySetPath({ node, scope, key }: Overload, { members, problems }: OperationRules): void {
  if (node.entitySetPath === undefined) return;
  const binding = bindingOf(node, scope);
  const [first, ...rest] = node.entitySetPath.split("/");
  const what = `the EntitySetPath of ${key}`;
  if (binding === undefined) {
    problems.warn(node.at, `${what} means nothing, because it is bound to nothing`);
  } else if (first !== node.parameters[0]?.name) {
    problems.warn(node.at, `${what} begins with ${first}, which is not its binding parameter`);
  } else if (rest.length > 0) {
    const walk = walkPath(binding.type, rest.join("/"), scope, members);
    tellMissing(node.at, `${what} is ${node.entitySetPath}`, walk, problems);
  }
}

/** CSDL 12.2, 12.4: what tells overloads apart is in their keys; the names of a function's parameters in any order. */
function checkKeys(overloads: readonly Overload[], problems: Problems): void {
  const firsts = new Map<string, Overload>();
  for (const overload of overloads) {
    const { key, node, namespace, scope, at } = overload;
    const parameters = node.isBound ? node.parameters.slice(1) : node.parameters;
    const sorted = parameters.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const alike = operationKeyOf(
      namespace,
      { ...node, parameters: [...node.parameters.slice(0, node.isBound ? 1 : 0), ...sorted] },
      scope,
    );
    const first = firsts.get(alike);
    if (first === undefined) firsts.set(alike, overload);
    else if (first.key === key && scope.origin === "overlay") checkAgain(overload, first, problems);
    else if (first.key === key) problems.input(at, `${key} is declared twice`, standsFirst(first.at));
    else
      problems.input(at, `${key} differs from ${first.key} in the order of its parameters only`, standsFirst(first.at));
  }
}

/** An overlay may declare again what is there, to annotate it. */
function checkAgain(again: Overload, first: Overload, problems: Problems): void {
  if (signature(again) === signature(first)) return;
  const who = first.scope.origin === "overlay" ? "what declares it first" : "the metadata";
  const message = `the overlay declares ${again.key} with other parameters or another result than ${who}`;
  problems.conflict(
    again.at,
    message,
    "make both the same, or take it out; to change it, change a copy of the metadata",
  );
}

/** Parameters and result, with their facets. */
function signature({ node: { parameters, returnType }, scope }: Overload): string {
  const taken = parameters.map((one) => [one.name, ...valueUse(one, scope)]);
  return JSON.stringify([taken, returnType && valueUse(returnType, scope)]);
}

/** CSDL 12.4: services do otherwise, and keys and types hold all the same. */
function checkFunctions(overloads: readonly Overload[], problems: Problems): void {
  const byTypes = new Map<string, Overload>();
  const byName = new Map<string, Overload>();
  for (const overload of overloads.filter(({ node }) => node.kind === "Function")) {
    const { namespace, node, scope, key, at } = overload;
    const types = node.parameters.map(({ type }) => resolveTypeText(type, scope));
    const named = `${namespace}.${node.name} ${node.isBound ? types[0] : ""}`;
    const typed = `${named} ${types.join()}`;
    const [sameTypes, sameName] = [byTypes.get(typed), byName.get(named)];
    byTypes.set(typed, sameTypes ?? overload);
    byName.set(named, sameName ?? overload);
    if (sameTypes !== undefined && sameTypes.key !== key) {
      problems.warn(at, `${key} and ${sameTypes.key} have parameters of the same types`, standsFirst(sameTypes.at));
    }
    if (sameName !== undefined && returned(sameName) !== returned(overload)) {
      problems.warn(at, `${key} and ${sameName.key} return different types`, standsFirst(sameName.at));
    }
  }
}

function returned({ node: { returnType }, scope }: Overload): string | undefined {
  return returnType && resolveTypeText(returnType.type, scope);
}
