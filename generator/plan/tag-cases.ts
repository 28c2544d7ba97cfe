import { gathered } from "../group.ts";
import type { TagCase } from "./types.ts";

/** Takes what is to be done for single tags, returns the cases of a `switch`: tags with the same guard are one of them. */
export function groupTags(single: readonly { readonly tag: string; readonly members: string }[]): TagCase[] {
  return [...gathered(single.map(({ tag, members }) => [members, tag]))].map(([members, tags]) => ({ tags, members }));
}
