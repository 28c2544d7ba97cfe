import type { ContainerChild, EntityContainer } from "../csdl/types.ts";
import type { ScopedDocument } from "./annotations.ts";
import { firstKeyed } from "./check-keys.ts";
import { repeated } from "./check-types.ts";
import type { Members } from "./members.ts";
import { resolveName, type Scope } from "./names.ts";
import { tellMissing, walkPath } from "./paths.ts";
import type { Problems } from "./problems.ts";
import type { References } from "./references.ts";
import { didYouMean } from "../suggest.ts";
import { aKind, nearest, type ChildKind } from "./schema-children.ts";
import type { ModelOperation } from "./types.ts";

/** What entity containers are held against. */
export interface ContainerRules {
  readonly members: Members;
  readonly references: References;
  readonly keyed: ReadonlySet<string>;
  readonly operations: Iterable<ModelOperation>;
  readonly problems: Problems;
}

/** A container with its qualified name, or its part in one document. */
interface Part {
  readonly name: string;
  readonly container: EntityContainer;
  readonly scope: Scope;
}

interface Look extends ContainerRules {
  /** Names of the unbound actions and functions. */
  readonly unbound: ReadonlySet<string>;
  /** The children of each container by name, those of the containers that it extends included. */
  readonly children: ReadonlyMap<string, ReadonlyMap<string, ContainerChild>>;
}

/** Reports what containers expose and does not exist, and names that stand in one of them twice (CSDL 13). */
export function checkContainers(documents: readonly ScopedDocument[], rules: ContainerRules): void {
  const parts = documents.flatMap(({ document, scope }) =>
    document.schemas.flatMap(({ namespace, entityContainers }) =>
      entityContainers.map((container): Part => ({ name: `${namespace}.${container.name}`, container, scope })),
    ),
  );
  const operations = [...rules.operations].filter(({ binding }) => binding === undefined);
  const unbound = new Set(operations.map(({ kind, name }) => `${kind} ${name}`));
  const look: Look = { ...rules, unbound, children: childrenOf(parts) };
  for (const part of parts) {
    for (const { name, at } of repeated(part.container.children)) {
      rules.problems.input(at, `the entity container ${part.name} has the child ${name} twice`);
    }
    checkExtends(part, rules);
    for (const child of part.container.children) {
      checkExposed(child, part, look);
      checkEntitySet(child, part, look);
      checkBindings(child, part, look);
    }
  }
}

function childrenOf(parts: readonly Part[]): Look["children"] {
  const own = new Map<string, Map<string, ContainerChild>>();
  const above = new Map<string, string>();
  for (const { name, container, scope } of parts) {
    const children = own.get(name) ?? new Map<string, ContainerChild>();
    for (const child of container.children) children.set(child.name, child);
    own.set(name, children);
    if (container.extends !== undefined) above.set(name, resolveName(container.extends, scope));
  }
  const all = (name: string): ReadonlyMap<string, ContainerChild> => {
    const children = new Map<string, ContainerChild>();
    // CSDL 13.1: readers are to be prepared for circles here.
    const seen = new Set<string>();
    for (
      let current: string | undefined = name;
      current !== undefined && !seen.has(current);
      current = above.get(current)
    ) {
      seen.add(current);
      for (const [key, child] of own.get(current) ?? []) if (!children.has(key)) children.set(key, child);
    }
    return children;
  };
  return new Map([...own].map(([name, children]) => [name, above.has(name) ? all(name) : children]));
}

/** CSDL 13.1. A container of a schema that was not given can exist all the same, and nothing depends on it. */
function checkExtends({ name, container, scope }: Part, { references, problems }: ContainerRules): void {
  if (container.extends === undefined) return;
  const extended = resolveName(container.extends, scope);
  const found = references.children.get(extended);
  if (found?.kind === "entity container") return;
  const what = `the entity container ${name} extends ${extended}, which is`;
  if (found === undefined)
    problems.warn(container.at, `${what} not declared`, references.hint(extended, ["entity container"]));
  else problems.input(container.at, `${what} ${aKind(found.kind)}`);
}

