/** Everything that no file may hold as it is: controls but the line end, format characters, blanks that are no blank. */
const unseen =
  /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

/** What is wrong with the characters of a file; nothing where all of them can be seen. */
export function unseenIn(path: string, text: string): string[] {
  const found = unseen.exec(text);
  if (found === null) return [];
  return [`${path}: ${JSON.stringify(around(text, found.index))} holds U+${hex(found[0])}`];
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

/** A text at a place, with what stands beside it. */
export function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at + 40);
}
