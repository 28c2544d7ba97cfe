import type { Facets, TypeReference } from "../csdl/types.ts";
import type { AnnotationFact, AnnotationIndex } from "./annotations.ts";
import type { Bases } from "./bases.ts";
import type { Declaration, Declared, EnumDeclaration, StructuredDeclaration } from "./declarations.ts";
import { docsOf, isReadOnly, isTagged, resourceUnionOf, terms, type DocsSource } from "./facts.ts";
import { resolveName, type Scope } from "./names.ts";
import { splitName } from "../split-name.ts";
import type { Named, EnumModelType, ModelMember, ModelType, StructuredModelType, TypeUse } from "./types.ts";
import type { NavigationProperty, Property } from "../csdl/types.ts";
import { compareCodeUnits, sortedBy } from "../sort.ts";

/** What building a type needs to know of the rest. */
export interface BuildContext {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly annotations: AnnotationIndex;
  readonly docs: DocsSource;
  readonly bases: Bases;
  /** `ns.T/member` of every key property, under the type that declares the property. */
  readonly keys: ReadonlySet<string>;
}

/** A declaration with its names resolved and its annotations understood. */
export function buildType(declaration: Declaration, context: BuildContext): ModelType {
  const named = namedOf(declaration, context);
  switch (declaration.kind) {
    case "structured":
      return buildStructured(declaration, named, context);
    case "enum":
      return buildEnum(declaration, named, context);
    case "typeDefinition": {
      const { node, scope } = declaration.head;
      const type = { name: node.underlyingType, collection: false };
      return { ...named, kind: "typeDefinition", underlying: typeUse(type, node.facets, scope) };
    }
  }
}

function namedOf(declaration: Declaration, context: BuildContext): Named {
  const { name, head } = declaration;
  const [namespace, simpleName] = splitName(name);
  const docs = docsOf(factsOf(context, name), context.docs);
  return { name, namespace, simpleName, docs, at: head.node.at };
}

/** The annotations of a target; none is an empty list. */
export function factsOf(context: Pick<BuildContext, "annotations">, target: string): readonly AnnotationFact[] {
  return context.annotations.get(target) ?? [];
}

/**
 * The annotations of several targets; of two with one term and qualifier the overlay's counts, which corrects the
 * metadata's, else the earlier target's.
 */
export function factsOfAll(context: Pick<BuildContext, "annotations">, targets: readonly string[]): AnnotationFact[] {
  const facts = new Map<string, AnnotationFact>();
  for (const fact of targets.flatMap((target) => factsOf(context, target))) {
    const key = `${fact.term} ${fact.qualifier ?? ""}`;
    const earlier = facts.get(key);
    const corrects = earlier?.scope.origin === "metadata" && fact.scope.origin === "overlay";
    if (earlier === undefined || corrects) facts.set(key, fact);
  }
  return [...facts.values()];
}

/** A type reference with its facets, resolved. */
export function typeUse(type: TypeReference, facets: Facets | undefined, scope: Scope): TypeUse {
  return {
    name: resolveName(type.name, scope),
    collection: type.collection,
    maxLength: typeof facets?.maxLength === "number" ? facets.maxLength : undefined,
    precision: facets?.precision,
    scale: facets?.scale,
  };
}

/**
 * What a property, parameter or result says of its value. Absence and `true` are the same for a single value, absence and
 * `false` for the items of a collection (CSDL 7.2.1).
 */
export function valueUse(
  { type, facets }: { readonly type: TypeReference; readonly facets: Facets },
  scope: Scope,
): readonly [use: TypeUse, isNullable: boolean] {
  const isNullable = type.collection ? facets.nullable === true : facets.nullable !== false;
  return [typeUse(type, facets, scope), isNullable];
}

function buildStructured(declaration: StructuredDeclaration, named: Named, context: BuildContext): StructuredModelType {
  const { node } = declaration.head;
  const properties = declaration.properties.map((property) => buildProperty(named.name, property, context));
  const navigation = declaration.navigationProperties.map((property) => buildNavigation(named.name, property, context));
  return {
    ...named,
    kind: node.kind === "EntityType" ? "entity" : "complex",
    base: context.bases.of.get(named.name),
    abstract: node.abstract === true,
    open: isOpen(declaration, context),
    members: [...sortedBy(properties, ({ name }) => name), ...sortedBy(navigation, ({ name }) => name)],
  };
}

/** Openness is inherited, whether or not a derived type says so (CSDL 6.3, 9.3). */
function isOpen(declaration: StructuredDeclaration, { declarations, bases }: BuildContext): boolean {
  for (let name: string | undefined = declaration.name; name !== undefined; name = bases.of.get(name)) {
    const current = name === declaration.name ? declaration : declarations.get(name);
    if (current?.kind === "structured" && current.head.node.openType === true) return true;
  }
  return false;
}

function buildProperty(owner: string, { node, scope }: Declared<Property>, context: BuildContext): ModelMember {
  const target = `${owner}/${node.name}`;
  const facts = factsOf(context, target);
  const key = context.keys.has(target);
  return {
    name: node.name,
    kind: "property",
    type: typeUse(node.type, node.facets, scope),
    nullable: node.facets.nullable !== false && !key,
    nullableItems: node.type.collection && node.facets.nullable === true,
    key,
    readOnly: isReadOnly(facts),
    immutable: isTagged(facts, terms.immutable),
    defaulted: node.defaultValue !== undefined || isTagged(facts, terms.computedDefaultValue),
    resourceUnion: resourceUnionOf(facts),
    unresolvedDiscriminator: isTagged(facts, terms.unresolvedDiscriminator),
    docs: docsOf(facts, context.docs),
    at: node.at,
  };
}

function buildNavigation(
  owner: string,
  { node, scope }: Declared<NavigationProperty>,
  context: BuildContext,
): ModelMember {
  const facts = factsOf(context, `${owner}/${node.name}`);
  return {
    name: node.name,
    kind: "navigation",
    type: typeUse(node.type, undefined, scope),
    nullable: node.nullable !== false,
    nullableItems: false,
    key: false,
    readOnly: isReadOnly(facts),
    immutable: isTagged(facts, terms.immutable),
    defaulted: false,
    resourceUnion: undefined,
    unresolvedDiscriminator: false,
    docs: docsOf(facts, context.docs),
    at: node.at,
  };
}

function buildEnum(declaration: EnumDeclaration, named: Named, context: BuildContext): EnumModelType {
  const { node } = declaration.head;
  const members = declaration.members.map(({ node: member }) => ({
    name: member.name,
    value: BigInt(member.value ?? 0),
    docs: docsOf(factsOf(context, `${named.name}/${member.name}`), context.docs),
    at: member.at,
  }));
  members.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : compareCodeUnits(a.name, b.name)));
  const { isFlags: flags = false, underlyingType = "Edm.Int32" } = node;
  return { ...named, kind: "enum", flags, underlyingType, members };
}
