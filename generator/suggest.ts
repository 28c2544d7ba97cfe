import { closest } from "./closest.ts";

/** The candidate that a misspelt word most likely meant, or undefined when none is near. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  return literally(word, candidates) ?? closest(word, candidates);
}

/** A simple name or another case of a known name is meant literally, however long the namespace. */
function literally(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  return candidates.find((name) => name.toLowerCase() === lower || name.toLowerCase().endsWith(`.${lower}`));
}

/** As `suggest`, as a question; an operation may lack its kind, its namespace, and what it is bound to. */
export function didYouMeanAny(word: string, candidates: readonly string[]): string | undefined {
  const keys = overloads(word, candidates);
  if (keys.length === 0) return didYouMean(suggest(word, candidates));
  const meant = [literally(word, candidates) ?? [], keys].flat();
  return `did you mean ${oneOf(meant.map((name) => `"${name}"`))}?`;
}

/** The keys of all overloads of an operation. */
function overloads(word: string, keys: readonly string[]): string[] {
  const [, kind, rest = ""] = /^(action:|function:)?(.*)$/s.exec(word.toLowerCase()) ?? [];
  return keys.filter((key) => {
    const [, own, name = ""] = /^(action:|function:)([^(]*)\(/.exec(key.toLowerCase()) ?? [];
    return own !== undefined && (kind ?? own) === own && `.${name}`.endsWith(`.${rest}`);
  });
}

/** `a, b or c`: as many as one reads before one looks for a list. */
export function oneOf(names: readonly string[]): string {
  const more = names.length - maxNames;
  if (more > 0) return `${names.slice(0, maxNames).join(", ")} or one of ${more} more`;
  return [names.slice(0, -1).join(", ") || [], names.slice(-1)].flat().join(" or ");
}

const maxNames = 6;

/** `did you mean "x"?`, or undefined where nothing is near. */
export function didYouMean(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `did you mean "${near}"?`;
}
