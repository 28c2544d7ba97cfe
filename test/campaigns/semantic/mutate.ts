import { shapes } from "../../../generator/csdl/grammar/shapes.ts";
import { shuffledBut, type Random } from "../../determinism/random.ts";
import { below, copyOf, type Node } from "./tree.ts";

const elements = [...shapes.keys()];
const attributes = [...new Set([...shapes.values()].flatMap(({ required, optional }) => [...required, ...optional]))];

/** What stands in attributes that were written by mistake, or with a purpose. */
const odd = [
  ...["", " ", "a b", "1", "-1", "+0", "007", "1e3", "0x10", "99999999999999999999", "9223372036854775808"],
  ...[
    "true",
    "TRUE",
    "false",
    "maybe",
    "max",
    "Variable",
    "floating",
    "Cascade",
    "4.0",
    "$count",
    "$ReturnType",
    "@n.t#q",
  ],
  ...["Edm.String", "Edm.Stream", "Edm.Untyped", "Edm.EntityType", "Edm.ComplexType", "Edm.PrimitiveType", "Edm.Nope"],
  ...["Edm.GeographyPoint", "Edm.Int64", "Edm.Byte", "Edm.AnnotationPath", "Edm", "odata", "System", "Transient"],
  ...[
    "Collection(Edm.String)",
    "Collection(Collection(Edm.String))",
    "Collection()",
    "n.Nope",
    "x.y.z",
    "a/b",
    "a/b.c/d",
    "/",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "*/",
    "${x}",
    "`",
    "\u2028",
    "\u202e",
    "{{x}}",
    "\\u0022",
  ],
  ...["名前", "a-b", "a.b", "é", "e\u0301", "_", "a\u200d", "CON", "default", "a".repeat(128), "a".repeat(129)],
];

type Mutation = (root: Node, random: Random) => void;

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Everything below the root, and what it stands in. */
type Placed = ReturnType<typeof below>[number];

function anywhere(root: Node, random: Random): Placed {
  return pick(below(root), random) ?? { node: root, parent: root };
}

/** Values that the document has for an attribute, or for any. */
function valuesOf(root: Node, name?: string): string[] {
  return below(root).flatMap(({ node }) =>
    node.attributes.flatMap(([key, value]) => (name === undefined || key === name ? [value] : [])),
  );
}

/** Makes another text of one. */
function garbled(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const changes = [
    (): string =>
      text.slice(0, at) +
      (pick([" ", "-", ".", "/", "'", '"', "é", "\n", "(", "\u200b"], random) ?? "") +
      text.slice(at),
    (): string => text.slice(0, at) + text.slice(at + 1),
    (): string => text.slice(0, at),
    (): string => text.toUpperCase(),
    (): string => text.toLowerCase(),
    (): string => ` ${text}\t`,
    (): string => `${text}${text}`,
    (): string => `Collection(${text})`,
    (): string => text.replace(/^Collection\((.*)\)$/, "$1"),
    (): string => text.slice(text.lastIndexOf(".") + 1),
    (): string => text.slice(0, Math.max(0, text.lastIndexOf("."))),
    (): string => `-${text}`,
  ];
  return pick(changes, random)?.() ?? text;
}

/** Changes the value of an attribute, most often to one that stands elsewhere: a reference to something else. */
const retarget: Mutation = (root, random) => {
  const { node } = anywhere(root, random);
  const attribute = pick(node.attributes, random);
  if (attribute === undefined) return;
  const [name, value] = attribute;
  const candidates = [
    (): string => pick(valuesOf(root, name), random) ?? "",
    (): string => pick(valuesOf(root, name), random) ?? "",
    (): string => pick(valuesOf(root, "Name"), random) ?? "",
    (): string => `${pick(valuesOf(root, "Namespace"), random) ?? ""}.${pick(valuesOf(root, "Name"), random) ?? ""}`,
    (): string => pick(valuesOf(root), random) ?? "",
    (): string => pick(odd, random) ?? "",
    (): string => garbled(value, random),
    (): string => garbled(value, random),
  ];
  attribute[1] = pick(candidates, random)?.() ?? "";
};

const dropAttribute: Mutation = (root, random) => {
  const { node } = anywhere(root, random);
  node.attributes.splice(Math.floor(random() * node.attributes.length), 1);
};

