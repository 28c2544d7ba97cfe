import { didYouMean, suggest } from "../suggest.ts";

/** What to do about a name that the metadata does not have: the one that was meant, or where to look. */
export function likely(name: string, known: Iterable<string>): string {
  return didYouMean(suggest(name, [...known])) ?? "inspect --metadata FILE|URL --all --json lists what there is";
}
