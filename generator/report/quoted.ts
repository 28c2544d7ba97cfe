import { ts } from "ts-morph";
import { printable } from "../excerpt.ts";
import { isIdentifier } from "../identifier.ts";

/** A string as TypeScript writes it, invisible characters escaped. */
export function quoted(text: string): string {
  // Nearly all strings are plain; looking closely at each takes its time.
  return /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : printable(JSON.stringify(text));
}

/** The name of a member with quotes where it needs them, whether it is written with them or not. */
export function unquoted(name: ts.PropertyName): ts.PropertyName {
  if (!ts.isStringLiteral(name) || !isIdentifier(name.text)) return name;
  return ts.factory.createIdentifier(name.text);
}
