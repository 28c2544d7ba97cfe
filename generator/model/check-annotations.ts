import type { Annotation } from "../csdl/types.ts";
import type { Place } from "../errors.ts";
import type { Targets } from "./annotation-targets.ts";
import { spelledOut, targetOf, type ScopedDocument } from "./annotations.ts";
import { resolveName, resolveTarget, type Scope } from "./names.ts";
import type { Problems } from "./problems.ts";
import { standsFirst } from "./schema-children.ts";

/**
 * Tells of annotations in the metadata that annotate nothing, and of which one is enough. Neither is an error: no
 * annotation ever is (CSDL 14). What overlays annotate is looked at where their entries are.
 */
export function checkAnnotations(documents: readonly ScopedDocument[], targets: Targets, problems: Problems): void {
  const overloads = spelledOut(documents);
  const placed = new Map<string, Place>();
  for (const { document, scope } of documents) {
    for (const { target, annotations, qualifier, at } of document.schemas.flatMap(({ targeted }) => targeted)) {
      const resolved = targetOf(resolveTarget(target, scope), overloads);
      if (scope.origin === "metadata" && targets.kindsOf(resolved) === "absent") {
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

function annotationKey(
  target: string,
  { term, qualifier }: Annotation,
  outer: string | undefined,
  scope: Scope,
): string {
  return `${target} ${resolveName(term, scope)} ${outer ?? qualifier ?? ""}`;
}
