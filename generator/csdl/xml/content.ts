import type { XmlContent, XmlElement } from "./tree-types.ts";

/** What is in an element. It may be parsed for this call, and once more where elements are not asked in their order. */
export function contentOf(element: XmlElement): XmlContent {
  const { content } = element;
  return "read" in content ? content.read(element) : content;
}
