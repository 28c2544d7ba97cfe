/** So many digits in a row are matched as they stand, by `\d{1,40}`. */
const FEW = 40;
/** Every form of a number or a duration has fewer characters, each run of digits counted as one. */
const LONGEST_FORM = 16;

/** Takes a position in a text, returns the first one from there on that has no digit. */
export function endOfDigits(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end;
}

/**
 * Whether a text is of a form whose runs of digits may have any length. The form is bounded, `\d{1,40}` where the
 * grammar says `1*DIGIT`: an engine remembers each turn of a loop without end, and V8 throws after eight million.
 */
export function isOfForm(text: string, form: RegExp): boolean {
  return form.test(text) || (text.length > FEW && form.test(squeezed(text)));
}

/** The text with the first digit of each run; cut where it is longer than any form. */
function squeezed(text: string): string {
  let result = "";
  let index = 0;
  while (index < text.length && result.length < LONGEST_FORM) {
    result += text.charAt(index);
    index = Math.max(endOfDigits(text, index), index + 1);
  }
  return result;
}
