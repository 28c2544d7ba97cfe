import type { Config } from "./types.ts";

/** What is said of a document, by all outputs that are made from it together. */
export interface DocumentConfig extends Pick<Config, "name" | "from" | "metadata" | "source" | "roots" | "docs"> {
  /** The outputs that read it: each needs a part of it, with its own overlay. */
  readonly readers: readonly Config[];
}

/** One configuration for each document that the outputs are made from, in their order. */
export function documentConfigs(configs: readonly Config[]): DocumentConfig[] {
  const documents = new Map<string, DocumentConfig>();
  for (const config of configs) {
    const known = documents.get(config.metadata);
    const { name, from, metadata, source, roots, docs } = config;
    const own = { name, from, metadata, source, roots, docs, readers: [config] };
    documents.set(config.metadata, known === undefined ? own : together(known, config));
  }
  return [...documents.values()];
}

function together(first: DocumentConfig, second: Config): DocumentConfig {
  const { roots, docs, readers } = first;
  return {
    ...first,
    roots: roots === "all" || second.roots === "all" ? "all" : [...new Set([...roots, ...second.roots])],
    // Descriptions that one output takes from the metadata must stay in it.
    docs: second.docs === "metadata" ? second.docs : docs,
    readers: [...readers, second],
  };
}
