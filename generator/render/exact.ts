import { width } from "./doc.ts";

/** Whether prettier writes a member of this name without quotes. */
export function isEs5Identifier(name: string): boolean {
  return /^[$_A-Za-z][$\w]*$/.test(name);
}

/**
 * Whether the lines of code in a text are such that our layout is prettier's. How wide a character beyond ASCII is, and
 * which escapes and quotes a literal gets, is its own knowledge; comments stand on lines of their own and have no width.
 */
export function isExact(text: string): boolean {
  return !special.test(text) || !specialCode.test(text);
}

/** Whether no line of a text has a reason to break. */
export function fitsWidth(text: string): boolean {
  return !tooWide.test(text);
}

const tooWide = new RegExp(`^.{${width + 1}}`, "m");
const special = /[^\n -~]|\\/;
const specialCode = /^(?! *(?:\/\*\*|\*|\/\/)).*(?:[^\n -~]|\\)/m;
