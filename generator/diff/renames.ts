import type {
  Surface,
  SurfaceMember,
  SurfaceOperation,
  SurfaceStructured,
  SurfaceType,
} from "../plan/surface/types.ts";
import type { ValuePlan } from "../plan/values.ts";
import { compareCodeUnits } from "../sort.ts";
import { splitName } from "../split-name.ts";
import { laterName, type Comparing } from "./relations.ts";
import { areNear, memberSignature, pairUp } from "./renamed-members.ts";

/**
 * Types that were given another name: one went and one came, of the same shape and referred to from the same places,
 * and no other pair like them. What refers to a renamed type counts as unchanged, so that a second look may find more.
 * @returns later names by earlier ones
 */
export function renamedTypes(before: Surface, after: Surface): Map<string, string> {
  const gone = [...before.types.values()].filter(({ name }) => !after.types.has(name));
  const come = [...after.types.values()].filter(({ name }) => !before.types.has(name));
  let renamed = new Map<string, string>();
  if (gone.length === 0 || come.length === 0) return renamed;
  const [refersBefore, refersAfter] = [referrers(before), referrers(after)];
  for (;;) {
    const comparing = { renamed, ieee754Compatible: false };
    const evidence = evidenceOf(refersBefore, comparing);
    const later = evidenceOf(refersAfter, { ...comparing, renamed: new Map() });
    const next = pairUp(gone, come, (one, other) => isRenaming(evidence(one), later(other), one.name, other.name));
    if (next.size <= renamed.size) return renamed;
    renamed = next;
  }
}

interface Evidence {
  /** Kind and members; undefined where there is too little to be told by. */
  readonly shape: string | undefined;
  readonly referrers: readonly string[];
  /** How many members the shape is told by. */
  readonly size: number;
}

/** The same shape; and the same referrers or, where nothing refers to either, more than one member and names that are near. */
function isRenaming(a: Evidence, b: Evidence, nameBefore: string, nameAfter: string): boolean {
  if (a.shape === undefined || a.shape !== b.shape) return false;
  if (a.referrers.length !== b.referrers.length) return false;
  if (a.referrers.length === 0) return a.size > 1 && areAlike(splitName(nameBefore), splitName(nameAfter));
  return a.referrers.every((referrer, index) => referrer === b.referrers[index]);
}

type SplitName = ReturnType<typeof splitName>;

/** The same name in another namespace, or another spelling in the same. */
function areAlike([namespace, name]: SplitName, [otherNamespace, otherName]: SplitName): boolean {
  return namespace === otherNamespace ? areNear(name, otherName) : name === otherName;
}

function evidenceOf(
  refers: ReadonlyMap<string, readonly Reference[]>,
  comparing: Comparing,
): (type: SurfaceType) => Evidence {
  const known = new Map<string, Evidence>();
  return (type) => {
    const earlier = known.get(type.name);
    if (earlier !== undefined) return earlier;
    const places = (refers.get(type.name) ?? []).filter(({ owner }) => owner !== type.name);
    const referrers = places.map(({ owner, member }) => `${laterName(owner, comparing)}/${member}`);
    const size = "members" in type ? type.members.size : 1;
    const evidence = { shape: shapeOf(type, comparing), referrers: referrers.sort(compareCodeUnits), size };
    known.set(type.name, evidence);
    return evidence;
  };
}

function shapeOf(type: SurfaceType, comparing: Comparing): string | undefined {
  const ownName = new Map([...comparing.renamed, [type.name, "itself"]]);
  const within = { ...comparing, renamed: ownName };
  switch (type.kind) {
    case "entity":
    case "complex":
      return type.members.size === 0 ? undefined : structuredShape(type, within);
    case "enum":
      return type.members.size < 2 ? undefined : JSON.stringify([type.flags, [...type.members.keys()]]);
    case "typeDefinition":
      return JSON.stringify({ ...type.value, name: "itself" });
  }
}

function structuredShape({ kind, base, open, members }: SurfaceStructured, comparing: Comparing): string {
  const list = [...members.values()].map((member) => `${member.name} ${memberSignature(member, comparing)}`);
  return JSON.stringify([kind, base && laterName(base, comparing), open, list.sort(compareCodeUnits)]);
}

interface Reference {
  readonly owner: string;
  readonly member: string;
}

/** Where types are referred to, by the type's name. */
function referrers({ types, operations }: Surface): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>();
  const add = (name: string, reference: Reference): void => {
    const list = found.get(name);
    if (list === undefined) found.set(name, [reference]);
    else list.push(reference);
  };
  const addMembers = (owner: string, members: Iterable<SurfaceMember>): void => {
    for (const { name, value } of members) for (const type of namesIn(value)) add(type, { owner, member: name });
  };
  for (const type of types.values()) {
    if (type.kind !== "entity" && type.kind !== "complex") continue;
    addMembers(type.name, type.members.values());
    if (type.base !== undefined) add(type.base, { owner: type.name, member: "base type" });
  }
  for (const operation of operations.values()) {
    const { result, binding, parameters } = operation;
    const owner = operationOwner(operation);
    addMembers(owner, [...parameters.values(), ...(result === undefined ? [] : [result])]);
    if (binding !== undefined) add(binding.type, { owner: operation.simpleName, member: "binding parameter" });
  }
  return found;
}

/** Not the key: it holds the name of the type, which may be the one that was renamed. */
function operationOwner({ kind, simpleName, binding }: SurfaceOperation): string {
  return `${kind} ${simpleName}${binding?.collection === true ? " of many" : ""}`;
}

function namesIn(value: ValuePlan): readonly string[] {
  switch (value.kind) {
    case "primitive":
    case "untyped":
      return [];
    case "resource":
      return value.types;
    case "definition":
    case "enum":
    case "object":
      return [value.name];
  }
}
