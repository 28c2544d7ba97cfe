import type { EntityType, PropertyRef } from "../csdl/types.ts";
import { integerRanges } from "../edm.ts";
import type { Declaration } from "./declarations.ts";
import type { Scope } from "./names.ts";
import { findMember, type Members } from "./members.ts";
import { walkPath } from "./paths.ts";
import type { Problems } from "./problems.ts";
import type { ModelMember, ModelType } from "./types.ts";

interface KeyRules {
  readonly keyed: ReadonlySet<string>;
  /** `ns.T/member` of every property that is said to be nullable. */
  readonly nullable: ReadonlySet<string>;
  readonly members: Members;
  readonly problems: Problems;
}

/** Names of the entity types that declare a key. */
export function keyedTypes(declarations: ReadonlyMap<string, Declaration>): ReadonlySet<string> {
  const all = [...declarations.values()];
  return new Set(all.filter((declaration) => keyOf(declaration) !== undefined).map(({ name }) => name));
}

function keyOf(declaration: Declaration): EntityType["key"] {
  const node = declaration.kind === "structured" ? declaration.head.node : undefined;
  return node?.kind === "EntityType" ? node.key : undefined;
}

function nullableOf(declaration: Declaration): string[] {
  if (declaration.kind !== "structured") return [];
  const nullable = declaration.properties.filter(({ node }) => node.facets.nullable === true);
  return nullable.map(({ node }) => `${declaration.name}/${node.name}`);
}

/** Reports keys that cannot be one (CSDL 6.5). */
export function checkKeys(declarations: ReadonlyMap<string, Declaration>, members: Members, problems: Problems): void {
  const all = [...declarations.values()];
  const nullable = new Set(all.flatMap(nullableOf));
  const rules: KeyRules = { keyed: keyedTypes(declarations), nullable, members, problems };
  for (const declaration of all) {
    const key = keyOf(declaration);
    if (key === undefined) continue;
    const { name } = declaration;
    const { node, scope } = declaration.head;
    const inherited = firstKeyed(members.bases.of.get(name), rules);
    if (inherited !== undefined) {
      problems.warn(node.at, `${name} has a key of its own beside the one that it inherits from ${inherited}`);
    }
    for (const ref of key) checkRef(name, ref, scope, rules);
    checkRepeated(name, key, rules);
  }
}

/** The type itself or the nearest base type that declares a key. */
export function firstKeyed(
  type: string | undefined,
  { keyed, members }: Pick<KeyRules, "keyed" | "members">,
): string | undefined {
  let current = type;
  while (current !== undefined && !keyed.has(current)) current = members.bases.of.get(current);
  return current;
}

function checkRef(
  type: string,
  { name, at }: PropertyRef,
  scope: Scope,
  { members, nullable, problems }: KeyRules,
): void {
  const walk = walkPath(type, name, scope, members);
  // Members only: CSDL allows no casts there, nor annotations.
  const isPlain = /^[^.@$]*$/.test(name);
  if (isPlain && walk.kind === "unknown") return;
  const what = `the key of ${type} names ${name}`;
  if (!isPlain || walk.kind !== "member") {
    problems.input(at, `${what}, which is no property of it`);
    return;
  }
  const { member } = walk.found;
  const fault = faultOf(member, members.types);
  if (fault !== undefined) problems.input(at, `${what}, ${fault}; a key is made of single primitive values`);
  else if (!isKeyType(member.type.name, members.types)) {
    problems.warn(at, `${what}, which is ${member.type.name}; CSDL does not allow that for a key`);
  } else if (nullable.has(`${walk.found.owner}/${member.name}`)) {
    problems.warn(at, `${what}, which has Nullable="true"; a key is never null, and is read that way`);
  }
}

/** What keeps a member from being part of any key. */
function faultOf({ kind, type }: ModelMember, types: ReadonlyMap<string, ModelType>): string | undefined {
  if (kind === "navigation") return "a navigation property";
  if (type.collection) return "a collection";
  const found = types.get(type.name);
  if (found?.kind === "complex" || type.name === "Edm.ComplexType") return "a property of a complex type";
  const primitive = found?.kind === "typeDefinition" ? found.underlying.name : type.name;
  return /^Edm\.(?:Stream|Geo)/.test(primitive) ? `a property of the type ${primitive}` : undefined;
}

const keyTypes: ReadonlySet<string> = new Set([
  ...integerRanges.keys(),
  ...["Boolean", "Date", "DateTimeOffset", "Decimal", "Duration", "Guid", "String", "TimeOfDay"].map(
    (name) => `Edm.${name}`,
  ),
]);

function isKeyType(name: string, types: ReadonlyMap<string, ModelType>): boolean {
  const found = types.get(name);
  if (found === undefined) return keyTypes.has(name) || !name.startsWith("Edm.");
  return found.kind === "enum" || (found.kind === "typeDefinition" && keyTypes.has(found.underlying.name));
}

/** A property stands in a key once, and an alias is a name that nothing else has. */
function checkRepeated(type: string, key: readonly PropertyRef[], { members, problems }: KeyRules): void {
  const names = new Set<string>();
  const aliases = new Set<string>();
  for (const { name, alias, at } of key) {
    if (names.has(name)) problems.input(at, `the key of ${type} names ${name} twice`);
    names.add(name);
    if (alias === undefined) continue;
    if (!name.includes("/")) problems.warn(at, `the key of ${type} has an alias for ${name}, which is no path`);
    if (aliases.has(alias) || (alias !== name && findMember(type, alias, members) !== undefined)) {
      problems.input(at, `the key of ${type} has the alias ${alias}, which is the name of something else in it`);
    }
    aliases.add(alias);
  }
}
