import type { Presence } from "../../templates/runtime/shape.ts";
import { camel, unreserved } from "./identifiers.ts";

/** The suffix that a presence adds to every name. */
export const presenceSuffix: { readonly [P in Presence]: string } = {
  received: "",
  create: "Create",
  update: "Update",
  declared: "Declared",
};

/** The names that a structured type has in one presence. */
export interface StructuredNames {
  readonly plain: string;
  readonly members: string;
  readonly itself: string;
  readonly tagged: string;
  readonly unresolved: string;
  readonly is: string;
  readonly validate: string;
  readonly assert: string;
  readonly parse: string;
  readonly schema: string;
  readonly partition: string;
  readonly factory: string;
}

/** All names made from a type's name and a presence. */
export function structuredNames(name: string, presence: Presence): StructuredNames {
  const plain = `${name}${presenceSuffix[presence]}`;
  return {
    plain,
    members: `${plain}Members`,
    itself: `${plain}Itself`,
    tagged: `${plain}Tagged`,
    unresolved: `${plain}Unresolved`,
    ...functionNames(plain),
    factory: factoryName(plain),
  };
}

/** A letter without cases (`_`, `名`) cannot tell the factory from its type. */
function factoryName(plain: string): string {
  const name = camel(plain);
  return name === plain ? `${plain}_` : unreserved(name);
}

/** The names of the functions that judge values of a named type. */
export function functionNames(
  plain: string,
): Omit<StructuredNames, "plain" | "members" | "itself" | "tagged" | "unresolved" | "factory"> {
  return {
    is: `is${plain}`,
    validate: `validate${plain}`,
    assert: `assert${plain}`,
    parse: `parse${plain}`,
    schema: `${camel(plain)}Schema`,
    partition: `partition${plain}`,
  };
}

/** What stands in front of a type's name, or behind it, in the names that only the package's own files see. */
export const affixes = { check: "check", members: "hasMembersOf", shape: "Shape" } as const;

/** Names that only the package's own files see, made from a type's name. */
export function internalNames(typeName: string): {
  check: string;
  members: string;
  shape: string;
} {
  return {
    check: `${affixes.check}${typeName}`,
    members: `${affixes.members}${typeName}`,
    shape: `${camel(typeName)}${affixes.shape}`,
  };
}

/** Names of an operation's parameters and result. */
export function operationNamesOf(identifier: string): { readonly parameters: string; readonly result: string } {
  return { parameters: `${identifier}Parameters`, result: `${identifier}Result` };
}
