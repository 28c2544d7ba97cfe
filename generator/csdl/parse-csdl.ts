import type { Source } from "../source/types.ts";
import { readDocument } from "./read/read-document.ts";
import type { CsdlDocument } from "./types.ts";
import { readXml } from "./xml/read-xml.ts";

/** Bytes to CSDL in its own words; a BindgenError of the kind `input` where they are no valid CSDL XML of OData V4. */
export function parseCsdl(source: Source): CsdlDocument {
  return readDocument(readXml(source));
}
