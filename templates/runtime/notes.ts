/**
 * Where a guard that does not stop at the first fault has found something: the walk for issues then looks at these places
 * and no others. Nobody asks for notes but validators, so guards know how to hand something over and no more.
 */
export interface Notes {
  /** For objects of open types: the names of members that are wrong or not sent, in the order of the object. */
  members: Map<object, Set<string>> | undefined;
  /** For arrays: the indexes of items that are wrong, none of them where the array is long and right. */
  items: Map<object, Set<number>> | undefined;
  /** How many more there is room for; at zero they are incomplete. */
  room: number;
  /** What is done with them, the same for all. */
  readonly by: NoteTaker;
}

/** What `take-notes.ts` does for guards. */
export interface NoteTaker {
  readonly member: (notes: Notes, object: object, name: string) => boolean;
  readonly item: (notes: Notes, array: object, index: number) => boolean;
  readonly fitting: (notes: Notes, array: readonly unknown[]) => void;
  readonly isWhole: (object: object, known: number) => boolean;
}

/** Takes an object and the name of a member that is not as it should be. Returns whether the guard goes on. */
export function isNoted(notes: Notes | undefined, object: object, name: string): boolean {
  return notes !== undefined && notes.by.member(notes, object, name);
}

/** As `isNoted`, for an array and an index. */
export function isItemNoted(notes: Notes | undefined, array: object, index: number): boolean {
  return notes !== undefined && notes.by.item(notes, array, index);
}

/** Takes an array all of whose items have been looked at, and whether all are right; returns that. */
export function isEachClean(notes: Notes | undefined, array: readonly unknown[], fits: boolean): boolean {
  if (fits && notes !== undefined) notes.by.fitting(notes, array);
  return fits;
}

/** Takes an object all of whose members have been looked at, says whether nothing was noted. */
export function isClean(notes: Notes | undefined, object: object): boolean {
  return notes?.members === undefined || !notes.members.has(object);
}

/** As `isClean`; required members may be missing as well, and `missing` says how many. */
export function isComplete(notes: Notes | undefined, object: object, missing: number): boolean {
  return missing === 0 && isClean(notes, object);
}

/**
 * Takes an object of a closed type and how many of its members are declared, says whether there are others: validators
 * warn of them. Annotations may stand anywhere.
 */
export function isWhole(notes: Notes | undefined, object: object, known: number): boolean {
  return notes === undefined || notes.by.isWhole(object, known);
}
