/**
 * What users of a package see of its model, and nothing else: names, types, rules of each presence, unions, comments.
 * Two of these are what `diff` compares.
 */
import type { Presence } from "../../../templates/runtime/shape.ts";
import type { Rules } from "../../../templates/runtime/presence.ts";
import type { Place } from "../../errors.ts";
import type { Docs } from "../../model/types.ts";
import type { ValuePlan } from "../values.ts";

export type { Presence, Rules };

export interface Surface {
  /** By qualified name, sorted. */
  readonly types: ReadonlyMap<string, SurfaceType>;
  /** By operation key, sorted. */
  readonly operations: ReadonlyMap<string, SurfaceOperation>;
  /** Names of the run-time library that the model has taken in the package's index; sorted. */
  readonly runtimeNamesTaken: readonly string[];
  /** What the configuration decides for the whole package, by its key there. */
  readonly options: ReadonlyMap<string, string>;
  readonly ieee754Compatible: boolean;
}

export type SurfaceType = SurfaceStructured | SurfaceEnum | SurfaceDefinition;

/** What everything has that the package exports something for. */
export interface Shown {
  /** Qualified name, or operation key. */
  readonly name: string;
  /** As a program writes it, with the namespace's export in front: `Call`, `callRecords.Session`. */
  readonly identifier: string;
  /** All public names made from it, without the namespace's export. */
  readonly names: readonly string[];
  readonly docs: Docs;
  readonly at: Place;
}

export interface SurfaceStructured extends Shown {
  readonly kind: "entity" | "complex";
  readonly base: string | undefined;
  readonly open: boolean;
  readonly position: SurfacePosition;
  /** Own and inherited ones by name. */
  readonly members: ReadonlyMap<string, SurfaceMember>;
}

/** What stands where a type is declared. */
export interface SurfacePosition {
  /** The types that are told apart by their discriminators; sorted. */
  readonly types: readonly string[];
  /** Derived types are not told apart: any discriminator. */
  readonly anyTag: boolean;
  /** The discriminator may be missing. */
  readonly untagged: boolean;
}

export interface SurfaceMember {
  readonly name: string;
  readonly value: ValuePlan;
  readonly collection: boolean;
  /** For each presence that the owner has. */
  readonly rules: ReadonlyMap<Presence, Rules>;
  readonly docs: Docs;
  readonly at: Place | undefined;
}

export interface SurfaceEnum extends Shown {
  readonly kind: "enum";
  readonly flags: boolean;
  /** The member that stands for values to come, where the enumeration is evolvable. */
  readonly future: string | undefined;
  readonly members: ReadonlyMap<string, SurfaceEnumMember>;
}

export interface SurfaceEnumMember {
  readonly name: string;
  readonly value: bigint;
  readonly docs: Docs;
  readonly at: Place;
}

export interface SurfaceDefinition extends Shown {
  readonly kind: "typeDefinition";
  readonly value: ValuePlan;
}

export interface SurfaceOperation extends Shown {
  readonly kind: "action" | "function";
  /** The type it is bound to, and whether to many of it. */
  readonly binding: { readonly type: string; readonly collection: boolean } | undefined;
  readonly simpleName: string;
  readonly parameters: ReadonlyMap<string, SurfaceMember>;
  readonly result: SurfaceMember | undefined;
}
