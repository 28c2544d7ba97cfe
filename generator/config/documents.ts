import type { Config } from "./types.ts";

/**
 * One configuration for each document that the outputs are made from, in their order. A document that several share has
 * to hold what all of them need: their roots, overlays and derived types together.
 */
export function documentConfigs(configs: readonly Config[]): Config[] {
  const documents = new Map<string, Config>();
  for (const config of configs) {
    const known = documents.get(config.metadata);
    documents.set(config.metadata, known === undefined ? config : together(known, config));
  }
  return [...documents.values()];
}

function together(first: Config, second: Config): Config {
  const roots = first.roots === "all" || second.roots === "all" ? "all" : union(first.roots, second.roots);
  const derived = derivedOf(first, second);
  const overlay = union(first.overlay, second.overlay);
  // Descriptions that one output takes from the metadata must stay in it.
  const docs = second.docs === "metadata" ? second.docs : first.docs;
  return { ...first, roots, derived, overlay, docs };
}

/** Where an output says nothing of a type, it takes the derived ones; so "none" has to be said by both. */
function derivedOf(first: Config, second: Config): Config["derived"] {
  const extents = [...first.derived, ...second.derived].filter(
    ([type, extent]) => extent === "all" || (first.derived.get(type) === "none" && second.derived.get(type) === "none"),
  );
  return new Map(extents);
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
