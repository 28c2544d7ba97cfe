/**
 * The model: every name resolved to its qualified name, aliases gone, inheritance known, annotations understood, the
 * overlay applied. Everything in it is sorted by code unit where order has no meaning in CSDL.
 */
import type { Place, Problem } from "../errors.ts";

export interface Model {
  readonly types: ReadonlyMap<string, ModelType>;
  /** By operation key: `action:ns.name(ns.T)`, `function:ns.name(ns.T;p1,p2)`. */
  readonly operations: ReadonlyMap<string, ModelOperation>;
  /** Children of the entity containers by name. */
  readonly children: ReadonlyMap<string, ModelChild>;
  /** Direct and indirect derived types by qualified name; sorted. */
  readonly derived: ReadonlyMap<string, readonly string[]>;
  /** Operations by the qualified name of the type they are bound to, single or collection; sorted. */
  readonly bound: ReadonlyMap<string, readonly string[]>;
  /** Schema aliases; sorted. */
  readonly aliases: readonly SchemaAlias[];
  readonly overlay: readonly OverlayEntry[];
  /** Namespaces that declare terms. */
  readonly vocabularies: ReadonlySet<string>;
  readonly warnings: readonly Problem[];
}

export interface SchemaAlias {
  readonly alias: string;
  readonly namespace: string;
}

export type ModelType = StructuredModelType | EnumModelType | TypeDefinitionModelType;

/** What every named thing of the model has. */
export interface Named {
  /** Qualified name. */
  readonly name: string;
  readonly namespace: string;
  readonly simpleName: string;
  readonly docs: Docs;
  readonly at: Place;
}

export interface StructuredModelType extends Named {
  readonly kind: "entity" | "complex";
  readonly base: string | undefined;
  readonly abstract: boolean;
  /** Declared open here or on a base type (CSDL 6.3, 9.3). */
  readonly open: boolean;
  /** Own members: properties, then navigation properties, each sorted by name. */
  readonly members: readonly ModelMember[];
}

export interface ModelMember {
  readonly name: string;
  readonly kind: "property" | "navigation";
  readonly type: TypeUse;
  /** Single-valued: may be null. Collections are never null. */
  readonly nullable: boolean;
  /** Collections: `Nullable="true"` is written (CSDL 7.2.1). */
  readonly nullableItems: boolean;
  /** Part of the key that applies to the declaring type. */
  readonly key: boolean;
  /** `Core.Computed`, or `Core.Permissions` that do not let a client write. */
  readonly readOnly: boolean;
  /** `Core.Immutable`. */
  readonly immutable: boolean;
  /** The service fills it in: `DefaultValue` or `Core.ComputedDefaultValue`. */
  readonly defaulted: boolean;
  /** `ResourceUnion` of our vocabulary. */
  readonly resourceUnion: ResourceUnion | undefined;
  /** `UnresolvedDiscriminator` of our vocabulary. */
  readonly unresolvedDiscriminator: boolean;
  readonly docs: Docs;
  readonly at: Place;
}

export interface ResourceUnion {
  readonly name: string;
  readonly types: readonly string[];
}

/** A resolved type in use: `Edm.*` or a qualified name, with the facets that apply here. */
export interface TypeUse {
  readonly name: string;
  readonly collection: boolean;
  readonly maxLength: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | "variable" | "floating" | undefined;
}

export interface EnumModelType extends Named {
  readonly kind: "enum";
  readonly flags: boolean;
  readonly underlyingType: string;
  /** Sorted by value, then name. */
  readonly members: readonly EnumModelMember[];
}

export interface EnumModelMember {
  readonly name: string;
  readonly value: bigint;
  readonly docs: Docs;
  readonly at: Place;
}

export interface TypeDefinitionModelType extends Named {
  readonly kind: "typeDefinition";
  /** The primitive type below it, with its facets. */
  readonly underlying: TypeUse;
}

/** One overload of an action or function. */
export interface ModelOperation extends Named {
  readonly kind: "action" | "function";
  readonly key: string;
  readonly binding: { readonly type: string; readonly collection: boolean } | undefined;
  /** Without the binding parameter, in order. */
  readonly parameters: readonly ModelParameter[];
  readonly returnType: ModelReturnType | undefined;
}

export interface ModelReturnType {
  readonly type: TypeUse;
  readonly nullable: boolean;
  /** Collections: `Nullable="true"` is written (CSDL 12.8). */
  readonly nullableItems: boolean;
}

export interface ModelParameter {
  readonly name: string;
  readonly type: TypeUse;
  readonly nullable: boolean;
  readonly nullableItems: boolean;
  /** `Core.OptionalParameter`. */
  readonly optional: boolean;
  readonly docs: Docs;
}

export interface ModelChild {
  readonly kind: "EntitySet" | "Singleton" | "ActionImport" | "FunctionImport";
  readonly name: string;
  /** The entity type's qualified name, or the operation's. */
  readonly type: string;
}

export interface Docs {
  readonly description: string | undefined;
  readonly deprecated: Deprecation | undefined;
}

/** From `Core.Revisions` with kind `Deprecated`. */
export interface Deprecation {
  readonly date: string | undefined;
  readonly removalDate: string | undefined;
  readonly version: string | undefined;
  readonly reason: string | undefined;
}

/** One thing that the overlay says, and whether the metadata still needs it said. */
export interface OverlayEntry {
  /** A qualified name or a path from one, or an operation's key. */
  readonly target: string;
  readonly kind: "type" | "member" | "enum member" | "operation" | "container child" | "annotation";
  /** The term, for an annotation. */
  readonly term: string | undefined;
  readonly evidence: string | undefined;
  /**
   * `adds`, `overrides` what the metadata says otherwise, `redundant` now, or it reaches nothing: its target is
   * `missing`, or the annotation is `unread` there.
   */
  readonly state: "adds" | "overrides" | "redundant" | "missing" | "unread";
  /** What to tell of it, where it reaches nothing and was meant to. */
  readonly problem: { readonly message: string; readonly hint?: string | undefined } | undefined;
  readonly at: Place;
}
