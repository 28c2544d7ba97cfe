import type { Place } from "../errors.ts";
import type { ScopedDocument } from "./annotations.ts";
import { circlesOf, firstOf } from "./bases.ts";
import { resolveName } from "./names.ts";
import type { Problems } from "./problems.ts";
import { checkUse, type References } from "./references.ts";
import { splitName } from "../split-name.ts";

/**
 * Reports terms whose type or base term is not declared, and those based on themselves (CSDL 14.1). Terms often have
 * types and base terms of vocabularies, which need not be given: only what should stand in a schema that was given is
 * missed.
 */
export function checkTerms(documents: readonly ScopedDocument[], references: References, problems: Problems): void {
  const given = new Set(["Edm", ...documents.flatMap(({ document }) => document.schemas).map((one) => one.namespace)]);
  const places = new Map<string, Place>();
  const bases = new Map<string, string>();
  for (const { document, scope } of documents) {
    for (const { namespace, terms } of document.schemas) {
      for (const { name, type, baseTerm, at } of terms) {
        const term = `${namespace}.${name}`;
        const use = {
          name: resolveName(type.name, scope),
          position: "operation",
          what: `the term ${term}`,
          at,
        } as const;
        if (given.has(splitName(use.name)[0])) checkUse(use, references, problems);
        places.set(term, at);
        if (baseTerm !== undefined) bases.set(term, resolveName(baseTerm, scope));
      }
    }
  }
  for (const [term, base] of bases) {
    const at = places.get(term);
    if (at === undefined || places.has(base) || !given.has(splitName(base)[0])) continue;
    problems.input(at, `the term ${term} has the base term ${base}, which is not declared`);
  }
  for (const circle of circlesOf(bases)) {
    const first = firstOf(circle, (name) => places.get(name));
    if (first !== undefined) problems.input(first.at, `a term is its own base term: ${first.shown}`);
  }
}
