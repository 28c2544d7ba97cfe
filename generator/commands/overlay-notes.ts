import type { Problem } from "../errors.ts";
import type { OverlayEntry } from "../model/types.ts";

/** Entries of the overlay that the metadata has caught up with, as warnings with their place. */
export function redundantEntries(entries: readonly OverlayEntry[]): Problem[] {
  return entries
    .filter(({ state }) => state === "redundant")
    .map(({ target, term, at }) => {
      const what = term === undefined ? target : `the ${term} of ${target}`;
      return { place: at, message: `the metadata has ${what} itself now`, hint: "take it out of the overlay" };
    });
}