const exposes: { readonly [K in ContainerChild["kind"]]: ChildKind } = {
  EntitySet: "entity type",
  Singleton: "entity type",
  ActionImport: "action",
  FunctionImport: "function",
};

/** CSDL 13.2, 13.3, 13.5, 13.6. */
function checkExposed({ kind, name, type, at }: ContainerChild, { scope }: Part, look: Look): void {
  const { references, problems, members, keyed, unbound } = look;
  const exposed = resolveName(type, scope);
  const wanted = exposes[kind];
  const found = references.children.get(exposed);
  const isOperation = wanted === "action" || wanted === "function";
  if (isOperation ? unbound.has(`${wanted} ${exposed}`) : found?.kind === wanted) {
    if (
      kind === "EntitySet" &&
      firstKeyed(exposed, { keyed, members }) === undefined &&
      !members.bases.broken.has(exposed)
    ) {
      problems.warn(at, `the EntitySet ${name} is one of ${exposed}, which has no key`);
    }
    return;
  }
  const words = isOperation ? `no unbound ${wanted}` : `no ${wanted}`;
  const is = found?.kind === wanted ? "it is bound" : `it is ${aKind(found?.kind ?? wanted)}`;
  const hint = found === undefined ? references.hint(exposed, [wanted]) : is;
  problems.input(at, `the ${kind} ${name} names ${exposed}, which is ${words} that is declared`, hint);
}

/** CSDL 13.5, 13.6: an import names the set that holds what it returns. */
function checkEntitySet({ kind, name, entitySet, at }: ContainerChild, part: Part, look: Look): void {
  if (entitySet === undefined) return;
  checkTarget(entitySet, `the ${kind} ${name} has EntitySet="${entitySet}"`, { at, part, look, kinds: ["EntitySet"] });
}

/** CSDL 13.4. */
function checkBindings({ kind, name, type, bindings }: ContainerChild, part: Part, look: Look): void {
  const { scope } = part;
  const exposed = resolveName(type, scope);
  for (const { path, target, at } of bindings) {
    const what = `a binding of the ${kind} ${name}`;
    const walk = walkPath(exposed, path, scope, look.members);
    tellMissing(at, `${what} has Path="${path}"`, walk, look.problems);
    if (walk.kind === "member" && walk.found.member.kind !== "navigation") {
      look.problems.warn(at, `${what} has Path="${path}", which leads to no navigation property`);
    }
    // Dataverse binds some 400 sets to one that it does not declare; without their names that is one fact.
    checkTarget(target, `a NavigationPropertyBinding has Target="${target}"`, {
      at,
      part,
      look,
      kinds: ["EntitySet", "Singleton"],
    });
  }
}

interface Target {
  readonly at: ContainerChild["at"];
  readonly part: Part;
  readonly look: Look;
  readonly kinds: readonly ContainerChild["kind"][];
}

/**
 * A child of the same container by its name, or of any by the container's; what follows is let be. Warnings, because
 * services name what they do not declare, and nothing that is generated depends on it.
 */
function checkTarget(target: string, what: string, { at, part, look, kinds }: Target): void {
  const [first = "", second] = target.split("/");
  const isQualified = first.includes(".");
  const container = isQualified ? resolveName(first, part.scope) : part.name;
  const name = isQualified ? (second ?? "") : first;
  const children = look.children.get(container);
  if (children === undefined) {
    const hint = look.references.hint(container, ["entity container"]);
    look.problems.warn(at, `${what}, and there is no entity container ${container}`, hint);
    return;
  }
  const child = children.get(name);
  if (child === undefined || !kinds.includes(child.kind)) {
    const hint = (): string | undefined => {
      return child === undefined ? didYouMean(nearest(name, [...children.keys()])) : undefined;
    };
    const is = child === undefined ? "" : `: it is ${/^[AE]/.test(child.kind) ? "an" : "a"} ${child.kind}`;
    look.problems.warn(at, `${what}, which is no ${kinds.join(" or ")} of ${container}${is}`, hint);
  }
}
