import type { Change, ChangeCode } from "../diff/types.ts";

/** How a changelog puts a change. */
export interface Phrase {
  readonly one: string;
  /** The same of several; where there is none, `one` does for both. */
  readonly many?: string;
  /**
   * What stands beside the name: what was and what is (`shift`), the names that the change is about (`names`), a type
   * (`type`); or the new name in the place of both (`rename`).
   */
  readonly values?: "shift" | "names" | "type" | "rename";
  /** What it means for code that breaks by it, where the words do not say so. */
  readonly why?: string;
}

const exhaustive = "A switch is no longer exhaustive.";

/** What came, went, or has another name. */
function countable(adjective: string, noun: string, more: Pick<Phrase, "values" | "why"> = {}): Phrase {
  return { one: `${adjective} ${noun}`, many: `${adjective} ${noun}s`, ...more };
}

const phrases: Readonly<Record<ChangeCode, Phrase>> = {
  "type-added": countable("New", "type"),
  "type-removed": countable("Removed", "type"),
  "type-renamed": countable("Renamed", "type", { values: "rename" }),
  "kind-changed": { one: "Kind changed", values: "shift" },
  "base-changed": { one: "Base type changed", values: "shift" },
  "became-open": { one: "Open now" },
  "became-closed": { one: "Closed now", why: "Members that are not declared are reported." },
  "union-widened": { one: "More types in the union", values: "names", why: exhaustive },
  "union-narrowed": { one: "Fewer types in the union", values: "names" },
  "union-dropped": { one: "Derived types are no longer told apart" },
  "union-introduced": { one: "Derived types are told apart now" },
  "discriminator-required": { one: "The discriminator is required now" },
  "discriminator-optional": { one: "The discriminator may be missing now" },
  "member-added": countable("New", "member"),
  "member-removed": countable("Removed", "member"),
  "member-renamed": countable("Renamed", "member", { values: "rename" }),
  "type-changed": { one: "Type changed", values: "shift" },
  "became-nullable": { one: "May be null now" },
  "became-non-nullable": { one: "No longer null" },
  "items-became-nullable": { one: "Items may be null now" },
  "items-became-non-nullable": { one: "Items are no longer null" },
  "became-required": { one: "Required now" },
  "became-optional": { one: "Optional now" },
  "became-read-only": { one: "Can no longer be sent" },
  "became-writable": { one: "Can be sent now" },
  "facets-tightened": { one: "Tighter facets", values: "shift" },
  "facets-loosened": { one: "Looser facets", values: "shift" },
  "facets-changed": { one: "Other facets", values: "shift" },
  "enum-member-added": countable("New", "value", { why: exhaustive }),
  "enum-member-removed": countable("Removed", "value"),
  "enum-member-renamed": countable("Renamed", "value", { values: "rename" }),
  "became-evolvable": { one: "Evolvable now", why: exhaustive },
  "became-fixed": { one: "No longer evolvable" },
  "became-flags": { one: "Combinations of values may come now" },
  "became-single": { one: "Combinations of values are refused now" },
  "operation-added": countable("New", "operation"),
  "operation-removed": countable("Removed", "operation"),
  "operation-renamed": countable("Renamed", "operation", { values: "rename" }),
  "parameter-added": countable("New", "parameter"),
  "parameter-removed": countable("Removed", "parameter"),
  "parameter-renamed": countable("Renamed", "parameter", { values: "rename" }),
  "return-added": { one: "New", values: "type" },
  "return-removed": { one: "Removed", values: "type" },
  "name-changed": { one: "Exported under another name", values: "shift" },
  "names-added": { one: "More is exported", values: "names" },
  "names-removed": { one: "Less is exported", values: "names" },
  "option-changed": countable("Changed", "option", { values: "shift" }),
  deprecated: { one: "Deprecated" },
  "deprecation-removed": { one: "No longer deprecated" },
  "deprecation-changed": { one: "Other deprecation" },
  "docs-changed": countable("Changed", "doc comment"),
};

/** What has to be sent breaks whoever does not send it. */
const required: ReadonlyMap<ChangeCode, Phrase> = new Map([
  ["member-added", countable("New required", "member")],
  ["parameter-added", countable("New required", "parameter")],
]);

/** The words for a change. */
export function phraseOf({ code, verdict }: Pick<Change, "code" | "verdict">): Phrase {
  const stronger = verdict === "breaking-writers" ? required.get(code) : undefined;
  return stronger ?? phrases[code];
}
