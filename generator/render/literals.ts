import { printable } from "../excerpt.ts";
import { blanks, escapeUnits, unseen } from "../unseen.ts";

/**
 * A string literal of ECMAScript and JSON: no text of the input can end it, hide in it or change how a line reads. It
 * does not end the script either that somebody puts the code into (HTML 4.12.1.3).
 */
export function literal(text: string): string {
  // Nearly all texts are plain; looking closely at each takes its time.
  if (/^[ !#-;=-[\]-~]*$/.test(text)) return `"${text}"`;
  return JSON.stringify(text)
    .replace(unseen, escapeUnits)
    .replace(blanks, escapeUnits)
    .replace(/<(?=\/?script|!--)/gi, escapeUnits);
}

/**
 * Sentences for the inside of a doc comment: they cannot end the comment, start a tag (what looks like one is shown as
 * code) or steer a tool; what cannot be seen is dropped, line ends are kept as `\n`.
 */
export function commentText(text: string): string {
  if (isProse(text)) return text.trim();
  return steersNothing(
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
      .replace(blanks, " ")
      .replace(/\t/g, " ")
      .split("\n")
      .map((line) => line.replace(unseen, ""))
      .join("\n"),
  )
    .replace(/(?<![\w`])@[\w.]{1,1000}/g, "`$&`")
    .replace(/(?<![\w`\\])@/g, "\\@")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

/** A name or an address for the inside of a comment, in one line: what cannot be seen is shown as an escape. */
export function commentCode(text: string): string {
  if (isProse(text)) return text;
  return steersNothing(printable(text));
}

/**
 * Whether a text is like nearly all of them, names of the model and short sentences: without a mark that begins or ends
 * something, and without a part of a word that a tool obeys.
 */
function isProse(text: string): boolean {
  return /^[\w.`,;:'"()?!% -]*$/.test(text) && !/pack|ignore|lint|prettier|biome|::| {9}/i.test(text);
}

/**
 * Words that tools obey wherever they stand in a comment (compilers, minifiers, linters, source maps), and how they
 * begin: a backslash behind that makes them words like others. Loops are bounded, because the engine keeps a way back for
 * each character: what more white space follows than that might be anything.
 */
const steering = new RegExp(
  [
    String.raw`[#@](?=\s{0,100}(?:ts-|__|internal|lic|preserve|copyright|cc_on|vite-|jsx|source(?:Mapping)?URL)|\s{101})`,
    String.raw`(?:eslint|prettier|oxlint|tslint|stylelint|biome|deno-lint)(?=-\w)`,
    String.raw`(?:istanbul|[cv]8|node:coverage)(?=\s{1,100}ignore|\s{101})|(?:webpack|turbopack)(?=[a-z])`,
  ].join("|"),
  "gi",
);

function steersNothing(text: string): string {
  return text.replace(/\*(?=\/)|\/(?=\*)|(?<!\S)\/(?=\/\/)|<(?=\/?script|!--)/gi, "$&\\").replace(steering, "$&\\");
}
