/**
 * Control, format (bidirectional, zero-width), unassigned and lone surrogate characters, separators, quote, backslash. Made
 * when it is needed: an engine reads such a literal while it reads the module, which takes it half a millisecond.
 */
let unsafe: RegExp | undefined;

/**
 * Takes any text, returns it without characters that could disturb a terminal or a log, each written as an escape,
 * cut between code points so that it has about `limit` characters at most.
 */
export function printable(text: string, limit: number): string {
  if (text.length <= limit && isPlain(text)) return text;
  unsafe ??= new RegExp('[\\p{C}\\p{Zl}\\p{Zp}"\\\\]', "u");
  let result = "";
  for (const character of text) {
    const next = unsafe.test(character) ? escaped(character) : character;
    if (result.length + next.length > limit) return `${result}…`;
    result += next;
  }
  return result;
}

/**
 * Takes anything, returns a short description of it for an issue: numbers and literals as they are, strings quoted,
 * escaped and cut, everything else by its kind. Runs no code of the value and never throws.
 */
export function excerpt(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `"${printable(value, 70)}"`;
    case "number":
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      return value === null ? "null" : container(value);
    default:
      return `a ${typeof value}`;
  }
}

/** Takes names, returns the first of them, quoted, and how many there are in all where these are not all. */
export function listed(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  const list = shown.join(", ");
  return names.length > most ? `${list} … (${names.length} in all)` : list;
}

/** ASCII without controls, quote and backslash, as nearly everything is; a regular expression takes three times as long. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || code > 126 || code === 34 || code === 92) return false;
  }
  return true;
}

function container(value: object): string {
  try {
    return Array.isArray(value) ? "an array" : "an object";
  } catch {
    // A revoked proxy: even Array.isArray throws.
    return "an object";
  }
}

function escaped(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  let result = "";
  for (let index = 0; index < character.length; index += 1) {
    result += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return result;
}
