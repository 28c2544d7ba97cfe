/**
 * Where a guard that does not stop at the first fault has found something: the walk for issues then looks at these places
 * and no others. Nobody asks for notes but validators, so guards know how to hand something over and no more.
 */
export interface Notes {
  /**
   * The last place, which leads to those before it. What is inside is found first, and what it stands in follows, up to the
   * root. So a guard that has noted something is false, and whoever asked it notes that, or is the root.
   */
  last: Place | undefined;
  /** Long arrays all of whose items are right. */
  fitting: object[] | undefined;
  /** How many more places there is room for; at zero they are incomplete. */
  room: number;
  /** An object lacks a member that has to be there; the places do not say which. */
  incomplete: boolean;
  /** Places by their object or array, made when they are first asked for. */
  index: Map<object, (string | number)[]> | undefined;
  /** What is done with them, the same for all. */
  readonly by: NoteTaker;
}

/** Names of members, or indexes of items. */
export type Keys = readonly (string | number)[];

/** A member that is wrong or not sent, or an item that is wrong. */
export interface Place {
  readonly within: object;
  readonly key: string | number;
  readonly before: Place | undefined;
}

/** What `take-notes.ts` does for guards. */
export interface NoteTaker {
  readonly add: (notes: Notes, within: object, key: string | number) => boolean;
  readonly fitting: (notes: Notes, array: readonly unknown[]) => void;
}

/**
 * Takes an object and the name of a member that is not as it should be, or an array and an index. Returns whether the
 * guard goes on.
 */
export function isNoted(notes: Notes | undefined, within: object, key: string | number): boolean {
  return notes !== undefined && notes.by.add(notes, within, key);
}

/** Takes an array all of whose items have been looked at, and whether all are right; returns that. */
export function isEachClean(notes: Notes | undefined, array: readonly unknown[], fits: boolean): boolean {
  if (fits && notes !== undefined) notes.by.fitting(notes, array);
  return fits;
}

/**
 * Takes an object all of whose members have been looked at, says whether nothing was noted of it. Where something was, that
 * is the last of all: nothing is noted of members that are right.
 */
export function isClean(notes: Notes | undefined, object: object): boolean {
  return notes?.last?.within !== object;
}

/** As `isClean`; required members may be missing as well, and `missing` says how many. */
export function isComplete(notes: Notes | undefined, object: object, missing: number): boolean {
  if (missing === 0) return isClean(notes, object);
  if (notes !== undefined) notes.incomplete = true;
  return false;
}
