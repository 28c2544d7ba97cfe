import type { Annotation, Expression } from "../csdl/types.ts";
import { isRecord } from "../json.ts";
import { didYouMean, suggest } from "../suggest.ts";
import type { TargetKind, Targets } from "./annotation-targets.ts";
import { spelledOut, targetOf, type AnnotationFact, type AnnotationIndex, type ScopedDocument } from "./annotations.ts";
import { factsOfAll } from "./build-types.ts";
import { meaningless } from "./check-own-terms.ts";
import { docsOf, isOwnTerm, isTagged, terms, termText, type DocsSource } from "./facts.ts";
import { inheritedMember, type Members } from "./members.ts";
import { resolveEnumMembers, resolveName, resolveTarget, type Scope } from "./names.ts";
import type { OverlayEntry } from "./types.ts";

/** What an overlay's annotations are held against. */
export interface AnnotationLook {
  /** What the metadata says without the overlay. */
  readonly metadata: AnnotationIndex;
  readonly targets: Targets;
  readonly members: Members;
  readonly docs: DocsSource;
}

/** An annotation of an overlay with its term resolved, and the qualifier that holds for it. */
interface Said extends Annotation {
  readonly scope: Scope;
  readonly target: string;
}

/** One entry for each annotation that names its target from outside; evidence may stand in it or beside it. */
export function targetedEntries(documents: readonly ScopedDocument[], look: AnnotationLook): OverlayEntry[] {
  const overloads = spelledOut(documents);
  return documents
    .filter(({ scope }) => scope.origin === "overlay")
    .flatMap(({ document, scope }) =>
      document.schemas.flatMap(({ targeted }) =>
        targeted.flatMap(({ target, qualifier, annotations }) => {
          const resolved = targetOf(resolveTarget(target, scope), overloads);
          return annotationEntries({ target: resolved, qualifier, annotations, scope }, look);
        }),
      ),
    );
}

/** Annotations of one target, in it or from outside. */
export interface Annotated {
  readonly target: string;
  /** The qualifier that holds for all. */
  readonly qualifier?: string | undefined;
  readonly annotations: readonly Annotation[];
  readonly scope: Scope;
}

/** One entry for each annotation of a target, but for evidence. */
export function annotationEntries(annotated: Annotated, look: AnnotationLook): OverlayEntry[] {
  const { target, annotations, scope } = annotated;
  const beside = evidenceIn(annotations, scope);
  const all = annotations.map((annotation): Said => {
    const qualifier = annotated.qualifier ?? annotation.qualifier;
    return { ...annotation, term: resolveName(annotation.term, scope), qualifier, scope, target };
  });
  return all
    .filter(({ term }) => term !== terms.evidence)
    .map((said) => {
      const { term, at } = said;
      const evidence = evidenceIn(said.annotations, scope) ?? beside;
      const kinds = look.targets.kindsOf(target);
      const isMissing = kinds === "absent" || kinds === "elsewhere";
      const state = isMissing ? "missing" : isRead(said, kinds, look) ? stateOf(said, look) : "unread";
      return { target, kind: "annotation", term, evidence, state, problem: problemOf(said, state, look), at };
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
function isRead(said: Said, kinds: readonly TargetKind[], look: AnnotationLook): boolean {
  const { term, qualifier, target } = said;
  if (isOwnTerm(term)) return meaningless(said, target, look) === undefined;
  if (qualifier !== undefined || !kinds.some((kind) => readOf.get(term)?.includes(kind) === true)) return false;
  if (isDescription(term)) return look.docs !== "none";
  return term !== terms.revisions || docsOf([said], "metadata").deprecated !== undefined;
}

function isDescription(term: string): boolean {
  return term === terms.description || term === terms.longDescription;
}

/** Held against what the metadata says of the target; of an operation by its name, of each of its overloads. */
function stateOf(said: Said, { metadata, targets, docs }: AnnotationLook): OverlayEntry["state"] {
  const { target, term } = said;
  // Comments of the metadata are not taken then.
  if (isDescription(term) && docs === "overlay") return "adds";
  const [first = "", ...rest] = target.split("/");
  const overloads = targets.overloads.get(first) ?? [first];
  const before = overloads.map((overload) => {
    const facts = factsOfAll({ annotations: metadata }, [[overload, ...rest].join("/"), target]);
    return facts.find((fact) => fact.term === term && fact.qualifier === undefined);
  });
  if (before.every((fact) => fact !== undefined && saysTheSame(fact, said))) return "redundant";
  return before.some((fact) => fact !== undefined && !saysTheSame(fact, said)) ? "overrides" : "adds";
}

/** Terms that hold or do not. */
const tags: ReadonlySet<string> = new Set([
  terms.computed,
  terms.computedDefaultValue,
  terms.immutable,
  terms.unresolvedDiscriminator,
]);

/** Whether two annotations with one term say the same; where they stand and how names are written does not matter. */
function saysTheSame(a: AnnotationFact, b: AnnotationFact): boolean {
  if (tags.has(a.term)) return isTagged([a], a.term) === isTagged([b], b.term);
  return valueText(a) === valueText(b);
}

function valueText({ value, scope }: AnnotationFact): string {
  const plain = (expression: Expression): object => {
    if (expression.kind === "Record") return { ...expression, type: undefined, at: undefined };
    if (expression.kind !== "Constant" || expression.type !== "EnumMember") return expression;
    return { ...expression, text: resolveEnumMembers(expression.text, scope) };
  };
  return JSON.stringify(value ?? null, (key, inner: unknown) => {
    if (key === "at") return undefined;
    return isExpression(inner) ? plain(inner) : inner;
  });
}

function isExpression(value: unknown): value is Expression {
  return isRecord(value) && typeof value["kind"] === "string";
}

/** What to tell of an annotation that reaches nothing. Terms of our vocabulary are told of wherever they stand. */
function problemOf(said: Said, state: OverlayEntry["state"], look: AnnotationLook): OverlayEntry["problem"] {
  const { target, term, qualifier } = said;
  if (state === "missing") return { message: `the overlay annotates ${target}, which is not there` };
  if (state !== "unread" || qualifier !== undefined || isOwnTerm(term)) return undefined;
  const message = `the overlay annotates ${target} with ${term}, of which nothing comes there`;
  const wanted = readOf.get(term);
  if (wanted === undefined) {
    const near = suggest(term, [...readOf.keys()]);
    // Overlays may hold what other tools read.
    return near === undefined ? undefined : { message, hint: didYouMean(near) };
  }
  const kinds = look.targets.kindsOf(target);
  // It is read in general, and says nothing.
  if (wanted.some((kind) => kinds.includes(kind))) return undefined;
  const [type = "", name = ""] = target.split("/");
  const owner = inheritedMember(type, name, look.members)?.owner;
  if (owner !== undefined) return { message, hint: `annotate it where it is declared: ${owner}/${name}` };
  return { message, hint: `it is read of these only: ${wanted.map((kind) => plurals[kind]).join(", ")}` };
}
