import { formatProblem, type Problem } from "../errors.ts";
import type { OverlayEntry } from "../model/types.ts";

/** Entries of overlays that the metadata has caught up with, as warnings with their place: each once, whoever reads it. */
export function redundantEntries(entries: readonly OverlayEntry[]): Problem[] {
  const redundant = entries.filter(({ state }) => state === "redundant");
  const problems = redundant.map(({ target, term, at }): [string, Problem] => {
    const what = term === undefined ? target : `the ${term} of ${target}`;
    const problem = { place: at, message: `the metadata has ${what} itself now`, hint: "take it out of the overlay" };
    return [formatProblem(problem), problem];
  });
  return [...new Map(problems).values()];
}
