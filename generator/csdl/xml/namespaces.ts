import { fault, type XmlInput } from "./input.ts";
import { splitName } from "./names.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** The prefixes that an element declares, and the scope around it. */
export interface Scope {
  readonly bindings: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

/** The prefix that every document knows. */
export const outermostScope: Scope = { bindings: new Map([["xml", xmlNamespace]]), outer: undefined };

/** An attribute as written and where. */
export interface PlacedAttribute {
  readonly name: string;
  readonly value: string;
  readonly index: number;
}

/** Whether an attribute declares a namespace. */
export function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

/** The scope inside an element with these declarations (Namespaces in XML 1.0, section 3). */
export function innerScope(input: XmlInput, outer: Scope, declarations: readonly PlacedAttribute[]): Scope {
  if (declarations.length === 0) return outer;
  const bindings = new Map<string, string>();
  for (const declaration of declarations) {
    const [first, local] = splitName(declaration.name);
    const prefix = first === "" ? "" : local;
    checkBinding(input, prefix, declaration);
    bindings.set(prefix, declaration.value);
  }
  return { bindings, outer };
}

function checkBinding(input: XmlInput, prefix: string, { value, index }: PlacedAttribute): void {
  if (prefix === "xmlns") fault(input, index, "the prefix xmlns must not be declared");
  if (prefix === "xml" && value !== xmlNamespace) fault(input, index, `the prefix xml cannot be bound to "${value}"`);
  if (prefix !== "xml" && value === xmlNamespace) {
    fault(input, index, `${value} belongs to the prefix xml and cannot be bound to another`);
  }
  if (value === xmlnsNamespace) fault(input, index, `the namespace ${value} must not be declared`);
  if (prefix !== "" && value === "") fault(input, index, `the prefix ${prefix} is bound to nothing`);
}

/** The namespace that a prefix stands for; undefined where it is not declared. */
export function resolvePrefix(scope: Scope, prefix: string): string | undefined {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.outer) {
    const namespace = current.bindings.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return prefix === "" ? "" : undefined;
}
