import { compareCodeUnits } from "../../sort.ts";
import { blanks, unseen } from "../../unseen.ts";

/** An attribute to print; one whose value is undefined is left out. */
export type Attribute = readonly [name: string, value: string | number | boolean | undefined];

/** An element to print: elements or text inside it, not both. */
export interface Node {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
  readonly text: string;
}

/** An element that holds elements, or nothing. */
export function node(name: string, attributes: readonly Attribute[], children: readonly Node[] = []): Node {
  return { name, attributes, children, text: "" };
}

/** An element that holds text. */
export function textNode(name: string, text: string): Node {
  return { name, attributes: [], children: [], text };
}

/** The XML of an element, one line an element, lines ended by LF. */
export function render(element: Node, indent = ""): string {
  const { name, children, text } = element;
  let tag = `${indent}<${name}`;
  for (const [key, value] of element.attributes) if (value !== undefined) tag += ` ${key}="${escape(String(value))}"`;
  if (text !== "") return `${tag}>${escape(text)}</${name}>\n`;
  if (children.length === 0) return `${tag} />\n`;
  return `${tag}>\n${children.map((child) => render(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

/**
 * Nodes in the order of their keys. Equal keys are ordered by what is printed, so that the order of the input never
 * shows.
 */
export function sorted<T>(items: readonly T[], key: (item: T) => string, print: (item: T) => Node): readonly Node[] {
  return items
    .map((item) => ({ key: key(item), node: print(item) }))
    .sort((a, b) => compareCodeUnits(a.key, b.key) || compareCodeUnits(render(a.node), render(b.node)))
    .map((entry) => entry.node);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/**
 * White space other than the space would be normalised by the next reader (XML 2.11, 3.3.3), and what cannot be seen
 * would turn or hide what stands round it in an editor: references keep both.
 */
function escape(text: string): string {
  // Nearly all texts are plain; looking closely at each takes its time.
  if (/^[ !#-%'-;=?-~]*$/.test(text)) return text;
  const reference = (character: string): string => `&#${character.codePointAt(0) ?? 0};`;
  return text
    .replace(/[&<>"]/g, (character) => escapes.get(character) ?? "")
    .replace(unseen, reference)
    .replace(blanks, reference);
}
