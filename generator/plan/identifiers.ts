/** Words that cannot name a function or variable in a module (ECMAScript 12.7.2, strict mode). */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

const identifierPattern = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Whether the text can stand as an identifier, reserved words aside. */
export function isIdentifier(text: string): boolean {
  return identifierPattern.test(text);
}

/** A name with the characters that OData allows and ECMAScript does not replaced by `_`. */
export function toIdentifier(name: string): string {
  const replaced = name.replace(/[^\p{ID_Continue}$]/gu, "_");
  return isIdentifier(replaced) ? replaced : `_${replaced}`;
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

/** `callRecords` → `call-records`. */
export function kebab(name: string): string {
  return name
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, "$1-$2")
    .replace(/[^\p{L}\p{Nd}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
}

function changeFirst(text: string, change: (letter: string) => string): string {
  const [first = ""] = text;
  const changed = toIdentifier(change(first));
  return changed + text.slice(first.length);
}
