import type {
  ComplexType,
  EntityType,
  EnumType,
  Member,
  NavigationProperty,
  Property,
  TypeDefinition,
} from "../csdl/types.ts";
import type { ScopedDocument } from "./annotations.ts";
import type { Scope } from "./names.ts";
import { comparePlaces } from "../errors.ts";

/** Something declared in a document, with the scope that its names are read in. */
export interface Declared<T> {
  readonly node: T;
  readonly scope: Scope;
}

export interface StructuredDeclaration {
  readonly kind: "structured";
  readonly name: string;
  readonly head: Declared<EntityType | ComplexType>;
  readonly properties: readonly Declared<Property>[];
  readonly navigationProperties: readonly Declared<NavigationProperty>[];
}

export interface EnumDeclaration {
  readonly kind: "enum";
  readonly name: string;
  readonly head: Declared<EnumType>;
  readonly members: readonly Declared<Member>[];
}

export interface TypeDefinitionDeclaration {
  readonly kind: "typeDefinition";
  readonly name: string;
  readonly head: Declared<TypeDefinition>;
}

export type Declaration = StructuredDeclaration | EnumDeclaration | TypeDefinitionDeclaration;

/**
 * All type declarations by qualified name, the overlay merged in type by type: its members are added or take the
 * place of the metadata's, everything else of a type stays as the metadata has it, which `checkOverlay` sees to. Of two
 * declarations of one name, which the checks report, the first stays.
 * @param onto what is declared already; stays as it is
 */
export function collectDeclarations(
  documents: readonly ScopedDocument[],
  onto: ReadonlyMap<string, Declaration> = new Map(),
): Map<string, Declaration> {
  const declarations = new Map(onto);
  for (const declaration of documents.flatMap(declarationsOf)) {
    const earlier = declarations.get(declaration.name);
    const isOverlay = declaration.head.scope.origin === "overlay";
    if (earlier === undefined) declarations.set(declaration.name, declaration);
    else declarations.set(declaration.name, isOverlay ? merge(earlier, declaration) : first(earlier, declaration));
  }
  return declarations;
}

function first(one: Declaration, other: Declaration): Declaration {
  return comparePlaces(one.head.node.at, other.head.node.at) <= 0 ? one : other;
}

/** The types of one document as it declares them. */
export function declarationsOf({ document, scope }: ScopedDocument): Declaration[] {
  return document.schemas.flatMap((schema): Declaration[] => {
    const qualify = (name: string): string => `${schema.namespace}.${name}`;
    const declared = <T>(node: T): Declared<T> => ({ node, scope });
    return [
      ...[...schema.entityTypes, ...schema.complexTypes].map((node) => ({
        kind: "structured" as const,
        name: qualify(node.name),
        head: declared<EntityType | ComplexType>(node),
        properties: node.properties.map(declared),
        navigationProperties: node.navigationProperties.map(declared),
      })),
      ...schema.enumTypes.map((node) => ({
        kind: "enum" as const,
        name: qualify(node.name),
        head: declared(node),
        members: withValues(node.members).map(declared),
      })),
      ...schema.typeDefinitions.map((node) => ({
        kind: "typeDefinition" as const,
        name: qualify(node.name),
        head: declared(node),
      })),
    ];
  });
}

/** Members without a value count on from the one before them, from 0 (CSDL 10.3). */
function withValues(members: readonly Member[]): Member[] {
  let next = 0n;
  return members.map((member) => {
    const value = member.value === undefined ? next : BigInt(member.value);
    next = value + 1n;
    return { ...member, value: value.toString() };
  });
}

/** What is of another kind, which the checks report, changes nothing. */
function merge(earlier: Declaration, later: Declaration): Declaration {
  if (earlier.kind === "structured" && later.kind === "structured") {
    if (earlier.head.node.kind !== later.head.node.kind) return earlier;
    const taken = new Set([...later.properties, ...later.navigationProperties].map(({ node }) => node.name));
    const kept = <T extends { readonly name: string }>(list: readonly Declared<T>[]): Declared<T>[] =>
      list.filter(({ node }) => !taken.has(node.name));
    return {
      ...earlier,
      properties: [...kept(earlier.properties), ...later.properties],
      navigationProperties: [...kept(earlier.navigationProperties), ...later.navigationProperties],
    };
  }
  if (earlier.kind === "enum" && later.kind === "enum") {
    const taken = new Set(later.members.map(({ node }) => node.name));
    return { ...earlier, members: [...earlier.members.filter(({ node }) => !taken.has(node.name)), ...later.members] };
  }
  return earlier.kind === "typeDefinition" && later.kind === "typeDefinition" ? later : earlier;
}
