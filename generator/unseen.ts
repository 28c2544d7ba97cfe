/**
 * What cannot be seen, or turns the direction of what can: controls, format characters, line separators, halves of pairs,
 * and all that has no glyph of its own (Unicode UAX #44: Default_Ignorable_Code_Point). Not so the blanks, see `blanks`.
 */
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Blanks that are not the space, although they look like it. */
export const blanks = /(?! )\p{Zs}/gu;

/** Each unit of the text as an escape of ECMAScript and JSON. */
export function escapeUnits(text: string): string {
  return [...Array(text.length).keys()]
    .map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
