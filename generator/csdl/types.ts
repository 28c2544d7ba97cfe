/**
 * A CSDL document in CSDL's own words: one interface per element, one member per attribute, names as written
 * (aliases unresolved), defaults of the standard filled in. Source: OData CSDL XML Representation 4.01.
 */
import type { Place, Problem } from "../errors.ts";

/** What every element has: where it stands. */
export interface Element {
  readonly at: Place;
}

/** An element that may hold inline annotations (CSDL 14.2). */
export interface Annotatable extends Element {
  readonly annotations: readonly Annotation[];
}

/** The root of a document (CSDL 3). */
export interface CsdlDocument {
  readonly file: string;
  readonly version: "4.0" | "4.01";
  readonly references: readonly Reference[];
  readonly schemas: readonly Schema[];
  /** What was tolerated: for instance an attribute that CSDL does not know. */
  readonly warnings: readonly Problem[];
}

/** What the standard forbids in one document. */
export interface ReadingError extends Problem {
  readonly place: Place;
  /** The element that it is about; it was given values to go on with, of which nothing more is to be told. */
  readonly element: Place;
  /** Whether something that is declared there did not get into the document: what refers to it seems to be wrong. */
  readonly hides: boolean;
}

/** A document as far as it could be read. */
export interface ReadDocument {
  readonly document: CsdlDocument;
  readonly errors: readonly ReadingError[];
}

/** `edmx:Reference` with its `edmx:Include`s (CSDL 3.3, 3.4). */
export interface Reference extends Element {
  readonly uri: string;
  readonly includes: readonly Include[];
}

export interface Include extends Element {
  readonly namespace: string;
  readonly alias: string | undefined;
}

/** `Schema` (CSDL 5). */
export interface Schema extends Annotatable {
  readonly namespace: string;
  readonly alias: string | undefined;
  readonly entityTypes: readonly EntityType[];
  readonly complexTypes: readonly ComplexType[];
  readonly enumTypes: readonly EnumType[];
  readonly typeDefinitions: readonly TypeDefinition[];
  readonly actions: readonly Operation[];
  readonly functions: readonly Operation[];
  readonly terms: readonly Term[];
  readonly entityContainers: readonly EntityContainer[];
  /** `Annotations` elements: annotations that name their target from outside (CSDL 5.2, 14.2.2). */
  readonly targeted: readonly Annotations[];
}

/** What `EntityType` (CSDL 6) and `ComplexType` (CSDL 9) share. */
export interface StructuredType extends Annotatable {
  readonly name: string;
  readonly baseType: string | undefined;
  /** As written, as are the other flags: what an overlay does not say is not to be held against the metadata. */
  readonly abstract: boolean | undefined;
  readonly openType: boolean | undefined;
  readonly properties: readonly Property[];
  readonly navigationProperties: readonly NavigationProperty[];
}

export interface EntityType extends StructuredType {
  readonly kind: "EntityType";
  readonly hasStream: boolean | undefined;
  /** Paths of the key's properties; undefined where the type declares no `Key` (CSDL 6.5). */
  readonly key: readonly PropertyRef[] | undefined;
}

export interface ComplexType extends StructuredType {
  readonly kind: "ComplexType";
}

export interface PropertyRef extends Element {
  readonly name: string;
  readonly alias: string | undefined;
}

/** A type as an attribute names it: the element type and whether it stands in `Collection(…)`. */
export interface TypeReference {
  readonly name: string;
  readonly collection: boolean;
}

/** Facets (CSDL 7.2). `undefined` where the attribute is absent. */
export interface Facets {
  /** As written; absent is undefined, because the default differs by place. */
  readonly nullable: boolean | undefined;
  readonly maxLength: number | "max" | undefined;
  readonly precision: number | undefined;
  readonly scale: number | "variable" | "floating" | undefined;
  readonly unicode: boolean | undefined;
  readonly srid: number | "variable" | undefined;
}

/** `Property` (CSDL 7). */
export interface Property extends Annotatable {
  readonly name: string;
  readonly type: TypeReference;
  readonly facets: Facets;
  readonly defaultValue: string | undefined;
}

/** `NavigationProperty` (CSDL 8). */
export interface NavigationProperty extends Annotatable {
  readonly name: string;
  readonly type: TypeReference;
  readonly nullable: boolean | undefined;
  readonly partner: string | undefined;
  readonly constraints: readonly ReferentialConstraint[];
  readonly containsTarget: boolean;
}

