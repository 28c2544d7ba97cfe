import type { Keys, Notes, NoteTaker, Place } from "./notes.js";

/** A value may be wrong in a million places, of which a hundred are reported. */
const ROOM = 10_000;

/** An array of so many items is worth remembering, because something else around it may be wrong. */
const LONG = 16;

/** So many places are looked through one after the other: quicker than to ask a map, which asks for hashes. */
const FEW = 12;

const by: NoteTaker = { add, fitting };

/** Returns notes without an entry. */
export function startNotes(): Notes {
  return {
    places: undefined,
    fitting: undefined,
    last: undefined,
    room: ROOM,
    incomplete: false,
    index: undefined,
    by,
  };
}

/**
 * Takes an object or array, returns the names or indexes that were noted of it, each once; none of a long array that is
 * right, undefined where everything has to be looked at. It answers once: where the same object stands in a second place,
 * nobody knows of which of the two the notes are.
 */
export function takeNoted(notes: Notes, within: object): Keys | undefined {
  const { places = [], fitting = [] } = notes;
  const last = places[places.length - 1];
  // One fault, as nearly always: what is around it was noted after it.
  if (last?.within === within && places.length <= FEW && fitting.length === 0 && isAlone(places)) {
    places.pop();
    return [last.key];
  }
  if (notes.index !== undefined || places.length + fitting.length > FEW) {
    const index = (notes.index ??= indexOf(places, fitting));
    const known = index.get(within);
    index.delete(within);
    return known;
  }
  const found: (string | number)[] = [];
  for (const place of places) if (place.within === within && !found.includes(place.key)) found.push(place.key);
  if (found.length > 0) notes.places = places.filter((place) => place.within !== within);
  if (!fitting.includes(within)) return found.length > 0 ? found : undefined;
  notes.fitting = fitting.filter((array) => array !== within);
  return found;
}

/** Whether the last place is the only one of its object. */
function isAlone(places: readonly Place[]): boolean {
  const at = places.length - 1;
  const within = places[at]?.within;
  for (let index = 0; index < at; index += 1) if (places[index]?.within === within) return false;
  return true;
}

function indexOf(places: readonly Place[], fitting: readonly object[]): Map<object, Keys> {
  const sets = new Map<object, Set<string | number>>(fitting.map((array) => [array, new Set<string | number>()]));
  for (const { within, key } of places) {
    const known = sets.get(within);
    if (known === undefined) sets.set(within, new Set<string | number>([key]));
    else known.add(key);
  }
  return new Map([...sets].map(([within, keys]) => [within, [...keys]]));
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
