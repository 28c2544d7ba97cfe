import { ts } from "ts-morph";
import type { Module } from "./types.ts";

/** The line above what is deprecated. The reason is documentation, and that is not part of the report. */
export const DEPRECATED = "/** @deprecated */";

/** Whether the doc comment of a node has the tag. Inside a sentence it is no tag. */
export function isDeprecated({ tree, mentionsDeprecated }: Module, { pos }: ts.Node): boolean {
  if (!mentionsDeprecated || pos < 0) return false;
  const comments = ts.getLeadingCommentRanges(tree.text, pos) ?? [];
  const docs = comments.map((comment) => tree.text.slice(comment.pos, comment.end));
  const doc = docs.findLast((text) => text.startsWith("/**"));
  return doc !== undefined && /^(?:\/\*)?(?:\*|[^\S\r\n\u2028\u2029])*@deprecated\b/m.test(doc);
}

/** The lines, with the mark above them where the node is deprecated. */
export function marked(module: Module, node: ts.Node, lines: readonly string[]): readonly string[] {
  return isDeprecated(module, node) ? [DEPRECATED, ...lines] : lines;
}
