import type { Annotation, Expression, NavigationProperty, Property } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import { sortedBy } from "../sort.ts";
import {
  indexAnnotations,
  spelledOut,
  targetOf,
  textOf,
  type AnnotationIndex,
  type ScopedDocument,
} from "./annotations.ts";
import { factsOf, typeUse } from "./build-types.ts";
import type { Declaration, Declared } from "./declarations.ts";
import { terms, termText } from "./facts.ts";
import { resolveName, resolveTarget, type Scope } from "./names.ts";
import type { OverlayEntry } from "./types.ts";

type Declarations = ReadonlyMap<string, Declaration>;

/**
 * What the overlay says, entry by entry, held against the metadata alone.
 * @param metadata declarations without the overlay
 * @param overlay declarations of the overlay
 * @param documents all of them, the overlay last
 */
export function overlayEntries(
  metadata: Declarations,
  overlay: readonly Declaration[],
  documents: readonly ScopedDocument[],
  annotations: AnnotationIndex,
): OverlayEntry[] {
  const declared = overlay.flatMap((declaration): OverlayEntry[] => {
    const earlier = metadata.get(declaration.name);
    const texts = new Map((earlier === undefined ? [] : membersOf(earlier)).map(({ name, text }) => [name, text]));
    const members = membersOf(declaration).map(({ name, text, at }): OverlayEntry => {
      const target = `${declaration.name}/${name}`;
      const before = texts.get(name);
      const state = before === undefined ? "adds" : before === text ? "redundant" : "overrides";
      const evidence = termText(factsOf({ annotations }, target), terms.evidence);
      return {
        target,
        kind: declaration.kind === "enum" ? "enum member" : "member",
        term: undefined,
        evidence,
        state,
        at,
      };
    });
    if (earlier !== undefined) return members;
    const evidence = termText(factsOf({ annotations }, declaration.name), terms.evidence);
    const { at } = declaration.head.node;
    return [{ target: declaration.name, kind: "type", term: undefined, evidence, state: "adds", at }, ...members];
  });
  const known = knownTargets([...metadata.values(), ...overlay], documents);
  const entries = [...declared, ...annotationEntries(documents, known)];
  return sortedBy(entries, ({ target, kind, term }) => `${target} ${kind} ${term ?? ""}`);
}

/** Everything that an annotation may name. */
function knownTargets(declarations: readonly Declaration[], documents: readonly ScopedDocument[]): Set<string> {
  const names = new Set<string>();
  for (const declaration of declarations) {
    names.add(declaration.name);
    for (const { name } of membersOf(declaration)) names.add(`${declaration.name}/${name}`);
  }
  for (const { document } of documents) {
    for (const { namespace, actions, functions } of document.schemas) {
      for (const { name } of [...actions, ...functions]) names.add(`${namespace}.${name}`);
    }
  }
  return names;
}

/** One entry for each annotation that names its target from outside; evidence may stand in it or beside it. */
function annotationEntries(documents: readonly ScopedDocument[], known: ReadonlySet<string>): OverlayEntry[] {
  const overloads = spelledOut(documents);
  const metadata = indexAnnotations(documents.filter(({ scope }) => scope.origin === "metadata"));
  return documents
    .filter(({ scope }) => scope.origin === "overlay")
    .flatMap(({ document, scope }) =>
      document.schemas.flatMap(({ targeted }) => targeted.map((block) => ({ block, scope }))),
    )
    .flatMap(({ block, scope }) => {
      const target = targetOf(resolveTarget(block.target, scope), overloads);
      const isKnown = known.has(target) || known.has(target.replace(/\(.*$/s, ""));
      const beside = evidenceIn(block.annotations, scope);
      return block.annotations
        .filter(({ term }) => resolveName(term, scope) !== terms.evidence)
        .map((annotation): OverlayEntry => {
          const term = resolveName(annotation.term, scope);
          const before = factsOf({ annotations: metadata }, target).find(
            (fact) => fact.term === term && fact.qualifier === annotation.qualifier,
          );
          const state = !isKnown
            ? "missing"
            : before === undefined
              ? "adds"
              : sameValue(before.value, annotation.value)
                ? "redundant"
                : "overrides";
          const evidence = evidenceIn(annotation.annotations, scope) ?? beside;
          return { target, kind: "annotation", term, evidence, state, at: annotation.at };
        });
    });
}

function evidenceIn(annotations: readonly Annotation[], scope: Scope): string | undefined {
  const evidence = annotations.find(({ term }) => resolveName(term, scope) === terms.evidence);
  return textOf(evidence?.value);
}

/** Whether two values say the same; where they stand does not matter. */
function sameValue(a: Expression | undefined, b: Expression | undefined): boolean {
  const text = (value: Expression | undefined): string =>
    JSON.stringify(value ?? null, (key, inner: unknown) => (key === "at" ? undefined : inner));
  return text(a) === text(b);
}

interface DeclaredMember {
  readonly name: string;
  /** What it comes to, as one text to compare by. */
  readonly text: string;
  readonly at: Place;
}

function membersOf(declaration: Declaration): DeclaredMember[] {
  switch (declaration.kind) {
    case "structured":
      return [
        ...declaration.properties.map((p) => ({ name: p.node.name, text: propertyText(p), at: p.node.at })),
        ...declaration.navigationProperties.map((p) => ({ name: p.node.name, text: navigationText(p), at: p.node.at })),
      ];
    case "enum":
      // The number behind a member never travels.
      return declaration.members.map(({ node }) => ({ name: node.name, text: "", at: node.at }));
    case "typeDefinition":
      return [];
  }
}

/** Absence and `true` are the same for a single value, absence and `false` for the items of a collection (CSDL 7.2.1). */
function propertyText({ node, scope }: Declared<Property>): string {
  const { nullable } = node.facets;
  const isNullable = node.type.collection ? nullable === true : nullable !== false;
  return JSON.stringify([typeUse(node.type, node.facets, scope), isNullable, node.defaultValue]);
}

function navigationText({ node, scope }: Declared<NavigationProperty>): string {
  return JSON.stringify([typeUse(node.type, undefined, scope), node.nullable !== false]);
}
