/**
 * Where a guard that does not stop at the first fault has found something: the walk for issues then looks at these places
 * and no others. Nobody asks for notes but validators, and what they cost is paid for invalid values only.
 */
export interface Notes {
  /** For objects of open types: the names of members that are wrong or not sent, in the order of the object. */
  members: Map<object, Set<string>> | undefined;
  /** For arrays: the indexes of items that are wrong, none of them where the array is long and right. */
  items: Map<object, Set<number>> | undefined;
  /** How many more there is room for; at zero they are incomplete. */
  room: number;
}

/** A value may be wrong in a million places, of which a hundred are reported. */
const ROOM = 10_000;

const LONG = 16;

/** Returns notes without an entry. */
export function startNotes(): Notes {
  return { members: undefined, items: undefined, room: ROOM };
}

/** Takes an object and the name of a member that is not as it should be. Returns whether the guard goes on. */
export function isNoted(notes: Notes | undefined, object: object, name: string): boolean {
  if (notes === undefined || notes.room <= 0) return false;
  add((notes.members ??= new Map<object, Set<string>>()), object, name);
  notes.room -= 1;
  return true;
}

/** As `isNoted`, for an array and an index. */
export function isItemNoted(notes: Notes | undefined, array: object, index: number): boolean {
  if (notes === undefined || notes.room <= 0) return false;
  add((notes.items ??= new Map<object, Set<number>>()), array, index);
  notes.room -= 1;
  return true;
}

/** Takes an array all of whose items have been looked at, and whether all are right; returns that. */
export function isEachClean(notes: Notes | undefined, array: readonly unknown[], fits: boolean): boolean {
  // What is long is worth remembering, because something else around it may be wrong.
  if (fits && notes !== undefined && array.length >= LONG) {
    notes.items ??= new Map<object, Set<number>>();
    if (!notes.items.has(array)) notes.items.set(array, new Set<number>());
  }
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
  if (notes === undefined) return true;
  let names = 0;
  for (const name in object) if (name !== "@odata.type") names += 1;
  return names === known || countMembers(object) === known;
}

function countMembers(object: object): number {
  let names = 0;
  for (const name in object) if (!name.includes("@")) names += 1;
  return names;
}

function add<T>(places: Map<object, Set<T>>, container: object, at: T): void {
  const known = places.get(container);
  if (known === undefined) places.set(container, new Set<T>([at]));
  else known.add(at);
}
