import type { Notes, NoteTaker, Place } from "./notes.js";

/** A value may be wrong in a million places, of which a hundred are reported. */
const ROOM = 10_000;

/** An array of so many items is worth remembering, because something else around it may be wrong. */
const LONG = 16;

/** So many places are looked through one after the other: quicker than to ask a map, which asks for hashes. */
const FEW = 12;

const by: NoteTaker = { add, fitting, isWhole };

/** Returns notes without an entry. */
export function startNotes(): Notes {
  return { places: undefined, fitting: undefined, last: undefined, room: ROOM, index: undefined, by };
}

/**
 * Takes an object or array, returns the names or indexes that were noted of it, each once; none of a long array that is
 * right, undefined where everything has to be looked at.
 */
export function notedIn(notes: Notes, within: object): Iterable<string | number> | undefined {
  const { places = [], fitting = [] } = notes;
  if (places.length + fitting.length > FEW) return (notes.index ??= indexOf(places, fitting)).get(within);
  const found: (string | number)[] = [];
  for (const place of places) if (place.within === within && !found.includes(place.key)) found.push(place.key);
  return found.length > 0 || fitting.includes(within) ? found : undefined;
}

function indexOf(places: readonly Place[], fitting: readonly object[]): Map<object, Set<string | number>> {
  const index = new Map<object, Set<string | number>>(fitting.map((array) => [array, new Set<string | number>()]));
  for (const { within, key } of places) {
    const known = index.get(within);
    if (known === undefined) index.set(within, new Set<string | number>([key]));
    else known.add(key);
  }
  return index;
}

function add(notes: Notes, within: object, key: string | number): boolean {
  if (notes.room <= 0) return false;
  (notes.places ??= []).push({ within, key });
  notes.last = within;
  notes.room -= 1;
  return true;
}

function fitting(notes: Notes, array: readonly unknown[]): void {
  if (array.length >= LONG) (notes.fitting ??= []).push(array);
}

function isWhole(object: object, known: number): boolean {
  let names = 0;
  for (const name in object) if (name !== "@odata.type") names += 1;
  return names === known || countMembers(object) === known;
}

function countMembers(object: object): number {
  let names = 0;
  for (const name in object) if (!name.includes("@")) names += 1;
  return names;
}
