import type { AnnotationIndex, ScopedDocument } from "./annotations.ts";
import type { Declaration, Declared } from "./declarations.ts";
import { factsOf, typeUse } from "./build-types.ts";
import { terms, termText } from "./facts.ts";
import { resolveTarget, type Scope } from "./names.ts";
import type { ModelMember, ModelType, OverlayEntry, StructuredModelType } from "./types.ts";
import type { Problems } from "./problems.ts";
import type { Place } from "../errors.ts";
import type { NavigationProperty, Property } from "../csdl/types.ts";
import { sortedBy } from "../sort.ts";

type Declarations = ReadonlyMap<string, Declaration>;

/**
 * What the overlay says, entry by entry, held against the metadata alone.
 * @param metadata declarations without the overlay
 * @param overlay declarations of the overlay
 */
export function overlayEntries(
  metadata: Declarations,
  overlay: readonly Declaration[],
  documents: readonly ScopedDocument[],
  annotations: AnnotationIndex,
): OverlayEntry[] {
  const evidenceOf = (target: string): string | undefined => termText(factsOf({ annotations }, target), terms.evidence);
  const entry = (
    target: string,
    kind: OverlayEntry["kind"],
    at: Place,
    state: OverlayEntry["state"],
  ): OverlayEntry => ({
    target,
    kind,
    evidence: evidenceOf(target),
    state,
    at,
  });
  const entries = overlay.flatMap((declaration): OverlayEntry[] => {
    const earlier = metadata.get(declaration.name);
    const members = membersOf(declaration).map(({ name, text, at }) => {
      const before = earlier && membersOf(earlier).find((member) => member.name === name);
      const state = before === undefined ? "adds" : before.text === text ? "redundant" : "overrides";
      return entry(`${declaration.name}/${name}`, declaration.kind === "enum" ? "enum member" : "member", at, state);
    });
    return earlier === undefined
      ? [entry(declaration.name, "type", declaration.head.node.at, "adds"), ...members]
      : members;
  });
  return sortedBy([...entries, ...annotationEntries(metadata, overlay, documents, entry)], ({ target }) => target);
}

function annotationEntries(
  metadata: Declarations,
  overlay: readonly Declaration[],
  documents: readonly ScopedDocument[],
  entry: (target: string, kind: OverlayEntry["kind"], at: Place, state: OverlayEntry["state"]) => OverlayEntry,
): OverlayEntry[] {
  const names = new Set<string>();
  for (const declaration of [...metadata.values(), ...overlay]) {
    names.add(declaration.name);
    for (const { name } of membersOf(declaration)) names.add(`${declaration.name}/${name}`);
  }
  for (const { document } of documents) {
    for (const { namespace, actions, functions } of document.schemas) {
      for (const { name } of [...actions, ...functions]) names.add(`${namespace}.${name}`);
    }
  }
  return documents
    .filter(({ scope }) => scope.origin === "overlay")
    .flatMap(({ document, scope }) => document.schemas.flatMap(({ targeted }) => targeted.map((t) => ({ t, scope }))))
    .map(({ t, scope }) => {
      const target = resolveTarget(t.target, scope);
      const known = names.has(target) || names.has(target.replace(/\(.*$/, ""));
      return entry(target, "annotation", t.at, known ? "adds" : "missing");
    });
}

interface DeclaredMember {
  readonly name: string;
  /** Type and facets as one text, to compare by. */
  readonly text: string;
  readonly at: Place;
}

function membersOf(declaration: Declaration): DeclaredMember[] {
  switch (declaration.kind) {
    case "structured": {
      const text = ({ node, scope }: Declared<Property>): string =>
        JSON.stringify([typeUse(node.type, node.facets, scope), node.facets]);
      const navigation = ({ node, scope }: Declared<NavigationProperty>): string =>
        JSON.stringify([typeUse(node.type, undefined, scope), node.nullable]);
      return [
        ...declaration.properties.map((p) => ({ name: p.node.name, text: text(p), at: p.node.at })),
        ...declaration.navigationProperties.map((p) => ({ name: p.node.name, text: navigation(p), at: p.node.at })),
      ];
    }
    case "enum":
      return declaration.members.map(({ node }) => ({ name: node.name, text: node.value ?? "", at: node.at }));
    case "typeDefinition":
      return [];
  }
}

/**
 * Drops a derived type's own member where the overlay now declares the same on a base type; different facets are a
 * conflict. Without an overlay member involved a repeated name is the metadata's own mistake and stays for the checks.
 */
export function dropRepeatedMembers(
  types: ReadonlyMap<string, ModelType>,
  scopes: ReadonlyMap<string, Scope>,
  problems: Problems,
): Map<string, ModelType> {
  const fromOverlay = (member: ModelMember): boolean => scopes.get(member.at.file)?.origin === "overlay";
  const inherited = (type: StructuredModelType, name: string): ModelMember | undefined => {
    const seen = new Set<string>([type.name]);
    let base = type.base === undefined ? undefined : types.get(type.base);
    while (base !== undefined && base.kind !== "enum" && base.kind !== "typeDefinition" && !seen.has(base.name)) {
      const found = base.members.find((member) => member.name === name);
      if (found !== undefined) return found;
      seen.add(base.name);
      base = base.base === undefined ? undefined : types.get(base.base);
    }
    return undefined;
  };
  const result = new Map<string, ModelType>();
  for (const [name, type] of types) {
    if (type.kind === "enum" || type.kind === "typeDefinition") {
      result.set(name, type);
      continue;
    }
    const members = type.members.filter((member) => {
      const above = inherited(type, member.name);
      if (above === undefined || (!fromOverlay(above) && !fromOverlay(member))) return true;
      if (signature(above) !== signature(member)) {
        const message = `the overlay declares ${member.name} on a base type of ${name} with another type or facets`;
        problems.conflict(
          fromOverlay(above) ? above.at : member.at,
          message,
          "make both the same, or drop the overlay's",
        );
      }
      return false;
    });
    result.set(name, members.length === type.members.length ? type : { ...type, members });
  }
  return result;
}

function signature({ kind, type, nullable, nullableItems }: ModelMember): string {
  return JSON.stringify([kind, type, nullable, nullableItems]);
}
