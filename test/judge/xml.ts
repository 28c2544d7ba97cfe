import { SaxesParser } from "saxes";

/** An element of CSDL or of its wrapper, by local name; what belongs to other namespaces is left out (CSDL 3.1). */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

const known: readonly string[] = [
  "http://docs.oasis-open.org/odata/ns/edmx",
  "http://docs.oasis-open.org/odata/ns/edm",
];

/** Takes the text of a document, returns its root. */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Growing = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: Growing[] = [root];
  let foreign = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (foreign > 0 || !known.includes(uri)) return void (foreign += 1);
    const own = Object.values(attributes).filter((attribute) => attribute.uri === "");
    const pairs = own.map((attribute) => [attribute.local, attribute.value] as const);
    const element: Growing = { name: local, attributes: new Map(pairs), children: [], text: "" };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on("text", (piece) => {
    const element = stack.at(-1);
    if (foreign === 0 && element !== undefined) element.text += piece;
  });
  parser.on("closetag", () => {
    if (foreign > 0) foreign -= 1;
    else stack.pop();
  });
  parser.write(text).close();
  return root;
}

/** The elements of some name at any depth. */
export function deep(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...deep(child, name)]);
}

/** The children of one of the names. */
export function childrenOf(element: Element, ...names: readonly string[]): readonly Element[] {
  return element.children.filter(({ name }) => names.includes(name));
}
