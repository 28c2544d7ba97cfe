import { fault, type XmlInput } from "./input.ts";
import { splitQName } from "./names.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** The prefixes that an element declares, and the scope around it. */
export interface Scope {
  readonly bindings: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

/** The prefix that every document knows. */
export const outermostScope: Scope = { bindings: new Map([["xml", xmlNamespace]]), outer: undefined };

/** A name as written and where. */
export interface PlacedName {
  readonly name: string;
  readonly index: number;
}

/** An attribute as written and where. */
export interface PlacedAttribute extends PlacedName {
  readonly value: string;
}

/** A name with its namespace resolved. */
export interface ExpandedName {
  readonly namespace: string;
  readonly name: string;
}

/** Whether an attribute declares a namespace. */
export function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

/** Whether an attribute declares a namespace or has a prefix: all others are in no namespace. */
export function isQualified(name: string): boolean {
  return name === "xmlns" || name.includes(":");
}

/**
 * Refuses a start tag whose prefixes are not declared, or whose declarations or attributes break Namespaces in XML 1.0.
 * Takes its attributes as far as they are qualified, and returns the scope inside it.
 */
export function checkNamespaces(
  input: XmlInput,
  outer: Scope,
  { element, attributes }: { readonly element: PlacedName; readonly attributes: readonly PlacedAttribute[] },
): Scope {
  const scope = innerScope(input, outer, attributes);
  expandElement(input, scope, element);
  const seen = new Set<string>();
  for (const attribute of attributes) {
    if (isDeclaration(attribute.name)) continue;
    const { name, namespace } = expandAttribute(input, scope, attribute);
    // Namespaces 6.3. No name holds a space.
    const key = `${name} ${namespace.trim()}`;
    if (seen.has(key)) {
      fault(input, attribute.index, `the attribute ${attribute.name} is written twice under two prefixes`);
    }
    seen.add(key);
  }
  return scope;
}

/** The scope inside an element with these attributes (Namespaces 3). */
export function innerScope(input: XmlInput, outer: Scope, attributes: readonly PlacedAttribute[]): Scope {
  const declarations = attributes.filter(({ name }) => isDeclaration(name));
  if (declarations.length === 0) return outer;
  const bindings = new Map<string, string>();
  for (const declaration of declarations) {
    const [first, local] = splitQName(declaration.name);
    const prefix = first === "" ? "" : local;
    checkBinding(input, prefix, declaration);
    bindings.set(prefix, declaration.value);
  }
  return { bindings, outer };
}

function checkBinding(input: XmlInput, prefix: string, { value, index }: PlacedAttribute): void {
  // White space around a name is part of it; where that would let a reserved name pass, parsers differ.
  const name = value.trim();
  if (prefix === "xmlns") fault(input, index, "the prefix xmlns must not be declared");
  if (prefix === "xml" && value !== xmlNamespace) fault(input, index, `the prefix xml cannot be bound to "${value}"`);
  if (prefix !== "xml" && name === xmlNamespace) {
    fault(input, index, `${name} belongs to the prefix xml and cannot be bound to another`);
  }
  if (name === xmlnsNamespace) fault(input, index, `the namespace ${name} must not be declared`);
  if (prefix !== "" && name === "") fault(input, index, `the prefix ${prefix} is bound to nothing`);
}

/** An element's name in its scope: without a prefix it is in the default namespace. */
export function expandElement(input: XmlInput, scope: Scope, { name: written, index }: PlacedName): ExpandedName {
  const [prefix, name] = splitQName(written);
  if (prefix === "xmlns") fault(input, index, "the prefix of an element cannot be xmlns");
  const namespace = resolvePrefix(scope, prefix);
  if (namespace === undefined) fault(input, index, undeclared(prefix));
  return { namespace, name };
}

/** An attribute's name in its scope: without a prefix it is in no namespace, whatever xmlns says (Namespaces 6.2). */
export function expandAttribute(input: XmlInput, scope: Scope, { name: written, index }: PlacedName): ExpandedName {
  const [prefix, name] = splitQName(written);
  const namespace = prefix === "" ? "" : resolvePrefix(scope, prefix);
  if (namespace === undefined) fault(input, index, undeclared(prefix));
  return { namespace, name };
}

function resolvePrefix(scope: Scope, prefix: string): string | undefined {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.outer) {
    const namespace = current.bindings.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return prefix === "" ? "" : undefined;
}

function undeclared(prefix: string): string {
  return `the prefix ${prefix} is not declared (no xmlns:${prefix})`;
}
