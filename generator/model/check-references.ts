import type { ScopedDocument } from "./annotations.ts";
import type { Declaration } from "./declarations.ts";
import { declaringType } from "./keys.ts";
import { resolveName } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { ModelOperation, ModelType } from "./types.ts";
import type { ContainerChild } from "../csdl/types.ts";

/** Reports aliases that stand for two namespaces: no name could be read for sure (CSDL 5.2). */
export function checkAliases({ document }: ScopedDocument, problems: Problems): void {
  const owners = new Map<string, string>();
  const includes = document.references.flatMap((reference) => reference.includes);
  for (const { alias, namespace, at } of [...includes, ...document.schemas]) {
    if (alias === undefined) continue;
    const owner = owners.get(alias);
    if (owner !== undefined && owner !== namespace) {
      problems.input(
        at,
        `the alias ${alias} stands for ${owner} and for ${namespace}`,
        "give one of them another alias",
      );
    }
    owners.set(alias, namespace);
  }
}

/** Reports keys that name no property (CSDL 6.5); of a path the first segment counts. */
export function checkKeys(declarations: ReadonlyMap<string, Declaration>, problems: Problems): void {
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "structured" || declaration.head.node.kind !== "EntityType") continue;
    for (const { name, at } of declaration.head.node.key ?? []) {
      const [first = name] = name.split("/");
      if (declaringType(declaration, first, declarations) !== undefined) continue;
      problems.input(at, `the key of ${declaration.name} names ${name}, which is no property of it`);
    }
  }
}

/** Reports entity sets and singletons without an entity type, and imports without an unbound operation (CSDL 13). */
export function checkChildren(
  { document, scope }: ScopedDocument,
  types: ReadonlyMap<string, ModelType>,
  operations: Iterable<ModelOperation>,
  problems: Problems,
): void {
  const unbound = new Set([...operations].filter(({ binding }) => binding === undefined).map(({ name }) => name));
  for (const { entityContainers } of document.schemas) {
    for (const child of entityContainers.flatMap(({ children }) => children)) {
      const type = resolveName(child.type, scope);
      const fits = isImport(child) ? unbound.has(type) : types.get(type)?.kind === "entity";
      if (fits) continue;
      const wanted = isImport(child) ? "no unbound operation that is declared" : "no entity type that is declared";
      problems.input(child.at, `the ${child.kind} ${child.name} names ${type}, which is ${wanted}`);
    }
  }
}

function isImport({ kind }: ContainerChild): boolean {
  return kind === "ActionImport" || kind === "FunctionImport";
}
