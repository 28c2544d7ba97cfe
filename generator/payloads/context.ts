import type { Position } from "./walk.ts";
import { typeName } from "./tag.ts";
import { underlyingType, type TypeIndex } from "./type-index.ts";

/**
 * The type that a context URL gives, as far as the model knows the way: an entity set or singleton, then members and
 * casts (OData 10: context URL). Undefined where it leads out of the model.
 */
export function contextType(url: string, index: TypeIndex): Position | undefined {
  const hash = url.indexOf("#");
  if (hash === -1) return undefined;
  const collection = /^Collection\(([^()]*)\)$/.exec(url.slice(hash + 1))?.[1];
  if (collection !== undefined) return knownType(collection, true, index);
  const [first = "", ...rest] = withoutParentheses(url.slice(hash + 1)).split("/");
  let position = startOf(first, index);
  for (const segment of rest) {
    if (position === undefined) return undefined;
    position = step(position, segment, index);
  }
  return position;
}

/** Keys and lists of selected members say nothing of the type; they may hold parentheses themselves. */
function withoutParentheses(path: string): string {
  let depth = 0;
  let kept = "";
  for (const character of path) {
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

function startOf(name: string, index: TypeIndex): Position | undefined {
  const child = index.slice.model.children.get(name);
  if (child?.kind === "EntitySet") return knownType(child.type, true, index);
  if (child?.kind === "Singleton") return knownType(child.type, false, index);
  return knownType(name, false, index);
}

function step(position: Position, segment: string, index: TypeIndex): Position | undefined {
  const { type, collection } = position;
  if (segment === "$entity") return { type, collection: false };
  if (segment === "$delta" || segment === "") return { type, collection };
  if (segment.startsWith("$")) return undefined;
  const member = index.structured.get(type)?.members.get(segment)?.member;
  if (member !== undefined) return { type: member.type.name, collection: member.type.collection };
  // A cast, or a key that is written as a segment of its own.
  const cast = knownType(segment, collection, index);
  return cast ?? (collection ? { type, collection: false } : undefined);
}

function knownType(text: string, collection: boolean, index: TypeIndex): Position | undefined {
  const type = typeName(text, index.slice.model);
  const isKnown = index.structured.has(type) || index.enums.has(type) || type.startsWith("Edm.");
  return isKnown || underlyingType(index, type) !== type ? { type, collection } : undefined;
}
