import type { Annotatable, NavigationProperty, Property } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import { sortedBy } from "../sort.ts";
import { indexAnnotations, overloadTarget, type AnnotationIndex, type ScopedDocument } from "./annotations.ts";
import { operationKeyOf } from "./build-operations.ts";
import { factsOf, typeUse, valueUse } from "./build-types.ts";
import type { Declaration, Declared } from "./declarations.ts";
import { terms, termText } from "./facts.ts";
import { resolveName } from "./names.ts";
import {
  annotationEntries,
  evidenceIn,
  targetedEntries,
  type Annotated,
  type AnnotationLook,
} from "./overlay-annotations.ts";
import type { OverlayEntry } from "./types.ts";

/** What an overlay is held against. */
export interface OverlayLook extends Omit<AnnotationLook, "metadata"> {
  /** Declarations without the overlay. */
  readonly published: ReadonlyMap<string, Declaration>;
  /** Declarations of the overlay. */
  readonly overlay: readonly Declaration[];
  /** All of them, the overlay last. */
  readonly documents: readonly ScopedDocument[];
  readonly annotations: AnnotationIndex;
}

type Look = OverlayLook & AnnotationLook;

/** What the overlay says, entry by entry, held against the metadata alone. */
export function overlayEntries(overlayLook: OverlayLook): OverlayEntry[] {
  const { overlay, documents } = overlayLook;
  // Without one, nothing is held against anything.
  if (documents.every(({ scope }) => scope.origin === "metadata")) return [];
  const look = {
    ...overlayLook,
    metadata: indexAnnotations(documents.filter(({ scope }) => scope.origin === "metadata")),
  };
  const entries = [
    ...overlay.flatMap((declaration) => declarationEntries(declaration, look)),
    ...operationEntries(documents, look),
    ...childEntries(documents),
    ...targetedEntries(documents, look),
  ];
  return sortedBy(entries, ({ target, kind, term }) => `${target} ${kind} ${term ?? ""}`);
}

function declarationEntries(declaration: Declaration, look: Look): OverlayEntry[] {
  const { name, kind, head } = declaration;
  const earlier = look.published.get(name);
  const entryOf = (target: string, of: OverlayEntry["kind"], state: OverlayEntry["state"], at: Place): OverlayEntry => {
    const evidence = termText(factsOf(look, target), terms.evidence);
    return { target, kind: of, term: undefined, evidence, state, problem: undefined, at };
  };
  const texts = new Map((earlier === undefined ? [] : membersOf(earlier)).map((member) => [member.name, member.text]));
  const members = membersOf(declaration).flatMap(({ name: memberName, text, node, scope }) => {
    const target = `${name}/${memberName}`;
    const state = stateOf(texts.get(memberName), text);
    const entry = entryOf(target, kind === "enum" ? "enum member" : "member", state, node.at);
    return orWhatItSays(entry, [{ target, annotations: node.annotations, scope }], look);
  });
  if (earlier === undefined) return [entryOf(name, "type", "adds", head.node.at), ...members];
  return [
    ...annotationEntries({ target: name, annotations: head.node.annotations, scope: head.scope }, look),
    ...members,
  ];
}

/** What comes of something that the overlay declares, by the texts of what the metadata declares and of itself. */
function stateOf(before: string | undefined, text: string): OverlayEntry["state"] {
  if (before === undefined) return "adds";
  return before === text ? "redundant" : "overrides";
}

/** Of what is there already, and is declared again to annotate it, the annotations. */
function orWhatItSays(entry: OverlayEntry, annotated: readonly Annotated[], look: AnnotationLook): OverlayEntry[] {
  const said = entry.state === "redundant" ? annotated.flatMap((each) => annotationEntries(each, look)) : [];
  return said.length === 0 ? [entry] : said;
}

/** Overloads by key: that one which is there takes and returns the same, the checks see to. */
function operationEntries(documents: readonly ScopedDocument[], look: Look): OverlayEntry[] {
  const published = new Set<string>();
  return documents.flatMap(({ document, scope }) =>
    document.schemas.flatMap(({ namespace, actions, functions }) =>
      [...actions, ...functions].flatMap((node): OverlayEntry[] => {
        const key = operationKeyOf(namespace, node, scope);
        const state = published.has(key) ? "redundant" : "adds";
        if (scope.origin === "metadata") published.add(key);
        if (scope.origin === "metadata") return [];
        const target = overloadTarget(namespace, node, scope);
        const evidence = termText(factsOf(look, target), terms.evidence);
        const { annotations, parameters, at } = node;
        return orWhatItSays(
          { target: key, kind: "operation", term: undefined, evidence, state, problem: undefined, at },
          [
            { target, annotations, scope },
            ...parameters.map((one) => ({ target: `${target}/${one.name}`, annotations: one.annotations, scope })),
          ],
          look,
        );
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
          // A name counts, whichever container it stands in.
          const state = stateOf(published.get(child.name), text);
          if (scope.origin === "metadata") published.set(child.name, text);
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

interface DeclaredMember extends Declared<Annotatable> {
  readonly name: string;
  /** What it comes to, as one text to compare by. */
  readonly text: string;
}

function membersOf(declaration: Declaration): DeclaredMember[] {
  switch (declaration.kind) {
    case "structured":
      return [
        ...declaration.properties.map((p) => ({ ...p, name: p.node.name, text: propertyText(p) })),
        ...declaration.navigationProperties.map((p) => ({ ...p, name: p.node.name, text: navigationText(p) })),
      ];
    case "enum":
      // The number behind a member never travels.
      return declaration.members.map((member) => ({ ...member, name: member.node.name, text: "" }));
    case "typeDefinition":
      return [];
  }
}

function propertyText({ node, scope }: Declared<Property>): string {
  return JSON.stringify([...valueUse(node, scope), node.defaultValue]);
}

function navigationText({ node, scope }: Declared<NavigationProperty>): string {
  return JSON.stringify([typeUse(node.type, undefined, scope), node.nullable !== false]);
}
