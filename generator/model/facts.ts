import type { Expression } from "../csdl/types.ts";
import { propertyOf, textOf, type AnnotationFact } from "./annotations.ts";
import { resolveName } from "./names.ts";
import { splitName } from "../split-name.ts";
import type { Deprecation, Docs, ResourceUnion } from "./types.ts";

const core = "Org.OData.Core.V1";
const bindgen = "OData.Bindgen.V1";

/** Names of the terms that decide something, by what they decide. */
export const terms = {
  computed: `${core}.Computed`,
  computedDefaultValue: `${core}.ComputedDefaultValue`,
  description: `${core}.Description`,
  immutable: `${core}.Immutable`,
  longDescription: `${core}.LongDescription`,
  optionalParameter: `${core}.OptionalParameter`,
  permissions: `${core}.Permissions`,
  revisions: `${core}.Revisions`,
  evidence: `${bindgen}.Evidence`,
  resourceUnion: `${bindgen}.ResourceUnion`,
  unresolvedDiscriminator: `${bindgen}.UnresolvedDiscriminator`,
} as const;

/** Whether a term is one of our vocabulary, or is meant to be. */
export function isOwnTerm(term: string): boolean {
  return term.startsWith(`${bindgen}.`);
}

/** The terms that a sliced document keeps: those that decide something, and descriptions where they are wanted. */
export function keptTerms(descriptions: boolean): ReadonlySet<string> {
  const { description, longDescription, ...deciding } = terms;
  return new Set([...Object.values(deciding), ...(descriptions ? [description, longDescription] : [])]);
}

/** Where descriptions may come from. */
export type DocsSource = "metadata" | "overlay" | "none";

/** The unqualified annotation of a term; a qualified one speaks of a special case (CSDL 14.2.3). */
function find(facts: readonly AnnotationFact[], term: string): AnnotationFact | undefined {
  return facts.find((fact) => fact.term === term && fact.qualifier === undefined);
}

/** Whether a tagging term holds: present, and not said to be false. */
export function isTagged(facts: readonly AnnotationFact[], term: string): boolean {
  const fact = find(facts, term);
  return fact !== undefined && textOf(fact.value) !== "false";
}

/** The text of a term, if it is a constant. */
export function termText(facts: readonly AnnotationFact[], term: string): string | undefined {
  return textOf(find(facts, term)?.value);
}

/** `Core.Computed`, or `Core.Permissions` without write (Core vocabulary: Permission is a flags enumeration). */
export function isReadOnly(facts: readonly AnnotationFact[]): boolean {
  if (isTagged(facts, terms.computed)) return true;
  const permissions = termText(facts, terms.permissions);
  if (permissions === undefined) return false;
  const names = permissions.split(/[\s,]+/).map((part) => part.slice(part.lastIndexOf("/") + 1));
  return !names.some((name) => name === "Write" || name === "ReadWrite");
}

/** `ResourceUnion` of our vocabulary, with its type names resolved. */
export function resourceUnionOf(facts: readonly AnnotationFact[]): ResourceUnion | undefined {
  const fact = find(facts, terms.resourceUnion);
  const types = propertyOf(fact?.value, "Types");
  const name = textOf(propertyOf(fact?.value, "Name"));
  if (fact === undefined || name === undefined || types?.kind !== "Collection") return undefined;
  const names = types.items.flatMap((item) => textOf(item) ?? []);
  return { name, types: names.map((type) => resolveName(type, fact.scope)) };
}

/** Description and deprecation, from where the configuration takes its texts. */
export function docsOf(facts: readonly AnnotationFact[], source: DocsSource): Docs {
  const allowed = facts.filter(({ scope }) => speaks(scope.origin, source));
  const texts = [termText(allowed, terms.description), termText(allowed, terms.longDescription)];
  const description = texts.filter((text) => text !== undefined && text.trim() !== "").join("\n\n");
  const revisions = find(facts, terms.revisions);
  return {
    description: description === "" ? undefined : description,
    deprecated: revisions && deprecationOf(revisions, speaks(revisions.scope.origin, source)),
  };
}

function speaks(origin: "metadata" | "overlay", source: DocsSource): boolean {
  return source === "metadata" || (source === "overlay" && origin === "overlay");
}

function deprecationOf(fact: AnnotationFact, withReason: boolean): Deprecation | undefined {
  const items = fact.value?.kind === "Collection" ? fact.value.items : [];
  const record = items.find((item) => isDeprecated(propertyOf(item, "Kind")));
  if (record === undefined) return undefined;
  const text = (name: string): string | undefined => textOf(propertyOf(record, name));
  return {
    date: text("Date"),
    removalDate: text("RemovalDate"),
    version: text("Version"),
    reason: withReason ? text("Description") : undefined,
  };
}

function isDeprecated(kind: Expression | undefined): boolean {
  const text = textOf(kind);
  return text !== undefined && splitName(text.replace("/", "."))[1] === "Deprecated";
}
