import { printable } from "./excerpt.ts";

/**
 * Text from outside as code in the cell of a table. GitHub looks for no links, mentions, references, tags or emphasis
 * in code; what is left to do is about backticks, blanks at the ends, and the cell's own end.
 */
export function cell(text: string): string {
  // A backslash right before a pipe is read in two ways (GFM 4.10), so the two go into spans of their own.
  const parts = printable(text).split(/(?<=\\)(?=\|)/);
  return parts.map((part) => span(part).replaceAll("|", "\\|")).join("<!-- -->");
}

/** Text from outside as code, but for tables. */
export function code(text: string): string {
  return span(printable(text));
}

function span(text: string): string {
  if (text === "") return "";
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  // A blank at both ends is taken for padding (CommonMark 6.1).
  const isPadded = text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text);
  const padding = isPadded || text.startsWith("`") || text.endsWith("`") ? " " : "";
  return fence + padding + text + padding + fence;
}

/** No word is as long; and an engine remembers each turn of a loop. */
const longestWord = 1000;
/** A word that means nothing but itself, whatever stands around it. */
const plainWord = /^(?:\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*|\d+|[—–→-])$/u;

/** A sentence: its words as they are, and as code whatever is more than a word (a name, a link, a tag, a mention). */
export function prose(text: string): string {
  const words = printable(text).split(/\s+/);
  return words
    .map((word) => {
      const open = /^["'“‘(]*/.exec(word)?.[0].length ?? 0;
      let end = word.length;
      while (end > open && /[.,;:!?"'”’)]/.test(word.charAt(end - 1))) end -= 1;
      const core = word.slice(open, end);
      return word.slice(0, open) + (isPlain(core) ? core : span(core)) + word.slice(end);
    })
    .join(" ")
    .trim();
}

function isPlain(word: string): boolean {
  return word.length <= longestWord && plainWord.test(word);
}

/** A paragraph's text that stays text: what Markdown would read as more than words is escaped (CommonMark 2.4). */
export function plain(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim()).replace(
    /[\\`*_[\]<>|~&$]|(?<=\S)@|:(?=\/\/)|(?<=www)\.|^[#+=-]|[.)](?<=^\d+.)/gi,
    "\\$&",
  );
}

/** An address as a link, where it is one that can stand between angle brackets as it is (CommonMark 6.5); else as code. */
export function link(address: string): string {
  return /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i.test(address) ? `<${address}>` : cell(address);
}
