import type { OverlayEntry } from "../model/types.ts";

/** What `inspect` reports of a package: what is in it, why, and what the overlay adds. */
export interface Inspection {
  /** How many there are of each kind, in the order in which they are to be shown. */
  readonly counts: readonly InspectedCount[];
  /** Types, then operations, each sorted by name. */
  readonly items: readonly InspectedItem[];
  /** Children of the entity container whose type or operation is in, sorted by name. */
  readonly children: readonly InspectedChild[];
  readonly overlay: readonly InspectedOverlay[];
}

export interface InspectedCount {
  /** For instance `entity types`. */
  readonly of: string;
  readonly count: number;
}

export interface InspectedItem {
  /** Qualified name of a type, or key of an operation. */
  readonly name: string;
  /** For instance `entity type`. */
  readonly kind: string;
  /** The shortest way in, from the root to the item itself, a short text for each step; of a very long one both ends. */
  readonly path: readonly string[];
}

/** What a request may start from, and so a root. */
export interface InspectedChild {
  readonly name: string;
  /** For instance `entity set`. */
  readonly kind: string;
  /** Qualified name of the entity type, or of the operation. */
  readonly type: string;
}

/** One thing that the overlay says. */
export interface InspectedOverlay {
  /** What it declares or annotates: `microsoft.graph.call/answeredBy`. */
  readonly element: string;
  readonly kind: OverlayEntry["kind"];
  /** The term, for an annotation. */
  readonly term: string | undefined;
  /** Where it is documented, in the overlay's own words. */
  readonly evidence: string | undefined;
  readonly state: OverlayEntry["state"];
  /** False where the metadata has caught up and says the same, or nothing has the target's name. */
  readonly needed: boolean;
}
