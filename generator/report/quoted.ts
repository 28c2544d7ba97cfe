import { printable } from "../excerpt.ts";

/** A string as TypeScript writes it, invisible characters escaped. */
export function quoted(text: string): string {
  // Nearly all strings are plain; looking closely at each takes its time.
  return /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : printable(JSON.stringify(text));
}
