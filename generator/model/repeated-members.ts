import type { Scope } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { ModelMember, ModelType, StructuredModelType } from "./types.ts";

/**
 * Drops a derived type's own member where the overlay now declares the same on a base type; different facets are a
 * conflict. Without an overlay member involved a repeated name is the metadata's own mistake and stays for the checks.
 */
export function dropRepeatedMembers(
  types: ReadonlyMap<string, ModelType>,
  scopes: ReadonlyMap<string, Scope>,
  problems: Problems,
): Map<string, ModelType> {
  const fromOverlay = (member: ModelMember): boolean => scopes.get(member.at.file)?.origin === "overlay";
  const inherited = (type: StructuredModelType, name: string): ModelMember | undefined => {
    const seen = new Set<string>([type.name]);
    let base = type.base === undefined ? undefined : types.get(type.base);
    while (base !== undefined && base.kind !== "enum" && base.kind !== "typeDefinition" && !seen.has(base.name)) {
      const found = base.members.find((member) => member.name === name);
      if (found !== undefined) return found;
      seen.add(base.name);
      base = base.base === undefined ? undefined : types.get(base.base);
    }
    return undefined;
  };
  const result = new Map<string, ModelType>();
  for (const [name, type] of types) {
    if (type.kind === "enum" || type.kind === "typeDefinition") {
      result.set(name, type);
      continue;
    }
    const members = type.members.filter((member) => {
      const above = inherited(type, member.name);
      if (above === undefined || (!fromOverlay(above) && !fromOverlay(member))) return true;
      if (signature(above) !== signature(member)) {
        const message = `the overlay declares ${member.name} on a base type of ${name} with another type or facets`;
        problems.conflict(
          fromOverlay(above) ? above.at : member.at,
          message,
          "make both the same, or drop the overlay's",
        );
      }
      return false;
    });
    result.set(name, members.length === type.members.length ? type : { ...type, members });
  }
  return result;
}

function signature({ kind, type, nullable, nullableItems }: ModelMember): string {
  return JSON.stringify([kind, type, nullable, nullableItems]);
}
