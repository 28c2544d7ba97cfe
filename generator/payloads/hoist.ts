import { sortedBy } from "../sort.ts";
import type { SeenMember } from "./sightings.ts";
import { shapeOf } from "./shape.ts";
import { inferType, type Inference } from "./infer-type.ts";
import { commonBase, isA, type TypeIndex } from "./type-index.ts";

/**
 * Members of one name that several types of a family were seen with belong to their common base type, provided that
 * they hold the same there. A base type that nothing is declared as being of gets none.
 */
export function hoistMembers(members: Iterable<SeenMember>, inference: Inference): SeenMember[] {
  const byName = new Map<string, SeenMember[]>();
  for (const member of sortedBy(members, ({ owner }) => owner)) {
    const others = byName.get(member.name) ?? [];
    byName.set(member.name, addTo(others, member, inference));
  }
  return sortedBy([...byName.values()].flat(), ({ owner, name }) => `${owner}/${name}`);
}

function addTo(members: readonly SeenMember[], added: SeenMember, inference: Inference): SeenMember[] {
  for (const member of members) {
    const owner = sharedOwner(member, added, inference.index);
    if (owner === undefined || !agree(member, added, inference)) continue;
    const merged = { owner, name: added.name, values: [...member.values, ...added.values] };
    // The base type may be one of those that another member belongs to.
    return addTo(
      members.filter((other) => other !== member),
      merged,
      inference,
    );
  }
  return [...members, added];
}

function sharedOwner(one: SeenMember, other: SeenMember, index: TypeIndex): string | undefined {
  const base = commonBase(index, one.owner, other.owner);
  if (base === undefined) return undefined;
  return base === one.owner || base === other.owner || index.declared.has(base) ? base : undefined;
}

/**
 * Whether one type does for both; where one has no values, whatever the other has does. What a type inherits cannot be
 * declared in another way, so base and derived type always agree.
 */
function agree(one: SeenMember, other: SeenMember, inference: Inference): boolean {
  const { index } = inference;
  if (isA(index, one.owner, other.owner) || isA(index, other.owner, one.owner)) return true;
  if (shapeOf(one).items.length === 0 || shapeOf(other).items.length === 0) return true;
  const [first, second] = [inferType(one, inference).use, inferType(other, inference).use];
  return first.name === second.name && first.collection === second.collection;
}
