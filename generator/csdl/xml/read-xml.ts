import type { Source } from "../../source/types.ts";
import { decodeXml } from "./decode.ts";
import { guardXml } from "./guard.ts";
import type { XmlInput } from "./input.ts";
import { readTree } from "./read-tree.ts";
import type { XmlElement } from "./tree-types.ts";

/** A document: its text and the tree of its elements. */
export interface XmlDocument extends XmlInput {
  readonly root: XmlElement;
}

/** Bytes to a tree with namespaces resolved, behind the guard. */
export function readXml(source: Source): XmlDocument {
  const input = decodeXml(source);
  return { file: input.file, text: input.text, root: readTree(input, guardXml(input)) };
}
