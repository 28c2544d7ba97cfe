import type { ResourceUnion, TypeUse } from "../model/types.ts";

/** The content of a file, or of a line of NDJSON. */
export interface Body {
  /** The file as it is shown, with `:line` for NDJSON. */
  readonly file: string;
  /** The file as evidence names it: relative to the folder of the payloads. */
  readonly evidence: string;
  readonly json: unknown;
}

/** Where something was seen. */
export interface SeenAt {
  readonly file: string;
  /** RFC 6901, from the root of the file. */
  readonly pointer: string;
}

/** How often something was seen, where, and what tells a reader of the overlay so. */
export interface Seen {
  readonly count: number;
  /** In the order of the files. */
  readonly places: readonly SeenAt[];
  /** Names of the files, each once. */
  readonly evidence: readonly string[];
}

/** A type that values and names suggest, with what decided it. */
export interface InferredType {
  readonly use: TypeUse;
  /** As CSDL writes it; undefined where the attribute says nothing (CSDL 7.2.1). */
  readonly nullable: boolean | undefined;
  /** For an untyped member that holds tagged objects of several kinds. */
  readonly union: ResourceUnion | undefined;
  /** In words that go on after the type, for the person who picks. */
  readonly basis: string;
}

/** A finding that an overlay may declare. */
interface Pickable extends Seen {
  /** `ns.Type/member`: what to pick. */
  readonly path: string;
  /** A declared member whose name differs in upper and lower case only. */
  readonly meant: string | undefined;
  /** Why no overlay can declare it; undefined where one can. */
  readonly obstacle: string | undefined;
}

/** A member that was seen and that nothing declares. */
export interface MemberFinding extends Pickable {
  /** Qualified name of the type, or key of an operation. */
  readonly owner: string;
  readonly name: string;
  readonly type: InferredType;
  /** Nothing but null and empty arrays was seen. */
  readonly empty: boolean;
  /** Distinct values, as short JSON. */
  readonly samples: readonly string[];
}

/** A member of an enumeration that was seen and that nothing declares. */
export interface EnumMemberFinding extends Pickable {
  readonly owner: string;
  readonly name: string;
}

/** A discriminator that does not belong where it was seen. */
export interface DiscriminatorFinding extends Seen {
  /** Without `#`. */
  readonly name: string;
  /**
   * `unknown`: names no type of the metadata. `outside`: a type that the roots do not reach.
   * `unfit`: a type that may not stand where it was seen. `unlisted`: one that the union there does not list.
   */
  readonly kind: "unknown" | "outside" | "unfit" | "unlisted";
  /** The declared type of the position; undefined where nothing is declared. */
  readonly declared: string | undefined;
  /** `ns.Type/member` of the positions; sorted. */
  readonly members: readonly string[];
  /** The name that was meant, perhaps. */
  readonly meant: string | undefined;
  /** Why no overlay can declare it as a type; undefined where one can. */
  readonly obstacle: string | undefined;
}

/** A body whose type nobody names, and what it was taken for. */
export interface Guess extends SeenAt {
  readonly type: string;
}

/** A body, or a part of one, that was not looked at. */
export interface Unrecognised extends SeenAt {
  readonly reason: string;
}

/** What bodies say and the metadata does not; everything sorted. */
export interface Drift {
  /** How many bodies were understood. */
  readonly bodies: number;
  readonly members: readonly MemberFinding[];
  readonly enumMembers: readonly EnumMemberFinding[];
  readonly discriminators: readonly DiscriminatorFinding[];
  readonly guesses: readonly Guess[];
  readonly unrecognised: readonly Unrecognised[];
}
