import { blanks, escapeUnits, unseen } from "./unseen.ts";

/**
 * Text from outside as one line of a terminal or a log: what cannot be seen is escaped, so that it steers no terminal, and
 * nothing in it is a command to whoever runs a workflow.
 */
export function printable(text: string): string {
  const shown = text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(unseen, escapeCharacter)
    .replace(blanks, escapeCharacter);
  return commandless(shown);
}

/** Lines of a diff, in which everything stays but what would steer a terminal, a runner, or the direction of writing. */
export function inert(text: string): string {
  return commandless(text.replace(/[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, escapeCharacter));
}

/** JSON that is equal for programs, and safe where a person sees it: what cannot be seen is escaped. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(unseen, (one) => (one === "\n" ? one : escapeUnits(one)));
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** Runners take `::` at the beginning of a line for a command, and `##[`, `##vso[` and the like anywhere. */
function commandless(text: string): string {
  return text.replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, "$1\\u003a").replace(/##(?=\w*\[)/g, "#\\u0023");
}

/** As `printable`, in at most `max` characters. */
export function excerpt(text: string, max: number): string {
  // What is cut off anyway need not be escaped: escaping never shortens.
  return cut(printable(text.slice(0, max + 1)), max);
}

/** What came before and after, each in at most `max` characters; what both begin with gives way to what differs. */
export function excerptBoth(before: string, after: string, max: number): readonly [before: string, after: string] {
  const skip = before.length <= max && after.length <= max ? 0 : sharedWords(before, after);
  // Close to the beginning there is nothing to win.
  if (skip <= max / 4) return [excerpt(before, max), excerpt(after, max)];
  const tail = (text: string): string => `…${excerpt(text.slice(skip), max - 1)}`;
  return [tail(before), tail(after)];
}

/** How much of the beginning of both texts may go: up to the last words before they differ. */
function sharedWords(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const start = Math.max(0, same - 24);
  return start + a.slice(start, same).search(/[\s,|.]/) + 1;
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // Half a character at the end is none.
  return `${text.slice(0, Math.max(0, max - 1)).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Text that is safe to show, in lines of at most `width` characters that break between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  // Several blanks in a row would leave an empty line, and a command behind it would begin the next.
  for (const word of text.trim().split(/ +/)) {
    // Made printable again, because another word may now stand at the beginning of a line.
    const longer = lines.length === 0 ? undefined : `${lines.at(-1) ?? ""} ${word}`;
    if (longer !== undefined && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(excerpt(word, width));
  }
  return lines;
}
