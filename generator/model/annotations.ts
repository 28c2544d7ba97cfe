import type { Annotation, CsdlDocument, Expression, PropertyValue } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import { resolveName, resolveTarget, resolveTypeText, type Scope } from "./names.ts";

/** An annotation with its term resolved. */
export interface AnnotationFact {
  /** Qualified name of the term. */
  readonly term: string;
  readonly qualifier: string | undefined;
  readonly value: Expression | undefined;
  readonly scope: Scope;
  readonly at: Place;
}

/** Annotations by target path (CSDL 14.2.1): `ns.T`, `ns.T/member`, `ns.op(types)`, `ns.op(types)/parameter`. */
export type AnnotationIndex = ReadonlyMap<string, readonly AnnotationFact[]>;

/** A document with its names' scope. */
export interface ScopedDocument {
  readonly document: CsdlDocument;
  readonly scope: Scope;
}

/**
 * All annotations of the documents, inline and targeted, by target. Later documents win over earlier ones where term
 * and qualifier are the same, so that an overlay replaces what the metadata says of the same target.
 */
export function indexAnnotations(documents: readonly ScopedDocument[]): AnnotationIndex {
  const index = new Map<string, Map<string, AnnotationFact>>();
  const overloads = spelledOut(documents);
  for (const { document, scope } of documents) {
    const add = (target: string, annotations: readonly Annotation[], qualifier?: string): void => {
      for (const annotation of annotations) {
        const fact = { ...annotation, term: resolveName(annotation.term, scope), scope };
        put(index, target, qualifier === undefined ? fact : { ...fact, qualifier });
      }
    };
    for (const schema of document.schemas) {
      for (const targeted of schema.targeted) {
        add(targetOf(resolveTarget(targeted.target, scope), overloads), targeted.annotations, targeted.qualifier);
      }
      addInline(schema, scope, add);
    }
  }
  return new Map([...index].map(([target, facts]) => [target, [...facts.values()]]));
}

/**
 * Actions' overloads named by the types of all their parameters, which services write, to the names by their binding
 * types, which CSDL wants (CSDL 14.2.2). What is the right name of something is not among them.
 */
export function spelledOut(documents: readonly ScopedDocument[]): ReadonlyMap<string, string> {
  const overloads = new Map<string, string>();
  const right = new Set<string>();
  for (const { document, scope } of documents) {
    for (const { namespace, actions, functions } of document.schemas) {
      for (const operation of [...actions, ...functions]) right.add(overloadTarget(namespace, operation, scope));
      for (const action of actions) {
        const written = overloadTarget(namespace, { ...action, kind: "Function" }, scope);
        overloads.set(written, overloadTarget(namespace, action, scope));
      }
    }
  }
  return new Map([...overloads].filter(([written]) => !right.has(written)));
}

/** A resolved target as annotations are looked up by. */
export function targetOf(target: string, overloads: ReadonlyMap<string, string>): string {
  const close = target.lastIndexOf(")") + 1;
  return `${overloads.get(target.slice(0, close)) ?? target.slice(0, close)}${target.slice(close)}`;
}

function put(index: Map<string, Map<string, AnnotationFact>>, target: string, fact: AnnotationFact): void {
  const facts = index.get(target) ?? new Map<string, AnnotationFact>();
  const key = `${fact.term}#${fact.qualifier ?? ""}`;
  // The later one stands where it was said last.
  facts.delete(key);
  index.set(target, facts.set(key, fact));
}

type Add = (target: string, annotations: readonly Annotation[]) => void;

function addInline(schema: CsdlDocument["schemas"][number], scope: Scope, add: Add): void {
  const { namespace } = schema;
  for (const type of [...schema.entityTypes, ...schema.complexTypes]) {
    add(`${namespace}.${type.name}`, type.annotations);
    for (const member of [...type.properties, ...type.navigationProperties]) {
      add(`${namespace}.${type.name}/${member.name}`, member.annotations);
    }
  }
  for (const type of schema.enumTypes) {
    add(`${namespace}.${type.name}`, type.annotations);
    for (const member of type.members) add(`${namespace}.${type.name}/${member.name}`, member.annotations);
  }
  for (const type of schema.typeDefinitions) add(`${namespace}.${type.name}`, type.annotations);
  for (const operation of [...schema.actions, ...schema.functions]) {
    const target = overloadTarget(namespace, operation, scope);
    add(target, operation.annotations);
    for (const parameter of operation.parameters) add(`${target}/${parameter.name}`, parameter.annotations);
  }
}

/**
 * The target path of one overload: the types of all its parameters for a function, of its binding parameter for an
 * action (CSDL 14.2.1).
 */
export function overloadTarget(
  namespace: string,
  operation: CsdlDocument["schemas"][number]["actions"][number],
  scope: Scope,
): string {
  const { kind, name, isBound, parameters } = operation;
  const counted = kind === "Function" ? parameters : parameters.slice(0, isBound ? 1 : 0);
  return `${namespace}.${name}(${counted.map(({ type }) => resolveTypeText(type, scope)).join(",")})`;
}

/** The text of a constant of the given annotation property, if it is there. */
export function textOf(value: Expression | undefined): string | undefined {
  return value?.kind === "Constant" ? value.text : undefined;
}

/** A record's property by name. */
export function propertyOf(value: Expression | undefined, name: string): Expression | undefined {
  if (value?.kind !== "Record") return undefined;
  return value.properties.find((property: PropertyValue) => property.property === name)?.value;
}
