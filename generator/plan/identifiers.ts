import { isIdentifier, isKnownEverywhere } from "../identifier.ts";

/**
 * Words that cannot name a function or variable in a module (ECMAScript 12.7.2, strict mode), two that the compiler does
 * not let a declaration have (TS2397), and `then`: a module that exports it is a promise to whoever awaits its import.
 */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function globalThis if implements import in instanceof interface let new null package private " +
    "protected public return static super switch then this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** A name with the characters that OData allows and ECMAScript does not replaced by `_`. */
export function toIdentifier(name: string): string {
  const replaced = isIdentifier(name) ? name : name.replace(/./gsu, (one) => (isPart(one) ? one : "_"));
  return isIdentifier(replaced) ? replaced : `_${replaced}`;
}

function isPart(character: string): boolean {
  return /[\p{ID_Continue}$]/u.test(character) && isKnownEverywhere(character);
}

/** The identifier with its first letter in upper case: the name of a type. */
export function pascal(name: string): string {
  return changeFirst(toIdentifier(name), (letter) => letter.toUpperCase());
}

/** The identifier with its first letter in lower case: the name of a value. */
export function camel(name: string): string {
  return changeFirst(toIdentifier(name), (letter) => letter.toLowerCase());
}

/** The identifier, with a trailing `_` where it is a reserved word. */
export function unreserved(identifier: string): string {
  return reservedWords.has(identifier) ? `${identifier}_` : identifier;
}

/** `callRecords` → `call-records`: letters and digits that every system writes alike. */
export function kebab(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/./gsu, (one) => (/[\p{L}\p{Nd}]/u.test(one) && isKnownEverywhere(one) ? one : "-"))
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
}

/** A letter whose other case is not known everywhere keeps its own. */
function changeFirst(text: string, change: (letter: string) => string): string {
  const [first = ""] = text;
  const changed = change(first);
  if (/[A-Za-z_$]/.test(changed) && changed.length === 1) return changed + text.slice(1);
  return isIdentifier(changed) ? changed + text.slice(first.length) : text;
}
