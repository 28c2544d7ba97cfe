import type { Place } from "../errors.ts";
import type { Presence } from "../plan/surface/types.ts";

/**
 * What a change means for code that was written against the earlier package: `breaking` for readers and writers alike,
 * for one of them, `compatible`, or seen in doc comments only.
 */
export type Verdict = "breaking" | "breaking-readers" | "breaking-writers" | "compatible" | "docs";

/** Stable names of everything that `diff` tells apart. */
export type ChangeCode = keyof typeof changeCodes;

/** Each code, and the code of the same change seen from the other side. */
export const changeCodes = {
  "type-added": "type-removed",
  "type-removed": "type-added",
  "type-renamed": "type-renamed",
  "kind-changed": "kind-changed",
  "base-changed": "base-changed",
  "became-open": "became-closed",
  "became-closed": "became-open",
  "union-widened": "union-narrowed",
  "union-narrowed": "union-widened",
  "union-dropped": "union-introduced",
  "union-introduced": "union-dropped",
  "discriminator-required": "discriminator-optional",
  "discriminator-optional": "discriminator-required",
  "member-added": "member-removed",
  "member-removed": "member-added",
  "member-renamed": "member-renamed",
  "type-changed": "type-changed",
  "became-nullable": "became-non-nullable",
  "became-non-nullable": "became-nullable",
  "items-became-nullable": "items-became-non-nullable",
  "items-became-non-nullable": "items-became-nullable",
  "became-required": "became-optional",
  "became-optional": "became-required",
  "became-read-only": "became-writable",
  "became-writable": "became-read-only",
  "facets-tightened": "facets-loosened",
  "facets-loosened": "facets-tightened",
  "facets-changed": "facets-changed",
  "enum-member-added": "enum-member-removed",
  "enum-member-removed": "enum-member-added",
  "enum-member-renamed": "enum-member-renamed",
  "became-evolvable": "became-fixed",
  "became-fixed": "became-evolvable",
  "became-flags": "became-single",
  "became-single": "became-flags",
  "operation-added": "operation-removed",
  "operation-removed": "operation-added",
  "operation-renamed": "operation-renamed",
  "parameter-added": "parameter-removed",
  "parameter-removed": "parameter-added",
  "parameter-renamed": "parameter-renamed",
  "return-added": "return-removed",
  "return-removed": "return-added",
  "name-changed": "name-changed",
  "names-added": "names-removed",
  "names-removed": "names-added",
  "option-changed": "option-changed",
  deprecated: "deprecation-removed",
  "deprecation-removed": "deprecated",
  "deprecation-changed": "deprecation-changed",
  "docs-changed": "docs-changed",
} as const satisfies Readonly<Record<string, string>>;

/** One thing that users of the package see otherwise than before. */
export interface Change {
  readonly code: ChangeCode;
  /**
   * `ns.Type`, `ns.Type/member`, an operation's key, `key/parameter`, `key/$ReturnType`, or a key of the configuration;
   * of a renamed thing the earlier one.
   */
  readonly path: string;
  /** Short texts in CSDL's words (`Collection(Edm.String)`); undefined where there was, or is, nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The presences in which it shows, where not in all. */
  readonly presences: readonly Presence[] | undefined;
  readonly verdict: Verdict;
  /** Why the verdict, in one sentence for people. */
  readonly reason: string;
  /** Where it stands: in the later document, or in the earlier one if it is gone. */
  readonly at: Place | undefined;
}

/** The step of a version number. */
export type SemverStep = "major" | "minor" | "patch" | "none";

/** Everything that differs between two packages, and what follows from it. */
export interface Comparison {
  /** Sorted by path, then code. */
  readonly changes: readonly Change[];
  /** The worst of the changes; `none` where there are none. */
  readonly verdict: Verdict | "none";
  readonly semver: SemverStep;
}
