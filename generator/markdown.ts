import { shown } from "./excerpt.ts";

/**
 * Text from outside as code in the cell of a table. GitHub looks for no links, mentions, references, tags or emphasis
 * in code; what is left to do is about backticks, blanks at the ends, and the cell's own end.
 */
export function cell(text: string): string {
  // A backslash right before a pipe is read in two ways (GFM 4.10), so the two go into spans of their own.
  const parts = shown(text).split(/(?<=\\)(?=\|)/);
  return parts.map((part) => span(part).replaceAll("|", "\\|")).join("<!-- -->");
}

/** Text from outside as code, but for tables. */
export function code(text: string): string {
  return span(shown(text));
}

function span(text: string): string {
  if (text === "") return "";
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // A blank at both ends is taken for padding (CommonMark 6.1).
  const padding = /^`|`$|^ .*[^ ].* $/.test(text) ? " " : "";
  return fence + padding + text + padding + fence;
}

/** A word that means nothing but itself, whatever stands around it. */
const plainWord = /^(?:\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*|\d+|[—–→-])$/u;

/** A sentence: its words as they are, and as code whatever is more than a word (a name, a link, a tag, a mention). */
export function prose(text: string): string {
  const words = shown(text).split(/\s+/);
  return words
    .map((word) => {
      const [, open = "", core = "", close = ""] = /^(["'“‘(]*)(.*?)([.,;:!?"'”’)]*)$/su.exec(word) ?? [];
      return open + (core === "" || plainWord.test(core) ? core : span(core)) + close;
    })
    .join(" ")
    .trim();
}
