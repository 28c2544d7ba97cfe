import { sameName, siblings, type Suggestion } from "./infer-by-name.ts";
import { clearlyBest, isLikely, matchType, taggedTypes } from "./match.ts";
import type { Shape } from "./shape.ts";
import type { SeenMember } from "./sightings.ts";
import { commonBase, isA, plainUse, type TypeIndex } from "./type-index.ts";
import { compareCodeUnits } from "../sort.ts";
import { nameFit } from "./words.ts";

type Json = Readonly<Record<string, unknown>>;

/** A structured type for objects; several kinds of tagged objects are a union. */
export interface StructuredSuggestion extends Suggestion {
  readonly union?: readonly string[] | undefined;
}

/** The type that the objects' discriminators give, or else the one that explains their members. */
export function structuredType(member: SeenMember, shape: Shape, index: TypeIndex): StructuredSuggestion | undefined {
  const { objects = [], collection } = shape;
  const tagged = taggedTypes(objects, index);
  if (tagged === undefined) return undefined;
  const { types, untagged } = tagged;
  if (types.length === 0) return collection === "mixed" ? undefined : byMembers(member, shape, index);
  const families = familiesOf(types, index);
  const [only, ...others] = families;
  if (only !== undefined && others.length === 0 && collection !== "mixed") {
    const type = index.structured.get(only);
    const fits = untagged.length === 0 || (type !== undefined && isLikely(matchType(untagged, type, index)));
    return fits ? { use: plainUse(only, collection === true), basis: "by the discriminators in it" } : undefined;
  }
  if (untagged.length > 0) return undefined;
  const union = families.sort(compareCodeUnits);
  return { use: plainUse("Edm.Untyped", false), basis: "by the discriminators in it", union };
}

/** As few types as cover all: several with a common base type are that, if something is declared as being of it. */
function familiesOf(types: readonly string[], index: TypeIndex): string[] {
  let families = [...types];
  for (const one of types) {
    const bases = types.map((other) => (other === one ? undefined : commonBase(index, one, other)));
    const base = bases.find((name) => name !== undefined && index.declared.has(name));
    if (base !== undefined) families = [...families.filter((type) => !isA(index, type, base)), base];
  }
  return [...new Set(families)];
}

function byMembers(member: SeenMember, shape: Shape, index: TypeIndex): StructuredSuggestion | undefined {
  const { objects = [] } = shape;
  const collection = shape.collection === true;
  const suggested = [siblings(member, shape, index), sameName(member, shape, index)].find((suggestion) => {
    const type = suggestion && index.structured.get(suggestion.use.name);
    return type !== undefined && isLikely(matchType(objects, type, index));
  });
  if (suggested !== undefined) return { ...suggested, use: plainUse(suggested.use.name, collection) };
  const namesake = namesakeOf(member.name, objects, index);
  if (namesake !== undefined) return { use: plainUse(namesake, collection), basis: "by its name and members" };
  const best = clearlyBest(objects, index)?.name;
  return best === undefined ? undefined : { use: plainUse(best, collection), basis: "by its members" };
}

/** The one type that is called like the member and declares all that the objects have. */
function namesakeOf(name: string, objects: readonly Json[], index: TypeIndex): string | undefined {
  const namesakes = [...index.structured.values()].filter((candidate) => {
    if (nameFit(name, candidate.type.simpleName) === 0) return false;
    const { known, names } = matchType(objects, candidate, index);
    return known > 0 && known === names;
  });
  return namesakes.length === 1 ? namesakes[0]?.type.name : undefined;
}
