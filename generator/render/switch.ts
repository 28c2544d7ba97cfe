import type { TagCase } from "../plan/types.ts";
import { hardline, indent, type Doc } from "./doc.ts";
import { literal } from "./literals.ts";

/** Tags and what is done for them. */
export interface Case {
  /** As written. */
  readonly tags: readonly string[];
  readonly statement: Doc;
}

/** What is done for tags whose result is to be returned. */
export function returned(result: Doc): Doc {
  return ["return ", result, ";"];
}

/** A `switch` that does something for each of its cases, and returns something for all others. */
export function switchStatement(subject: string, cases: readonly Case[], otherwise: string): Doc {
  const branches = cases.map(({ tags, statement }) => [
    ...tags.map((tag) => [hardline, `case ${tag}:`]),
    indent([hardline, statement]),
  ]);
  const last = [hardline, "default:", indent([hardline, returned(otherwise)])];
  return [`switch (${subject}) {`, indent([...branches, last]), hardline, "}"];
}

/** Cases for tags: `resultOf` says what is returned for the guard behind them, `untagged` which one is for no tag at all. */
export function tagCases(cases: readonly TagCase[], resultOf: (members: string) => Doc, untagged?: string): Case[] {
  return cases.map(({ tags, members }) => {
    const written = tags.map(literal);
    const statement = returned(resultOf(members));
    return { tags: members === untagged ? ["undefined", ...written] : written, statement };
  });
}
