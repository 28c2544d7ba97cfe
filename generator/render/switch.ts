import type { TagCase } from "../plan/types.ts";
import { hardline, indent, type Doc } from "./doc.ts";
import { literal } from "./literals.ts";

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

/** Cases for tags: `resultOf` says what is returned for the guard behind them, `untagged` which one is for no tag at all. */
export function tagCases(cases: readonly TagCase[], resultOf: (members: string) => Doc, untagged?: string): Case[] {
  return cases.map(({ tags, members }) => {
    const written = tags.map(literal);
    return { tags: members === untagged ? ["undefined", ...written] : written, result: resultOf(members) };
  });
}
