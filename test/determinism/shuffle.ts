import { shuffled, shuffledBut, type Random } from "./random.ts";
import type { WholeElement } from "./whole-tree.ts";

/** What keeps its order among itself, by the element that it stands in; everything else in CSDL has none. */
const ordered = new Map<string, (child: WholeElement) => boolean>([
  ["Key", () => true],
  ["Collection", () => true],
  ["Action", ({ name }) => name === "Parameter"],
  ["Function", ({ name }) => name === "Parameter"],
  // Without values, members count on from the one before.
  ["EnumType", (child) => child.name === "Member" && attribute(child, "Value") === undefined],
  // Of two elements with one target, term and qualifier the later wins.
  ["Schema", ({ name }) => name === "Annotations"],
]);

/** The same document with everything that has no order in another one, attributes included. */
export function shuffleTree(element: WholeElement, random: Random): WholeElement {
  const children = element.children.map((child) => shuffleTree(child, random));
  const keeps = ordered.get(element.name);
  return {
    ...element,
    attributes: shuffled(element.attributes, random),
    children: keeps === undefined ? shuffled(children, random) : shuffledBut(children, keeps, random),
  };
}

function attribute(element: WholeElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value;
}

const types: readonly string[] = ["EntityType", "ComplexType", "EnumType", "TypeDefinition"];
const members: readonly string[] = ["Property", "NavigationProperty", "Member"];

/** About half of the annotations of types and members that stand inline moved to `Annotations`, and the other way round. */
export function moveAnnotations(element: WholeElement, random: Random): WholeElement {
  if (element.name !== "Schema") {
    return { ...element, children: element.children.map((child) => moveAnnotations(child, random)) };
  }
  const namespace = attribute(element, "Namespace") ?? "";
  const targets = element.children.filter(({ name }) => name === "Annotations");
  const taken = new Set(targets.map((child) => attribute(child, "Target")));
  const inward = targets.filter((child) => attribute(child, "Qualifier") === undefined && random() < 0.5);
  const arriving = new Map(inward.map((child) => [attribute(child, "Target") ?? "", child.children]));
  const outward: WholeElement[] = [];
  const settle = (node: WholeElement, target: string): WholeElement => {
    const arrived = arriving.get(target) ?? [];
    arriving.delete(target);
    const own = node.children.filter(({ name }) => name === "Annotation");
    // What stands inline wins over what comes from outside.
    const before = arrived.filter((one) => !own.some((other) => sameTerm(one, other)));
    if (own.length === 0 || taken.has(target) || random() < 0.5)
      return { ...node, children: [...before, ...node.children] };
    outward.push(targeted(element, target, own));
    return { ...node, children: node.children.filter((child) => !own.includes(child)) };
  };
  const children = element.children.map((type) => {
    if (!types.includes(type.name)) return type;
    const target = `${namespace}.${attribute(type, "Name")}`;
    const inner = type.children.map((child) =>
      members.includes(child.name) ? settle(child, `${target}/${attribute(child, "Name")}`) : child,
    );
    return settle({ ...type, children: inner }, target);
  });
  const gone = inward.filter((child) => !arriving.has(attribute(child, "Target") ?? ""));
  return { ...element, children: [...children.filter((child) => !gone.includes(child)), ...outward] };
}

function sameTerm(one: WholeElement, other: WholeElement): boolean {
  return ["Term", "Qualifier"].every((name) => attribute(one, name) === attribute(other, name));
}

function targeted({ namespace, index }: WholeElement, target: string, children: readonly WholeElement[]): WholeElement {
  const attributes = [{ namespace: "", name: "Target", value: target, index }];
  return { namespace, name: "Annotations", attributes, children, text: "", index };
}
