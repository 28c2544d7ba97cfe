/** The words of a name in lower case: `activeModalities` is `active`, `modalities`. */
export function splitWords(name: string): string[] {
  return name
    .replace(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "");
}

/** The words, and the words with the last one in each singular that it may have. */
export function withSingulars(words: readonly string[]): (readonly string[])[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  return [last, ...singulars(last)].map((word) => [...words.slice(0, -1), word]);
}

function singulars(word: string): string[] {
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return /[^s]s$/.test(word) ? [word.slice(0, -1)] : [];
}

/** Whether the first words end with the second. */
export function endsWithWords(words: readonly string[], end: readonly string[]): boolean {
  const start = words.length - end.length;
  return start >= 0 && end.length > 0 && end.every((word, position) => words[start + position] === word);
}

/** How well a type's name fits a member's: 2 the same (or its singular), 1 the member's name ends with it, 0 not at all. */
export function nameFit(memberName: string, simpleName: string): 0 | 1 | 2 {
  const end = splitWords(simpleName);
  const forms = withSingulars(splitWords(memberName)).filter((words) => endsWithWords(words, end));
  if (forms.length === 0) return 0;
  return forms.some((words) => words.length === end.length) ? 2 : 1;
}
