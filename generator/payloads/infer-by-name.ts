import type { TypeUse } from "../model/types.ts";
import { splitName } from "../split-name.ts";
import { itemFits } from "./fits.ts";
import type { Shape } from "./shape.ts";
import type { SeenMember } from "./sightings.ts";
import { plainUse, type TypeIndex } from "./type-index.ts";
import { endsWithWords, nameFit, splitWords } from "./words.ts";

/** A type that something suggests, and what does. */
export interface Suggestion {
  readonly use: TypeUse;
  readonly basis: string;
}

type About = Pick<SeenMember, "owner" | "name">;

/** Whether values of a shape may be of a declared type. */
function shapeFits({ collection, items }: Shape, use: TypeUse, index: TypeIndex): boolean {
  if (collection !== undefined && collection !== use.collection) return false;
  return items.every((item) => itemFits(item, use.name, index));
}

/** The enumeration that is called like the member and has all the values. */
export function enumByName({ owner, name }: About, shape: Shape, index: TypeIndex): Suggestion | undefined {
  if (shape.collection === "mixed") return undefined;
  const [namespace] = splitName(owner);
  const ranked = [...index.enums.values()]
    .filter(({ name: type }) => shape.items.every((item) => itemFits(item, type, index)))
    .map((type) => {
      const words = splitWords(type.simpleName).length;
      return { type, rank: nameFit(name, type.simpleName) * 1000 + words * 2 + (type.namespace === namespace ? 1 : 0) };
    })
    .filter(({ rank }) => rank >= 1000)
    .sort((a, b) => b.rank - a.rank);
  const [best, second] = ranked;
  if (best === undefined || best.rank === second?.rank) return undefined;
  const use = plainUse(best.type.name, shape.collection === true);
  return { use, basis: shape.items.length === 0 ? "by its name" : "by its name and values" };
}

/** The one type that other members of this name are declared with. */
export function sameName({ name }: About, shape: Shape, index: TypeIndex): Suggestion | undefined {
  const use = unanimous(index.uses.get(name) ?? []);
  if (use === undefined || !shapeFits(shape, use, index)) return undefined;
  return { use, basis: "as the name is declared elsewhere" };
}

/** The one type that members are declared with whose names end with the same two or more words. */
export function similarName({ name }: About, shape: Shape, index: TypeIndex): Suggestion | undefined {
  const words = splitWords(name);
  for (let length = words.length - 1; length >= 2; length -= 1) {
    const end = words.slice(-length);
    const uses = [...index.uses].filter(([other]) => endsWithWords(splitWords(other), end)).flatMap(([, list]) => list);
    const use = unanimous(uses);
    if (use !== undefined && uses.length > 1 && shapeFits(shape, use, index)) {
      return { use, basis: `as all names are that end with "${end.join(" ")}"` };
    }
    if (uses.length > 0) return undefined;
  }
  return undefined;
}

/** The one structured type that all other members of the type have, alone or many, as in a set of identities. */
export function siblings({ owner }: About, shape: Shape, index: TypeIndex): Suggestion | undefined {
  const members = [...(index.structured.get(owner)?.members.values() ?? [])];
  const use = unanimous(members.map(({ member }) => plainUse(member.type.name, shape.collection === true)));
  if (use === undefined || members.length < 2 || !index.structured.has(use.name)) return undefined;
  return { use, basis: "as all other members of the type" };
}

/** The type that all uses have; facets are left out where they differ. */
function unanimous([first, ...others]: readonly TypeUse[]): TypeUse | undefined {
  if (first === undefined) return undefined;
  const same = others.every(({ name, collection }) => name === first.name && collection === first.collection);
  return same ? plainUse(first.name, first.collection) : undefined;
}
