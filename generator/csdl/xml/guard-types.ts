import type { XmlInput } from "./input.ts";

/** Where things stand in a well-formed text: offsets in document order. */
export interface Outline {
  /** The `<` of each start tag. */
  readonly elements: readonly number[];
  /** The first character of each attribute's name, `xmlns` included. */
  readonly attributes: readonly number[];
  /** First and last offset (exclusive) of the XML declaration and each processing instruction. */
  readonly instructions: readonly (readonly [from: number, to: number])[];
}

/** A start tag that waits for its end tag. */
export interface OpenTag {
  readonly name: string;
  readonly at: number;
}

/** What the guard knows while it walks through a text. */
export interface Walk {
  readonly input: XmlInput;
  readonly open: OpenTag[];
  root: "missing" | "seen";
  readonly elements: number[];
  readonly attributes: number[];
  readonly instructions: (readonly [from: number, to: number])[];
}
