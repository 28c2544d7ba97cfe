import type { Place } from "../../errors.ts";

/** The offset at which each line begins. CR, CRLF and LF each end one line (XML 2.11). */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
  return starts;
}

/** Line and column of an offset, both from 1; the column counts UTF-16 code units. */
export function placeAt(file: string, starts: readonly number[], index: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: index - (starts[low] ?? 0) + 1 };
}
