import { editDistance } from "../closest.ts";
import { gathered } from "../group.ts";

/** By what two things are one under two names. */
export interface Likeness<T> {
  /** Two things that match have one of these in common: nothing else is compared. */
  readonly keysOf: (thing: T) => Iterable<string>;
  readonly matches: (earlier: T, later: T) => boolean;
}

/** More comparisons than this would take longer than the rest. */
const mostComparisons = 5_000_000;

/** What is the same for both and fits nothing else, by its names; each thing at most once. Of too much, nothing. */
export function pairUp<T extends { readonly name: string }>(
  gone: readonly T[],
  come: readonly T[],
  { keysOf, matches }: Likeness<T>,
): Map<string, string> {
  if (gone.length === 0 || come.length === 0) return new Map();
  const [before, after] = [byKey(gone, keysOf), byKey(come, keysOf)];
  const pairs = new Map<string, string>();
  let left = mostComparisons;
  /** The first two that match. */
  const two = (thing: T, others: ReadonlyMap<string, readonly T[]>, match: (other: T) => boolean): T[] => {
    const found = new Set<T>();
    for (const other of candidates(thing, others, keysOf)) {
      left -= 1;
      if (match(other)) found.add(other);
      if (found.size > 1 || left < 0) break;
    }
    return [...found];
  };
  for (const earlier of gone) {
    const [only, second] = two(earlier, after, (later) => matches(earlier, later));
    if (only === undefined || second !== undefined) continue;
    if (two(only, before, (other) => matches(other, only)).length === 1) pairs.set(earlier.name, only.name);
  }
  return left < 0 ? new Map<string, string>() : pairs;
}

function byKey<T>(things: readonly T[], keysOf: Likeness<T>["keysOf"]): Map<string, T[]> {
  function* pairs(): Generator<[key: string, thing: T]> {
    for (const thing of things) for (const key of keysOf(thing)) yield [key, thing];
  }
  return gathered(pairs());
}

function* candidates<T>(
  thing: T,
  others: ReadonlyMap<string, readonly T[]>,
  keysOf: Likeness<T>["keysOf"],
): Generator<T> {
  for (const key of keysOf(thing)) yield* others.get(key) ?? [];
}

/** What of both sides the pairs leave. */
export function unpaired<T extends { readonly name: string }>(
  gone: readonly T[],
  come: readonly T[],
  pairs: ReadonlyMap<string, string>,
): readonly [gone: T[], come: T[]] {
  const taken = new Set(pairs.values());
  return [gone.filter(({ name }) => !pairs.has(name)), come.filter(({ name }) => !taken.has(name))];
}

/** Shorter names differ by a letter and mean something else: `cost`, `host`. */
const longEnough = 6;

/** Of longer ones all but case and marks has to be the same: a key for each letter is too many. */
const tooLong = 64;

/** Whether one name may be another spelling of the other: the same but for case and marks, or one letter apart. */
export function areNear(a: string, b: string): boolean {
  const [one, other] = [spelling(a), spelling(b)];
  if (one === other) return true;
  return isCompared(one) && isCompared(other) && editDistance(one, other) === 1;
}

/** Keys of which names that are near have one in common: the spelling, and each that has a letter less. */
export function* nearKeys(name: string): Generator<string> {
  const text = spelling(name);
  yield text;
  if (!isCompared(text)) return;
  for (let index = 0; index < text.length; index += 1) yield text.slice(0, index) + text.slice(index + 1);
}

function isCompared({ length }: string): boolean {
  return length >= longEnough && length <= tooLong;
}

function spelling(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
