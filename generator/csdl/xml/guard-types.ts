import type { XmlInput } from "./input.ts";
import type { Scope } from "./namespaces.ts";

/** Where things stand in a well-formed text: offsets, of elements and attributes in document order. */
export interface Outline {
  /** The `<` of each start tag. */
  readonly starts: readonly number[];
  /** For each element, the offset behind its start tag. */
  readonly heads: readonly number[];
  /** For each element, the offset behind its end. */
  readonly ends: readonly number[];
  /** The first character of each attribute's name, `xmlns` included. */
  readonly attributes: readonly number[];
  /** First and last offset (exclusive) of each processing instruction in the root element. */
  readonly instructions: readonly (readonly [from: number, to: number])[];
}

/** A start tag that waits for its end tag. */
export interface OpenTag {
  readonly name: string;
  /** Its element is the how-manieth, from 0. */
  readonly number: number;
  readonly scope: Scope;
}

/** What the guard knows while it walks through a text. */
export interface Walk {
  readonly input: XmlInput;
  readonly open: OpenTag[];
  readonly starts: number[];
  readonly heads: number[];
  readonly ends: number[];
  readonly attributes: number[];
  readonly instructions: (readonly [from: number, to: number])[];
}
