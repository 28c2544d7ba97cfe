import { parseCsdl } from "../../../generator/csdl/parse-csdl.ts";
import { contentOf } from "../../../generator/csdl/xml/content.ts";
import { readXml } from "../../../generator/csdl/xml/read-xml.ts";
import type { XmlElement } from "../../../generator/csdl/xml/tree-types.ts";
import { BindgenError, type Problem } from "../../../generator/errors.ts";
import { expanded, type PlainElement } from "./saxes-judge.ts";

const file = "mutated.xml";

/** What the tool makes of a document: its tree, or why it refuses. */
export type Reading =
  | { readonly accepted: true; readonly root: PlainElement }
  | { readonly accepted: false; readonly problems: readonly Problem[] };

/** Reads the XML of a document. What is thrown and is no refusal of an input is thrown on. */
export function read(bytes: Uint8Array): Reading {
  try {
    return { accepted: true, root: plain(readXml({ file, bytes }).root) };
  } catch (error) {
    return { accepted: false, problems: problemsOf(error) };
  }
}

/** The problems of reading the document as CSDL, to its end. */
export function readAsCsdl(bytes: Uint8Array): readonly Problem[] {
  try {
    parseCsdl({ file, bytes });
    return [];
  } catch (error) {
    return problemsOf(error);
  }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof BindgenError && error.kind === "input" && error.problems.length > 0) return error.problems;
  throw error;
}

/** The tree, element by element in document order, as readers of CSDL ask for it. */
function plain(element: XmlElement): PlainElement {
  const { children, text } = contentOf(element);
  return {
    name: expanded(element.namespace, element.name),
    attributes: element.attributes.map(({ namespace, name, value }) => `${expanded(namespace, name)}=${value}`),
    children: children.map(plain),
    text,
  };
}

/** What is wrong with the place or the words of a problem; undefined where nothing is. */
export function flaw({ place, message }: Problem, text: string | undefined): string | undefined {
  const { line = 0, column = 0 } = place ?? {};
  if (place?.file !== file) return "no file";
  if (message.trim() === "" || message.length > 500) return `a message of ${message.length} characters`;
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1 || column < 1) return "no line and column";
  if (text === undefined) return undefined;
  const found = text.split(/\r\n|\r|\n/)[line - 1];
  if (found === undefined) return `line ${line} is outside the document`;
  // One behind the last character is where something is missing.
  return column > found.length + 1 ? `column ${line}:${column} is outside its line` : undefined;
}
