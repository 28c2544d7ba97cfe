import { BindgenError, inOrder } from "../errors.ts";
import type { Source } from "../source/types.ts";
import { readDocument } from "./read/read-document.ts";
import type { CsdlDocument } from "./types.ts";
import { readXml } from "./xml/read-xml.ts";

/** Bytes to CSDL in its own words; a BindgenError of the kind `input` where they are no valid CSDL XML of OData V4. */
export function parseCsdl(source: Source): CsdlDocument {
  return readDocument(readXml(source));
}

/** All documents of a run in their order; one error tells what is wrong with any of them. */
export function parseAll(sources: readonly Source[]): readonly CsdlDocument[] {
  const documents: CsdlDocument[] = [];
  const failures: BindgenError[] = [];
  for (const source of sources) {
    try {
      documents.push(parseCsdl(source));
    } catch (error) {
      if (!(error instanceof BindgenError) || error.kind !== "input") throw error;
      failures.push(error);
    }
  }
  if (failures.length === 0) return documents;
  const more = failures.reduce((sum, failure) => sum + failure.more, 0);
  throw new BindgenError("input", inOrder(failures.flatMap(({ problems }) => problems)), { more });
}
