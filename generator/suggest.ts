import { closest } from "./closest.ts";

/** The candidate that a misspelt word most likely meant, or undefined when none is near. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  // A simple name or another case of a known name is meant literally, however long the namespace.
  const lower = word.toLowerCase();
  const literal = candidates.find((name) => name.toLowerCase() === lower || name.toLowerCase().endsWith(`.${lower}`));
  return literal ?? closest(word, candidates);
}

/** `did you mean "x"?`, or undefined where nothing is near. */
export function didYouMean(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `did you mean "${near}"?`;
}
