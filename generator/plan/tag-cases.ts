import type { TagCase } from "./types.ts";

/** Takes what is to be done for single tags, returns the cases of a `switch`: tags with the same guard are one of them. */
export function groupTags(single: readonly { readonly tag: string; readonly members: string }[]): TagCase[] {
  const byGuard = new Map<string, string[]>();
  for (const { tag, members } of single) {
    const known = byGuard.get(members);
    if (known === undefined) byGuard.set(members, [tag]);
    else known.push(tag);
  }
  return [...byGuard].map(([members, tags]) => ({ tags, members }));
}
