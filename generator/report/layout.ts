/** The line above what is deprecated. The reason is documentation, and that is not part of the report. */
export const DEPRECATED = "/** @deprecated */";

/** Whether a doc comment has the tag. Inside a sentence it is no tag. */
export function saysDeprecated(doc: string): boolean {
  return /^(?:\/\*)?(?:\*|[^\S\r\n\u2028\u2029])*@deprecated\b/m.test(doc);
}

/** A head with lines in braces below it. */
export function block(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [`${head} {}`] : [`${head} {`, ...lines.map((line) => `  ${line}`), "}"];
}
