import type { Problem } from "../errors.ts";
import type { Model } from "../model/types.ts";

/** The closed part of a model that some roots reach, and for each thing in it why it is in. */
export interface Slice {
  readonly model: Model;
  readonly roots: readonly Root[];
  /** Roots that mean nothing in this model; empty unless the slice was asked to tolerate them. */
  readonly missing: readonly string[];
  /** By qualified name, sorted. */
  readonly types: ReadonlyMap<string, SlicedType>;
  /** By operation key, sorted. */
  readonly operations: ReadonlyMap<string, Reason>;
  /** What was tolerated, and what reaches nothing. */
  readonly warnings: readonly Problem[];
}

export interface SlicedType {
  /** The shortest way in. */
  readonly reason: Reason;
  /** False where the type is reached as a base type only: nothing is declared as being of it. */
  readonly used: boolean;
  /** Concrete types of the slice derived from it, at any distance; sorted. */
  readonly variants: readonly string[];
  /** False where derived types are neither followed nor told apart: `derived: "none"`, or too many of them. */
  readonly distinguished: boolean;
}

/** How a type was taken in. */
export type Taken = Pick<SlicedType, "reason" | "used">;

/** For looking at a model rather than generating from it: what may be that cannot be generated; of all, roots may be missing too. */
export type Tolerance = "unions" | "all";

/** A root as asked for, and what it turned out to be. */
export interface Root {
  readonly asked: string;
  readonly kind: "type" | "operation" | "child";
  /** Qualified name of the type, or operation key. */
  readonly target: string;
}

/** Why something is in: a root, or a step from something else that is in. */
export type Reason =
  | { readonly kind: "root"; readonly asked: string }
  | {
      readonly kind: "member" | "base" | "derived" | "parameter" | "return" | "bound" | "union";
      /** Qualified name of a type or key of an operation. */
      readonly from: string;
      /** Name of the member or parameter. */
      readonly member?: string | undefined;
    };
