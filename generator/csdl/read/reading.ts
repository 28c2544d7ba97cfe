import { clip, type Place, type Problem } from "../../errors.ts";
import { lineStarts, placeAt } from "../xml/lines.ts";
import type { ReadingError } from "../types.ts";
import type { XmlDocument } from "../xml/read-xml.ts";

/** What the readers of one document share: where things stand, and what was found wrong so far. */
export interface Reading {
  readonly file: string;
  readonly lines: readonly number[];
  readonly errors: ReadingError[];
  readonly warnings: Problem[];
}

/** Begins the reading of a document. */
export function startReading({ file, text }: XmlDocument): Reading {
  return { file, lines: lineStarts(text), errors: [], warnings: [] };
}

/** The place of an offset. */
export function at(reading: Reading, index: number): Place {
  return placeAt(reading.file, reading.lines, index);
}

/** What else is to be known of an error. */
export interface About {
  readonly hint?: string | undefined;
  /** Offset of the element that it is about, where it is told at another. */
  readonly element?: number;
  /** Something that is declared there is not known to those who go on. */
  readonly hides?: boolean;
}

/** Notes a problem that makes the document invalid; reading goes on, to find more. */
export function reportError(reading: Reading, index: number, message: string, about: About = {}): void {
  const { hint, element = index, hides = false } = about;
  reading.errors.push({
    message: clip(message),
    place: at(reading, index),
    hint,
    element: at(reading, element),
    hides,
  });
}

/** Notes something that is wrong and harmless. */
export function reportWarning(reading: Reading, index: number, message: string, hint?: string): void {
  reading.warnings.push({ message: clip(message), place: at(reading, index), hint });
}
