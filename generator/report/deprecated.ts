import { ts } from "ts-morph";
import { DEPRECATED, saysDeprecated } from "./layout.ts";
import type { SyntaxModule } from "./syntax-module.ts";

/** Whether the doc comment of a node has the tag. Inside a sentence it is no tag. */
export function isDeprecated({ tree, mentionsDeprecated }: SyntaxModule, { pos }: ts.Node): boolean {
  if (!mentionsDeprecated || pos < 0) return false;
  const comments = ts.getLeadingCommentRanges(tree.text, pos) ?? [];
  const docs = comments.map((comment) => tree.text.slice(comment.pos, comment.end));
  const doc = docs.findLast((text) => text.startsWith("/**"));
  return doc !== undefined && saysDeprecated(doc);
}

/** The lines, with the mark above them where the node is deprecated. */
export function marked(module: SyntaxModule, node: ts.Node, lines: readonly string[]): readonly string[] {
  return isDeprecated(module, node) ? [DEPRECATED, ...lines] : lines;
}
