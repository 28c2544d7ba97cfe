import { comparePlaces, type Place } from "../errors.ts";
import type { ScopedDocument } from "./annotations.ts";
import { circlesOf } from "./bases.ts";
import { resolveName } from "./names.ts";
import type { Problems } from "./problems.ts";
import { checkUse, type References } from "./references.ts";
import { splitName } from "../split-name.ts";

/**
 * Reports terms whose type is not declared (CSDL 14.1). Terms often have types of vocabularies, which need not be given:
 * only what should stand in a schema that was given is missed.
 */
export function checkTerms(documents: readonly ScopedDocument[], references: References, problems: Problems): void {
  const given = new Set(["Edm", ...documents.flatMap(({ document }) => document.schemas).map((one) => one.namespace)]);
  for (const { document, scope } of documents) {
    for (const { namespace, terms } of document.schemas) {
      for (const term of terms) {
        const name = resolveName(term.type.name, scope);
        const use = { name, position: "operation", what: `the term ${namespace}.${term.name}`, at: term.at } as const;
        if (given.has(splitName(name)[0])) checkUse(use, references, problems);
      }
    }
  }
  checkBaseTerms(documents, given, problems);
}

/** Reports base terms that are not declared though their schema was given, and terms based on themselves (CSDL 14.1.1). */
function checkBaseTerms(documents: readonly ScopedDocument[], given: ReadonlySet<string>, problems: Problems): void {
  const places = new Map<string, Place>();
  const bases = new Map<string, string>();
  for (const { document, scope } of documents) {
    for (const { namespace, terms } of document.schemas) {
      for (const { name, at, baseTerm } of terms) {
        places.set(`${namespace}.${name}`, at);
        if (baseTerm !== undefined) bases.set(`${namespace}.${name}`, resolveName(baseTerm, scope));
      }
    }
  }
  for (const [term, base] of bases) {
    const at = places.get(term);
    if (at === undefined || places.has(base) || !given.has(splitName(base)[0])) continue;
    problems.input(at, `the term ${term} has the base term ${base}, which is not declared`);
  }
  for (const circle of circlesOf(bases)) {
    const [first] = circle.flatMap((name) => places.get(name) ?? []).toSorted(comparePlaces);
    if (first !== undefined)
      problems.input(first, `a term is its own base term: ${[...circle, circle[0]].join(" → ")}`);
  }
}
