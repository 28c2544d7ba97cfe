import type { Bases } from "./bases.ts";
import type { Declaration } from "./declarations.ts";

/**
 * `ns.T/member` of every property that some entity type's `Key` names, under the type that declares the property
 * (CSDL 6.5: a key may name inherited properties; paths into complex properties are not members of the entity). Where
 * several types in a row declare it, an overlay has put it on the base, and there it stays (`repeated-members.ts`).
 */
export function keyMembers(declarations: ReadonlyMap<string, Declaration>, bases: Bases): Set<string> {
  const declared = new Map<string, ReadonlySet<string>>();
  const has = (type: string, member: string): boolean => {
    const names = declared.get(type) ?? namesOf(declarations.get(type));
    declared.set(type, names);
    return names.has(member);
  };
  const keys = new Set<string>();
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "structured" || declaration.head.node.kind !== "EntityType") continue;
    for (const { name } of declaration.head.node.key ?? []) {
      let owner: string | undefined;
      for (let type: string | undefined = declaration.name; type !== undefined; type = bases.of.get(type)) {
        if (has(type, name)) owner = type;
      }
      if (owner !== undefined) keys.add(`${owner}/${name}`);
    }
  }
  return keys;
}

function namesOf(declaration: Declaration | undefined): ReadonlySet<string> {
  if (declaration?.kind !== "structured") return new Set();
  return new Set([...declaration.properties, ...declaration.navigationProperties].map(({ node }) => node.name));
}
