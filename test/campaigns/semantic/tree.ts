import { SaxesParser } from "saxes";

/** An element that can be changed. Names are as written, prefixes included. */
export interface Node {
  name: string;
  attributes: [name: string, value: string][];
  children: Node[];
  text: string;
}

/** A document as a tree, by a parser that is not the tool's. */
export function readNodes(text: string): Node {
  const parser = new SaxesParser();
  const top: Node = { name: "", attributes: [], children: [], text: "" };
  const open: Node[] = [top];
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes: Object.entries(attributes), children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => void open.pop());
  const add = (part: string): void => {
    const node = open.at(-1);
    if (node !== undefined && /\S/.test(part)) node.text += part;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  const [root] = top.children;
  if (root === undefined) throw new Error("there is no root");
  return root;
}

const references: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML cannot hold is left out, the rest escaped: the document is well-formed whatever stands in it. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (character) => references[character] ?? "")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The document as text, one element a line. */
export function printNodes({ name, attributes, children, text }: Node): string {
  const seen = new Set<string>();
  const written = attributes.flatMap(([key, value]) => {
    if (seen.has(key)) return [];
    seen.add(key);
    return [` ${key}="${escaped(value)}"`];
  });
  const inner = `${escaped(text)}${children.map(printNodes).join("")}`;
  return `<${name}${written.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}\n`;
}

/** A copy that shares nothing. */
export function copyOf({ name, attributes, children, text }: Node): Node {
  return { name, attributes: attributes.map(([key, value]) => [key, value]), children: children.map(copyOf), text };
}

/** Every element below one, and the one that it stands in. */
export function below(node: Node): { readonly node: Node; readonly parent: Node }[] {
  return node.children.flatMap((child) => [{ node: child, parent: node }, ...below(child)]);
}
