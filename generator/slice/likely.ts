import { closest } from "../closest.ts";

/** What to do about a name that the metadata does not have: the one that was meant, or where to look. */
export function likely(name: string, known: Iterable<string>): string {
  const near = closest(name, known);
  return near === undefined ? "inspect --metadata FILE|URL --all --json lists what there is" : `did you mean ${near}?`;
}
