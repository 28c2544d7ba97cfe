import { largestOf } from "../count.ts";
import type { TypeUse } from "../model/types.ts";
import { kindFits } from "./fits.ts";
import { isAnnotation, readTag } from "./tag.ts";
import { isA, type IndexedType, type TypeIndex } from "./type-index.ts";

type Json = Readonly<Record<string, unknown>>;

/** How much of some objects a type or the parameters of an action explain. */
export interface Match {
  /** Qualified name of the type, or key of the action. */
  readonly name: string;
  /** Names of members that are declared, with values that fit. */
  readonly known: number;
  /** All names of members. */
  readonly names: number;
}

/** Holds a type against objects that may be of it. */
export function matchType(objects: readonly Json[], { type, members }: IndexedType, index: TypeIndex): Match {
  return match(objects, { name: type.name, use: (name) => members.get(name)?.member.type }, index);
}

interface Candidate {
  readonly name: string;
  readonly use: (name: string) => TypeUse | undefined;
}

function match(objects: readonly Json[], { name, use }: Candidate, index: TypeIndex): Match {
  const names = memberNames(objects);
  const known = names.filter((one) => {
    const declared = use(one);
    if (declared === undefined) return false;
    return objects.every((object) => !Object.hasOwn(object, one) || kindFits(object[one], declared, index));
  });
  return { name, known: known.length, names: names.length };
}

/** Whether a type explains enough to be taken for granted where something else speaks for it too. */
export function isLikely({ known, names }: Match): boolean {
  return known > 0 && known * 2 >= names;
}

/**
 * The one type of the slice that explains the objects clearly best: most of their names, and more than any other type
 * does. Of types that derive from one another and explain the same, it is the base.
 */
export function clearlyBest(objects: readonly Json[], index: TypeIndex): Match | undefined {
  const types = [...index.structured.values()].filter(({ type }) => !type.abstract);
  const best = strongest(types.map((type) => matchType(objects, type, index)));
  return enough(best.find(({ name }) => best.every((other) => isA(index, other.name, name))));
}

/** The one action whose parameters explain the body clearly best. */
export function bestAction(body: Json, index: TypeIndex): Match | undefined {
  const { slice } = index;
  const actions = [...slice.operations.keys()].flatMap((key) => slice.model.operations.get(key) ?? []);
  const matches = actions
    .filter(({ kind }) => kind === "action")
    .map(({ key, parameters }) => {
      const use = (name: string): TypeUse | undefined => parameters.find((one) => one.name === name)?.type;
      return match([body], { name: key, use }, index);
    });
  const best = strongest(matches);
  return best.length === 1 ? enough(best[0]) : undefined;
}

/** The matches that explain the most. */
function strongest(matches: readonly Match[]): Match[] {
  const most = Math.max(1, largestOf(matches.map(({ known }) => known)));
  return matches.filter(({ known }) => known === most);
}

/** A single name proves nothing. */
function enough(best: Match | undefined): Match | undefined {
  return best !== undefined && best.known >= 2 && best.known * 5 >= best.names * 3 ? best : undefined;
}

/** The names of all members, without annotations; each once. */
export function memberNames(objects: readonly Json[]): string[] {
  const names = objects.flatMap((object) => Object.keys(object));
  return [...new Set(names)].filter((name) => !isAnnotation(name));
}

/** The declared types that the objects' discriminators name; undefined as soon as one has another discriminator. */
export function taggedTypes(
  objects: readonly Json[],
  index: TypeIndex,
): { readonly types: readonly string[]; readonly untagged: readonly Json[] } | undefined {
  const types = new Set<string>();
  const untagged: Json[] = [];
  for (const object of objects) {
    const tag = readTag(object, index);
    if (tag.kind === "declared") types.add(tag.name);
    else if (tag.kind === "none") untagged.push(object);
    else return undefined;
  }
  return { types: [...types], untagged };
}
