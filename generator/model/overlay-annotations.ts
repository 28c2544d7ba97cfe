import type { Annotation, Annotations, Expression } from "../csdl/types.ts";
import { didYouMean, suggest } from "../suggest.ts";
import type { TargetKind, Targets } from "./annotation-targets.ts";
import { indexAnnotations, spelledOut, targetOf, type AnnotationIndex, type ScopedDocument } from "./annotations.ts";
import { factsOfAll } from "./build-types.ts";
import { isOwnTerm, resourceUnionOf, terms, termText } from "./facts.ts";
import { resolveName, resolveTarget, type Scope } from "./names.ts";
import type { OverlayEntry } from "./types.ts";

/** What an overlay's annotations are held against. */
interface Look {
  /** What the metadata says without the overlay. */
  readonly metadata: AnnotationIndex;
  readonly targets: Targets;
  readonly overloads: ReadonlyMap<string, string>;
}

/** An annotation of an overlay with its term resolved, and the qualifier that holds for it. */
interface Said extends Annotation {
  readonly scope: Scope;
  readonly target: string;
}

/** One entry for each annotation that names its target from outside; evidence may stand in it or beside it. */
export function annotationEntries(documents: readonly ScopedDocument[], targets: Targets): OverlayEntry[] {
  const metadata = indexAnnotations(documents.filter(({ scope }) => scope.origin === "metadata"));
  const look: Look = { metadata, targets, overloads: spelledOut(documents) };
  return documents
    .filter(({ scope }) => scope.origin === "overlay")
    .flatMap(({ document, scope }) =>
      document.schemas.flatMap(({ targeted }) => targeted.flatMap((block) => entriesOf(block, scope, look))),
    );
}

function entriesOf(block: Annotations, scope: Scope, look: Look): OverlayEntry[] {
  const target = targetOf(resolveTarget(block.target, scope), look.overloads);
  const beside = evidenceIn(block.annotations, scope);
  const all = block.annotations.map((annotation): Said => {
    const qualifier = block.qualifier ?? annotation.qualifier;
    return { ...annotation, term: resolveName(annotation.term, scope), qualifier, scope, target };
  });
  return all
    .filter(({ term }) => term !== terms.evidence)
    .map((said) => {
      const { term, at } = said;
      const evidence = evidenceIn(said.annotations, scope) ?? beside;
      const kind = look.targets.kindOf(target);
      const isMissing = kind === "absent" || kind === "elsewhere";
      const state = isMissing ? "missing" : isRead(said, kind) ? stateOf(said, look) : "unread";
      return { target, kind: "annotation", term, evidence, state, problem: problemOf(said, state), at };
    });
}

/** The text of `Evidence` of our vocabulary among annotations. */
export function evidenceIn(annotations: readonly Annotation[], scope: Scope): string | undefined {
  return termText(
    annotations.map((annotation) => ({ ...annotation, term: resolveName(annotation.term, scope), scope })),
    terms.evidence,
  );
}

const members: readonly TargetKind[] = ["property", "navigation property"];
const described: readonly TargetKind[] = [...members, "type", "member of an enumeration", "operation", "parameter"];

/** What each term is read of. */
const readOf: ReadonlyMap<string, readonly TargetKind[]> = new Map([
  [terms.computed, members],
  [terms.computedDefaultValue, ["property"]],
  [terms.description, described],
  [terms.immutable, members],
  [terms.longDescription, described],
  [terms.optionalParameter, ["parameter"]],
  [terms.permissions, members],
  [terms.resourceUnion, ["property"]],
  [terms.revisions, described],
  [terms.unresolvedDiscriminator, ["property"]],
]);

const plurals: { readonly [K in TargetKind]: string } = {
  type: "types",
  property: "properties",
  "navigation property": "navigation properties",
  "member of an enumeration": "members of enumerations",
  operation: "operations",
  parameter: "parameters",
  other: "others",
};

/** Whether anything comes of an annotation; of one with a qualifier, which speaks of a special case, nothing does. */
function isRead(said: Said, kind: TargetKind): boolean {
  const { term, qualifier } = said;
  if (qualifier !== undefined || readOf.get(term)?.includes(kind) !== true) return false;
  return term !== terms.resourceUnion || resourceUnionOf([said]) !== undefined;
}

/** Held against what the metadata says of the target; of an operation by its name, of each of its overloads. */
function stateOf({ target, term, value }: Said, { metadata, targets }: Look): OverlayEntry["state"] {
  const [first = "", ...rest] = target.split("/");
  const overloads = targets.overloads.get(first) ?? [first];
  const before = overloads.map((overload) => {
    const facts = factsOfAll({ annotations: metadata }, [[overload, ...rest].join("/"), target]);
    return facts.find((fact) => fact.term === term && fact.qualifier === undefined);
  });
  if (before.every((fact) => fact !== undefined && sameValue(fact.value, value))) return "redundant";
  return before.some((fact) => fact !== undefined && !sameValue(fact.value, value)) ? "overrides" : "adds";
}

/** Whether two values say the same; where they stand does not matter. */
function sameValue(a: Expression | undefined, b: Expression | undefined): boolean {
  const text = (value: Expression | undefined): string =>
    JSON.stringify(value ?? null, (key, inner: unknown) => (key === "at" ? undefined : inner));
  return text(a) === text(b);
}

/** What to tell of an annotation that reaches nothing. Terms of our vocabulary are told of wherever they stand. */
function problemOf({ target, term, qualifier }: Said, state: OverlayEntry["state"]): OverlayEntry["problem"] {
  if (state === "missing") return { message: `the overlay annotates ${target}, which is not there` };
  if (state !== "unread" || qualifier !== undefined || isOwnTerm(term)) return undefined;
  const message = `the overlay annotates ${target} with ${term}, of which nothing comes there`;
  const kinds = readOf.get(term);
  if (kinds !== undefined)
    return { message, hint: `it is read of ${kinds.map((kind) => plurals[kind]).join(" and ")}` };
  const near = suggest(term, [...readOf.keys()]);
  // Overlays may hold what other tools read.
  return near === undefined ? undefined : { message, hint: didYouMean(near) };
}
