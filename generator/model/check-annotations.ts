import type { Annotation } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import { overloadTarget, spelledOut, targetOf, type AnnotationIndex, type ScopedDocument } from "./annotations.ts";
import { isTagged, terms } from "./facts.ts";
import { findMember, structured, type Members } from "./members.ts";
import { resolveName, resolveTarget, type Scope } from "./names.ts";
import type { Problems } from "./problems.ts";
import { standsFirst } from "./schema-children.ts";

/**
 * Tells of annotations in the metadata that annotate nothing, and of which one is enough. Neither is an error: no
 * annotation ever is (CSDL 14). What overlays annotate is looked at where their entries are.
 */
export function checkAnnotations(documents: readonly ScopedDocument[], members: Members, problems: Problems): void {
  const known = knownTargets(documents);
  const overloads = spelledOut(documents);
  const placed = new Map<string, Place>();
  for (const { document, scope } of documents) {
    for (const { target, annotations, qualifier, at } of document.schemas.flatMap(({ targeted }) => targeted)) {
      const resolved = targetOf(resolveTarget(target, scope), overloads);
      if (scope.origin === "metadata" && !isThere(resolved, known, members)) {
        problems.warn(at, `Annotations has Target="${target}", which is not there`);
      }
      const of = (annotation: Annotation): string => annotationKey(resolved, annotation, qualifier, scope);
      for (const annotation of annotations) {
        const first = placed.get(of(annotation));
        if (first?.file === annotation.at.file) {
          const message = `${target} has the annotation ${annotation.term} twice; the later one counts`;
          problems.warn(annotation.at, message, standsFirst(first));
        }
        placed.set(of(annotation), first ?? annotation.at);
      }
    }
  }
}

/** Tells of `UnresolvedDiscriminator` of our vocabulary where it means nothing: only objects have discriminators. */
export function checkDiscriminators(annotations: AnnotationIndex, members: Members, problems: Problems): void {
  const term = terms.unresolvedDiscriminator;
  for (const [target, facts] of annotations) {
    const fact = isTagged(facts, term)
      ? facts.find((one) => one.term === term && one.qualifier === undefined)
      : undefined;
    const [owner = "", name = ""] = target.split("/");
    const member = fact && members.own(owner, name);
    if (fact === undefined || member === undefined) continue;
    const { kind, type } = member;
    if (kind === "property" && structured(members.types.get(type.name)) !== undefined) continue;
    const what = kind === "property" ? `a property of the type ${type.name}` : "a navigation property";
    const message = `UnresolvedDiscriminator means nothing on ${target}, which is ${what}`;
    problems.warn(fact.at, message, "it is for properties of a declared complex type: take it out");
  }
}

function annotationKey(
  target: string,
  { term, qualifier }: Annotation,
  outer: string | undefined,
  scope: Scope,
): string {
  return `${target} ${resolveName(term, scope)} ${outer ?? qualifier ?? ""}`;
}

interface Targets {
  readonly namespaces: ReadonlySet<string>;
  /** Qualified names, overloads, and what stands in enumerations, containers and operations. */
  readonly names: ReadonlySet<string>;
}

function knownTargets(documents: readonly ScopedDocument[]): Targets {
  const namespaces = new Set<string>();
  const names = new Set<string>();
  const add = (name: string, inner: readonly { readonly name: string }[]): void => {
    names.add(name);
    for (const child of inner) names.add(`${name}/${child.name}`);
  };
  for (const { document, scope } of documents) {
    for (const schema of document.schemas) {
      const qualify = (name: string): string => `${schema.namespace}.${name}`;
      namespaces.add(schema.namespace);
      for (const { name, members } of schema.enumTypes) add(qualify(name), members);
      for (const { name, children } of schema.entityContainers) add(qualify(name), children);
      for (const { name } of [...schema.entityTypes, ...schema.complexTypes]) add(qualify(name), []);
      for (const { name } of [...schema.typeDefinitions, ...schema.terms]) add(qualify(name), []);
      for (const operation of [...schema.actions, ...schema.functions]) {
        const inner = [...operation.parameters, { name: "$ReturnType" }];
        add(qualify(operation.name), inner);
        add(overloadTarget(schema.namespace, operation, scope), inner);
      }
    }
  }
  return { namespaces, names };
}

/** Whether a target is there, as far as its first two segments tell; what is in a namespace that was not given may be. */
function isThere(target: string, { namespaces, names }: Targets, members: Members): boolean {
  // The types of an overload have no slashes.
  const [first = "", second] = target.split("/");
  const name = first.replace(/\(.*$/s, "");
  if (!namespaces.has(name.slice(0, Math.max(0, name.lastIndexOf("."))))) return true;
  if (!names.has(first)) return false;
  if (second === undefined || second.startsWith("@") || second.includes(".")) return true;
  const type = structured(members.types.get(first));
  if (type === undefined) return names.has(`${first}/${second}`);
  return members.bases.broken.has(first) || findMember(first, second, members) !== undefined;
}
