import { contentOf } from "../../generator/csdl/xml/content.ts";
import type { XmlAttribute, XmlElement } from "../../generator/csdl/xml/tree-types.ts";

/** An element with everything that is in it, to be taken apart and put together in another way. */
export interface WholeElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly index: number;
  readonly children: readonly WholeElement[];
  readonly text: string;
}

export function wholeOf(element: XmlElement): WholeElement {
  const { namespace, name, attributes, index } = element;
  const { children, text } = contentOf(element);
  return { namespace, name, attributes, index, children: children.map(wholeOf), text };
}

export function elementOf({ children, text, ...head }: WholeElement): XmlElement {
  return { ...head, content: { children: children.map(elementOf), text } };
}
