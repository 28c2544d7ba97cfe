import type { ScopedDocument } from "./annotations.ts";
import type { Problems } from "./problems.ts";

const another = "give one of them another alias";

/**
 * Reports aliases that stand for two namespaces, or that are a namespace themselves: no name could be read for sure
 * (CSDL 4.2, 5.1). The order of what has none does not matter: of two that clash the later one is told.
 */
export function checkAliases({ document }: ScopedDocument, problems: Problems): void {
  const owners = new Map<string, string>();
  const includes = document.references.flatMap((reference) => reference.includes);
  const namespaces = new Set([...includes, ...document.schemas].map(({ namespace }) => namespace));
  for (const { alias, namespace, at } of [...includes, ...document.schemas]) {
    if (alias === undefined) continue;
    const owner = owners.get(alias);
    if (owner !== undefined && owner !== namespace) {
      problems.input(at, `the alias ${alias} stands for ${owner} and for ${namespace}`, another);
    }
    owners.set(alias, owner ?? namespace);
    if (alias === namespace) problems.warn(at, `the alias ${alias} is the namespace itself, which CSDL does not allow`);
    else if (namespaces.has(alias)) {
      problems.input(at, `the alias ${alias} of ${namespace} is the namespace of another schema`, another);
    }
  }
}

/** Reports schemas that share a namespace within a document (CSDL 5): they are read as one. */
export function checkNamespaces({ document }: ScopedDocument, problems: Problems): void {
  const seen = new Set<string>();
  for (const { namespace, at } of document.schemas) {
    if (seen.has(namespace))
      problems.warn(at, `the namespace ${namespace} has more than one Schema; they are read as one`);
    seen.add(namespace);
  }
}
