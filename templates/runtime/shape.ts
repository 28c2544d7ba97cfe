/**
 * What a validator knows about a type: plain data, emitted once per type and read under each presence. The emitted
 * guards are code made from the same plan; every result is proved by the guard before it is handed out.
 */
import type { IssueCode } from "./issue.js";

/** The four places where a value of a type stands; the rules differ in what may be absent or null. */
export type Presence = "received" | "create" | "update" | "declared";

/** What is the same for all types of a package. */
export interface Wire {
  /** Schema aliases, which a service may use in place of the namespace. */
  readonly aliases: readonly (readonly [alias: string, namespace: string])[];
  /** The service root, ending in a slash, whose `$metadata#…` may qualify a type name. */
  readonly serviceRoot: string | undefined;
}

export interface PrimitiveShape {
  readonly kind: "primitive";
  readonly is: (value: unknown) => boolean;
  /** What would have fitted. */
  readonly expected: string;
  /** What is wrong with a value that is not of the type. */
  readonly faultOf: (value: unknown) => IssueCode;
  /** The value is an object, and what it holds counts for the depth. */
  readonly deep?: boolean | undefined;
}

export interface EnumShape {
  readonly kind: "enum";
  /** Member names; one called `unknownFutureValue` makes the type evolvable. */
  readonly members: readonly string[];
  /** Qualified name of a flags enumeration, or of one without members: only of these do issues tell it. */
  readonly name?: string | undefined;
  readonly flags?: boolean | undefined;
}

/** Anything at all; only its depth counts. */
export interface UntypedShape {
  readonly kind: "untyped";
}

/** An object, or an array of objects, each tagged with one of the listed types. */
export interface ResourceShape {
  readonly kind: "resource";
  readonly items: () => readonly ObjectShape[];
}

export interface ObjectShape {
  readonly kind: "object";
  /** Qualified name, or the key of an operation for its parameters. */
  readonly name: string;
  /**
   * Not given: `@odata.type` is optional and names this type or one of `variants`.
   * `required`: the type is abstract; the tag must be there and name one of `variants`.
   * `data`: `@odata.type` is data, optional, any string; never followed.
   * `dataRequired`: likewise, but it must be there.
   * `none`: an operation's parameters; a tag is an annotation like any other.
   */
  readonly discriminator?: "required" | "data" | "dataRequired" | "none" | undefined;
  /** An entity type: it has the update presence. Other types found in an update follow create. */
  readonly entity?: boolean | undefined;
  /** The type whose members this one inherits. */
  readonly base?: (() => ObjectShape) | undefined;
  /** Concrete types of the package that derive from this one, at any distance. */
  readonly variants?: (() => readonly ObjectShape[]) | undefined;
  /** For open types: finds the concrete type of the package that a canonical tag (`#ns.name`) names. */
  readonly open?: ((tag: string) => ObjectShape | undefined) | undefined;
  /** Own members in model order; inherited ones come before them. Late, because types refer to each other in circles. */
  readonly members: () => readonly MemberShape[];
}

export type ValueShape = PrimitiveShape | EnumShape | UntypedShape | ResourceShape | ObjectShape;

/** A member: its name, its type and its facts, none where they are not given. */
export type MemberShape = readonly [name: string, shape: ValueShape, facts?: number];

// What the metadata says of a member; `presence.ts` says what follows from it under each presence.
export const COLLECTION = 1;
/** `Nullable="false"`, written or implied by being a key. */
export const NOT_NULL = 2;
/** Items of a collection may be null: `Nullable="true"` is written. */
export const NULL_ITEMS = 4;
export const KEY = 8;
/** `Core.Computed`, or `Core.Permissions` without write. */
export const READ_ONLY = 16;
/** `Core.Immutable`. */
export const IMMUTABLE = 32;
/** The service fills the value in: `DefaultValue` or `Core.ComputedDefaultValue`. */
export const DEFAULTED = 64;
export const NAVIGATION = 128;
/** An operation's parameter: `NOT_NULL` makes it required, collections included. */
export const PARAMETER = 256;
/** `Core.OptionalParameter`. */
export const OPTIONAL = 512;