const addAttribute: Mutation = (root, random) => {
  const { node } = anywhere(root, random);
  const shape = shapes.get(node.name);
  const fitting = random() < 0.8 && shape !== undefined ? [...shape.required, ...shape.optional] : attributes;
  const name = pick(fitting, random) ?? "Name";
  const value = (random() < 0.5 ? pick(valuesOf(root, name), random) : undefined) ?? pick(odd, random) ?? "";
  node.attributes = [...node.attributes.filter(([key]) => key !== name), [name, value]];
};

const renameAttribute: Mutation = (root, random) => {
  const attribute = pick(anywhere(root, random).node.attributes, random);
  if (attribute === undefined || attribute[0].startsWith("xmlns")) return;
  attribute[0] = random() < 0.5 ? (pick(attributes, random) ?? "Name") : attribute[0].slice(0, -1) || "x";
};

const dropElement: Mutation = (root, random) => {
  const { node, parent } = anywhere(root, random);
  parent.children = parent.children.filter((child) => child !== node);
};

/** Puts a copy beside an element, or anywhere: names that are there twice, things that stand where they must not. */
const copyElement: Mutation = (root, random) => {
  const { node, parent } = anywhere(root, random);
  const copy = copyOf(node);
  if (random() < 0.5) retarget({ name: "", attributes: [], children: [copy], text: "" }, random);
  const target = random() < 0.7 ? parent : anywhere(root, random).node;
  target.children.splice(Math.floor(random() * (target.children.length + 1)), 0, copy);
};

const moveElement: Mutation = (root, random) => {
  const { node, parent } = anywhere(root, random);
  const inside = new Set([node, ...below(node).map((placed) => placed.node)]);
  const targets = below(root).filter((placed) => !inside.has(placed.node));
  const same = targets.filter((placed) => placed.node.name === parent.name);
  const target = pick(random() < 0.6 && same.length > 0 ? same : targets, random)?.node;
  if (target === undefined) return;
  parent.children = parent.children.filter((child) => child !== node);
  target.children.push(node);
};

const renameElement: Mutation = (root, random) => {
  const { node } = anywhere(root, random);
  const alike = [
    "EntityType",
    "ComplexType",
    "EnumType",
    "TypeDefinition",
    "Property",
    "NavigationProperty",
    "Action",
    "Function",
  ];
  node.name = (random() < 0.7 && alike.includes(node.name) ? pick(alike, random) : pick(elements, random)) ?? node.name;
};

const addText: Mutation = (root, random) => {
  anywhere(root, random).node.text += pick(odd, random) ?? "";
};

const otherNamespace: Mutation = (root, random) => {
  const { node } = anywhere(root, random);
  const namespaces = [
    "",
    "http://schemas.microsoft.com/ado/2009/11/edm",
    "urn:x",
    "http://docs.oasis-open.org/odata/ns/edmx",
  ];
  if (!node.name.includes(":")) node.attributes = [["xmlns", pick(namespaces, random) ?? ""], ...node.attributes];
};

/** What references do, more often than the rest. */
const mutations: readonly Mutation[] = [
  ...[retarget, retarget, retarget, retarget, retarget, copyElement, copyElement, moveElement, dropAttribute],
  ...[addAttribute, addAttribute, renameAttribute, dropElement, renameElement, addText, otherNamespace],
];

/** A copy of a document with one to three mistakes in it. */
export function mutated(root: Node, random: Random): Node {
  const copy = copyOf(root);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) pick(mutations, random)?.(copy, random);
  return copy;
}

/** What keeps its order among itself: in all else it means nothing. */
const ordered: readonly string[] = ["Parameter", "PropertyRef", "Member", "Annotations", "Annotation"];
const declared: readonly string[] = [
  "Schema",
  "EntityType",
  "ComplexType",
  "EnumType",
  "Action",
  "Function",
  "EntityContainer",
  "edmx:DataServices",
];

/** The same document in another order. */
export function reordered(node: Node, random: Random): Node {
  const children = node.children.map((child) => reordered(child, random));
  if (!declared.includes(node.name)) return { ...node, children };
  return { ...node, children: shuffledBut(children, ({ name }) => ordered.includes(name), random) };
}