/** `ReferentialConstraint` (CSDL 8.5): linked and checked, and of no consequence for what is generated. */
export interface ReferentialConstraint extends Element {
  readonly property: string;
  readonly referencedProperty: string;
}

/** `EnumType` (CSDL 10). */
export interface EnumType extends Annotatable {
  readonly name: string;
  readonly underlyingType: string | undefined;
  readonly isFlags: boolean | undefined;
  readonly members: readonly Member[];
}

/** `Member` (CSDL 10.3). */
export interface Member extends Annotatable {
  readonly name: string;
  /** As written: up to 64 bits wide, so it stays text. */
  readonly value: string | undefined;
}

/** `TypeDefinition` (CSDL 11). */
export interface TypeDefinition extends Annotatable {
  readonly name: string;
  readonly underlyingType: string;
  readonly facets: Facets;
}

/** `Action` or `Function` (CSDL 12): one overload. */
export interface Operation extends Annotatable {
  readonly kind: "Action" | "Function";
  readonly name: string;
  readonly isBound: boolean;
  readonly entitySetPath: string | undefined;
  readonly isComposable: boolean;
  readonly parameters: readonly Parameter[];
  readonly returnType: ReturnType | undefined;
}

export interface Parameter extends Annotatable {
  readonly name: string;
  readonly type: TypeReference;
  readonly facets: Facets;
}

export interface ReturnType extends Annotatable {
  readonly type: TypeReference;
  readonly facets: Facets;
}

/** `Term` (CSDL 14.1). */
export interface Term extends Annotatable {
  readonly name: string;
  readonly type: TypeReference;
  readonly baseTerm: string | undefined;
}

/** `EntityContainer` (CSDL 13). */
export interface EntityContainer extends Annotatable {
  readonly name: string;
  readonly extends: string | undefined;
  readonly children: readonly ContainerChild[];
}

/** `EntitySet`, `Singleton`, `ActionImport`, `FunctionImport`: a name and what it exposes. */
export interface ContainerChild extends Annotatable {
  readonly kind: "EntitySet" | "Singleton" | "ActionImport" | "FunctionImport";
  readonly name: string;
  /** The entity type, or the operation for an import. */
  readonly type: string;
  /** `EntitySet` of an import: the set that holds what the operation returns. */
  readonly entitySet: string | undefined;
  readonly bindings: readonly NavigationPropertyBinding[];
}

/** `NavigationPropertyBinding` (CSDL 13.4): linked and checked, and of no consequence for what is generated. */
export interface NavigationPropertyBinding extends Element {
  readonly path: string;
  readonly target: string;
}

/** `Annotations` (CSDL 14.2). */
export interface Annotations extends Element {
  readonly target: string;
  readonly qualifier: string | undefined;
  readonly annotations: readonly Annotation[];
}

/** `Annotation` (CSDL 14.2). `value` is undefined where none is written: then the term's default holds. */
export interface Annotation extends Annotatable {
  readonly term: string;
  readonly qualifier: string | undefined;
  readonly value: Expression | undefined;
}

export type ConstantKind =
  | "Binary"
  | "Bool"
  | "Date"
  | "DateTimeOffset"
  | "Decimal"
  | "Duration"
  | "EnumMember"
  | "Float"
  | "Guid"
  | "Int"
  | "String"
  | "TimeOfDay";

export type PathKind = "AnnotationPath" | "ModelElementPath" | "NavigationPropertyPath" | "Path" | "PropertyPath";

/**
 * An annotation's value (CSDL 14.3, 14.4). Constants keep their text; what computes at run time (`Apply`, `If`,
 * comparison, …) is kept by element name only, because nothing here depends on it.
 */
export type Expression =
  | { readonly kind: "Constant"; readonly type: ConstantKind; readonly text: string }
  | { readonly kind: "Path"; readonly type: PathKind; readonly text: string }
  | { readonly kind: "Collection"; readonly items: readonly Expression[] }
  | {
      readonly kind: "Record";
      readonly type: string | undefined;
      readonly properties: readonly PropertyValue[];
      readonly annotations: readonly Annotation[];
    }
  | { readonly kind: "Null" }
  | { readonly kind: "Dynamic"; readonly element: string };

export interface PropertyValue extends Annotatable {
  readonly property: string;
  readonly value: Expression | undefined;
}
