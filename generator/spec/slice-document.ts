import type {
  Annotation,
  ComplexType,
  CsdlDocument,
  EntityContainer,
  EntityType,
  Expression,
  Operation,
  PropertyValue,
  Schema,
  TypeReference,
} from "../csdl/types.ts";
import { factsOfAll } from "../model/build-types.ts";
import { indexAnnotations, overloadTarget, type AnnotationIndex } from "../model/annotations.ts";
import { operationKeyOf } from "../model/build-operations.ts";
import { keptTerms, type DocsSource } from "../model/facts.ts";
import { resolveEnumMembers, resolveName, scopeOf, type Scope } from "../model/names.ts";
import type { Kept } from "./kept.ts";

/** What a document is cut by. */
interface Cut {
  readonly kept: Kept;
  readonly scope: Scope;
  readonly annotations: AnnotationIndex;
  readonly terms: ReadonlySet<string>;
  readonly descriptions: boolean;
}

/**
 * The part of a document that is in the slice, as facts only: names, types, facets and the annotations that decide
 * something, all of them inline; aliases resolved. Descriptions stay where the configuration takes doc comments from
 * the metadata.
 */
export function sliceDocument(document: CsdlDocument, kept: Kept, docs: DocsSource): CsdlDocument {
  const scope = scopeOf(document, "metadata");
  const descriptions = docs === "metadata";
  const annotations = indexAnnotations([{ document, scope }]);
  const cut: Cut = { kept, scope, annotations, terms: keptTerms(descriptions), descriptions };
  const schemas = document.schemas.map((schema) => sliceSchema(schema, cut)).filter((schema) => !isEmpty(schema));
  return { ...document, references: [], schemas, warnings: [] };
}

function isEmpty(schema: Schema): boolean {
  const { entityTypes, complexTypes, enumTypes, typeDefinitions, actions, functions, entityContainers } = schema;
  return [entityTypes, complexTypes, enumTypes, typeDefinitions, actions, functions, entityContainers].every(
    ({ length }) => length === 0,
  );
}

function sliceSchema(schema: Schema, cut: Cut): Schema {
  const { namespace } = schema;
  const isIn = ({ name }: { readonly name: string }): boolean => cut.kept.types.has(`${namespace}.${name}`);
  const operations = (list: readonly Operation[]): Operation[] =>
    list
      .filter((operation) => cut.kept.operations.has(operationKeyOf(namespace, operation, cut.scope)))
      .map((operation) => sliceOperation(namespace, operation, cut));
  return {
    ...schema,
    annotations: [],
    targeted: [],
    terms: [],
    entityTypes: schema.entityTypes.filter(isIn).map((type) => sliceStructured(namespace, type, cut)),
    complexTypes: schema.complexTypes.filter(isIn).map((type) => sliceStructured(namespace, type, cut)),
    enumTypes: schema.enumTypes.filter(isIn).map((type) => ({
      ...annotated(type, `${namespace}.${type.name}`, cut),
      members: type.members.map((member) => annotated(member, `${namespace}.${type.name}/${member.name}`, cut)),
    })),
    typeDefinitions: schema.typeDefinitions
      .filter(isIn)
      .map((type) => annotated(type, `${namespace}.${type.name}`, cut)),
    actions: operations(schema.actions),
    functions: operations(schema.functions),
    entityContainers: schema.entityContainers.flatMap((container) => sliceContainer(container, cut)),
  };
}

/** The element with the annotations of its target that are kept, inline. */
function annotated<T extends { readonly annotations: readonly Annotation[] }>(
  node: T,
  targets: string | readonly string[],
  cut: Cut,
): T {
  const facts = factsOfAll(cut, typeof targets === "string" ? [targets] : targets).filter(({ term }) =>
    cut.terms.has(term),
  );
  const annotations = facts.map(({ term, qualifier, value, scope, at }): Annotation => {
    return { term, qualifier, value: value && sliceExpression(value, scope, cut), annotations: [], at };
  });
  return { ...node, annotations };
}

/** Names resolved, sentences left out (`Description` of a revision). */
function sliceExpression(value: Expression, scope: Scope, cut: Cut): Expression {
  switch (value.kind) {
    case "Constant":
      return value.type === "EnumMember" ? { ...value, text: resolveEnumMembers(value.text, scope) } : value;
    case "Collection":
      return { ...value, items: value.items.map((item) => sliceExpression(item, scope, cut)) };
    case "Record": {
      const properties = value.properties
        .filter(({ property }) => cut.descriptions || property !== "Description")
        .map((property): PropertyValue => {
          const inner = property.value && sliceExpression(property.value, scope, cut);
          return { ...property, value: inner, annotations: [] };
        });
      return { ...value, type: undefined, properties, annotations: [] };
    }
    case "Path":
    case "Null":
    case "Dynamic":
      return value;
  }
}

function sliceStructured<T extends EntityType | ComplexType>(namespace: string, type: T, cut: Cut): T {
  const name = `${namespace}.${type.name}`;
  const resolved = <M extends { readonly type: TypeReference }>(member: M): M => ({
    ...member,
    type: resolvedType(member.type, cut.scope),
  });
  return {
    ...annotated(type, name, cut),
    baseType: type.baseType === undefined ? undefined : resolveName(type.baseType, cut.scope),
    properties: type.properties.map((member) => resolved(annotated(member, `${name}/${member.name}`, cut))),
    navigationProperties: type.navigationProperties.map((member) => ({
      ...resolved(annotated(member, `${name}/${member.name}`, cut)),
      partner: undefined,
    })),
  };
}

function resolvedType(type: TypeReference, scope: Scope): TypeReference {
  return { ...type, name: resolveName(type.name, scope) };
}

function sliceOperation(namespace: string, operation: Operation, cut: Cut): Operation {
  const target = overloadTarget(namespace, operation, cut.scope);
  const name = `${namespace}.${operation.name}`;
  const { returnType } = operation;
  return {
    ...annotated(operation, [target, name], cut),
    parameters: operation.parameters.map((parameter) => ({
      ...annotated(parameter, [`${target}/${parameter.name}`, `${name}/${parameter.name}`], cut),
      type: resolvedType(parameter.type, cut.scope),
    })),
    returnType: returnType && { ...returnType, annotations: [], type: resolvedType(returnType.type, cut.scope) },
  };
}

/** The children that are roots, as all are where everything is; nothing where none is. */
function sliceContainer(container: EntityContainer, cut: Cut): EntityContainer[] {
  const children = container.children
    .filter(({ name }) => cut.kept.asked.has(name))
    .map((child) => ({ ...child, type: resolveName(child.type, cut.scope), annotations: [] }));
  return children.length === 0 ? [] : [{ ...container, annotations: [], extends: undefined, children }];
}
