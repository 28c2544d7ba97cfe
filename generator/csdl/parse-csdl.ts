import { BindgenError, inOrder, remedied } from "../errors.ts";
import type { Source } from "../source/types.ts";
import { readDocument } from "./read/read-document.ts";
import type { CsdlDocument, ReadDocument, ReadingError } from "./types.ts";
import { readXml } from "./xml/read-xml.ts";

/** Bytes to CSDL in its own words; a BindgenError of the kind `input` where they are no valid CSDL XML of OData V4. */
export function parseCsdl(source: Source): CsdlDocument {
  const { document, errors } = readDocument(readXml(source));
  if (errors.length > 0) throw new BindgenError("input", remedied(inOrder(errors)));
  return document;
}

/** The documents of a run in their order, as far as they could be read. */
export interface Parsed {
  readonly documents: readonly CsdlDocument[];
  /** What is wrong in single elements; there may be more to tell when the documents are linked. */
  readonly errors: readonly ReadingError[];
}

/**
 * Reads all documents of a run.
 * @throws BindgenError `input`, for what is wrong with any of them, where linking could only add what follows from it:
 *   a document is none, or something that is declared in one is not known
 */
export function parseAll(sources: readonly Source[]): Parsed {
  const read: ReadDocument[] = [];
  const failures: BindgenError[] = [];
  for (const source of sources) {
    try {
      read.push(readDocument(readXml(source)));
    } catch (error) {
      if (!(error instanceof BindgenError) || error.kind !== "input") throw error;
      failures.push(error);
    }
  }
  const errors = read.flatMap((one) => one.errors);
  if (failures.length === 0 && !errors.some(({ hides }) => hides)) {
    return { documents: read.map(({ document }) => document), errors };
  }
  const more = failures.reduce((sum, failure) => sum + failure.more, 0);
  const problems = inOrder([...failures.flatMap((failure) => failure.problems), ...errors]);
  throw new BindgenError("input", remedied(problems), { more });
}
