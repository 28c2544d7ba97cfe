import { BindgenError, clip, inOrder, type Place, type Problem } from "../../errors.ts";
import { lineStarts, placeAt } from "../xml/lines.ts";
import type { XmlDocument } from "../xml/read-xml.ts";

/** What the readers of one document share: where things stand, and what was found wrong so far. */
export interface Reading {
  readonly file: string;
  readonly lines: readonly number[];
  readonly errors: Problem[];
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

/** Notes a problem that makes the document invalid; reading goes on, to find more. */
export function reportError(reading: Reading, index: number, message: string, hint?: string): void {
  reading.errors.push({ message: clip(message), place: at(reading, index), hint });
}

/** Notes something that is wrong and harmless. */
export function reportWarning(reading: Reading, index: number, message: string, hint?: string): void {
  reading.warnings.push({ message: clip(message), place: at(reading, index), hint });
}

/** The warnings in order of place; throws when there are errors. */
export function finishReading({ errors, warnings }: Reading): readonly Problem[] {
  if (errors.length > 0) throw new BindgenError("input", inOrder(errors));
  return inOrder(warnings);
}
