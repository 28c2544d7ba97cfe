import { hardline, indent, type Doc } from "./doc.ts";

/** Tags and what is returned for them. */
export interface Case {
  /** As written. */
  readonly tags: readonly string[];
  readonly result: Doc;
}

/** A `switch` that returns something for each of its cases, and something else for all others. */
export function switchStatement(subject: string, cases: readonly Case[], otherwise: string): Doc {
  const branches = cases.map(({ tags, result }) => [
    ...tags.map((tag) => [hardline, `case ${tag}:`]),
    indent([hardline, "return ", result, ";"]),
  ]);
  const last = [hardline, "default:", indent([hardline, `return ${otherwise};`])];
  return [`switch (${subject}) {`, indent([...branches, last]), hardline, "}"];
}

/** Cases for tags, as written, and the guard behind each: those with the same guard are one. */
export function groupedCases(
  guarded: readonly { readonly tags: readonly string[]; readonly members: string }[],
  resultOf: (members: string) => Doc,
): Case[] {
  const byGuard = new Map<string, string[]>();
  for (const { tags, members } of guarded) {
    const known = byGuard.get(members);
    if (known === undefined) byGuard.set(members, [...tags]);
    else known.push(...tags);
  }
  return [...byGuard].map(([members, tags]) => ({ tags, result: resultOf(members) }));
}
