import type { Keys, Notes, NoteTaker } from "./notes.js";

/** A value may be wrong in a million places, of which a hundred are reported. */
const ROOM = 10_000;

/** An array of so many items is worth remembering, because something else around it may be wrong. */
const LONG = 16;

const by: NoteTaker = { add, fitting };

/** Returns notes without an entry. */
export function startNotes(): Notes {
  return { last: undefined, fitting: undefined, room: ROOM, incomplete: false, index: undefined, by };
}

/**
 * Takes an object or array, returns the names or indexes that were noted of it, each once; none of a long array that is
 * right, undefined where everything has to be looked at. It answers once: where the same object stands in a second place,
 * nobody knows of which of the two the notes are.
 */
export function takeNoted(notes: Notes, within: object): Keys | undefined {
  const index = (notes.index ??= byObject(notes));
  const known = index.get(within);
  index.delete(within);
  return known === undefined || known.length < 2 ? known : [...new Set(known.reverse())];
}

/** What was noted last comes first. */
function byObject({ last, fitting = [] }: Notes): Map<object, (string | number)[]> {
  const index = new Map(fitting.map((array): [object, (string | number)[]] => [array, []]));
  for (let place = last; place !== undefined; place = place.before) {
    const { within, key } = place;
    const known = index.get(within);
    if (known === undefined) index.set(within, [key]);
    else known.push(key);
  }
  return index;
}

function add(notes: Notes, within: object, key: string | number): boolean {
  if (notes.room <= 0) return false;
  notes.last = { within, key, before: notes.last };
  notes.room -= 1;
  return true;
}

function fitting(notes: Notes, array: readonly unknown[]): void {
  if (array.length >= LONG) (notes.fitting ??= []).push(array);
}
