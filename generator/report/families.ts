import { sortedBy } from "../sort.ts";
import type { Piece } from "./types.ts";

/** The functions that come with each type: how they are named, and the signature that they then have. */
const members: readonly (readonly [name: RegExp, signature: RegExp])[] = [
  [/^assert(.+)$/, /^\(value: unknown\): asserts value is (.+)$/],
  [/^is(.+)$/, /^\(value: unknown\): value is (.+)$/],
  [/^parse(.+)$/, /^\(value: unknown\): ([\w.]+)$/],
  [/^validate(.+)$/, /^\(value: unknown, options\?: ValidateOptions\): Validation<(.+)>$/],
  [/^(.+)Schema$/, /^: StandardSchema<(.+)>$/],
];

/** What the report says about families, for readers. */
export const familyLegend: readonly string[] = [
  "`validators of T: { … }` lists functions that judge values of the type `T`. Named after `N`, they are",
  "`assertN(value: unknown): asserts value is T`, `isN(value: unknown): value is T`, `parseN(value: unknown): T`,",
  "`validateN(value: unknown, options?: ValidateOptions): Validation<T>` and",
  "`nSchema: StandardSchema<T>`. A function whose signature is another stands on a line of its own.",
];

interface Membership {
  readonly path: string;
  readonly about: string;
  readonly type: string;
}

/** Takes the pieces of a section, returns them with each family of validators put together in one. */
export function withFamilies(pieces: readonly Piece[]): readonly Piece[] {
  const groups = new Map<string, { readonly membership: Membership; readonly found: Piece[] }>();
  const others: Piece[] = [];
  for (const piece of pieces) {
    const membership = membershipOf(piece);
    if (membership === undefined) {
      others.push(piece);
      continue;
    }
    const key = [membership.path, membership.about, membership.type].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { membership, found: [piece] });
    else group.found.push(piece);
  }
  const families = [...groups.values()].flatMap(({ membership, found }) =>
    found.length < 2 ? found : [familyOf(membership, found)],
  );
  return [...others, ...families];
}

function membershipOf({ name, signature }: Piece): Membership | undefined {
  if (signature === undefined) return undefined;
  const start = name.lastIndexOf(".") + 1;
  for (const [names, signatures] of members) {
    const about = names.exec(name.slice(start))?.[1];
    const type = signatures.exec(signature)?.[1];
    if (about === undefined || type === undefined) continue;
    return { path: name.slice(0, start), about: `${about.charAt(0).toUpperCase()}${about.slice(1)}`, type };
  }
  return undefined;
}

function familyOf({ path, about, type }: Membership, found: readonly Piece[]): Piece {
  const names = sortedBy(found, ({ name }) => name).map(({ name }) => name.slice(path.length));
  const start = path === "" ? "" : `${path.slice(0, -1)}.`;
  return {
    name: `${path}${about}`,
    meaning: "value",
    lines: [`validators of ${type}: ${start}{ ${names.join(", ")} }`],
  };
}
