import { ts } from "ts-morph";
import { printable } from "../excerpt.ts";

/** A string as TypeScript writes it, invisible characters escaped. */
export function quoted(text: string): string {
  // Nearly all strings are plain; looking closely at each takes its time.
  return /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : printable(JSON.stringify(text));
}

/** The name of a member with quotes where it needs them, whether it is written with them or not. */
export function unquoted(name: ts.PropertyName): ts.PropertyName {
  if (!ts.isStringLiteral(name) || !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name.text)) return name;
  return ts.factory.createIdentifier(name.text);
}
