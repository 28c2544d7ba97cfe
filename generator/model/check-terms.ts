import type { ScopedDocument } from "./annotations.ts";
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
}
