import type { NavigationProperty, Property } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import { sortedBy } from "../sort.ts";
import type { Targets } from "./annotation-targets.ts";
import { overloadTarget, type AnnotationIndex, type ScopedDocument } from "./annotations.ts";
import { operationKeyOf } from "./build-operations.ts";
import { factsOf, typeUse } from "./build-types.ts";
import type { Declaration, Declared } from "./declarations.ts";
import { terms, termText } from "./facts.ts";
import { resolveName } from "./names.ts";
import { annotationEntries, evidenceIn } from "./overlay-annotations.ts";
import type { OverlayEntry } from "./types.ts";

/** What an overlay is held against. */
export interface OverlayLook {
  /** Declarations without the overlay. */
  readonly metadata: ReadonlyMap<string, Declaration>;
  /** Declarations of the overlay. */
  readonly overlay: readonly Declaration[];
  /** All of them, the overlay last. */
  readonly documents: readonly ScopedDocument[];
  readonly annotations: AnnotationIndex;
  readonly targets: Targets;
}

/** What the overlay says, entry by entry, held against the metadata alone. */
export function overlayEntries(look: OverlayLook): OverlayEntry[] {
  const { metadata, overlay, documents, annotations, targets } = look;
  const entries = [
    ...overlay.flatMap((declaration) => declarationEntries(declaration, metadata.get(declaration.name), annotations)),
    ...operationEntries(documents, annotations),
    ...childEntries(documents),
    ...annotationEntries(documents, targets),
  ];
  return sortedBy(entries, ({ target, kind, term }) => `${target} ${kind} ${term ?? ""}`);
}

function declarationEntries(
  declaration: Declaration,
  earlier: Declaration | undefined,
  annotations: AnnotationIndex,
): OverlayEntry[] {
  const entryOf = (
    target: string,
    kind: OverlayEntry["kind"],
    state: OverlayEntry["state"],
    at: Place,
  ): OverlayEntry => {
    const evidence = termText(factsOf({ annotations }, target), terms.evidence);
    return { target, kind, term: undefined, evidence, state, problem: undefined, at };
  };
  const texts = new Map((earlier === undefined ? [] : membersOf(earlier)).map(({ name, text }) => [name, text]));
  const memberKind = declaration.kind === "enum" ? "enum member" : "member";
  const members = membersOf(declaration).map(({ name, text, at }) => {
    return entryOf(`${declaration.name}/${name}`, memberKind, stateOf(texts.get(name), text), at);
  });
  if (earlier !== undefined) return members;
  return [entryOf(declaration.name, "type", "adds", declaration.head.node.at), ...members];
}

/** What comes of something that the overlay declares, by the texts of what the metadata declares and of itself. */
function stateOf(before: string | undefined, text: string): OverlayEntry["state"] {
  if (before === undefined) return "adds";
  return before === text ? "redundant" : "overrides";
}

/** Overloads by key: one that is there already says the same, which the checks see to. */
function operationEntries(documents: readonly ScopedDocument[], annotations: AnnotationIndex): OverlayEntry[] {
  const published = new Set<string>();
  return documents.flatMap(({ document, scope }) =>
    document.schemas.flatMap(({ namespace, actions, functions }) =>
      [...actions, ...functions].flatMap((node): OverlayEntry[] => {
        const target = operationKeyOf(namespace, node, scope);
        const state = published.has(target) ? "redundant" : "adds";
        if (scope.origin === "metadata") published.add(target);
        if (scope.origin === "metadata") return [];
        const facts = factsOf({ annotations }, overloadTarget(namespace, node, scope));
        const evidence = termText(facts, terms.evidence);
        return [{ target, kind: "operation", term: undefined, evidence, state, problem: undefined, at: node.at }];
      }),
    ),
  );
}

/** What requests may start from, by container and name. */
function childEntries(documents: readonly ScopedDocument[]): OverlayEntry[] {
  const published = new Map<string, string>();
  return documents.flatMap(({ document, scope }) =>
    document.schemas.flatMap(({ namespace, entityContainers }) =>
      entityContainers.flatMap(({ name, children }) =>
        children.flatMap((child): OverlayEntry[] => {
          const target = `${namespace}.${name}/${child.name}`;
          const text = `${child.kind} ${resolveName(child.type, scope)}`;
          const state = stateOf(published.get(target), text);
          if (scope.origin === "metadata") published.set(target, text);
          if (scope.origin === "metadata") return [];
          const evidence = evidenceIn(child.annotations, scope);
          return [
            { target, kind: "container child", term: undefined, evidence, state, problem: undefined, at: child.at },
          ];
        }),
      ),
    ),
  );
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
