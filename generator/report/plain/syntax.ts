/** The forms of which packages consist themselves. TypeScript has more. */

export type Type =
  | { readonly kind: "name"; readonly path: readonly string[]; readonly inner: readonly Type[] }
  /** A keyword, a number, a template: goes out as it is. */
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "union" | "intersection"; readonly parts: readonly Type[] }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "array"; readonly item: Type }
  | { readonly kind: "indexed"; readonly object: Type; readonly index: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "operator"; readonly word: "readonly" | "keyof"; readonly of: Type }
  | { readonly kind: "parentheses"; readonly of: Type }
  | { readonly kind: "function"; readonly signature: Signature }
  | { readonly kind: "predicate"; readonly start: string; readonly of: Type };

export interface Member {
  /** By which members are sorted. */
  readonly key: string;
  readonly readonly: boolean;
  /** As it is written. */
  readonly name: string;
  /** The parameter of an index signature. */
  readonly index: Type | undefined;
  readonly optional: boolean;
  readonly type: Type;
  readonly doc: string;
}

export interface Signature {
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly result: Type | undefined;
}

export interface TypeParameter {
  readonly name: string;
  readonly constraint: Type | undefined;
  readonly default: Type | undefined;
}

export interface Parameter {
  readonly rest: boolean;
  readonly name: string;
  readonly optional: boolean;
  readonly hasDefault: boolean;
  readonly type: Type;
}

/** What stands under a name. */
export type Declared =
  | { readonly kind: "function"; readonly signature: Signature; readonly hasBody: boolean }
  | { readonly kind: "const"; readonly type: Type }
  | { readonly kind: "type"; readonly typeParameters: readonly TypeParameter[]; readonly type: Type }
  | {
      readonly kind: "interface";
      readonly typeParameters: readonly TypeParameter[];
      readonly bases: readonly Type[];
      readonly members: readonly Member[];
    }
  | {
      readonly kind: "class";
      readonly typeParameters: readonly TypeParameter[];
      readonly bases: readonly Type[];
      readonly members: readonly ClassMember[];
    };

export interface ClassMember {
  /** By which members are sorted. */
  readonly key: string;
  /** Modifiers and name. */
  readonly start: string;
  readonly optional: boolean;
  /** Of a method or the constructor. */
  readonly signature: Signature | undefined;
  readonly type: Type | undefined;
  readonly doc: string;
}
