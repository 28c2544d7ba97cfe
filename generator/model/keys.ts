import type { Declaration } from "./declarations.ts";
import { resolveName } from "./names.ts";

/**
 * `ns.T/member` of every property that some entity type's `Key` names, under the type that declares the property
 * (CSDL 6.5: a key may name inherited properties; paths into complex properties are not members of the entity).
 */
export function keyMembers(declarations: ReadonlyMap<string, Declaration>): Set<string> {
  const keys = new Set<string>();
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "structured" || declaration.head.node.kind !== "EntityType") continue;
    for (const { name } of declaration.head.node.key ?? []) {
      const owner = declaringType(declaration, name, declarations);
      if (owner !== undefined) keys.add(`${owner}/${name}`);
    }
  }
  return keys;
}

/** The type of the chain of base types, itself included, that declares a property. */
export function declaringType(
  declaration: Declaration,
  property: string,
  declarations: ReadonlyMap<string, Declaration>,
): string | undefined {
  const seen = new Set<string>();
  let current: Declaration | undefined = declaration;
  while (current?.kind === "structured" && !seen.has(current.name)) {
    const members = [...current.properties, ...current.navigationProperties];
    if (members.some(({ node }) => node.name === property)) return current.name;
    seen.add(current.name);
    const { node, scope }: typeof current.head = current.head;
    current = node.baseType === undefined ? undefined : declarations.get(resolveName(node.baseType, scope));
  }
  return undefined;
}
