import type { Notes, NoteTaker } from "./notes.js";

/** A value may be wrong in a million places, of which a hundred are reported. */
const ROOM = 10_000;

const LONG = 16;

const by: NoteTaker = { member, item, fitting, isWhole };

/** Returns notes without an entry. */
export function startNotes(): Notes {
  return { members: undefined, items: undefined, room: ROOM, by };
}

function member(notes: Notes, object: object, name: string): boolean {
  if (notes.room <= 0) return false;
  add((notes.members ??= new Map<object, Set<string>>()), object, name);
  notes.room -= 1;
  return true;
}

function item(notes: Notes, array: object, index: number): boolean {
  if (notes.room <= 0) return false;
  add((notes.items ??= new Map<object, Set<number>>()), array, index);
  notes.room -= 1;
  return true;
}

/** What is long is worth remembering, because something else around it may be wrong. */
function fitting(notes: Notes, array: readonly unknown[]): void {
  if (array.length < LONG) return;
  notes.items ??= new Map<object, Set<number>>();
  if (!notes.items.has(array)) notes.items.set(array, new Set<number>());
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

function add<T>(places: Map<object, Set<T>>, container: object, at: T): void {
  const known = places.get(container);
  if (known === undefined) places.set(container, new Set<T>([at]));
  else known.add(at);
}
