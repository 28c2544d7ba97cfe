import { memberSignature } from "../member-signature.ts";
import type { Scope } from "./names.ts";
import type { Problems } from "./problems.ts";
import { inheritedMember, type Members } from "./members.ts";
import type { ModelMember, ModelType } from "./types.ts";

/**
 * Drops a derived type's own member where the overlay now declares the same on a base type; different facets are a
 * conflict. Without an overlay member involved a repeated name is the metadata's own mistake and stays for the checks.
 */
export function dropRepeatedMembers(
  members: Members,
  scopes: ReadonlyMap<string, Scope>,
  problems: Problems,
): Map<string, ModelType> {
  const fromOverlay = (member: ModelMember): boolean => scopes.get(member.at.file)?.origin === "overlay";
  const result = new Map<string, ModelType>();
  for (const [name, type] of members.types) {
    if (type.kind === "enum" || type.kind === "typeDefinition") {
      result.set(name, type);
      continue;
    }
    const kept = type.members.filter((member) => {
      const above = inheritedMember(name, member.name, members)?.member;
      if (above === undefined || (!fromOverlay(above) && !fromOverlay(member))) return true;
      if (memberSignature(above) !== memberSignature(member)) {
        const message = `the overlay declares ${member.name} on a base type of ${name} with another type or facets`;
        problems.conflict(
          fromOverlay(above) ? above.at : member.at,
          message,
          "make both the same, or drop the overlay's",
        );
      }
      return false;
    });
    result.set(name, kept.length === type.members.length ? type : { ...type, members: kept });
  }
  return result;
}
